import type { Surface } from '../surface.ts';
import { OPEN_ISSUE, PLAN_ROWS } from '../jira-rules.ts';

/** A plan across projects: its rows name issues by number, and only their links by key (2026-08). */
export default {
  id: 'jira-plan',
  examples: {
    urls: ['https://acme.atlassian.net/jira/plans/3/scenarios/4/timeline', 'https://acme.atlassian.net/jira/plans/3', 'https://jira.acme.example/secure/PortfolioPlanView.jspa?id=3'],
    not: ['https://acme.atlassian.net/jira/plans/3/settings'],
  },
  matches: (page) => page.kind === 'jira-plan',
  detail: OPEN_ISSUE,
  rows: PLAN_ROWS,
} satisfies Surface;
