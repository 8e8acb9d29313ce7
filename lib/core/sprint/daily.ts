import type { IssueKey } from '../issue.ts';
import { daysAfter } from '../forecast/working-date.ts';
import type { Severity } from '../risk/risk.ts';
import { firstMomentOf } from '../start-of-day.ts';
import type { Instant, PlainDate, WorkCalendar } from '../time.ts';
import type { SprintSnapshot } from './snapshot.ts';
import type { SprintSpan } from './span.ts';
import { valueAt } from './steps.ts';
import { type AddedIssue, basisOf, doneSince, entry, isDoneAt, type RemovedIssue, type StoryBasis, type StoryIssue } from './story.ts';
import type { Track } from './track.ts';

/** What changed in a sprint since the last working day began, for the daily; each list oldest first. What was undone since is not in it. */
export interface DailyChanges {
  /** From the first moment of this day of the team’s on. */
  readonly since: PlainDate;
  /** Up to this one, where nothing was read after it. Absent: up to now. */
  readonly until?: PlainDate;
  readonly basis: StoryBasis;
  readonly finished: readonly StoryIssue[];
  readonly started: readonly StoryIssue[];
  readonly added: readonly AddedIssue[];
  readonly removed: readonly RemovedIssue[];
  /** With the rules that did not speak in the last snapshot before; `null` where none tells of flags. */
  readonly flagged: readonly { readonly issue: IssueKey; readonly rules: readonly string[] }[] | null;
}

/** One thing that threatens the goal: an issue with its worst flag, or a flag of the sprint as a whole. */
export interface GoalThreat {
  readonly issue: IssueKey | null;
  readonly rule: string;
  readonly label: string;
  readonly severity: Severity;
  readonly reason: string;
}

/** So far back a day of work is looked for: whoever comes back from a longer pause does not ask what was new yesterday. */
const LONGEST_PAUSE = 14;

/**
 * The last working day before today, in the team's zone: on a Monday it is Friday.
 *
 * `lastDailyOn(Monday the 23rd, calendar)` → `'2026-11-20'`
 */
export function lastDailyOn(now: Instant, calendar: WorkCalendar): PlainDate {
  const today = calendar.dateOf(now);
  let ago = 1;
  while (ago < LONGEST_PAUSE && !calendar.isWorkingDay(daysAfter(today, -ago))) ago += 1;
  return daysAfter(today, -ago);
}

export interface DailyInput {
  readonly span: SprintSpan;
  readonly since: PlainDate;
  readonly now: Instant;
  readonly calendar: WorkCalendar;
  readonly snapshots: readonly SprintSnapshot[];
  /** The rules that flag each open issue of the sprint now. */
  readonly flags: ReadonlyMap<IssueKey, readonly string[]>;
}

/**
 * What changed in a sprint from a day to a moment, net: what was done and reopened, or came and went, is not told. The planning on the first day is no change.
 *
 * `dailyChanges({since: '2026-11-20', now: Monday, …}, [done on Friday])` → `{since: '2026-11-20', finished: [it], started: [], …}`
 */
export function dailyChanges({ span, since: day, now, calendar, snapshots, flags }: DailyInput, tracks: readonly Track[]): DailyChanges {
  const since = firstMomentOf(day, calendar);
  const before = since - 1;
  const list = <T extends StoryIssue>(of: (track: Track) => T | null): T[] => tracks.flatMap((track) => of(track) ?? []).toSorted((a, b) => a.at - b.at);
  const inside = tracks.filter(({ inSprint }) => valueAt(inSprint, now));
  return {
    since: day,
    basis: basisOf(inside, span.committedAt).basis,
    finished: inside.flatMap((track) => {
      const done = doneSince(track, now);
      return done !== null && done.at >= since && !isDoneAt(track, before) ? [entry(track, done.at, done.by)] : [];
    }).toSorted((a, b) => a.at - b.at),
    started: inside.flatMap((track) => {
      const begun = track.category.findLast(({ at, value }) => at <= now && value === 'doing');
      return begun && begun.at >= since && valueAt(track.category, now) === 'doing' && valueAt(track.category, before) !== 'doing' ? [entry(track, begun.at, begun.by)] : [];
    }).toSorted((a, b) => a.at - b.at),
    added: list((track) => {
      const joined = track.inSprint.findLast(({ at, value }) => value && at <= now);
      if (!joined || joined.at < since || joined.at <= span.committedAt || !valueAt(track.inSprint, now) || valueAt(track.inSprint, before)) return null;
      return { ...entry(track, joined.at, joined.by), again: track.inSprint.some(({ at, value }) => value && at < joined.at) };
    }),
    removed: list((track) => {
      const left = track.inSprint.findLast(({ at, value }) => !value && at <= now);
      if (!left || left.at < since || left.at <= span.committedAt || valueAt(track.inSprint, now) || !valueAt(track.inSprint, before)) return null;
      return { ...entry(track, left.at, left.by), how: left.at === track.givenUpAt ? 'given-up' : 'taken-out' };
    }),
    flagged: newlyFlagged(snapshots, since, flags),
  };
}

/** Against the last snapshot before that moment in which flags were asked for. */
function newlyFlagged(snapshots: readonly SprintSnapshot[], since: Instant, flags: DailyInput['flags']): DailyChanges['flagged'] {
  const last = snapshots.filter(({ at, issues }) => at < since && issues.some((issue) => issue.flags !== undefined)).reduce<SprintSnapshot | null>((latest, one) => (latest === null || one.at > latest.at ? one : latest), null);
  if (last === null) return null;
  const former = new Map(last.issues.map((issue) => [issue.key, issue.flags ?? []]));
  return [...flags].flatMap(([issue, rules]) => {
    const fresh = rules.filter((rule) => !former.get(issue)?.includes(rule));
    return fresh.length === 0 ? [] : [{ issue, rules: fresh }];
  });
}
