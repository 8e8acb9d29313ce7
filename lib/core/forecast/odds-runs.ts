import { seeded, seedOf } from './seeded.ts';

export interface OddsRuns {
  /** Days that each run took until the goal's issues, taken first, and until everything was done, sorted upwards; `longest + 1` for longer. */
  readonly goalDays: Uint32Array;
  readonly allDays: Uint32Array;
  /** Issues that each run finished in the days that are left, sorted upwards. */
  readonly finished: Uint32Array;
  /** In how many runs everything was done in the days that are left; the goal's issues, taken first; and those, taken in no order. */
  readonly inTime: { readonly all: number; readonly goal: number; readonly mixed: number };
}

export interface RunsInput {
  /** Issues finished on each working day of the past. */
  readonly daily: Uint32Array;
  /** Net growth of the scope on each working day of past sprints; empty: none. */
  readonly growth: Int32Array;
  readonly goal: number;
  readonly all: number;
  /** Working days that are left, today among them. */
  readonly days: number;
  /** What has been finished today already comes off today's draw. */
  readonly finishedToday: number;
  readonly seed: string;
  readonly runs: number;
  readonly longest: number;
}

/**
 * Monte Carlo on throughput and growth of scope: each run draws, for every day, what is finished and what comes in from days of the past, with repetition. Pace, growth and order have streams of chance of their own, so that one
 * does not shift another.
 *
 * `oddsRuns({daily: [2], growth: [], goal: 3, all: 5, days: 2, …}).goalDays` → all `2`
 */
export function oddsRuns(input: RunsInput): OddsRuns {
  const { runs, seed } = input;
  const [goalDays, allDays, finished] = [new Uint32Array(runs), new Uint32Array(runs), new Uint32Array(runs)];
  const inTime = { all: 0, goal: 0, mixed: 0 };
  for (let run = 0; run < runs; run += 1) {
    const one = oneRun(input, seeded(seedOf(seed, run)), seeded(seedOf(`${seed} growth`, run)), seeded(seedOf(`${seed} order`, run)));
    [goalDays[run], allDays[run], finished[run]] = [one.goalDays, one.allDays, one.finished];
    if (one.allDays <= input.days) inTime.all += 1;
    if (one.goalDays <= input.days) inTime.goal += 1;
    if (one.mixed) inTime.mixed += 1;
  }
  return { goalDays: goalDays.sort(), allDays: allDays.sort(), finished: finished.sort(), inTime };
}

type Chance = () => number;

function oneRun({ daily, growth, goal, all, days, finishedToday, longest }: RunsInput, pace: Chance, grow: Chance, order: Chance): { goalDays: number; allDays: number; finished: number; mixed: boolean } {
  let [left, sum, goalLeft, pool] = [all, 0, goal, all];
  let [goalDays, allDays, finished] = [goal === 0 ? 0 : -1, all === 0 ? 0 : -1, 0];
  for (let day = 1; day <= longest && (goalDays < 0 || allDays < 0 || day <= days); day += 1) {
    const drawn = daily[Math.floor(pace() * daily.length)] ?? 0;
    const done = day === 1 ? Math.max(0, drawn - finishedToday) : drawn;
    sum += done;
    if (day <= days) {
      finished += done;
      // Each finished issue is any of those that are open.
      for (let one = 0; one < done && goalLeft > 0 && pool > 0; one += 1, pool -= 1) if (order() * pool < goalLeft) goalLeft -= 1;
    }
    if (goalDays < 0 && sum >= goal) goalDays = day;
    left -= done;
    if (allDays < 0 && left <= 0) allDays = day;
    // What comes in today can be done from tomorrow on; what is taken out never leaves less than the goal's own.
    const come = growth.length === 0 ? 0 : (growth[Math.floor(grow() * growth.length)] ?? 0);
    if (allDays < 0) left = Math.max(left + come, goal - sum);
    pool = Math.max(goalLeft, pool + come);
    if (allDays < 0 && left <= 0) allDays = day;
  }
  return { goalDays: goalDays < 0 ? longest + 1 : goalDays, allDays: allDays < 0 ? longest + 1 : allDays, finished, mixed: goalLeft === 0 };
}
