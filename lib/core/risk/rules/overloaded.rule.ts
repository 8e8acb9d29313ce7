import type { RiskRule } from '../risk.ts';
import { counted, issueFact } from '../issue-fact.ts';

/** Flags the work of a person who has too much of it at once. Only work that counts for the load is flagged: in progress, or in the current sprint. */
export default {
  id: 'overloaded',
  kind: 'execution',
  label: 'Owner overloaded',
  source: 'Open issues in progress or in the current sprint by assignee, against a personal work-in-progress limit (Kanban); risk at twice of it',
  assess({ issue, inCurrentSprint, load, thresholds }) {
    const inProgress = issue.status.category === 'doing' && issue.status.guessedFrom !== 'assignee';
    if (!inProgress && !inCurrentSprint) return undefined;
    const most = issue.assignees.map((person) => ({ person, open: (Object.hasOwn(load, person) ? load[person] : undefined) ?? 0 })).sort((a, b) => b.open - a.open)[0];
    if (!most || most.open <= thresholds.overloadedIssues) return undefined;
    const open = issue.kind === 'pull-request' ? 'open pull request' : 'open issue';
    return {
      severity: most.open < 2 * thresholds.overloadedIssues ? 'watch' : 'risk',
      reason: `${most.person} has ${counted(most.open, open)} in progress or in the current sprint; the limit is ${thresholds.overloadedIssues}.`,
      facts: [issueFact(issue, `Load of ${most.person}`, most.open, counted(most.open, open), { kind: 'derived', from: 'assignees of open issues' })],
    };
  },
  examples: [
    { name: 'seven at once', given: { status: 'doing', assignees: ['ana'], load: { ana: 7 } }, flags: 'watch' },
    { name: 'twelve at once', given: { inCurrentSprint: true, assignees: ['ana'], load: { ana: 12 } }, flags: 'risk' },
    { name: 'just at the limit', given: { status: 'doing', assignees: ['ana'], load: { ana: 5 } }, flags: undefined },
    { name: 'another one is overloaded', given: { status: 'doing', assignees: ['ben'], load: { ana: 12, ben: 1 } }, flags: undefined },
    { name: 'hers, but resting in the backlog', given: { assignees: ['ana'], load: { ana: 12 } }, flags: undefined },
  ],
} satisfies RiskRule;
