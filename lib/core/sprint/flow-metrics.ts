import type { Issue } from '../issue.ts';
import { percentile } from '../risk/percentile.ts';
import { UPWARDS } from '../sorted.ts';
import { firstMomentOf } from '../start-of-day.ts';
import type { Instant, PlainDate, WorkCalendar } from '../time.ts';
import { dailyThroughput, historySince } from '../forecast/throughput.ts';
import { cycleDaysOf, elapsedDays, startedAt } from '../work-history.ts';
import { isCounted } from './progress.ts';

/** Percentiles with the number that they stand on; `null` for none. */
export interface Spread {
  readonly p50: number;
  readonly p85: number;
  readonly p95: number;
  readonly n: number;
}

/** The four measures of flow (Kanban Guide): source FLOW_SOURCE. */
export interface FlowMetrics {
  /** Finished on each working day from `since` to the day before `now`. */
  readonly throughput: { readonly daily: Uint32Array; readonly since: PlainDate; readonly finished: number };
  /** Days from the start of work to completion, of what was finished since then and whose history tells its start. */
  readonly cycleDays: Spread | null;
  /** Issues in progress. */
  readonly inProgress: number;
  /** Days since work on them began, or since their creation where nobody tells. */
  readonly ageDays: Spread | null;
}

/**
 * The flow of a team's issues over the last twelve weeks, as it stood at a moment, `now` or the last reading. Before `from` nothing is known. Pull requests and work that was given up are counted nowhere.
 *
 * `flowMetrics([finished yesterday after 3 days, in progress for 2], now, calendar)` → `{throughput: {finished: 1, …}, cycleDays: {p50: 3, …}, inProgress: 1, ageDays: {p50: 2, …}}`
 */
export function flowMetrics(issues: readonly Issue[], now: Instant, calendar: WorkCalendar, from = Number.NEGATIVE_INFINITY): FlowMetrics {
  const own = issues.filter(({ kind }) => kind === 'issue');
  const since = historySince(Math.max(from, own.reduce((first, { createdAt }) => Math.min(first, createdAt), now)), now, calendar);
  const begin = firstMomentOf(since, calendar);
  const finished = own.filter((issue) => issue.status.category === 'done' && isCounted(issue) && issue.closedAt !== null && issue.closedAt <= now && issue.closedAt >= begin);
  const daily = dailyThroughput(Float64Array.from(finished.flatMap(({ closedAt }) => closedAt ?? [])).sort(), since, now, calendar);
  const inProgress = own.filter(({ status }) => status.category === 'doing');
  return {
    throughput: { daily, since, finished: daily.reduce((sum, count) => sum + count, 0) },
    cycleDays: spreadOf(finished.flatMap((issue) => cycleDaysOf(issue) ?? [])),
    inProgress: inProgress.length,
    ageDays: spreadOf(inProgress.map((issue) => elapsedDays(startedAt(issue)?.at ?? issue.createdAt, now))),
  };
}

function spreadOf(values: readonly number[]): Spread | null {
  if (values.length === 0) return null;
  const sorted = values.toSorted(UPWARDS);
  return { p50: percentile(sorted, 50), p85: percentile(sorted, 85), p95: percentile(sorted, 95), n: sorted.length };
}
