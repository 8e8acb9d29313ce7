import type { Surface } from '../surface.ts';
import { BACKLOG_ROWS, OPEN_ISSUE } from '../jira-rules.ts';

/** A board's backlog with its sprints. Rows come and go as it is scrolled; Cloud's write their key twice. */
export default {
  id: 'jira-backlog',
  examples: {
    urls: ['https://acme.atlassian.net/jira/software/c/projects/SHOP/boards/1/backlog', 'https://acme.atlassian.net/jira/software/projects/SHOP/boards/1/backlog?selectedIssue=SHOP-2', 'https://jira.acme.example/secure/RapidBoard.jspa?rapidView=3&view=planning.nodetail'],
    not: ['https://acme.atlassian.net/jira/software/c/projects/SHOP/boards/1', 'https://acme.atlassian.net/jira/software/c/projects/SHOP/boards/1/reports/velocity'],
  },
  matches: (page) => page.kind === 'jira-backlog',
  detail: OPEN_ISSUE,
  rows: BACKLOG_ROWS,
} satisfies Surface;
