import type { RiskRule } from '../risk.ts';
import { issueFact } from '../issue-fact.ts';

/** Flags a missing estimate where the team estimates. ZenHub counts such an issue as 2; we say that it is missing. */
export default {
  id: 'unestimated-in-sprint',
  kind: 'execution',
  label: 'No estimate in the sprint',
  source: '“Not ready”: in the sprint without an estimate, in teams that estimate',
  assess({ issue, inCurrentSprint, sprintUsesEstimates, sprint }) {
    if (!inCurrentSprint || !sprintUsesEstimates || issue.kind === 'pull-request' || issue.estimate !== null) return undefined;
    return {
      severity: 'watch',
      reason: `In ${sprint?.title ?? 'the current sprint'} without an estimate, so it counts 0 in the sprint’s sum.`,
      facts: [issueFact(issue, 'Estimate', 0, 'none')],
    };
  },
  examples: [
    { name: 'the only one without an estimate', given: { inCurrentSprint: true, sprintUsesEstimates: true }, flags: 'watch' },
    { name: 'estimated', given: { inCurrentSprint: true, sprintUsesEstimates: true, estimate: 3 }, flags: undefined },
    { name: 'an estimate of 0 is one', given: { inCurrentSprint: true, sprintUsesEstimates: true, estimate: 0 }, flags: undefined },
    { name: 'a team that does not estimate', given: { inCurrentSprint: true, sprintUsesEstimates: false }, flags: undefined },
    { name: 'in the backlog', given: { sprintUsesEstimates: true }, flags: undefined },
  ],
} satisfies RiskRule;
