import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { forecastDone, LEAST_DAYS } from '../../../../lib/core/forecast/forecast.ts';
import { seeded, seedOf } from '../../../../lib/core/forecast/seeded.ts';
import { countWithin, daysUntilDone } from '../../../../lib/core/forecast/simulate.ts';
import { dailyThroughput, historySince } from '../../../../lib/core/forecast/throughput.ts';
import { daysAfter, workingDayAfter } from '../../../../lib/core/forecast/working-date.ts';
import { percentile } from '../../../../lib/core/risk/percentile.ts';
import { workCalendar } from '../../../../lib/core/work-calendar.ts';
import { CALENDAR, date, inWorkingDays, NOW } from '../build.ts';

const daily = fc.array(fc.integer({ min: 0, max: 4 }), { minLength: LEAST_DAYS, maxLength: 60 }).map((counts) => Uint32Array.from(counts));
const ask = (given: { daily: Uint32Array; remaining: number; seed?: string; runs?: number }) => forecastDone({ seed: 'x', now: NOW, calendar: CALENDAR, ...given });

describe('the forecast', () => {
  it('of a pace that never varies is the one that division gives', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 100 }), (pace, remaining) => {
      const day = inWorkingDays(Math.ceil(remaining / pace));
      expect(ask({ daily: new Uint32Array(30).fill(pace), remaining })).toEqual({ state: 'forecast', p50: day, p85: day, from: { workingDays: 30, finished: 30 * pace } });
    }), { numRuns: 60 });
  });

  it.each([[0.5, 10], [0.25, 6], [0.1, 3]])('of one issue on a share of %d of the days is the negative binomial one, for %i issues', (share, remaining) => {
    const days = Uint32Array.from({ length: 40 }, (_, day) => Number(day < 40 * share));
    const taken = daysUntilDone({ daily: days, remaining, seed: 'x', runs: 20_000, longest: 1000 });
    for (const percent of [15, 50, 85, 95]) expect(Math.abs(percentile(taken, percent) - negativeBinomial(share, remaining, percent / 100))).toBeLessThanOrEqual(1);
  });

  it('counts what is finished by a day as the mean says, and turns the percentiles round', () => {
    const counts = countWithin({ daily: Uint32Array.of(0, 0, 1, 3), days: 65, seed: 'x', runs: 4000 });
    expect(counts.reduce((sum, count) => sum + count, 0) / counts.length).toBeCloseTo(65, 0);
    expect(percentile(counts, 15)).toBeLessThan(percentile(counts, 50));
  });

  it('is the same for the same seed, and orders its percentiles', () => {
    fc.assert(fc.property(daily, fc.integer({ min: 1, max: 60 }), fc.string(), (days, remaining, seed) => {
      const one = ask({ daily: days, remaining, seed });
      expect(ask({ daily: days, remaining, seed })).toEqual(one);
      const [p50 = '', p85 = ''] = lateness(one);
      expect(p50 <= p85).toBe(true);
      const runs = daysUntilDone({ daily: days, remaining, seed, runs: 50, longest: 260 });
      expect([...runs]).toEqual([...runs].toSorted((a, b) => a - b));
    }), { numRuns: 60 });
  });

  it('one more finished issue on any day, and so one fewer to do, makes neither percentile later', () => {
    fc.assert(fc.property(daily, fc.integer({ min: 2, max: 60 }), fc.nat(), (days, remaining, at) => {
      const more = days.map((count, day) => count + Number(day === at % days.length));
      const [before, after] = [lateness(ask({ daily: days, remaining })), lateness(ask({ daily: more, remaining: remaining - 1 }))];
      expect(after.every((day, index) => day <= (before[index] ?? ''))).toBe(true);
    }), { numRuns: 150 });
  });

  it('neither more throughput alone nor less to do alone makes a percentile later, whatever the seed', () => {
    fc.assert(fc.property(daily, fc.array(fc.nat({ max: 2 }), { minLength: 60, maxLength: 60 }), fc.integer({ min: 1, max: 60 }), fc.nat({ max: 20 }), fc.string(), (days, extra, remaining, less, seed) => {
      const before = lateness(ask({ daily: days, remaining, seed }));
      for (const after of [ask({ daily: days.map((count, day) => count + (extra[day] ?? 0)), remaining, seed }), ask({ daily: days, remaining: Math.max(0, remaining - less), seed })]) {
        expect(lateness(after).every((day, index) => day <= (before[index] ?? ''))).toBe(true);
      }
    }), { numRuns: 150 });
  });

  it('declines with too few days and says so, whatever was finished in them', () => {
    expect(ask({ daily: new Uint32Array(19).fill(3), remaining: 2 })).toEqual({ state: 'declined', because: 'Only 19 working days are known; a forecast needs 20.', from: { workingDays: 19, finished: 57 } });
    expect(ask({ daily: new Uint32Array(0), remaining: 2 })).toMatchObject({ state: 'declined' });
    expect(ask({ daily: new Uint32Array(1), remaining: 2 })).toMatchObject({ because: 'Only 1 working day is known; a forecast needs 20.' });
  });

  it('forecasts from twenty days on, for a working year ahead and no day further', () => {
    const pace = (days: number) => new Uint32Array(days).fill(1);
    expect(ask({ daily: pace(20), remaining: 260 })).toMatchObject({ state: 'forecast', p50: inWorkingDays(260), p85: inWorkingDays(260) });
    expect(ask({ daily: pace(20), remaining: 261 })).toMatchObject({ state: 'beyond' });
    // What is as likely before as after it may be named where the later date may not.
    expect(ask({ daily: Uint32Array.from({ length: 20 }, (_, day) => Number(day % 2 === 0)), remaining: 128 })).toMatchObject({ state: 'forecast', p50: expect.any(String) as string, p85: null });
    // A run that never ends is given up.
    expect([...daysUntilDone({ daily: new Uint32Array(3), remaining: 1, seed: 'x', runs: 2, longest: 5 })]).toEqual([6, 6]);
  });

  it('draws a stream of chance by its name, the same for ever', () => {
    expect(seeded(1)()).toBe(0.6270739405881613);
    expect(new Set(['a', 'b', 'ab', 'ba'].flatMap((name) => [0, 1].map((run) => seedOf(name, run)))).size).toBe(8);
  });

  it('says that nothing was finished, that it takes more than a year, or that nothing is left', () => {
    expect(ask({ daily: new Uint32Array(30), remaining: 2 })).toMatchObject({ state: 'beyond', because: 'Nothing of it was finished in the last 30 working days.' });
    expect(ask({ daily: Uint32Array.from({ length: 60 }, (_, day) => Number(day === 0)), remaining: 40 })).toMatchObject({ state: 'beyond', because: expect.stringContaining('the 40 open issues take more than a year') as string });
    expect(ask({ daily: new Uint32Array(30), remaining: 0 })).toEqual({ state: 'done' });
    expect(forecastDone({ daily: new Uint32Array(30).fill(1), remaining: 3, seed: 'x', now: NOW, calendar: workCalendar({ timeZone: 'UTC', weekend: [0, 1, 2, 3, 4, 5, 6], holidays: [] }) })).toMatchObject({ state: 'beyond' });
  });
});

describe('daily throughput', () => {
  const at = (text: string): number => Date.parse(`${text}Z`);
  it('counts working days from the first to yesterday, none among them, days off to the working day before', () => {
    // Friday 20 to Wednesday 25 November 2026, with a Saturday in between; today is Thursday the 26th.
    const finished = Float64Array.of(at('2026-11-19T12:00'), at('2026-11-20T09:00'), at('2026-11-21T09:00'), at('2026-11-25T23:59'), at('2026-11-26T08:00'));
    expect([...dailyThroughput(finished, date('2026-11-20'), at('2026-11-26T10:00'), CALENDAR)]).toEqual([2, 0, 0, 1]);
    expect([...dailyThroughput(finished, date('2026-11-20'), at('2026-11-28T10:00'), CALENDAR)]).toEqual([2, 0, 0, 1, 1, 0]);
    expect([...dailyThroughput(finished, date('2026-11-26'), at('2026-11-26T10:00'), CALENDAR)]).toEqual([]);
    // Sunday the 22nd: Saturday's counts for Friday, its own only once it is over.
    const weekend = Float64Array.of(at('2026-11-20T09:00'), at('2026-11-21T09:00'), at('2026-11-22T09:00'));
    expect([...dailyThroughput(weekend, date('2026-11-20'), at('2026-11-22T10:00'), CALENDAR)]).toEqual([2]);
    expect([...dailyThroughput(weekend, date('2026-11-20'), at('2026-11-23T10:00'), CALENDAR)]).toEqual([3]);
  });

  it('holidays are no days of work', () => {
    const calendar = workCalendar({ timeZone: 'UTC', weekend: [0, 6], holidays: [date('2026-11-23')] });
    expect([...dailyThroughput(Float64Array.of(at('2026-11-23T09:00')), date('2026-11-20'), at('2026-11-25T10:00'), calendar)]).toEqual([1, 0]);
  });

  it('the history is twelve weeks long, or as long as anything is known', () => {
    expect(historySince(0, NOW, CALENDAR)).toBe('2026-08-31');
    expect(historySince(at('2026-11-02T00:00'), NOW, CALENDAR)).toBe('2026-11-02');
  });
});

describe('working days ahead', () => {
  it('are found by any calendar that has them', () => {
    fc.assert(fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 6 }), { maxLength: 6 }), fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 3000 }), (weekend, count, day) => {
      const calendar = workCalendar({ timeZone: 'UTC', weekend, holidays: [date('2026-12-24'), date('2026-12-25')] });
      const from = daysAfter(date('2026-01-01'), day);
      const found = workingDayAfter(calendar, from, count);
      expect(found && calendar.workingDaysBetween(from, found)).toBe(count);
      expect(count === 0 || (found !== null && calendar.isWorkingDay(found))).toBe(true);
    }));
    expect(workingDayAfter(workCalendar({ timeZone: 'UTC', weekend: [0, 1, 2, 3, 4, 5, 6], holidays: [] }), date('2026-01-01'), 1)).toBeNull();
  });
});

/** The smallest number of days within which so many successes have come with that probability: by summing the exact distribution. */
function negativeBinomial(share: number, successes: number, probability: number): number {
  let mass = share ** successes;
  let sum = mass;
  let days = successes;
  while (sum < probability) {
    days += 1;
    mass *= ((days - 1) / (days - successes)) * (1 - share);
    sum += mass;
  }
  return days;
}

/** Both percentiles as texts that compare by time. */
function lateness(forecast: ReturnType<typeof forecastDone>): string[] {
  if (forecast.state === 'done') return ['', ''];
  return forecast.state === 'forecast' ? [forecast.p50, forecast.p85 ?? 'z'] : ['z', 'z'];
}
