import type { RiskRule } from '../risk.ts';
import { issueFact } from '../issue-fact.ts';

/** Flags what had been finished once and was not. */
export default {
  id: 'reopened',
  kind: 'execution',
  label: 'Reopened',
  source: 'The tracker’s own state reason “reopened”; risk in the current sprint, which had counted it as done',
  assess({ issue, inCurrentSprint, sprint }) {
    if (!issue.reopened) return undefined;
    return {
      severity: inCurrentSprint ? 'risk' : 'watch',
      reason: `Was closed at least once and opened again${inCurrentSprint ? `, and is in ${sprint?.title ?? 'the current sprint'}` : ''}.`,
      facts: [issueFact(issue, 'State', 1, 'reopened')],
    };
  },
  examples: [
    { name: 'reopened', given: { reopened: true }, flags: 'watch' },
    { name: 'reopened in the current sprint', given: { reopened: true, inCurrentSprint: true }, flags: 'risk' },
    { name: 'never closed', given: { reopened: false }, flags: undefined },
  ],
} satisfies RiskRule;
