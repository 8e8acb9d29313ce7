import type { Surface } from '../surface.ts';
import { PANEL_HEADER, PROJECT_ROWS } from '../github-rules.ts';
import { panelIssue } from '../page.ts';

/**
 * A project's board, table or roadmap. Cards are empty shells until they are scrolled near; drafts name no issue. An issue may be open in the side panel, beside which
 * the board keeps its badges: the address names it since 2024, before that only its own link.
 */
export default {
  id: 'github-project',
  examples: {
    urls: ['https://github.com/orgs/diffplug/projects/12/views/1', 'https://github.com/users/octocat/projects/3', 'https://github.com/orgs/diffplug/projects/12/views/1?pane=issue&itemId=129503329', 'https://github.com/orgs/diffplug/projects/12/views/1?pane=issue&itemId=128131780&issue=diffplug%7Cgitcasso%7C26', 'https://github.com/users/octocat/projects/3?pane=issue&itemId=1&issue=o%7Cr%7C2'],
    not: ['https://github.com/orgs/diffplug/projects', 'https://github.com/orgs/diffplug/projects/12/settings?issue=o%7Cr%7C2', 'https://github.com/orgs/diffplug/projects/12/insights', 'https://github.com/o/r/projects'],
  },
  matches: (page) => page.kind === 'project',
  rows: PROJECT_ROWS,
  detail: { identity: panelIssue, ...PANEL_HEADER },
} satisfies Surface;
