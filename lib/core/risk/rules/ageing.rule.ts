import type { RiskContext, RiskRule, Severity } from '../risk.ts';
import { percentile } from '../percentile.ts';
import { counted, issueFact } from '../issue-fact.ts';

/** Flags work in progress that has become older than the team's own work usually does. Age counts from creation, as the finished issues' does: total age, not the time in one column. */
export default {
  id: 'ageing',
  kind: 'execution',
  label: 'Ageing',
  source: 'Work item age against percentiles of the team’s own finished issues (ActionableAgile pace percentiles; SLE, scrum.org); with too few of them a fixed limit, the 60 days of actions/stale',
  assess(context) {
    const { issue, now, calendar } = context;
    if (issue.status.category !== 'doing') return undefined;
    const age = calendar.daysBetween(issue.createdAt, now);
    const found = context.finishedDays.length >= context.thresholds.ageMinimumSample ? byOwnPace(context, age) : byFixedLimit(context, age);
    return found && { ...found, facts: [issueFact(issue, 'Age', age, counted(age, 'day'), { kind: 'derived', from: 'creation date' })] };
  },
  examples: [
    { name: 'older than 95 % of what was finished', given: { status: 'doing', ageDays: 100, finishedDays: Array.from({ length: 100 }, (_, day) => day + 1) }, flags: 'late' },
    { name: 'older than 85 %', given: { status: 'doing', ageDays: 90, finishedDays: Array.from({ length: 100 }, (_, day) => day + 1) }, flags: 'risk' },
    { name: 'older than half', given: { status: 'doing', ageDays: 55, finishedDays: Array.from({ length: 100 }, (_, day) => day + 1) }, flags: 'watch' },
    { name: 'younger than half', given: { status: 'doing', ageDays: 20, finishedDays: Array.from({ length: 100 }, (_, day) => day + 1) }, flags: undefined },
    { name: 'too few finished issues: the fixed limit', given: { status: 'doing', ageDays: 61, finishedDays: [1, 2, 3] }, flags: 'watch' },
    { name: 'too few finished issues: twice the fixed limit', given: { status: 'doing', ageDays: 121, finishedDays: [] }, flags: 'risk' },
    { name: 'too few finished issues, and young', given: { status: 'doing', ageDays: 20, finishedDays: [1, 2, 3] }, flags: undefined },
    { name: 'a backlog item rests by right', given: { status: 'todo', ageDays: 900, finishedDays: [] }, flags: undefined },
  ],
} satisfies RiskRule;

interface Aged {
  readonly severity: Severity;
  readonly reason: string;
}

/** An age of 0 days is never old, even where most work is finished on its first day. */
function byOwnPace({ finishedDays, thresholds }: RiskContext, age: number): Aged | undefined {
  const levels = [
    { severity: 'late', percent: thresholds.ageLatePercentile },
    { severity: 'risk', percent: thresholds.ageRiskPercentile },
    { severity: 'watch', percent: thresholds.ageWatchPercentile },
  ] as const;
  const level = levels.find(({ percent }) => age > 0 && age >= percentile(finishedDays, percent));
  if (!level) return undefined;
  const limit = percentile(finishedDays, level.percent);
  return { severity: level.severity, reason: `Open for ${counted(age, 'day')}; ${level.percent} % of this team’s finished work took at most ${counted(Math.round(limit * 10) / 10, 'day')} (n = ${finishedDays.length}).` };
}

function byFixedLimit({ finishedDays, thresholds }: RiskContext, age: number): Aged | undefined {
  if (age < thresholds.ageFallbackDays) return undefined;
  const reason = `Open for ${counted(age, 'day')}, over the fixed limit of ${thresholds.ageFallbackDays}: only ${finishedDays.length} finished issue${finishedDays.length === 1 ? ' is' : 's are'} known, too few for the team’s own pace (n < ${thresholds.ageMinimumSample}).`;
  return { severity: age >= 2 * thresholds.ageFallbackDays ? 'risk' : 'watch', reason };
}
