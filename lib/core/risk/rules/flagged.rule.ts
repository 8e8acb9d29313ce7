import type { RiskRule } from '../risk.ts';
import { trackerWords } from '../../tracker-words.ts';
import { issueFact } from '../issue-fact.ts';

/** Flags what somebody has flagged in the tracker itself. What the matter is stands in a comment there; since when, no tracker tells. */
export default {
  id: 'flagged',
  kind: 'execution',
  label: 'Flagged',
  source: 'The tracker’s own flag (Jira “Flagged: Impediment”); risk once it is being done or is in the current sprint',
  assess({ issue, inCurrentSprint }) {
    if (issue.impediment !== true) return undefined;
    return {
      severity: issue.status.category === 'doing' || inCurrentSprint ? 'risk' : 'watch',
      reason: `Somebody has flagged it as an impediment in ${trackerWords(issue.tracker).name}.`,
      facts: [issueFact(issue, 'Flagged', 1, 'Impediment')],
    };
  },
  examples: [
    { name: 'in progress and flagged', given: { status: 'doing', impediment: true }, flags: 'risk' },
    { name: 'in the sprint and flagged', given: { inCurrentSprint: true, impediment: true }, flags: 'risk' },
    { name: 'in the backlog and flagged', given: { impediment: true }, flags: 'watch' },
    { name: 'the flag was taken off', given: { status: 'doing', impediment: false }, flags: undefined },
    { name: 'a tracker without flags', given: { status: 'doing' }, flags: undefined },
  ],
} satisfies RiskRule;
