import { seeded, seedOf } from './seeded.ts';

interface Simulation {
  /** Issues finished on each day of the past. */
  readonly daily: Uint32Array;
  /** Names the stream of chance. */
  readonly seed: string;
  readonly runs: number;
}

/**
 * Monte Carlo on throughput: in each run days of the past are drawn at random, with repetition, until so many issues are finished. Answers the days that each run took, sorted upwards; `longest + 1` for runs that took
 * longer. Each run has a stream of chance of its own, so that more throughput, or less to do, makes no run longer.
 *
 * `daysUntilDone({daily: [2], remaining: 5, seed: 'x', runs: 3, longest: 100})` → `Uint32Array.of(3, 3, 3)`
 */
export function daysUntilDone({ daily, remaining, seed, runs, longest }: Simulation & { readonly remaining: number; readonly longest: number }): Uint32Array {
  const taken = new Uint32Array(runs);
  for (let run = 0; run < runs; run += 1) {
    const random = seeded(seedOf(seed, run));
    let days = 0;
    for (let left = remaining; left > 0 && days <= longest; days += 1) left -= daily[Math.floor(random() * daily.length)] ?? 0;
    taken[run] = days;
  }
  return taken.sort();
}

/**
 * How many issues each run finishes in so many days, sorted upwards. To be 85 % sure of at least x, take the 15th percentile.
 *
 * `countWithin({daily: [2], days: 5, seed: 'x', runs: 3})` → `Uint32Array.of(10, 10, 10)`
 */
export function countWithin({ daily, days, seed, runs }: Simulation & { readonly days: number }): Uint32Array {
  const counts = new Uint32Array(runs);
  for (let run = 0; run < runs; run += 1) {
    const random = seeded(seedOf(seed, run));
    let count = 0;
    for (let day = 0; day < days; day += 1) count += daily[Math.floor(random() * daily.length)] ?? 0;
    counts[run] = count;
  }
  return counts.sort();
}
