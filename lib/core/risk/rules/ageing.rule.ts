import type { FactSource } from '../../fact.ts';
import type { RiskContext, RiskRule, Severity } from '../risk.ts';
import { daysInWords, elapsedDays, HISTORY, startedAt } from '../../work-history.ts';
import { percentile } from '../percentile.ts';
import { issueFact } from '../issue-fact.ts';

/**
 * Flags work in progress that has become older than the team's own work usually does. Where the history tells when work began, age counts from there, against what finished work took from there; else
 * from creation, as the finished issues' does. Never the time in one column. Both are elapsed time, as the Kanban Guide has it.
 */
export default {
  id: 'ageing',
  kind: 'execution',
  label: 'Ageing',
  source: 'Work item age against percentiles of the team’s own finished issues (ActionableAgile pace percentiles; SLE, scrum.org); with too few of them a fixed limit, the 60 days of actions/stale',
  assess(context) {
    const { issue } = context;
    if (issue.status.category !== 'doing') return undefined;
    const age = ageOf(context);
    const found = age.sample.length >= context.thresholds.ageMinimumSample ? byOwnPace(context, age) : byFixedLimit(context, age);
    return found && { ...found, facts: [issueFact(issue, 'Age', age.days, daysInWords(age.days), age.source)] };
  },
  examples: [
    { name: 'older than 95 % of what was finished', given: { status: 'doing', ageDays: 100, finishedDays: Array.from({ length: 100 }, (_, day) => day + 1) }, flags: 'late' },
    { name: 'older than 85 %', given: { status: 'doing', ageDays: 90, finishedDays: Array.from({ length: 100 }, (_, day) => day + 1) }, flags: 'risk' },
    { name: 'older than half', given: { status: 'doing', ageDays: 55, finishedDays: Array.from({ length: 100 }, (_, day) => day + 1) }, flags: 'watch' },
    { name: 'younger than half', given: { status: 'doing', ageDays: 20, finishedDays: Array.from({ length: 100 }, (_, day) => day + 1) }, flags: undefined },
    { name: 'too few finished issues: the fixed limit', given: { status: 'doing', ageDays: 61, finishedDays: [1, 2, 3] }, flags: 'watch' },
    { name: 'too few finished issues: twice the fixed limit', given: { status: 'doing', ageDays: 121, finishedDays: [] }, flags: 'risk' },
    { name: 'too few finished issues, and young', given: { status: 'doing', ageDays: 20, finishedDays: [1, 2, 3] }, flags: undefined },
    { name: 'old, but begun only lately', given: { status: 'doing', ageDays: 300, startedDays: 2, cycleDays: Array.from({ length: 40 }, (_, day) => day + 1) }, flags: undefined },
    { name: 'in progress for longer than 95 % of what was finished', given: { status: 'doing', ageDays: 300, startedDays: 39, cycleDays: Array.from({ length: 40 }, (_, day) => day + 1) }, flags: 'late' },
    { name: 'too few finished issues tell their start: all ages from creation', given: { status: 'doing', ageDays: 100, startedDays: 2, cycleDays: [1], finishedDays: Array.from({ length: 100 }, (_, day) => day + 1) }, flags: 'late' },
    { name: 'begun, and nothing to compare with: the fixed limit from the start of work', given: { status: 'doing', ageDays: 300, startedDays: 61 }, flags: 'watch' },
    { name: 'a backlog item rests by right', given: { status: 'todo', ageDays: 900, finishedDays: [] }, flags: undefined },
  ],
} satisfies RiskRule;

interface Aged {
  readonly severity: Severity;
  readonly reason: string;
}

interface Age {
  readonly days: number;
  readonly source: FactSource;
  /** How the sentence begins: `Open for`, `In progress for`, `In progress for at least`. */
  readonly said: string;
  /** What finished work took, counted from the same event. */
  readonly sample: ArrayLike<number>;
  /** How that was counted, where it was not from creation. */
  readonly counting: string;
}

/** Ages of one kind are compared with each other: from the start of work only where enough finished work tells its start. */
function ageOf({ issue, now, finishedDays, cycleDays, thresholds }: RiskContext): Age {
  const began = startedAt(issue);
  const enough = thresholds.ageMinimumSample;
  if (began && (cycleDays.length >= enough || finishedDays.length < enough)) {
    return { days: elapsedDays(began.at, now), source: HISTORY, said: `In progress for${began.atLeast ? ' at least' : ''}`, sample: cycleDays, counting: ' from start to finish' };
  }
  return { days: elapsedDays(issue.createdAt, now), source: { kind: 'derived', from: 'creation date' }, said: 'Open for', sample: finishedDays, counting: '' };
}

/** An age of less than a day is never old, even where most work is finished on its first day. */
function byOwnPace({ thresholds }: RiskContext, { days, said, sample, counting }: Age): Aged | undefined {
  const levels = [
    { severity: 'late', percent: thresholds.ageLatePercentile },
    { severity: 'risk', percent: thresholds.ageRiskPercentile },
    { severity: 'watch', percent: thresholds.ageWatchPercentile },
  ] as const;
  const level = levels.find(({ percent }) => days >= 1 && days >= percentile(sample, percent));
  if (!level) return undefined;
  const limit = percentile(sample, level.percent);
  return { severity: level.severity, reason: `${said} ${daysInWords(days)}; ${level.percent} % of the team’s ${sample.length} finished issues took at most ${daysInWords(limit)}${counting}.` };
}

function byFixedLimit({ thresholds }: RiskContext, { days, said, sample }: Age): Aged | undefined {
  if (days < thresholds.ageFallbackDays) return undefined;
  const reason = `${said} ${daysInWords(days)}; the limit is ${thresholds.ageFallbackDays} until ${thresholds.ageMinimumSample} finished issues are known (${sample.length} so far).`;
  return { severity: days >= 2 * thresholds.ageFallbackDays ? 'risk' : 'watch', reason };
}
