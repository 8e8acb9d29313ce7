import type { Surface } from '../surface.ts';
import { OPEN_ISSUE, TIMELINE_ROWS } from '../jira-rules.ts';

/** Views of ideas in Product Discovery. Nobody has captured their rows: the links lead us. */
export default {
  id: 'jira-idea',
  examples: {
    urls: ['https://acme.atlassian.net/jira/polaris/projects/SHOP/ideas/view/9?selectedIssue=SHOP-2', 'https://acme.atlassian.net/jira/discovery/views/9'],
    not: ['https://acme.atlassian.net/jira/polaris/projects/SHOP/settings'],
  },
  matches: (page) => page.kind === 'jira-idea',
  detail: OPEN_ISSUE,
  rows: TIMELINE_ROWS,
} satisfies Surface;
