import type { Surface } from '../surface.ts';
import { BOARD_ROWS, OPEN_ISSUE } from '../jira-rules.ts';

/** A Scrum or Kanban board; an issue may be open in a modal or beside it. Cards are buttons all over and are dragged. */
export default {
  id: 'jira-board',
  examples: {
    urls: ['https://acme.atlassian.net/jira/software/projects/SHOP/boards/1', 'https://acme.atlassian.net/jira/software/c/projects/SHOP/boards/1?selectedIssue=SHOP-12', 'https://acme.atlassian.net/jira/core/projects/SHOP/board', 'https://jira.acme.example/bugs/secure/RapidBoard.jspa?rapidView=3&projectKey=SHOP', 'https://jira.acme.example/secure/RapidBoard.jspa?rapidView=3&view=detail&selectedIssue=SHOP-2'],
    not: ['https://acme.atlassian.net/jira/software/projects/SHOP/boards/1/reports/burndown', 'https://jira.acme.example/secure/RapidBoard.jspa?rapidView=3&view=reporting', 'https://jira.acme.example/secure/RapidBoard.jspa?rapidView=3&view=planning', 'https://acme.atlassian.net/jira/dashboards/1'],
  },
  matches: (page) => page.kind === 'jira-board',
  detail: OPEN_ISSUE,
  rows: BOARD_ROWS,
} satisfies Surface;
