import type { SprintKey } from '../issue.ts';
import type { GoalOutcome, LedgerGoal } from './ledger.ts';
import type { SprintSpan } from './span.ts';
import type { SprintStory, StoryBasis, StoryIssue } from './story.ts';

/** How many, and how much by estimate: `null` where no issue among them has one that is no time. */
export interface Amount {
  readonly issues: number;
  readonly estimate: number | null;
  /** What is estimated in hours, never added to the rest. Absent: nothing is. */
  readonly hours?: number;
}

/** One past sprint in a row. */
export interface SprintFigures {
  readonly sprint: SprintKey;
  readonly title: string;
  readonly span: SprintSpan;
  readonly basis: StoryBasis;
  readonly planned: Amount;
  readonly added: Amount;
  readonly removed: Amount;
  readonly done: Amount;
  readonly carried: Amount;
  /** Of what was committed to, the share that was done, from 0 to 1 (LinearB's planning accuracy); `null` when nothing was. */
  readonly accuracy: number | null;
  /** Of the goal, or the least of several; `null` while nobody has said. */
  readonly goal: GoalOutcome['result'] | null;
}

const ORDER: Readonly<Record<GoalOutcome['result'], number>> = { not: 0, partly: 1, met: 2 };

/**
 * The figures of a sprint beside which those of others stand. What was added or removed several times counts once.
 *
 * `figuresOf(story of 8 committed, 2 added, 7 done of which 6 were committed to, …)` → `{planned: {issues: 8, …}, added: {issues: 2, …}, done: {issues: 7, …}, accuracy: 0.75, …}`
 */
export function figuresOf(title: string, story: SprintStory, goals: readonly LedgerGoal[]): SprintFigures {
  const { sprint, span, basis, committed, added, removed, done, carriedOut } = story;
  const finished = new Set(done.map(({ issue }) => issue));
  const results = goals.flatMap(({ outcome }) => outcome?.result ?? []);
  return {
    sprint, title, span, basis,
    planned: amountOf(committed), added: amountOf(added), removed: amountOf(removed), done: amountOf(done), carried: amountOf(carriedOut),
    accuracy: committed.length === 0 ? null : committed.filter(({ issue }) => finished.has(issue)).length / committed.length,
    goal: results.toSorted((a, b) => ORDER[a] - ORDER[b])[0] ?? null,
  };
}

/** Three are the least that an average says something of. */
const LEAST_SPRINTS = 3;
/** The usual window of a velocity. */
const MOST_SPRINTS = 6;

/** What work is counted in: by issues, by the team's estimates, or by those that are times. */
export type WorkUnit = 'issues' | 'estimate' | 'hours';

/** The one unit that an amount is estimated in: of two neither tells all of it, so issues are counted. `unitOf({issues: 8, estimate: 20, hours: 4})` → `'issues'` */
export function unitOf({ estimate, hours }: { readonly estimate: unknown; readonly hours?: unknown }): WorkUnit {
  if (hours === undefined) return estimate === null ? 'issues' : 'estimate';
  return estimate === null ? 'hours' : 'issues';
}

/**
 * What ended sprints finished on average, the latest six of them, by estimate or in hours where each has them and nothing else; `null` with fewer than three.
 *
 * `velocityOf([figures of 8, 10 and 12 issues done])` → `{velocity: 10, unit: 'issues', sprints: 3}`
 */
export function velocityOf(figures: readonly Pick<SprintFigures, 'span' | 'done'>[]): { readonly velocity: number; readonly unit: WorkUnit; readonly sprints: number } | null {
  const past = figures.filter(({ span }) => span.endedAt !== null).toSorted((a, b) => (b.span.endedAt ?? 0) - (a.span.endedAt ?? 0)).slice(0, MOST_SPRINTS);
  if (past.length < LEAST_SPRINTS) return null;
  const units = new Set(past.map(({ done }) => unitOf(done)));
  const [unit = 'issues'] = units.size === 1 ? units : [];
  return { velocity: past.reduce((sum, { done }) => sum + (done[unit] ?? 0), 0) / past.length, unit, sprints: past.length };
}

/** Each issue once, with its last estimate. */
function amountOf(entries: readonly StoryIssue[]): Amount {
  const last = new Map(entries.map((entry) => [entry.issue, entry]));
  const sumOf = (unit: StoryIssue['estimateIn']): number | null => [...last.values()].reduce<number | null>((sum, { estimate, estimateIn }) => (estimateIn === unit && estimate !== null ? (sum ?? 0) + estimate : sum), null);
  const hours = sumOf('hours');
  return { issues: last.size, estimate: sumOf(undefined), ...(hours !== null && { hours }) };
}
