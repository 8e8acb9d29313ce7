import { DAY, type CalendarSettings, type Instant, type PlainDate, type WorkCalendar } from './time.ts';
import { timeZone } from './time-zone.ts';

const FIRST_DAY = Date.parse('0001-01-01') / DAY;
const LAST_DAY = Date.parse('9999-12-31') / DAY;

/** Until the team says otherwise: UTC, Saturday and Sunday off, no holidays. */
export const DEFAULT_CALENDAR: CalendarSettings = { timeZone: 'UTC', weekend: [0, 6], holidays: [] };

/**
 * Reads a calendar day; `null` for everything that is not one (wrong shape, 30 February, year 0).
 *
 * `plainDate('2026-11-22')` → `'2026-11-22'` · `plainDate('2026-02-30')` → `null`
 */
export function plainDate(text: string): PlainDate | null {
  if (!/^\d{4}-\d\d-\d\d$/.test(text) || text.startsWith('0000')) return null;
  const day = Date.parse(text) / DAY;
  // The one place where the brand is given: 2026-02-30 parses in some engines, as another day.
  return Number.isInteger(day) && textOf(day) === text ? (text as PlainDate) : null;
}

/**
 * A team's calendar. Days are counted as days, never as 24 hours, so a clock change does not shift them; there is no clock inside, so neither does a jump of the device's clock.
 *
 * Working days are a difference of prefix counts: `between(a, c) = between(a, b) + between(b, c)` and `between(a, b) = −between(b, a)`, whatever the order, and
 * a question costs the same over a day as over ten years. An unknown zone is read as UTC, holidays that are no dates are ignored, moments beyond the
 * years 1…9999 are held at those ends, and what is no number or no date at all counts as 1970-01-01.
 *
 * `workCalendar(DEFAULT_CALENDAR).workingDaysBetween('2026-11-20', '2026-11-23')` → `1` (Friday to Monday)
 */
export function workCalendar(settings: CalendarSettings): WorkCalendar {
  const zone = timeZone(settings.timeZone);
  const worked = Array.from({ length: 7 }, (_, weekday) => !settings.weekend.includes(weekday));
  const perWeek = worked.filter(Boolean).length;
  const isWorkedWeekday = (day: number) => worked[weekdayOf(day)] === true;
  const holidays = [...new Set(settings.holidays.filter((date) => plainDate(date) !== null))].map(dayOfDate).filter(isWorkedWeekday).sort((a, b) => a - b);
  const holidaySet = new Set(holidays);

  const dayAt = (at: Instant) => clampDay(Math.floor((clampInstant(at) + zone.offsetAt(clampInstant(at))) / DAY));
  const dayOf = (moment: Instant | PlainDate) => (typeof moment === 'number' ? dayAt(moment) : dayOfDate(moment));
  /** Working days from a fixed Sunday up to and including `day`; only differences of it mean anything. */
  const workedUpTo = (day: number) => {
    const sinceSunday = day + 4;
    const weeks = Math.floor(sinceSunday / 7);
    let rest = 0;
    for (let weekday = 0; weekday <= sinceSunday - weeks * 7; weekday += 1) if (worked[weekday]) rest += 1;
    return weeks * perWeek + rest - countUpTo(holidays, day);
  };

  return {
    settings,
    dateOf: (at) => textOf(dayAt(at)),
    isWorkingDay: (date) => isWorkedWeekday(dayOfDate(date)) && !holidaySet.has(dayOfDate(date)),
    workingDaysBetween: (from, to) => workedUpTo(dayOf(to)) - workedUpTo(dayOf(from)),
    daysBetween: (from, to) => dayOf(to) - dayOf(from),
    endOf: (date) => zone.startAfter(dayOfDate(date)) - 1,
  };
}

/** 1970-01-01 was a Thursday. */
function weekdayOf(day: number): number {
  return (((day + 4) % 7) + 7) % 7;
}

function dayOfDate(date: PlainDate): number {
  const day = Math.floor(Date.parse(date) / DAY);
  return Number.isNaN(day) ? 0 : clampDay(day);
}

function textOf(day: number): PlainDate {
  // A day within 1…9999 prints as YYYY-MM-DD.
  return new Date(clampDay(day) * DAY).toISOString().slice(0, 10) as PlainDate;
}

function clampInstant(at: Instant): Instant {
  return Number.isNaN(at) ? 0 : Math.min(Math.max(at, FIRST_DAY * DAY), (LAST_DAY + 1) * DAY - 1);
}

function clampDay(day: number): number {
  return Math.min(Math.max(day, FIRST_DAY), LAST_DAY);
}

/** How many of the sorted numbers are at most `limit`. */
function countUpTo(sorted: readonly number[], limit: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? Infinity) <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
