import type { SprintOdds } from '../forecast/odds.ts';
import type { IssueKey } from '../issue.ts';
import type { Severity, Thresholds } from '../risk/risk.ts';
import type { WorkUnit } from './comparison.ts';
import type { GoalCoverage } from './goal-coverage.ts';

/** A flag of a sprint as a whole: what no single issue tells. */
export interface SprintFlag {
  readonly rule: string;
  readonly label: string;
  readonly severity: Severity;
  /** One sentence with numbers. */
  readonly reason: string;
  /** The issues that it is about, the worst first; none where it is about all. */
  readonly issues: readonly IssueKey[];
}

export type SprintFinding = Pick<SprintFlag, 'severity' | 'reason' | 'issues'>;

/** An open issue of the sprint, as far as the rules look at it. */
export interface SprintWork {
  readonly issue: IssueKey;
  readonly reference: string;
  readonly goal: boolean;
  readonly blocked: boolean;
  readonly inProgress: boolean;
  /** Days with their parts since work on it began, as cycle times are counted; `null` when it has not, or nobody tells. */
  readonly ageDays: number | null;
  /** Working days since its last change. */
  readonly quietDays: number;
}

/** What the rules for a sprint may look at. */
export interface SprintContext {
  readonly coverage: GoalCoverage;
  readonly odds: SprintOdds;
  /** Everything in it that is not done. */
  readonly open: readonly SprintWork[];
  /** What is planned in it, done or not, and what past sprints finished on average; in the one unit that the team estimates in, else in issues. `velocity` is `null` until three past sprints are known. */
  readonly plan: { readonly total: number; readonly unit: WorkUnit; readonly velocity: number | null; readonly sprints: number };
  /** Working days that are over, of all that it has; `null` without dates. */
  readonly days: { readonly over: number; readonly total: number } | null;
  /** Sorted days from the start of work to completion of the team's finished issues. */
  readonly cycleDays: ArrayLike<number>;
  readonly thresholds: Thresholds;
}

/** A rule for sprints: one file in flags/. Pure: the same context gives the same finding. */
export interface SprintRule {
  readonly id: string;
  readonly label: string;
  /** Where the rule and its threshold come from. */
  readonly source: string;
  assess(context: SprintContext): SprintFinding | undefined;
  /** What differs from a sprint half over, two of four goal issues done, nothing open that is wrong, and odds of 90 %; `chance` sets those of the goal, `open` is in parts. */
  readonly examples: readonly { readonly name: string; readonly given: SprintExample; readonly flags: Severity | undefined }[];
}

export interface SprintExample extends Partial<Omit<SprintContext, 'open' | 'coverage'>> {
  readonly chance?: number;
  readonly coverage?: Partial<GoalCoverage>;
  readonly open?: readonly Partial<SprintWork>[];
}

/** `nameAll([{reference: '#1'}, {reference: '#2'}, {reference: '#3'}, {reference: '#4'}])` → `'#1, #2, #3 and 1 more'` */
export function nameAll(works: readonly Pick<SprintWork, 'reference'>[]): string {
  const named = works.slice(0, 3).map(({ reference }) => reference).join(', ');
  return works.length > 3 ? `${named} and ${works.length - 3} more` : named;
}
