import { dateInWords } from '../date-words.ts';
import type { Instant, PlainDate, WorkCalendar } from '../time.ts';
import { counted } from '../risk/issue-fact.ts';

/** A year, in calendar days. Nobody plans a sprint of more: a date further away was made up, to say “never” or “long ago”. */
export const LONGEST_SPRINT = 366;

/** How long a sprint still runs; both `null` without a last day. */
export interface TimeLeft {
  /** Working days after today, up to and including the last; negative: over since its last day. */
  readonly workingDaysLeft: number | null;
  /** The same in calendar days, which tell what none to work on leaves open: on a Saturday a sprint that ended on Friday is over, and one that ends on Sunday is not. Absent in what an older Waymark kept. */
  readonly daysLeft?: number | null;
}

/** `timeLeft('2026-11-27', Tuesday the 24th, calendar)` → `{workingDaysLeft: 3, daysLeft: 3}` */
export function timeLeft(dueOn: PlainDate | null, now: Instant, calendar: WorkCalendar): Required<TimeLeft> {
  if (dueOn === null) return { workingDaysLeft: null, daysLeft: null };
  return { workingDaysLeft: calendar.workingDaysBetween(now, dueOn), daysLeft: calendar.daysBetween(now, dueOn) };
}

/**
 * It in words: `3 working days left`, `last day`, `no working day left after today` where the last days are off, `2 working days over`, `over` on the days off after the last; more than a year away the last day itself,
 * `until 31 Dec 9999` or `over since 1 Jan 1970`; `null` without a last day.
 *
 * `timeLeftInWords({workingDaysLeft: 0, daysLeft: -1}, '2026-11-20')` → `'over'`
 */
export function timeLeftInWords(time: TimeLeft, dueOn: PlainDate | null): string | null {
  const { workingDaysLeft, daysLeft = workingDaysLeft } = time;
  if (workingDaysLeft === null || daysLeft === null) return null;
  if (dueOn !== null && isFar(time)) return `${daysLeft < 0 ? 'over since' : 'until'} ${dateInWords(dueOn)}`;
  if (daysLeft < 0) return workingDaysLeft < 0 ? `${counted(-workingDaysLeft, 'working day')} over` : 'over';
  if (workingDaysLeft > 0) return `${counted(workingDaysLeft, 'working day')} left`;
  return daysLeft === 0 ? 'last day' : 'no working day left after today';
}

/** Whether its last day is past: `isOver({workingDaysLeft: 0, daysLeft: -1})` → `true` */
export function isOver({ workingDaysLeft, daysLeft = workingDaysLeft }: TimeLeft): boolean {
  return daysLeft !== null && daysLeft < 0;
}

/** Whether its last day lies more than a year away, where no number of working days tells anybody anything. `isFar({workingDaysLeft: 262, daysLeft: 367})` → `true` · `isFar({workingDaysLeft: 6, daysLeft: 8})` → `false` */
export function isFar({ workingDaysLeft, daysLeft = workingDaysLeft }: TimeLeft): boolean {
  return Math.abs(daysLeft ?? 0) > LONGEST_SPRINT;
}
