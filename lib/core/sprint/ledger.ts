import type { SprintKey } from '../issue.ts';
import type { Instant } from '../time.ts';
import type { SprintSpan } from './span.ts';
import type { SprintGoal } from './sprint.ts';
import type { StoryIssue } from './story.ts';

/** Where a goal was written: in the sprint itself, in the team's file, in a status update of the project, or only here. */
export type GoalPlace = SprintGoal['source'] | 'file' | 'status-update';

/** What a goal said from a moment on. An empty text withdraws it. */
export interface GoalWording {
  readonly text: string;
  readonly at: Instant;
  /** `null` where nobody told. */
  readonly by: string | null;
  readonly from: GoalPlace;
}

/** What the team says of a goal at the end. */
export interface GoalOutcome {
  readonly result: 'met' | 'partly' | 'not';
  readonly note: string;
  readonly at: Instant;
  readonly by: string | null;
}

/** One goal of a sprint with everything that it has said. */
export interface LedgerGoal {
  /** Oldest first; the last is what it says now. Never empty. */
  readonly wordings: readonly GoalWording[];
  /** `null` until somebody has said. */
  readonly outcome: GoalOutcome | null;
}

/** A sprint in the ledger of goals. */
export interface LedgerEntry {
  readonly sprint: SprintKey;
  readonly title: string;
  readonly span: SprintSpan;
  /** In their order: the first is the Sprint Goal. */
  readonly goals: readonly LedgerGoal[];
  readonly carriedOver: readonly StoryIssue[];
  /** What was finished. */
  readonly increment: readonly StoryIssue[];
}
