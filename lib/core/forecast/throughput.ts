import { firstFrom, UPWARDS } from '../sorted.ts';
import { firstMomentOf } from '../start-of-day.ts';
import type { Instant, PlainDate, WorkCalendar } from '../time.ts';
import { daysAfter } from './working-date.ts';

/** So much of the past is looked at: twelve weeks, the lower end of what is advised (12 to 26), so that it is the team of today. */
export const HISTORY_DAYS = 84;

/**
 * Issues finished on each working day from `since` to yesterday, days with none among them: today is not over, on a day off neither. What was finished on a day off counts for the working day before it.
 *
 * `dailyThroughput([Friday, Saturday, Monday], Friday's date, Tuesday, calendar)` → `[2, 1]`
 */
export function dailyThroughput(finished: Float64Array, since: PlainDate, now: Instant, calendar: WorkCalendar): Uint32Array {
  const today = calendar.dateOf(now);
  const before = daysAfter(since, -1);
  const days = calendar.workingDaysBetween(before, today) - Number(calendar.isWorkingDay(today));
  const counts = new Uint32Array(Math.max(0, days));
  const first = firstFrom(finished, calendar.endOf(before), 0, UPWARDS);
  const yesterday = calendar.endOf(daysAfter(today, -1));
  for (const moment of finished.subarray(first)) {
    const day = calendar.workingDaysBetween(before, moment) - 1;
    if (moment <= yesterday && day >= 0 && day < counts.length) counts[day] = (counts[day] ?? 0) + 1;
  }
  return counts;
}

/**
 * The first moment of a history of so many days before today: what was finished on its first morning counts too, or that day would be one with little done.
 *
 * `beginOfHistory(Tuesday afternoon, calendar, 1)` → Monday, 0:00 in the team's zone
 */
export function beginOfHistory(now: Instant, calendar: WorkCalendar, days = HISTORY_DAYS): Instant {
  return firstMomentOf(daysAfter(calendar.dateOf(now), -days), calendar);
}

/**
 * The first day of the history that a forecast looks at: at most twelve weeks back, and not before anything was known.
 *
 * `historySince(known since last Monday, now, calendar)` → last Monday · of one known for years the day twelve weeks ago
 */
export function historySince(known: Instant, now: Instant, calendar: WorkCalendar): PlainDate {
  const earliest = daysAfter(calendar.dateOf(now), -HISTORY_DAYS);
  const first = calendar.dateOf(known);
  return first > earliest ? first : earliest;
}
