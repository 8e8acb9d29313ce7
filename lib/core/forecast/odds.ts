import { percentile } from '../risk/percentile.ts';
import type { Instant, PlainDate, WorkCalendar } from '../time.ts';
import { oddsRuns } from './odds-runs.ts';
import { daysAfter, workingDayAfter } from './working-date.ts';

/** What the odds stand on. */
export interface OddsBasis {
  /** Working days of history, days without a finished issue among them. */
  readonly historyDays: number;
  /** Issues finished in them. */
  readonly finished: number;
  /** Working days of past sprints whose growth of scope is known, and the net growth in them; `null`: the scope is held as it is. */
  readonly growth: { readonly days: number; readonly net: number } | null;
  readonly runs: number;
}

/** When so many issues are done, and whether in time. */
export interface Chance {
  readonly remaining: number;
  /** From 0 to 1: that they are done by the end of the sprint; `null` when it has no end. A share of the runs: nothing is certain at 0 or at 1. */
  readonly probability: number | null;
  /** The days by which they are done in 50, 85, 95 of 100 runs; `null` where that lies more than half a year ahead. */
  readonly p50: PlainDate | null;
  readonly p85: PlainDate | null;
  readonly p95: PlainDate | null;
}

/** What will happen in a sprint. `declined`: too little is known, and `because` says what. */
export type SprintOdds =
  | {
    readonly state: 'odds';
    /** The goal's issues, taken first as a goal asks for; `null` when none is marked. */
    readonly goal: (Chance & {
      /** The same probability if work goes on in no particular order. */
      readonly mixed: number | null;
    }) | null;
    /** Everything in the sprint, with what history says will still come in. */
    readonly everything: Chance;
    /** At least so many more issues are done by the end, in 50, 85, 95 of 100 runs; `null` without an end. */
    readonly byEnd: { readonly at50: number; readonly at85: number; readonly at95: number } | null;
    /** Working days from today, which counts, to the end; `null` without an end. */
    readonly workingDays: number | null;
    readonly from: OddsBasis;
  }
  | { readonly state: 'declined'; readonly because: string; readonly from: OddsBasis }
  | { readonly state: 'done' };

/** A sprint is soon over: what ten days tell is enough to say something of the next ten. */
export const LEAST_ODDS_DAYS = 10;
/** With fewer finished issues the rate itself is not known to within a half: the relative error of a count of n is about 1/√n. */
export const LEAST_FINISHED = 5;
/** Half a working year: no day further ahead is named. */
const LONGEST = 130;
/** A working year: of a last day beyond it nothing is said, because no history of twelve weeks tells of more. */
const FURTHEST_END = 260;
const RUNS = 2000;

export interface OddsInput {
  /** The team's own throughput by working day, up to yesterday (dailyThroughput). */
  readonly daily: Uint32Array;
  /** Net growth by working day of past sprints (growthOf); `null` where no past sprint tells it. */
  readonly growth: Int32Array | null;
  /** Open goal issues; `null` when no issue is marked. */
  readonly goalLeft: number | null;
  /** All open issues of the sprint, those of the goal among them. */
  readonly left: number;
  readonly finishedToday: number;
  readonly dueOn: PlainDate | null;
  /** The first day of the sprint, where that is known. */
  readonly startsOn?: PlainDate;
  /** Names the stream of chance: the sprint's key. */
  readonly seed: string;
  readonly now: Instant;
  readonly calendar: WorkCalendar;
  readonly runs?: number;
}

/**
 * The odds of a sprint by Monte Carlo. Today counts as a day of work, less what has been finished today. The goal's issues are taken first, as a goal asks for; beside that stands what happens in no particular order. The same
 * question has the same answer. What is finished on a day off takes nothing from the next day of work. Declines with fewer than ten working days of history or five finished issues, where the last day lies more than a
 * working year ahead, and for a sprint of days off alone: who works on a weekend does so against the calendar that the odds are counted by.
 *
 * Monte Carlo on daily throughput, days without any among it, and on the growth of scope, 2,000 runs: Troy Magennis, https://www.focusedobjective.com/; Daniel Vacanti, Actionable Agile Metrics (2015); ten working days of history are the least that they name.
 *
 * `oddsOf({daily: [1, 1, … 20 times], growth: null, goalLeft: 2, left: 4, dueOn: in three working days, now: Monday, …})` → `{goal: {probability: 1, p50: Tuesday, …}, everything: {probability: 1, …}, byEnd: {at50: 4, at85: 4, at95: 4}, …}`
 */
export function oddsOf({ daily, growth, goalLeft, left, finishedToday, dueOn, startsOn, seed, now, calendar, runs = RUNS }: OddsInput): SprintOdds {
  if (left <= 0) return { state: 'done' };
  const finished = daily.reduce((sum, count) => sum + count, 0);
  const known = growth !== null && growth.length >= LEAST_ODDS_DAYS ? growth : null;
  const from: OddsBasis = { historyDays: daily.length, finished, growth: known && { days: known.length, net: known.reduce((sum, count) => sum + count, 0) }, runs };
  if (dueOn !== null && startsOn !== undefined && calendar.workingDaysBetween(daysAfter(startsOn, -1), dueOn) <= 0) return { state: 'declined', because: 'By the team’s calendar none of its days is a working day.', from };
  if (daily.length === 0) return { state: 'declined', because: `No day of finished work is known yet; odds need ${LEAST_ODDS_DAYS}.`, from };
  if (daily.length < LEAST_ODDS_DAYS) return { state: 'declined', because: `Only ${daily.length} working ${daily.length === 1 ? 'day is' : 'days are'} known; odds need ${LEAST_ODDS_DAYS}.`, from };
  if (finished < LEAST_FINISHED) return { state: 'declined', because: `Only ${finished} ${finished === 1 ? 'issue was' : 'issues were'} finished in the last ${daily.length} working days; odds need ${LEAST_FINISHED}.`, from };
  const today = calendar.dateOf(now);
  const workingDays = dueOn === null ? null : Math.max(0, calendar.workingDaysBetween(daysAfter(today, -1), dueOn));
  if (workingDays !== null && workingDays > FURTHEST_END) return { state: 'declined', because: `Its last day lies more than ${FURTHEST_END} working days ahead; odds reach no further.`, from };
  const goal = goalLeft === null ? null : Math.min(goalLeft, left);
  const outcome = oddsRuns({ daily, growth: known ?? new Int32Array(0), goal: goal ?? 0, all: left, days: workingDays ?? 0, finishedToday: calendar.isWorkingDay(today) ? finishedToday : 0, seed, runs, longest: Math.max(LONGEST, workingDays ?? 0) });
  const chance = (remaining: number, days: Uint32Array, inTime: number): Chance => {
    const by = (percent: number): PlainDate | null => {
      const count = percentile(days, percent);
      return count > LONGEST ? null : count === 0 ? today : workingDayAfter(calendar, daysAfter(today, -1), count);
    };
    return { remaining, probability: workingDays === null ? null : inTime / runs, p50: by(50), p85: by(85), p95: by(95) };
  };
  return {
    state: 'odds',
    goal: goal === null ? null : { ...chance(goal, outcome.goalDays, outcome.inTime.goal), mixed: workingDays === null ? null : outcome.inTime.mixed / runs },
    everything: chance(left, outcome.allDays, outcome.inTime.all),
    // To be 85 % sure of at least x, take the 15th percentile.
    byEnd: workingDays === null ? null : { at50: percentile(outcome.finished, 50), at85: percentile(outcome.finished, 15), at95: percentile(outcome.finished, 5) },
    workingDays,
    from,
  };
}
