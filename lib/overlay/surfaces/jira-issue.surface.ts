import type { Surface } from '../surface.ts';
import { ISSUE_ROWS, OPEN_ISSUE } from '../jira-rules.ts';

/** The page of one issue, with its children and linked issues. Links in its text, comments and history get nothing. */
export default {
  id: 'jira-issue',
  examples: {
    urls: ['https://acme.atlassian.net/browse/SHOP-12', 'https://acme.atlassian.net/browse/SHOP-12?focusedCommentId=1', 'https://acme.atlassian.net/jira/software/c/projects/SHOP/issues/SHOP-12', 'https://jira.acme.example/bugs/browse/SHOP-12', 'https://jira.acme.example/projects/SHOP/issues/SHOP-12'],
    not: ['https://acme.atlassian.net/browse/TEST', 'https://acme.atlassian.net/wiki/browse/SHOP-12', 'https://acme.atlassian.net/browse/SHOP-12?jql=order', 'https://acme.atlassian.net/servicedesk/customer/portal/1/SHOP-12'],
  },
  matches: (page) => page.kind === 'jira-issue',
  detail: OPEN_ISSUE,
  rows: ISSUE_ROWS,
} satisfies Surface;
