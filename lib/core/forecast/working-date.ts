import { DAY, type PlainDate, type WorkCalendar } from '../time.ts';
import { plainDate } from '../work-calendar.ts';

/** So far ahead some day must be worked on; a calendar without working days has none. */
const FURTHEST = 10_000;

/** `daysAfter('2026-11-30', 2)` → `'2026-12-02'`; beyond the year 9999 the day itself. */
export function daysAfter(date: PlainDate, days: number): PlainDate {
  return plainDate(new Date(Date.parse(date) + days * DAY).toISOString().slice(0, 10)) ?? date;
}

/**
 * The day on which so many working days have passed since `from`; `null` where the calendar has too few.
 *
 * `workingDayAfter(workCalendar(DEFAULT_CALENDAR), '2026-11-27', 1)` → `'2026-11-30'` (Friday to Monday)
 */
export function workingDayAfter(calendar: WorkCalendar, from: PlainDate, count: number): PlainDate | null {
  let [low, high] = [count, FURTHEST];
  if (calendar.workingDaysBetween(from, daysAfter(from, high)) < count) return null;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (calendar.workingDaysBetween(from, daysAfter(from, middle)) >= count) high = middle;
    else low = middle + 1;
  }
  return daysAfter(from, low);
}
