import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PlainDate } from '../../../lib/core/time.ts';
import { startOfDay } from '../../../lib/core/start-of-day.ts';
import { DEFAULT_CALENDAR, plainDate, workCalendar } from '../../../lib/core/work-calendar.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const ZONES = ['UTC', 'Europe/Berlin', 'America/New_York', 'America/St_Johns', 'America/Sao_Paulo', 'Asia/Kolkata', 'Asia/Kathmandu', 'Asia/Beirut', 'Africa/Cairo', 'Africa/Casablanca', 'Australia/Lord_Howe', 'Pacific/Apia', 'Pacific/Kiritimati', 'Pacific/Chatham', 'Asia/Tokyo'];

const day = (text: string): PlainDate => plainDate(text) ?? expect.fail(`${text} is no date`);
const days = fc.integer({ min: Date.UTC(1990, 0, 1) / DAY, max: Date.UTC(2040, 0, 1) / DAY }).map((count) => day(new Date(count * DAY).toISOString().slice(0, 10)));
const instants = fc.integer({ min: Date.UTC(1990, 0, 1), max: Date.UTC(2040, 0, 1) });
const settings = fc.record({ timeZone: fc.constantFrom(...ZONES), weekend: fc.uniqueArray(fc.integer({ min: 0, max: 6 })), holidays: fc.array(days, { maxLength: 20 }) });

/** What the browser itself says the local date is. */
function dateByIntl(timeZone: string, at: number): string {
  const parts = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).formatToParts(at);
  const part = (type: string) => parts.find((each) => each.type === type)?.value;
  return `${part('year')}-${part('month')}-${part('day')}`;
}

describe('plainDate', () => {
  it.each(['2026-11-22', '2024-02-29', '0001-01-01', '9999-12-31'])('reads %s', (text) => expect(plainDate(text)).toBe(text));
  it.each(['2026-02-29', '2026-02-30', '2026-13-01', '2026-00-10', '2026-1-1', '2026-11-22T00:00Z', ' 2026-11-22', '22.11.2026', '0000-01-01', '', 'soon', '２０２６-11-22'])('refuses “%s”', (text) => expect(plainDate(text)).toBeNull());
});

describe('the work calendar', () => {
  it('counts working days after the first day up to and including the second', () => {
    const calendar = workCalendar(DEFAULT_CALENDAR);
    expect(calendar.workingDaysBetween(day('2026-11-20'), day('2026-11-23'))).toBe(1);
    expect(calendar.workingDaysBetween(day('2026-11-23'), day('2026-11-23'))).toBe(0);
    expect(calendar.workingDaysBetween(day('2026-11-21'), day('2026-11-22'))).toBe(0);
    expect(calendar.workingDaysBetween(day('2026-11-30'), day('2026-11-23'))).toBe(-5);
    expect(calendar.daysBetween(day('2026-11-20'), day('2026-11-23'))).toBe(3);
  });

  it('leaves holidays out once, and those on a weekend not at all', () => {
    const holidays = [day('2026-12-25'), day('2026-12-25'), day('2026-12-26')];
    const calendar = workCalendar({ ...DEFAULT_CALENDAR, holidays });
    expect(calendar.workingDaysBetween(day('2026-12-20'), day('2026-12-27'))).toBe(4);
    expect(calendar.isWorkingDay(day('2026-12-25'))).toBe(false);
    expect(calendar.isWorkingDay(day('2026-12-24'))).toBe(true);
  });

  it('works on other weeks: Friday and Saturday off, no day off, no day worked', () => {
    const between = (weekend: readonly number[]) => workCalendar({ ...DEFAULT_CALENDAR, weekend }).workingDaysBetween(day('2026-11-01'), day('2026-11-15'));
    expect([between([5, 6]), between([]), between([0, 1, 2, 3, 4, 5, 6]), between([7, -1])]).toEqual([10, 14, 0, 14]);
  });

  it('agrees with a count of the days one by one', () => {
    fc.assert(
      fc.property(settings, days, fc.integer({ min: 0, max: 60 }), (given, from, length) => {
        const calendar = workCalendar(given);
        let count = 0;
        for (let step = 1; step <= length; step += 1) if (calendar.isWorkingDay(addDays(from, step))) count += 1;
        expect(calendar.workingDaysBetween(from, addDays(from, length))).toBe(count);
      }),
    );
  });

  it('adds up: a to b and b to c is a to c, and back is the negative, between days and moments alike', () => {
    const either = fc.oneof(days, instants);
    fc.assert(
      fc.property(settings, either, either, either, (given, a, b, c) => {
        const { workingDaysBetween: working, daysBetween: all } = workCalendar(given);
        for (const between of [working, all]) {
          expect(between(a, b) + between(b, c)).toBe(between(a, c));
          expect(between(a, b) + between(b, a)).toBe(0);
        }
      }),
    );
  });

  it('gives the date that the zone’s own clock shows, in every zone, also on days when the clock changes', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ZONES), instants, (timeZone, at) => {
        expect(workCalendar({ ...DEFAULT_CALENDAR, timeZone }).dateOf(at)).toBe(dateByIntl(timeZone, at));
      }),
      { numRuns: 400 },
    );
  });

  it.each(ZONES)('gives the right date at every hour around the changes of a year in %s', (timeZone) => {
    const calendar = workCalendar({ ...DEFAULT_CALENDAR, timeZone });
    const format = new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' });
    const wrong: string[] = [];
    for (const year of [2011, 2018, 2026]) {
      for (const month of [1, 2, 3, 9, 10, 11]) {
        for (let at = Date.UTC(year, month, 20); at < Date.UTC(year, month, 34); at += 3 * HOUR) if (calendar.dateOf(at) !== format.format(at)) wrong.push(new Date(at).toISOString());
      }
    }
    expect(wrong).toEqual([]);
  });

  it('ends each day at its last moment, one before the next day', () => {
    fc.assert(
      fc.property(settings, days, (given, date) => {
        const calendar = workCalendar(given);
        const end = calendar.endOf(date);
        expect(calendar.dateOf(end + 1) > date).toBe(true);
        expect(calendar.dateOf(end) <= date).toBe(true);
        // Samoa left out 2011-12-30 altogether: such a day ends with the one before it.
        expect(calendar.dateOf(end)).toBe(given.timeZone === 'Pacific/Apia' && date === '2011-12-30' ? '2011-12-29' : date);
      }),
    );
  });

  it.each([
    ['Europe/Berlin', '2026-03-29', '2026-03-29T21:59:59.999Z'],
    ['Europe/Berlin', '2026-10-25', '2026-10-25T22:59:59.999Z'],
    ['America/Sao_Paulo', '2018-11-03', '2018-11-04T02:59:59.999Z'],
    ['America/Sao_Paulo', '2018-02-17', '2018-02-18T02:59:59.999Z'],
    ['Africa/Cairo', '2026-10-29', '2026-10-29T21:59:59.999Z'],
    ['America/St_Johns', '2010-11-06', '2010-11-07T03:29:59.999Z'],
    ['Pacific/Apia', '2011-12-29', '2011-12-30T09:59:59.999Z'],
    ['Pacific/Apia', '2011-12-30', '2011-12-30T09:59:59.999Z'],
    ['UTC', '2026-11-22', '2026-11-22T23:59:59.999Z'],
  ])('in %s the %s ends at %s', (timeZone, date, end) => {
    expect(new Date(workCalendar({ ...DEFAULT_CALENDAR, timeZone }).endOf(day(date))).toISOString()).toBe(end);
  });

  it('does not lose or win a day over a clock change, though it has 23 or 25 hours', () => {
    const calendar = workCalendar({ ...DEFAULT_CALENDAR, timeZone: 'Europe/Berlin' });
    expect(calendar.daysBetween(Date.UTC(2026, 2, 27, 23), Date.UTC(2026, 2, 29, 22))).toBe(2);
    expect(calendar.workingDaysBetween(Date.UTC(2026, 9, 23, 21, 59), Date.UTC(2026, 9, 26, 23))).toBe(2);
  });

  it('does not mind that the device’s clock jumps: each answer depends on its moments alone', () => {
    const calendar = workCalendar({ ...DEFAULT_CALENDAR, timeZone: 'America/New_York' });
    const moments = [Date.UTC(2026, 10, 22, 4), Date.UTC(1999, 0, 1), Date.UTC(2039, 6, 1), Date.UTC(2026, 10, 22, 6)];
    const first = moments.map(calendar.dateOf);
    expect(first).toEqual(['2026-11-21', '1998-12-31', '2039-06-30', '2026-11-22']);
    expect(moments.toReversed().map(calendar.dateOf).toReversed()).toEqual(first);
  });

  it('reads an unknown zone as UTC, and holds what is no moment at an end', () => {
    const calendar = workCalendar({ ...DEFAULT_CALENDAR, timeZone: 'Mars/Olympus' });
    expect(calendar.dateOf(Date.UTC(2026, 10, 22, 23))).toBe('2026-11-22');
    expect([Number.NaN, Infinity, -Infinity, 9e15].map(calendar.dateOf)).toEqual(['1970-01-01', '9999-12-31', '0001-01-01', '9999-12-31']);
    expect(calendar.isWorkingDay('soon' as PlainDate)).toBe(true);
  });

  it('starts the day where the day before has ended', () => {
    fc.assert(
      fc.property(settings, instants, (given, at) => {
        const calendar = workCalendar(given);
        const start = startOfDay(calendar, at);
        expect(calendar.dateOf(start)).toBe(calendar.dateOf(at));
        expect(calendar.dateOf(start - 1)).not.toBe(calendar.dateOf(at));
        expect(startOfDay(calendar, start)).toBe(start);
      }),
    );
  });
});

function addDays(date: PlainDate, count: number): PlainDate {
  return day(new Date(Date.parse(date) + count * DAY).toISOString().slice(0, 10));
}
