import type { Surface } from '../surface.ts';
import { PROJECT_ROWS } from '../github-rules.ts';

/** A project's board, table or roadmap. Cards are empty shells until they are scrolled near; drafts name no issue. */
export default {
  id: 'github-project',
  examples: {
    urls: ['https://github.com/orgs/diffplug/projects/12/views/1', 'https://github.com/users/octocat/projects/3', 'https://github.com/orgs/diffplug/projects/12/views/1?pane=issue&itemId=129503329'],
    not: ['https://github.com/orgs/diffplug/projects', 'https://github.com/orgs/diffplug/projects/12/settings', 'https://github.com/orgs/diffplug/projects/12/insights', 'https://github.com/o/r/projects'],
  },
  matches: (page) => page.kind === 'project' && page.pane === null,
  rows: PROJECT_ROWS,
} satisfies Surface;
