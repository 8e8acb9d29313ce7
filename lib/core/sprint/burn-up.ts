import type { Instant, PlainDate } from '../time.ts';
import type { StoryBasis } from './story.ts';

/** How much there was and how much of it was done, of everything and of what serves the goal. In issues, or in the team's unit of estimate, where issues without one count nothing. */
export interface BurnCounts {
  readonly scope: number;
  readonly done: number;
  readonly goalScope: number;
  readonly goalDone: number;
}

/** One day of a burn-up, at its end; today, now; the day of completion, at completion. */
export interface BurnDay {
  readonly on: PlainDate;
  /** Nobody works on it: weekend or holiday, to be shaded. */
  readonly off: boolean;
  /** `null` for a day that has not come, or one before anything is known. */
  readonly counts: { readonly issues: BurnCounts; readonly estimate: BurnCounts } | null;
}

/** What a burn-up is drawn from: every calendar day of the sprint, also those to come. */
export interface BurnUp {
  readonly days: readonly BurnDay[];
  /** Whether any issue was ever estimated: without that the line by estimate says nothing. */
  readonly estimated: boolean;
  readonly basis: StoryBasis;
  readonly since: Instant | null;
}
