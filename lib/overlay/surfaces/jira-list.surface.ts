import type { Surface } from '../surface.ts';
import { NAVIGATOR_ROWS, OPEN_ISSUE } from '../jira-rules.ts';

/** A project's own list: the navigator's table in another frame. */
export default {
  id: 'jira-list',
  examples: {
    urls: ['https://acme.atlassian.net/jira/software/projects/SHOP/list?selectedIssue=SHOP-2', 'https://acme.atlassian.net/jira/core/projects/SHOP/list'],
    not: ['https://acme.atlassian.net/jira/software/projects/SHOP/summary', 'https://acme.atlassian.net/jira/projects'],
  },
  matches: (page) => page.kind === 'jira-list',
  detail: OPEN_ISSUE,
  rows: NAVIGATOR_ROWS,
} satisfies Surface;
