import type { RiskRule } from '../risk.ts';
import { issueFact } from '../issue-fact.ts';

/** Flags what takes room in the sprint and serves no roadmap item. */
export default {
  id: 'sprint-no-roadmap',
  kind: 'strategic',
  label: 'In the sprint, no roadmap item',
  source: 'Sprint against roadmap tags; only for teams with a roadmap',
  assess({ issue, inCurrentSprint, tag, hasRoadmap, sprint }) {
    if (!hasRoadmap || !inCurrentSprint || tag || issue.kind === 'pull-request') return undefined;
    return {
      severity: 'watch',
      reason: `In ${sprint?.title ?? 'the current sprint'}, but on no roadmap item.`,
      facts: [issueFact(issue, 'Roadmap item', 0, 'none', { kind: 'derived', from: 'its tags' })],
    };
  },
  examples: [
    { name: 'in the sprint, on no item', given: { hasRoadmap: true, inCurrentSprint: true }, flags: 'watch' },
    { name: 'in the sprint, on an item', given: { hasRoadmap: true, inCurrentSprint: true, tag: 'faster-checkout' }, flags: undefined },
    { name: 'in the backlog, on no item', given: { hasRoadmap: true }, flags: undefined },
    { name: 'there is no roadmap', given: { hasRoadmap: false, inCurrentSprint: true }, flags: undefined },
  ],
} satisfies RiskRule;
