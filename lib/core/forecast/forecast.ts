import { percentile } from '../risk/percentile.ts';
import type { Instant, PlainDate, WorkCalendar } from '../time.ts';
import { daysUntilDone } from './simulate.ts';
import { workingDayAfter } from './working-date.ts';

/** What a forecast stands on: the working days of the past that were looked at, and the issues finished in them. */
export interface ForecastBasis {
  readonly workingDays: number;
  readonly finished: number;
}

/**
 * When all open issues of something will be finished. `declined`: too little is known, and `because` says what. `beyond`: at this pace even the likely date lies further ahead than a forecast can be trusted.
 */
export type Forecast =
  | {
    readonly state: 'forecast';
    /** As likely before as after. */
    readonly p50: PlainDate;
    /** In 85 of 100 runs it was finished by then; `null` when that lies beyond what can be trusted. */
    readonly p85: PlainDate | null;
    readonly from: ForecastBasis;
  }
  | { readonly state: 'beyond' | 'declined'; readonly because: string; readonly from: ForecastBasis }
  | { readonly state: 'done' };

/** Four working weeks; sources name about ten days as the least, but ten days say little of what may come in a quarter. */
export const LEAST_DAYS = 20;
/** A working year: no history of twelve weeks tells of more. */
const LONGEST = 260;
const RUNS = 1000;

/**
 * Forecasts the day on which the last of so many open issues is finished, from the issues finished on each working day of the past. Drawn from `seed`, so that the same question has the same answer. Declines with fewer than
 * 20 working days of history, whatever was finished in them.
 *
 * Monte Carlo on daily throughput, days without any among it, 1,000 runs: Troy Magennis, https://www.focusedobjective.com/; Daniel Vacanti, Actionable Agile Metrics (2015).
 *
 * `forecastDone({daily: [1, 1, … 20 times], remaining: 5, seed: 'faster-checkout', now: Friday, calendar})` → `{state: 'forecast', p50: the next Friday, p85: the same, …}`
 */
export function forecastDone({ daily, remaining, seed, now, calendar, runs = RUNS }: {
  readonly daily: Uint32Array;
  readonly remaining: number;
  readonly seed: string;
  readonly now: Instant;
  readonly calendar: WorkCalendar;
  readonly runs?: number;
}): Forecast {
  if (remaining <= 0) return { state: 'done' };
  const finished = daily.reduce((sum, count) => sum + count, 0);
  const from = { workingDays: daily.length, finished };
  if (daily.length === 0) return { state: 'declined', because: `No working day of it is known yet; a forecast needs ${LEAST_DAYS}.`, from };
  if (daily.length < LEAST_DAYS) return { state: 'declined', because: `Only ${daily.length} working ${daily.length === 1 ? 'day is' : 'days are'} known; a forecast needs ${LEAST_DAYS}.`, from };
  if (finished === 0) return { state: 'beyond', because: `Nothing of it was finished in the last ${daily.length} working days.`, from };
  const today = calendar.dateOf(now);
  // Where the mean alone takes twice as long, no run needs to be made.
  const days = remaining * daily.length > 2 * LONGEST * finished ? null : daysUntilDone({ daily, remaining, seed, runs, longest: LONGEST });
  const at = (percent: number): PlainDate | null => {
    const count = days === null ? Number.POSITIVE_INFINITY : percentile(days, percent);
    return count > LONGEST ? null : workingDayAfter(calendar, today, count);
  };
  const p50 = at(50);
  if (p50 === null) return { state: 'beyond', because: `At this pace (${finished} finished in ${daily.length} working days) the ${remaining} open issues take more than a year.`, from };
  return { state: 'forecast', p50, p85: at(85), from };
}
