import type { Surface } from '../surface.ts';
import { NAVIGATOR_ROWS, OPEN_ISSUE } from '../jira-rules.ts';

/** A service project's queue. Only its empty shell was captured (2026-01): the navigator's table, as far as is known. */
export default {
  id: 'jira-queue',
  examples: {
    urls: ['https://acme.atlassian.net/jira/servicedesk/projects/SHOP/queues/custom/7', 'https://acme.atlassian.net/jira/servicedesk/projects/SHOP/queues/custom/7/SHOP-12', 'https://acme.atlassian.net/jira/servicedesk/projects/SHOP/section/incidents/custom/7/SHOP-12', 'https://jira.acme.example/projects/SHOP/queues/issue/SHOP-12'],
    not: ['https://acme.atlassian.net/servicedesk/customer/portal/1'],
  },
  matches: (page) => page.kind === 'jira-queue',
  detail: OPEN_ISSUE,
  rows: NAVIGATOR_ROWS,
} satisfies Surface;
