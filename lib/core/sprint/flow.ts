import { isGivenUp } from '../given-up.ts';
import type { Issue } from '../issue.ts';
import { DAY, type Instant, type WorkCalendar } from '../time.ts';
import { startedAt } from '../work-history.ts';

/** Where the words and the measures come from. */
export const FLOW_SOURCE = 'The Kanban Guide (2020), https://kanbanguides.org/';

/** So much of the past is looked at: long enough for a rate, short enough to be the team of today. */
export const FLOW_WEEKS = 12;

export const WEEK = 7 * DAY;

/** One issue in progress. */
export interface InProgress<I> {
  readonly issue: I;
  /** Calendar days since work on it began. */
  readonly ageDays: number;
  /**
   * `history`: since its status went to in progress. `latest-history`: the tracker told only the latest part, so it is older still.
   * `created`: no history tells it, so since its creation, which is the most that it can be.
   */
  readonly from: 'history' | 'latest-history' | 'created';
}

export interface Flow<I> {
  /** The oldest first. */
  readonly inProgress: readonly InProgress<I>[];
  /** Issues finished in each whole week that ends now, the latest last; none from before the first known issue. */
  readonly weeks: readonly number[];
  /** Their sum: the n that the rate stands on. */
  readonly finished: number;
  /** Issues finished a week; `null` when nothing is known. */
  readonly perWeek: number | null;
}

type Flowing = Pick<Issue, 'status' | 'resolution' | 'createdAt' | 'closedAt' | 'history'>;

/**
 * How work flows where there are no sprints: what is in progress and for how long, and how much is finished in a week. Issues closed as not planned or as duplicates were not finished.
 * Before `from` nothing is known of what was. Source: FLOW_SOURCE.
 *
 * `readFlow([doing since 9 days, finished yesterday, created 20 days ago], now, calendar)` → `{inProgress: [{ageDays: 9, …}], weeks: [0, 0, 1], finished: 1, perWeek: 0.33}`
 */
export function readFlow<I extends Flowing>(issues: readonly I[], now: Instant, calendar: WorkCalendar, from = Number.NEGATIVE_INFINITY): Flow<I> {
  const inProgress = issues.filter((issue) => issue.status.category === 'doing').map((issue) => aged(issue, now, calendar)).toSorted((a, b) => b.ageDays - a.ageDays);
  const known = Math.max(from, issues.reduce((first, issue) => Math.min(first, issue.createdAt), now));
  const weeks = Array.from({ length: issues.length === 0 || from >= now ? 0 : Math.min(FLOW_WEEKS, Math.max(1, Math.ceil((now - known) / WEEK))) }, () => 0);
  for (const issue of issues) {
    if (issue.status.category !== 'done' || isGivenUp(issue) || issue.closedAt === null || issue.closedAt > now) continue;
    const ago = Math.floor((now - issue.closedAt) / WEEK);
    if (ago < weeks.length) weeks[weeks.length - 1 - ago] = (weeks[weeks.length - 1 - ago] ?? 0) + 1;
  }
  const finished = weeks.reduce((sum, week) => sum + week, 0);
  return { inProgress, weeks, finished, perWeek: weeks.length === 0 ? null : finished / weeks.length };
}

function aged<I extends Flowing>(issue: I, now: Instant, calendar: WorkCalendar): InProgress<I> {
  const began = startedAt(issue);
  return { issue, ageDays: Math.max(0, calendar.daysBetween(began?.at ?? issue.createdAt, now)), from: began === null ? 'created' : began.atLeast ? 'latest-history' : 'history' };
}
