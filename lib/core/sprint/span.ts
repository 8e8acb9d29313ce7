import { daysAfter } from '../forecast/working-date.ts';
import { firstMomentOf } from '../start-of-day.ts';
import type { Instant, PlainDate, WorkCalendar } from '../time.ts';
import type { Sprint } from './sprint.ts';

/** The days and the moments of a sprint by the team's calendar. */
export interface SprintSpan {
  /** Its first day, the day of planning. */
  readonly from: PlainDate;
  /** Who says so: the tracker; the sprint before it, whose last day is the day before; or only the day on which it was made. */
  readonly fromBy: 'tracker' | 'former' | 'created';
  /** Its last planned day; `null` when nobody has said. A prolonged sprint has the later one. */
  readonly dueOn: PlainDate | null;
  /** The first moment of its first day. */
  readonly startsAt: Instant;
  /** The end of its first day: what is in it then was committed to. */
  readonly committedAt: Instant;
  /** When it ended: completed, or closed with its last day past. `null` while it runs, however overdue, and before it begins. */
  readonly endedAt: Instant | null;
  /** The team’s day on which it did. */
  readonly endedOn: PlainDate | null;
}

/**
 * The span of a sprint. Where the tracker tells no start (GitHub's milestones), it is the day after the last day of the sprint before it, of the same project and board, but never before the day on which it was made.
 * A sprint that was started on another day than planned starts then.
 *
 * `spanOf({startsOn: null, dueOn: '2026-12-04', createdAt: long ago, …}, [{dueOn: '2026-11-20', …}], calendar)` → `{from: '2026-11-21', fromBy: 'former', dueOn: '2026-12-04', …}`
 */
export function spanOf(sprint: Sprint, known: readonly Sprint[], calendar: WorkCalendar): SprintSpan {
  const endedAt = endOf(sprint, calendar);
  const endedOn = endedAt === null ? null : calendar.dateOf(endedAt);
  const { from, fromBy } = startOf(sprint, endedOn, known, calendar);
  const firstDayEnds = calendar.endOf(from);
  return { from, fromBy, dueOn: sprint.dueOn, startsAt: firstMomentOf(from, calendar), committedAt: endedAt === null ? firstDayEnds : Math.min(firstDayEnds, endedAt), endedAt, endedOn };
}

/**
 * The first day of a sprint as its tracker tells it: the day on which it was really started, else the planned one; `null` where nobody says.
 *
 * `startedOn({startsOn: '2026-11-16', startedAt: Wednesday the 18th, …}, calendar)` → `'2026-11-18'`
 */
export function startedOn({ startsOn, startedAt }: Pick<Sprint, 'startsOn' | 'startedAt'>, calendar: WorkCalendar): PlainDate | null {
  return startedAt == null ? startsOn : calendar.dateOf(startedAt);
}

function startOf(sprint: Sprint, endedOn: PlainDate | null, known: readonly Sprint[], calendar: WorkCalendar): Pick<SprintSpan, 'from' | 'fromBy'> {
  const { key, project, board, dueOn, createdAt } = sprint;
  const told = startedOn(sprint, calendar);
  if (told !== null) return { from: told, fromBy: 'tracker' };
  const created = [dueOn, endedOn].reduce<PlainDate>((first, day) => (day !== null && day < first ? day : first), calendar.dateOf(createdAt));
  const siblings = known.filter((other) => other.key !== key && other.project === project && other.board?.id === board?.id);
  const former = siblings.reduce<PlainDate | null>((latest, other) => (dueOn !== null && other.dueOn !== null && other.dueOn < dueOn && (latest === null || other.dueOn > latest) ? other.dueOn : latest), null);
  const next = former === null ? null : daysAfter(former, 1);
  // One that was closed before the former ended has not begun after that.
  return next !== null && next >= created && (endedOn === null || next <= endedOn) ? { from: next, fromBy: 'former' } : { from: created, fromBy: 'created' };
}

function endOf({ state, completedAt, dueOn, updatedAt }: Sprint, calendar: WorkCalendar): Instant | null {
  if (state !== 'closed') return null;
  return completedAt ?? (dueOn === null ? updatedAt : calendar.endOf(dueOn));
}
