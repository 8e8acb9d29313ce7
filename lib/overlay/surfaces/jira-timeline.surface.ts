import type { Surface } from '../surface.ts';
import { OPEN_ISSUE, TIMELINE_ROWS } from '../jira-rules.ts';

/** A project's timeline or calendar. Captured without rows (2026-01): the links lead us. */
export default {
  id: 'jira-timeline',
  examples: {
    urls: ['https://acme.atlassian.net/jira/software/c/projects/SHOP/boards/1/timeline', 'https://acme.atlassian.net/jira/core/projects/SHOP/calendar'],
    not: ['https://acme.atlassian.net/jira/plans/3/scenarios/4/timeline'],
  },
  matches: (page) => page.kind === 'jira-timeline',
  detail: OPEN_ISSUE,
  rows: TIMELINE_ROWS,
} satisfies Surface;
