import { daysAfter } from '../forecast/working-date.ts';
import type { IssueKey } from '../issue.ts';
import type { Instant, PlainDate, WorkCalendar } from '../time.ts';
import { type GoalTrack, servesAt } from './goal-track.ts';
import type { SprintSpan } from './span.ts';
import { valueAt } from './steps.ts';
import { basisOf, isDoneAt, type StoryBasis, tookPart } from './story.ts';
import { LONGEST_SPRINT } from './time-left.ts';
import type { Track } from './track.ts';

/** How much there was and how much of it was done, of everything and of what serves the goal. In issues, or in the team's unit of estimate, where issues without one count nothing. */
export interface BurnCounts {
  readonly scope: number;
  readonly done: number;
  readonly goalScope: number;
  readonly goalDone: number;
}

/** One day of a burn-up, at its end; today, now; the day of completion, at completion. */
export interface BurnDay {
  readonly on: PlainDate;
  /** Nobody works on it: weekend or holiday, to be shaded. */
  readonly off: boolean;
  /** `null` for a day that has not come, or one before anything is known. */
  readonly counts: { readonly issues: BurnCounts; readonly estimate: BurnCounts; /** By estimates that are times, which are in no other sum; absent where there are none. */ readonly hours?: BurnCounts } | null;
}

/** What a burn-up is drawn from: every calendar day of the sprint, also those to come; of one longer than a year those around today or before its end. */
export interface BurnUp {
  readonly days: readonly BurnDay[];
  /** The first and the last day of a sprint of which only a part is in `days`. Absent: all of it is. */
  readonly whole?: { readonly from: PlainDate; readonly to: PlainDate };
  /** Whether any issue was ever estimated, in points or the team's own unit: without that the line by estimate says nothing. */
  readonly estimated: boolean;
  /** Whether any was estimated in hours. Absent: none. */
  readonly timed?: true;
  readonly basis: StoryBasis;
  readonly since: Instant | null;
  /** Before this day it is not known of every issue whether it served the goal, and what it was on this day stands for it; `null` when all of it is told. */
  readonly goalSince: PlainDate | null;
}

/** Of a longer sprint so much is drawn, in calendar days: half a year that was, a month to come. */
const DRAWN = { before: 183, after: 31 };

/**
 * The burn-up of a sprint, a day at a time, from its first day to its last or to today, whichever is later; a completed sprint ends with its completion. Of one longer than a year it has half a year up to today and a month
 * after it: in a picture of decades nobody sees a day.
 *
 * `burnUpOf({span of Monday to Friday, now: Tuesday, …}, [done on Tuesday, open], new Map())` → `{days: [{counts: {issues: {scope: 2, done: 0, …}, …}, …}, {counts: {issues: {scope: 2, done: 1, …}}}, {counts: null}, …], …}`
 */
export function burnUpOf({ span, now, calendar }: { readonly span: SprintSpan; readonly now: Instant; readonly calendar: WorkCalendar }, tracks: readonly Track[], goal: ReadonlyMap<IssueKey, GoalTrack>): BurnUp {
  const until = Math.min(span.endedAt ?? now, now);
  const during = tracks.filter((track) => tookPart(track, span, until));
  const { basis, since } = basisOf(during, span.committedAt);
  const marked = goalSince(during, goal, span.committedAt);
  const today = calendar.dateOf(until);
  const whole = { from: span.from, to: span.endedAt === null && span.dueOn !== null && span.dueOn > today ? span.dueOn : today };
  const isCut = calendar.daysBetween(whole.from, whole.to) > LONGEST_SPRINT;
  const { from, to } = isCut ? partOf(whole, today) : whole;
  const length = Math.max(0, calendar.daysBetween(from, to) + 1);
  const [estimated, timed] = [tracks.some(({ estimate }) => isTold(estimate)), tracks.some(({ hours }) => hours && isTold(hours))];
  const days = Array.from({ length }, (_, index): BurnDay => {
    const on = daysAfter(from, index);
    const at = Math.min(calendar.endOf(on), until);
    const known = on <= today && (since === null || at >= since);
    return { on, off: !calendar.isWorkingDay(on), counts: known ? { issues: count(tracks, goal, at, () => 1), estimate: count(tracks, goal, at, ({ estimate }) => valueAt(estimate, at) ?? 0), ...(timed && { hours: count(tracks, goal, at, ({ hours }) => (hours ? valueAt(hours, at) : null) ?? 0) }) } : null };
  });
  return { days, ...(isCut && { whole }), estimated, ...(timed && { timed }), basis, since, goalSince: marked === null ? null : calendar.dateOf(Math.min(marked, until)) };
}

/** Dates of one shape compare as text. */
function partOf(whole: NonNullable<BurnUp['whole']>, today: PlainDate): NonNullable<BurnUp['whole']> {
  const [earliest, from] = [daysAfter(today, -DRAWN.before), whole.from];
  const first = from > earliest ? from : earliest;
  const latest = daysAfter(first > today ? first : today, DRAWN.after);
  return { from: first, to: whole.to < latest ? whole.to : latest };
}

function isTold(estimates: Track['estimate']): boolean {
  return estimates.some(({ value }) => value !== null);
}

/** Of those that ever served it, and were in the sprint before that. */
function goalSince(during: readonly Track[], goal: ReadonlyMap<IssueKey, GoalTrack>, committedAt: Instant): Instant | null {
  return during.reduce<Instant | null>((latest, { issue, inSprint }) => {
    const track = goal.get(issue);
    const since = track?.steps.some(({ value }) => value) ? track.since : null;
    return since !== null && since > committedAt && inSprint.some(({ at, value }) => value && at < since) ? Math.max(latest ?? since, since) : latest;
  }, null);
}

function count(tracks: readonly Track[], goal: ReadonlyMap<IssueKey, GoalTrack>, at: Instant, weigh: (track: Track) => number): BurnCounts {
  const counts = { scope: 0, done: 0, goalScope: 0, goalDone: 0 };
  for (const track of tracks) {
    if (!valueAt(track.inSprint, at)) continue;
    const weight = weigh(track);
    const done = isDoneAt(track, at) ? weight : 0;
    counts.scope += weight;
    counts.done += done;
    if (!servesAt(goal, track.issue, at)) continue;
    counts.goalScope += weight;
    counts.goalDone += done;
  }
  return counts;
}
