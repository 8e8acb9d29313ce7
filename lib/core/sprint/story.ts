import type { IssueKey, SprintKey } from '../issue.ts';
import type { Instant } from '../time.ts';
import type { SprintSpan } from './span.ts';

/** Where the definitions come from. */
export const STORY_SOURCE = 'Scope increase, carry-over once and twice or more, consecutive within 5 days: Swarmia; planned and added work, planning accuracy: LinearB. The first day is the day of planning';

/** An issue at a moment of a sprint. */
export interface StoryIssue {
  readonly issue: IssueKey;
  readonly at: Instant;
  /** Who did it, by login or name; `null` where the tracker did not tell. */
  readonly by: string | null;
  /** Its estimate at that moment. */
  readonly estimate: number | null;
}

/** An issue came into the running sprint; `again` when it had been in it before. */
export interface AddedIssue extends StoryIssue {
  readonly again: boolean;
}

/** An issue left the running sprint: taken out, or closed as not planned or as a duplicate. */
export interface RemovedIssue extends StoryIssue {
  readonly how: 'taken-out' | 'given-up';
}

/** An issue that sprints before have not finished. */
export interface CarriedIssue extends StoryIssue {
  /** How many consecutive sprints it was in before: 1 once, from 2 on “two or more”. */
  readonly times: number;
}

export interface ReestimatedIssue extends StoryIssue {
  /** What it was estimated at before; `estimate` is the new one. */
  readonly from: number | null;
}

/** What an account stands on: the tracker's own histories, our snapshots, or for some issues the one and for some the other. */
export type StoryBasis = 'history' | 'snapshots' | 'both';

/** What happened in one sprint, each list oldest first. An issue may be in several of them, and in `added` and `removed` more than once. */
export interface SprintStory {
  readonly sprint: SprintKey;
  readonly span: SprintSpan;
  readonly basis: StoryBasis;
  /** Where it stands on snapshots, or on histories without their beginning: what happened before is not known (“since 12 Nov”). `null` when all of it is told. */
  readonly since: Instant | null;
  /** In the sprint at the end of its first day and not done before that day: what the team set out with. Empty while it has not begun. */
  readonly committed: readonly StoryIssue[];
  /** Came in after the first day; removed and added again counts as added. */
  readonly added: readonly AddedIssue[];
  /** Left after the first day. What went into a later sprint on the last day or after it was carried over, not removed. */
  readonly removed: readonly RemovedIssue[];
  /** Came from the sprints before. */
  readonly carriedIn: readonly CarriedIssue[];
  /** In the sprint and not done at its end; while it runs, what is open now. */
  readonly carriedOut: readonly StoryIssue[];
  /** In the sprint and done in it, at its end or now; by when it was last done. Its increment. */
  readonly done: readonly StoryIssue[];
  /** Done before the first day and never reopened: in the sprint, but no work of it. */
  readonly doneBefore: readonly StoryIssue[];
  /** Changes of the estimate after the first day, while it was in the sprint. */
  readonly reestimated: readonly ReestimatedIssue[];
  /** Out of done and back, while it was in the sprint and ran. */
  readonly reopened: readonly StoryIssue[];
}
