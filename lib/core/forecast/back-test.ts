import { percentile } from '../risk/percentile.ts';
import { firstFrom, UPWARDS } from '../sorted.ts';
import type { SprintSpan } from '../sprint/span.ts';
import type { Instant, WorkCalendar } from '../time.ts';
import type { BackTest, Calibration } from './calibration.ts';
import { LEAST_FINISHED, LEAST_ODDS_DAYS } from './odds.ts';
import { countWithin } from './simulate.ts';
import { dailyThroughput, historySince } from './throughput.ts';

const RUNS = 1000;
/** Nobody plans a sprint of half a year; a box that long was forgotten. */
const LONGEST = 130;
const PERCENTS = [50, 85, 95] as const;

/**
 * Forecasts each past sprint as it would have been forecast on the morning of its first day, by what had been finished before that, and compares with what was finished up to its planned last day: “with 85 % at least x” held when it
 * was x or more. Well made forecasts hold a little more often than they say, because issues are counted in whole numbers. Sprints that have not ended and those longer than half a year are left out.
 *
 * `backTest({finished: one a day for a year, known: a year ago, spans: three sprints of it, …})` → `{levels: [{percent: 50, held: 3, of: 3}, …], sprints: 3, declined: 0}`
 */
export function backTest({ finished, known, spans, seed, now, calendar }: {
  /** Moments at which the team finished issues, sorted upwards. */
  readonly finished: Float64Array;
  /** From when on anything is known of the team. */
  readonly known: Instant;
  readonly spans: readonly SprintSpan[];
  readonly seed: string;
  readonly now: Instant;
  readonly calendar: WorkCalendar;
}): BackTest {
  const tested = spans.map((span) => {
    const last = span.dueOn ?? (span.endedAt === null ? null : calendar.dateOf(span.endedAt));
    const days = last === null ? 0 : calendar.workingDaysBetween(span.startsAt - 1, last);
    if (last === null || calendar.endOf(last) > now || days <= 0 || days > LONGEST) return null;
    const daily = dailyThroughput(finished, historySince(Math.min(known, span.startsAt), span.startsAt, calendar), span.startsAt, calendar);
    if (daily.length < LEAST_ODDS_DAYS || daily.reduce((sum, count) => sum + count, 0) < LEAST_FINISHED) return 'declined';
    const counts = countWithin({ daily, days, seed: `${seed} ${span.from}`, runs: RUNS });
    const actual = firstFrom(finished, calendar.endOf(last) + 1, 0, UPWARDS) - firstFrom(finished, span.startsAt, 0, UPWARDS);
    return PERCENTS.map((percent) => actual >= percentile(counts, 100 - percent));
  });
  const forecast = tested.filter((one) => Array.isArray(one));
  const levels = PERCENTS.map((percent, index): Calibration => ({ percent, held: forecast.filter((held) => held[index]).length, of: forecast.length }));
  return { levels, sprints: forecast.length, declined: tested.filter((one) => one === 'declined').length };
}
