import { percentile } from '../../risk/percentile.ts';
import { daysInWords } from '../../work-history.ts';
import { nameAll, type SprintRule } from '../sprint-flag.ts';

/** Flags work of the sprint that is older than the team's finished work was: it will not be done by waiting. Without enough finished work to compare with it is silent. */
export default {
  id: 'ageing-in-sprint',
  label: 'Ageing in the sprint',
  source: 'Work item age against the 85th percentile of the team’s own cycle times (ActionableAgile pace percentiles; SLE, scrum.org); risk when goal issues are among it, late past the 95th',
  assess({ open, cycleDays, thresholds: { ageRiskPercentile, ageLatePercentile, ageMinimumSample } }) {
    if (cycleDays.length < ageMinimumSample) return undefined;
    const [limit, last] = [percentile(cycleDays, ageRiskPercentile), percentile(cycleDays, ageLatePercentile)];
    const old = open.filter(({ inProgress, ageDays }) => inProgress && ageDays !== null && ageDays > limit).toSorted((a, b) => Number(b.goal) - Number(a.goal) || (b.ageDays ?? 0) - (a.ageDays ?? 0));
    if (old.length === 0) return undefined;
    const goals = old.filter(({ goal }) => goal);
    return {
      severity: goals.some(({ ageDays }) => (ageDays ?? 0) > last) ? 'late' : goals.length > 0 ? 'risk' : 'watch',
      reason: `${old.length} in progress already took longer than ${ageRiskPercentile} % of the ${cycleDays.length} finished issues (${daysInWords(limit)}): ${nameAll(old)}.`,
      issues: old.map(({ issue }) => issue),
    };
  },
  examples: [
    { name: 'a goal issue older than nearly all', given: { cycleDays: upTo(40), open: [{ goal: true, inProgress: true, ageDays: 39 }] }, flags: 'late' },
    { name: 'a goal issue older than most', given: { cycleDays: upTo(40), open: [{ goal: true, inProgress: true, ageDays: 36 }] }, flags: 'risk' },
    { name: 'another issue older than nearly all', given: { cycleDays: upTo(40), open: [{ inProgress: true, ageDays: 39 }] }, flags: 'watch' },
    { name: 'younger', given: { cycleDays: upTo(40), open: [{ goal: true, inProgress: true, ageDays: 20 }] }, flags: undefined },
    { name: 'too few finished issues', given: { cycleDays: upTo(5), open: [{ goal: true, inProgress: true, ageDays: 39 }] }, flags: undefined },
  ],
} satisfies SprintRule;

function upTo(days: number): number[] {
  return Array.from({ length: days }, (_, day) => day + 1);
}
