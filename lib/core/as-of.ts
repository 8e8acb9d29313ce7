import { dateInWords } from './date-words.ts';
import type { Instant, PlainDate, WorkCalendar } from './time.ts';

/**
 * A sentence of what was last read on an earlier day, as it says so itself: wherever it is shown, nobody takes it for today's. Without a day it is the sentence alone.
 *
 * `asOf('Blocked by #12.', '2026-11-12')` → `'Blocked by #12. As of 12 Nov 2026, when it was last read.'`
 */
export function asOf(sentence: string, on: PlainDate | null): string {
  return on === null ? sentence : `${sentence} As of ${dateInWords(on)}, when it was last read.`;
}

/**
 * The day of a last reading, where that is over: what was read today is of today. `null` where it still is.
 *
 * `dayLastRead(Thursday 12 Nov, Monday 16 Nov, calendar)` → `'2026-11-12'` · `dayLastRead(this morning, now, calendar)` → `null`
 */
export function dayLastRead(at: Instant | null | undefined, now: Instant, calendar: Pick<WorkCalendar, 'dateOf'>): PlainDate | null {
  const on = at == null ? null : calendar.dateOf(at);
  return on !== null && on < calendar.dateOf(now) ? on : null;
}
