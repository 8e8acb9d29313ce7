import type { PlainDate } from '../time.ts';

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
