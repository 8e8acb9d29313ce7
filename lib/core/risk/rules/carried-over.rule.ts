import type { RiskRule } from '../risk.ts';
import { carriedFrom, type CarriedFrom } from '../../sprint/carried-from.ts';
import { issueFact } from '../issue-fact.ts';

/** Flags what an earlier sprint did not finish. Once can happen to anything; from the second time on it will not be done by being moved on. */
export default {
  id: 'carried-over',
  kind: 'execution',
  label: 'Carried over',
  source: 'Carry-over as Swarmia defines it: in the sprint before, or in two or more (risk), within 5 days of each other. From the issue’s history',
  assess({ issue, sprint, sprints, calendar }) {
    if (!sprint || sprint.state === 'closed' || issue.kind === 'pull-request') return undefined;
    const former = carriedFrom(issue, sprint, sprints, calendar);
    if (former.length === 0) return undefined;
    return {
      severity: former.length === 1 ? 'watch' : 'risk',
      reason: `Not finished in ${former.length === 1 ? '' : `${former.length} sprints, last in `}${nameOf(former[0])}.`,
      facts: [issueFact(issue, 'Carried over', former.length, former.map(nameOf).join(', '), { kind: 'derived', from: 'the history of its sprints' })],
    };
  },
  examples: [
    { name: 'from the sprint before', given: { inCurrentSprint: true, joinedSprint: { 2: 20, 3: 6 } }, flags: 'watch' },
    { name: 'from the two sprints before', given: { inCurrentSprint: true, joinedSprint: { 1: 34, 2: 20, 3: 6 } }, flags: 'risk' },
    { name: 'new in this sprint', given: { inCurrentSprint: true, joinedSprint: { 3: 6 } }, flags: undefined },
    { name: 'a tracker that tells no history', given: { inCurrentSprint: true }, flags: undefined },
    { name: 'in no sprint any more', given: { joinedSprint: { 1: 34, 2: 20 } }, flags: undefined },
  ],
} satisfies RiskRule;

function nameOf(from: CarriedFrom | undefined): string {
  return from?.sprint?.title ?? 'an earlier sprint';
}
