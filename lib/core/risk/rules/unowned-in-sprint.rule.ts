import type { RiskRule } from '../risk.ts';
import { issueFact } from '../issue-fact.ts';

/** Flags what is in the sprint and nobody's. A pull request is its author's. */
export default {
  id: 'unowned-in-sprint',
  kind: 'execution',
  label: 'No owner in the sprint',
  source: '“Not ready”: in the sprint without an owner',
  assess({ issue, inCurrentSprint, sprint }) {
    if (!inCurrentSprint || issue.kind === 'pull-request' || issue.assignees.length > 0) return undefined;
    const doing = issue.status.category === 'doing';
    return {
      severity: doing ? 'risk' : 'watch',
      reason: `In ${sprint?.title ?? 'the current sprint'}${doing ? ' and in progress' : ''}, with 0 assignees.`,
      facts: [issueFact(issue, 'Assignees', 0, 'nobody')],
    };
  },
  examples: [
    { name: 'in the sprint, nobody’s', given: { inCurrentSprint: true, assignees: [] }, flags: 'watch' },
    { name: 'in progress in the sprint, nobody’s', given: { inCurrentSprint: true, status: 'doing', assignees: [] }, flags: 'risk' },
    { name: 'in the sprint, Ana’s', given: { inCurrentSprint: true, assignees: ['ana'] }, flags: undefined },
    { name: 'in the backlog, nobody’s', given: { assignees: [] }, flags: undefined },
    { name: 'a pull request', given: { kind: 'pull-request', inCurrentSprint: true, assignees: [] }, flags: undefined },
  ],
} satisfies RiskRule;
