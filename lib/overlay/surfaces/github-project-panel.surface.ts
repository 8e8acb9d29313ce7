import type { Surface } from '../surface.ts';
import { PANEL_HEADER, PROJECT_ROWS } from '../github-rules.ts';
import { panelIssue } from '../page.ts';

/** An issue open in a project's side panel. The board behind it keeps its badges. */
export default {
  id: 'github-project-panel',
  examples: {
    urls: ['https://github.com/orgs/diffplug/projects/12/views/1?pane=issue&itemId=128131780&issue=diffplug%7Cgitcasso%7C26', 'https://github.com/users/octocat/projects/3?pane=issue&itemId=1&issue=o%7Cr%7C2'],
    not: ['https://github.com/orgs/diffplug/projects/12/settings?issue=o%7Cr%7C2'],
  },
  matches: (page) => page.kind === 'project' && page.pane !== null,
  rows: PROJECT_ROWS,
  detail: { identity: panelIssue, ...PANEL_HEADER },
} satisfies Surface;
