import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { backTest } from '../../../../lib/core/forecast/back-test.ts';
import { type Chance, type OddsInput, oddsOf, type SprintOdds } from '../../../../lib/core/forecast/odds.ts';
import { seeded } from '../../../../lib/core/forecast/seeded.ts';
import { daysAfter, workingDayAfter } from '../../../../lib/core/forecast/working-date.ts';
import type { SprintSpan } from '../../../../lib/core/sprint/span.ts';
import type { PlainDate } from '../../../../lib/core/time.ts';
import { workCalendar } from '../../../../lib/core/work-calendar.ts';
import { CALENDAR, inWorkingDays, NOW } from '../build.ts';

const DAY = 86_400_000;
const days = (share: number, length = 40): Uint32Array => Uint32Array.from({ length }, (_, day) => Number(day < length * share));
const ask = (given: Partial<OddsInput>): SprintOdds => oddsOf({ daily: days(0.5), growth: null, goalLeft: null, left: 5, finishedToday: 0, dueOn: inWorkingDays(9), seed: 'x', now: NOW, calendar: CALENDAR, ...given });
const must = (odds: SprintOdds) => (odds.state === 'odds' ? odds : expect.unreachable(odds.state));
const order = ({ p50, p85, p95 }: Chance): string[] => [p50, p85, p95].map((day) => day ?? 'z');

/** P(at least `wanted` successes in `trials`): the binomial distribution, summed. */
function atLeast(wanted: number, trials: number, share: number): number {
  let mass = (1 - share) ** trials;
  let below = 0;
  for (let count = 0; count < wanted; count += 1) {
    below += mass;
    mass *= ((trials - count) / (count + 1)) * (share / (1 - share));
  }
  return 1 - below;
}

describe('the odds of a sprint', () => {
  it.each([[0.5, 5, 10], [0.5, 7, 10], [0.25, 2, 10], [0.75, 12, 15], [0.9, 4, 4]])('with one issue on a share of %d of the days are the binomial ones: %i issues in %i days', (share, left, trials) => {
    const { everything, byEnd } = must(ask({ daily: days(share), left, dueOn: inWorkingDays(trials - 1), runs: 20_000 }));
    // Four standard errors of 20,000 runs.
    expect(Math.abs((everything.probability ?? 0) - atLeast(left, trials, share))).toBeLessThan(4 * Math.sqrt(0.25 / 20_000));
    for (const [count, percent] of [[byEnd?.at50, 50], [byEnd?.at85, 85], [byEnd?.at95, 95]] as const) {
      expect(atLeast(count ?? 0, trials, share)).toBeGreaterThan(percent / 100 - 0.015);
      expect(atLeast((count ?? 0) + 1, trials, share)).toBeLessThan(percent / 100 + 0.015);
    }
  });

  it('of one issue are the geometric ones', () => {
    const { everything } = must(ask({ daily: days(0.25), left: 1, dueOn: inWorkingDays(3), runs: 20_000 }));
    expect(everything.probability).toBeCloseTo(1 - 0.75 ** 4, 1);
    // 1 − 0.75^n reaches 50, 85, 95 % on the 3rd, 7th, 11th day; today is the first.
    expect([everything.p50, everything.p85, everything.p95]).toEqual([2, 6, 10].map(inWorkingDays));
  });

  it('of a goal in no order are those of drawing without returning', () => {
    // One a day for three days of six open, two of which are the goal: 3/6 · 2/5.
    const { goal } = must(ask({ daily: new Uint32Array(20).fill(1), goalLeft: 2, left: 6, dueOn: inWorkingDays(2), runs: 20_000 }));
    expect(goal).toMatchObject({ remaining: 2, probability: 1, p95: inWorkingDays(1) });
    expect(goal?.mixed).toBeCloseTo(0.2, 1);
  });

  it('with growth that is always one a day and a pace of two are those of a pace of one', () => {
    const growth = new Int32Array(20).fill(1);
    const odds = must(ask({ daily: new Uint32Array(20).fill(2), growth, left: 6, dueOn: inWorkingDays(3) }));
    expect(odds.from.growth).toEqual({ days: 20, net: 20 });
    // 6 → 4 + 1 → 3 + 1 → 2 + 1 → 1 + 1 → done on the fifth day.
    expect([odds.everything.p50, odds.everything.probability]).toEqual([inWorkingDays(4), 0]);
    expect(must(ask({ daily: new Uint32Array(20).fill(1), growth, left: 6 })).everything).toMatchObject({ p50: null, probability: 0 });
  });

  it('are the same for the same seed, ordered, and never better for more to do or a nearer end', () => {
    const some = fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 10, maxLength: 60 }).filter((counts) => counts.reduce((sum, count) => sum + count, 0) >= 5).map((counts) => Uint32Array.from(counts));
    const growths = fc.option(fc.array(fc.integer({ min: -1, max: 2 }), { minLength: 10, maxLength: 30 }).map((counts) => Int32Array.from(counts)));
    fc.assert(fc.property(some, growths, fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 15 }), fc.nat({ max: 40 }), fc.string(), (daily, growth, left, end, goal, seed) => {
      const given = { daily, growth, left, goalLeft: goal, dueOn: inWorkingDays(end), seed, runs: 300 };
      const one = must(ask(given));
      expect(ask(given)).toEqual(one);
      expect(order(one.everything)).toEqual(order(one.everything).toSorted());
      expect(one.goal && order(one.goal)).toEqual(one.goal && order(one.goal).toSorted());
      expect((one.byEnd?.at50 ?? 0) >= (one.byEnd?.at85 ?? 0) && (one.byEnd?.at85 ?? 0) >= (one.byEnd?.at95 ?? 0)).toBe(true);
      expect(one.goal?.probability).toBeGreaterThanOrEqual(one.goal?.mixed ?? 0);
      expect(must(ask({ ...given, left: left + 1 })).everything.probability).toBeLessThanOrEqual(one.everything.probability ?? 0);
      expect(must(ask({ ...given, dueOn: inWorkingDays(end + 1) })).everything.probability).toBeGreaterThanOrEqual(one.everything.probability ?? 1);
    }), { numRuns: 60 });
  });

  it('count today, less what has been finished today, and no day off', () => {
    const daily = new Uint32Array(20).fill(1);
    expect(must(ask({ daily, left: 1, dueOn: CALENDAR.dateOf(NOW) })).everything).toMatchObject({ probability: 1, p50: CALENDAR.dateOf(NOW) });
    expect(must(ask({ daily, left: 1, finishedToday: 1, dueOn: CALENDAR.dateOf(NOW) })).everything).toMatchObject({ probability: 0, p50: inWorkingDays(1) });
    const saturday = NOW + 5 * DAY;
    expect(must(ask({ daily, left: 1, now: saturday, dueOn: CALENDAR.dateOf(saturday + DAY) }))).toMatchObject({ workingDays: 0, everything: { probability: 0, p50: CALENDAR.dateOf(saturday + 2 * DAY) } });
    expect(must(ask({ daily, left: 1, finishedToday: 1, now: saturday, dueOn: CALENDAR.dateOf(saturday + 2 * DAY) })).everything).toMatchObject({ probability: 1, p50: CALENDAR.dateOf(saturday + 2 * DAY) });
  });

  it('reach to the last day of a long sprint, although no day so far ahead is named; beyond a working year they decline', () => {
    const daily = new Uint32Array(20).fill(1);
    expect(must(ask({ daily, left: 200, goalLeft: 150, dueOn: inWorkingDays(219) }))).toMatchObject({ workingDays: 220, everything: { probability: 1, p50: null }, goal: { probability: 1, p50: null }, byEnd: { at50: 220, at85: 220, at95: 220 } });
    expect(must(ask({ daily, left: 200, dueOn: inWorkingDays(198) })).everything.probability).toBe(0);
    expect(ask({ daily, dueOn: inWorkingDays(259) }).state).toBe('odds');
    expect(ask({ daily, dueOn: inWorkingDays(260) })).toMatchObject({ state: 'declined', because: 'Its last day lies more than 260 working days ahead; odds reach no further.' });
  });

  it('stand on ten days, five issues and ten days of growth, and not on one fewer', () => {
    const daily = Uint32Array.of(1, 0, 1, 0, 1, 0, 1, 0, 1, 0);
    const growth = new Int32Array(10).fill(1);
    expect(must(ask({ daily, growth })).from).toMatchObject({ historyDays: 10, finished: 5, growth: { days: 10, net: 10 } });
    const [with9, without] = [growth.subarray(1), null].map((known) => must(ask({ daily, growth: known })));
    expect(with9).toEqual(without);
    expect(ask({ daily: Uint32Array.of(1, 0, 0, 0, 0, 0, 0, 0, 0, 0) })).toMatchObject({ because: 'Only 1 issue was finished in the last 10 working days; odds need 5.' });
    expect(ask({ daily: Uint32Array.of(9) })).toMatchObject({ because: 'Only 1 working day is known; odds need 10.' });
  });

  it('name half a working year ahead and no day further; a goal that has nothing left is met today', () => {
    const daily = new Uint32Array(20).fill(1);
    expect(must(ask({ daily, left: 130 })).everything.p95).toBe(inWorkingDays(129));
    expect(must(ask({ daily, left: 131 })).everything.p95).toBeNull();
    expect(must(ask({ goalLeft: 0 })).goal).toEqual({ remaining: 0, probability: 1, p50: CALENDAR.dateOf(NOW), p85: CALENDAR.dateOf(NOW), p95: CALENDAR.dateOf(NOW), mixed: 1 });
    // More goal issues than are open are a count that is older than the other.
    expect(must(ask({ goalLeft: 9, left: 5 })).goal?.remaining).toBe(5);
  });

  it('with what is taken out are sooner, and what comes in stands in the way of a goal in no order', () => {
    const daily = new Uint32Array(20).fill(1);
    // 4 → 3 − 1 → 1 − 1: done on the second day.
    expect(must(ask({ daily, growth: new Int32Array(10).fill(-1), left: 4 })).everything.p95).toBe(inWorkingDays(1));
    // One of two, then one of two again: 1 − 1/2 · 1/2. Without the newcomer the second day would be certain.
    expect(must(ask({ daily, growth: new Int32Array(10).fill(1), goalLeft: 1, left: 2, dueOn: inWorkingDays(1), runs: 20_000 })).goal?.mixed).toBeCloseTo(0.75, 1);
  });

  it('are never better for everything than for the goal that is a part of it, also in a team that takes out of its sprints what it does not finish', () => {
    const counts = (most: fc.Arbitrary<number>) => fc.array(most, { minLength: 12, maxLength: 30 });
    fc.assert(fc.property(counts(fc.nat({ max: 3 })), counts(fc.integer({ min: -3, max: 2 })), fc.nat({ max: 6 }), fc.nat({ max: 6 }), fc.integer({ min: -1, max: 9 }), (finished, growth, goalLeft, others, due) => {
      const odds = ask({ daily: Uint32Array.from(finished), growth: Int32Array.from(growth), goalLeft, left: goalLeft + others, dueOn: inWorkingDays(due), runs: 200 });
      if (odds.state !== 'odds' || odds.goal === null) return;
      expect(odds.everything.probability).toBeLessThanOrEqual(odds.goal.probability ?? 1);
      expect(odds.goal.mixed).toBeLessThanOrEqual(odds.goal.probability ?? 1);
      order(odds.goal).forEach((day, index) => expect(day <= (order(odds.everything)[index] ?? '')).toBe(true));
    }), { numRuns: 300 });
  });

  it('are none for a sprint of days off alone: its team works all the same, or not at all', () => {
    const saturday = '2026-11-28' as PlainDate;
    const because = 'By the team’s calendar none of its days is a working day.';
    expect(ask({ startsOn: saturday, dueOn: '2026-11-29' as PlainDate, now: Date.parse(saturday) })).toMatchObject({ state: 'declined', because });
    expect(ask({ startsOn: saturday, dueOn: '2026-11-30' as PlainDate, now: Date.parse(saturday) }).state).toBe('odds');
    // Of one that is over by its last working day nothing is finished on the days off.
    expect(must(ask({ startsOn: '2026-11-16' as PlainDate, dueOn: '2026-11-29' as PlainDate, now: Date.parse(saturday) })).everything.probability).toBe(0);
    const never = workCalendar({ ...CALENDAR.settings, weekend: [0, 1, 2, 3, 4, 5, 6] });
    expect(ask({ startsOn: '2026-11-16' as PlainDate, daily: new Uint32Array(0), calendar: never })).toMatchObject({ state: 'declined', because });
  });

  it('decline with too little history and say so; without an end tell only days; with nothing left nothing', () => {
    expect(ask({ daily: new Uint32Array(0) })).toMatchObject({ state: 'declined', because: 'No day of finished work is known yet; odds need 10.' });
    expect(ask({ daily: new Uint32Array(9).fill(2) })).toMatchObject({ state: 'declined', because: 'Only 9 working days are known; odds need 10.' });
    expect(ask({ daily: days(0.1) })).toMatchObject({ state: 'declined', because: 'Only 4 issues were finished in the last 40 working days; odds need 5.' });
    expect(must(ask({ dueOn: null }))).toMatchObject({ byEnd: null, workingDays: null, everything: { probability: null } });
    expect(ask({ left: 0 })).toEqual({ state: 'done' });
  });
});

describe('the back-test', () => {
  const START = Date.UTC(2014, 0, 6);
  const SPRINTS = 300;
  /** A team whose days are drawn from a fixed law, for hundreds of sprints of two weeks. */
  const team = (law: (random: () => number) => number): { finished: Float64Array; spans: SprintSpan[] } => {
    const random = seeded(7);
    const finished: number[] = [];
    for (let day = 0; day < SPRINTS * 14; day += 1) if (CALENDAR.isWorkingDay(CALENDAR.dateOf(START + day * DAY))) for (let count = law(random); count > 0; count -= 1) finished.push(START + day * DAY + 9 * 3_600_000);
    const spans = Array.from({ length: SPRINTS }, (_, index): SprintSpan => {
      const from = daysAfter(CALENDAR.dateOf(START), index * 14);
      const dueOn: PlainDate = daysAfter(from, 11);
      return { from, fromBy: 'tracker', dueOn, startsAt: Date.parse(from), committedAt: CALENDAR.endOf(from), endedAt: CALENDAR.endOf(dueOn), endedOn: dueOn };
    });
    return { finished: Float64Array.from(finished), spans };
  };
  const test = (law: (random: () => number) => number) => backTest({ ...team(law), known: START, seed: 'x', now: NOW, calendar: CALENDAR });

  it.each([
    ['a steady coin', (random: () => number) => Number(random() < 0.6)],
    ['a team of many', (random: () => number) => Math.floor(random() * 9)],
    ['bursts', (random: () => number) => (random() < 0.2 ? 6 : 0)],
  ])('of %s holds what it says, within sampling error', (_name, law) => {
    const { levels, declined } = test(law);
    expect(declined).toBeLessThanOrEqual(2);
    for (const { percent, held, of } of levels) {
      expect(of).toBeGreaterThan(290);
      const share = percent / 100;
      // Sixty days of history are themselves a sample: its error adds to that of the sprints. Whole numbers push upwards only.
      expect([percent, held / of >= share - 4 * Math.sqrt((share * (1 - share)) / of) - 0.03]).toEqual([percent, true]);
      expect([percent, held / of <= share + 4 * Math.sqrt((share * (1 - share)) / of) + 0.12]).toEqual([percent, true]);
    }
  });

  it('shows a team that slows down', () => {
    let day = 0;
    const { levels } = test((random) => Number(random() < 0.95 * (1 - (day += 1) / 3600)));
    expect((levels[0]?.held ?? 0) / (levels[0]?.of ?? 1)).toBeLessThan(0.62);
    let sudden = 0;
    const half = test((random) => Math.floor(random() * ((sudden += 1) % 60 < 45 ? 9 : 1)));
    expect((half.levels[1]?.held ?? 0) / (half.levels[1]?.of ?? 1)).toBeLessThan(0.8);
  });

  it('leaves out what has not ended and declines what has no history', () => {
    const { finished, spans } = team(() => 1);
    expect(backTest({ finished, known: START, spans: spans.slice(0, 3), seed: 'x', now: Date.parse(spans[2]?.dueOn ?? ''), calendar: CALENDAR })).toEqual({ levels: [50, 85, 95].map((percent) => ({ percent, held: 1, of: 1 })), sprints: 1, declined: 1 });
  });

  describe('of one sprint after sixty days of one a day', () => {
    const MONDAY = Date.UTC(2026, 5, 1);
    const at = (day: number): number => MONDAY + day * DAY + 9 * 3_600_000;
    const workdays = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, index) => from + index).filter((day) => CALENDAR.isWorkingDay(CALENDAR.dateOf(at(day))));
    const span = (from: number, more: Partial<SprintSpan> = {}): SprintSpan => ({ from: CALENDAR.dateOf(at(from)), fromBy: 'tracker', dueOn: CALENDAR.dateOf(at(from + 11)), startsAt: MONDAY + from * DAY, committedAt: at(from), endedAt: null, endedOn: null, ...more });
    const tested = (worked: readonly number[], ...spans: SprintSpan[]) => {
      const { levels, ...rest } = backTest({ finished: Float64Array.from(worked, at), known: MONDAY, spans, seed: 'x', now: NOW, calendar: CALENDAR });
      return { ...rest, held: levels.map(({ held }) => held) };
    };

    it('counts its own first day: ten were to be finished, and nine do not hold', () => {
      expect(tested(workdays(0, 96), span(84))).toEqual({ sprints: 1, declined: 0, held: [1, 1, 1] });
      expect(tested(workdays(0, 95), span(84))).toEqual({ sprints: 1, declined: 0, held: [0, 0, 0] });
    });

    it('goes to the day on which it was closed where it was due on none, and is left out where neither is known, where nobody works in it, and where it is half a year long', () => {
      expect(tested(workdays(0, 96), span(84, { dueOn: null, endedAt: at(95) }))).toEqual({ sprints: 1, declined: 0, held: [1, 1, 1] });
      expect(tested(workdays(0, 95), span(84, { dueOn: null, endedAt: at(95) })).held).toEqual([0, 0, 0]);
      for (const out of [span(84, { dueOn: null }), span(82, { dueOn: CALENDAR.dateOf(at(83)) })]) expect(tested(workdays(0, 96), out)).toEqual({ sprints: 0, declined: 0, held: [0, 0, 0] });
      const long = (length: number) => backTest({ finished: Float64Array.from(workdays(0, 400), at), known: MONDAY, spans: [span(84, { dueOn: workingDayAfter(CALENDAR, CALENDAR.dateOf(at(83)), length) })], seed: 'x', now: at(500), calendar: CALENDAR }).sprints;
      expect([long(130), long(131)]).toEqual([1, 0]);
    });

    it('has ended with its last moment, and is declined with four issues before it', () => {
      const ending = (now: number) => backTest({ finished: Float64Array.from(workdays(0, 96), at), known: MONDAY, spans: [span(84)], seed: 'x', now, calendar: CALENDAR }).sprints;
      const end = CALENDAR.endOf(CALENDAR.dateOf(at(95)));
      expect([ending(end - 1), ending(end)]).toEqual([0, 1]);
      const few = (count: number) => tested(workdays(0, 84).slice(-count), span(84));
      expect([few(4), few(5)]).toMatchObject([{ sprints: 0, declined: 1 }, { sprints: 1, declined: 0 }]);
    });
  });
});
