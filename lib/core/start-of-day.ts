import type { Instant, WorkCalendar } from './time.ts';
import { plainDate } from './work-calendar.ts';

/**
 * The first moment of the team's day that `at` lies in. Two moments of one day give the same answer; where a clock change skips midnight the day starts after the change.
 *
 * `startOfDay(workCalendar(DEFAULT_CALENDAR), Date.UTC(2026, 10, 22, 15))` → `Date.UTC(2026, 10, 22)`
 */
export function startOfDay(calendar: WorkCalendar, at: Instant): Instant {
  const yesterday = plainDate(new Date(Date.parse(calendar.dateOf(at)) - 1).toISOString().slice(0, 10));
  return yesterday ? calendar.endOf(yesterday) + 1 : at;
}
