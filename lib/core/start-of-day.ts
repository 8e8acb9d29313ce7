import type { Instant, PlainDate, WorkCalendar } from './time.ts';
import { plainDate } from './work-calendar.ts';

/**
 * The first moment of the team's day that `at` lies in. Two moments of one day give the same answer; where a clock change skips midnight the day starts after the change.
 *
 * `startOfDay(workCalendar(DEFAULT_CALENDAR), Date.UTC(2026, 10, 22, 15))` → `Date.UTC(2026, 10, 22)`
 */
export function startOfDay(calendar: WorkCalendar, at: Instant): Instant {
  return firstMomentOf(calendar.dateOf(at), calendar);
}

/** The first moment of a day in the team's zone: `firstMomentOf('2026-11-22', workCalendar(DEFAULT_CALENDAR))` → `Date.UTC(2026, 10, 22)` */
export function firstMomentOf(date: PlainDate, calendar: WorkCalendar): Instant {
  const yesterday = plainDate(new Date(Date.parse(date) - 1).toISOString().slice(0, 10));
  return yesterday ? calendar.endOf(yesterday) + 1 : Date.parse(date);
}
