import type { Surface } from '../surface.ts';
import { NAVIGATOR_ROWS, OPEN_ISSUE } from '../jira-rules.ts';

/** Search results and filters, as a table or beside the issue that is open: then the address may not name it. */
export default {
  id: 'jira-navigator',
  examples: {
    urls: ['https://acme.atlassian.net/issues/?jql=order', 'https://acme.atlassian.net/issues/SHOP-12?filter=-1', 'https://acme.atlassian.net/jira/software/c/projects/SHOP/issues', 'https://jira.acme.example/issues/?jql=x', 'https://jira.acme.example/browse/SHOP-12?jql=x'],
    not: ['https://acme.atlassian.net/jira/filters', 'https://acme.atlassian.net/browse/SHOP-12'],
  },
  matches: (page) => page.kind === 'jira-navigator',
  detail: OPEN_ISSUE,
  rows: NAVIGATOR_ROWS,
} satisfies Surface;
