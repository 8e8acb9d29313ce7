import { DAY, type Instant } from './time.ts';

/** A place's clock, as far as calendar days need it. */
export interface TimeZone {
  /** Milliseconds that the local clock is ahead of UTC at a moment. */
  offsetAt(at: Instant): number;
  /** The first moment that is later than the whole of the local day `day` (counted from 1970-01-01). */
  startAfter(day: number): Instant;
}

/**
 * A zone by its IANA name, from the browser's own tables. An unknown name is read as UTC.
 *
 * Asking Intl costs a microsecond or two, too much for 50,000 issues; so the offset is kept for both ends of each UTC day met and Intl is asked
 * again only within the few days a year on which the clock changes.
 *
 * `timeZone('Europe/Berlin').offsetAt(Date.UTC(2026, 6, 1))` → `7_200_000`
 */
export function timeZone(name: string): TimeZone {
  const format = formatter(name);
  const starts = new Map<number, number>();
  const offsetAtStart = (day: number) => {
    let offset = starts.get(day);
    if (offset === undefined) starts.set(day, (offset = format ? readOffset(format, day * DAY) : 0));
    return offset;
  };
  const offsetAt = (at: Instant) => {
    const day = Math.floor(at / DAY);
    const offset = offsetAtStart(day);
    return format === null || offset === offsetAtStart(day + 1) ? offset : readOffset(format, at);
  };
  const localDay = (at: Instant) => Math.floor((at + offsetAt(at)) / DAY);

  return {
    offsetAt,
    startAfter(day) {
      const midnight = (day + 1) * DAY;
      // Midnight by each clock that was in force around it. Two of them fit where the clock goes back over midnight (St. John's until 2011): the day ends at the later.
      const fitting = [-1, 0, 1, 2, 3]
        .map((near) => midnight - offsetAtStart(day + near))
        .filter((start) => localDay(start) > day && localDay(start - 1) <= day);
      return fitting.length > 0 ? Math.max(...fitting) : firstAfter(day, midnight, localDay);
    },
  };
}

/** Where the clock jumps over midnight no clock shows it, and the jump itself is found by halving. */
function firstAfter(day: number, midnight: Instant, localDay: (at: Instant) => number): Instant {
  let before = midnight - 2 * DAY;
  let after = midnight + 2 * DAY;
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (localDay(middle) > day) after = middle;
    else before = middle;
  }
  return after;
}

/** `null` stands for UTC, which needs no asking. */
function formatter(name: string): Intl.DateTimeFormat | null {
  if (name === 'UTC') return null;
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone: name, timeZoneName: 'longOffset' });
  } catch {
    return null;
  }
}

/** `11/22/2026, GMT+05:30` → 19,800,000; local mean times of before 1900 bear seconds too. */
function readOffset(format: Intl.DateTimeFormat, at: Instant): number {
  const match = /GMT([+-])(\d\d):(\d\d)(?::(\d\d))?/.exec(format.format(at));
  if (!match) return 0;
  const [, sign, hours, minutes, seconds = '0'] = match;
  return (sign === '-' ? -1 : 1) * (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000;
}
