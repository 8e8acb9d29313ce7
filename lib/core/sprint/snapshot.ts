import type { IssueKey, SprintKey, StatusCategory } from '../issue.ts';
import type { Instant } from '../time.ts';

/** One issue as it stood in a sprint at the moment of a snapshot. */
export interface SnapshotIssue {
  readonly key: IssueKey;
  readonly category: StatusCategory;
  readonly estimate: number | null;
  readonly estimateIn?: 'hours';
  /** The ids of the risk rules that flagged it, so that tomorrow can tell what is newly flagged; absent where they were not asked. */
  readonly flags?: readonly string[];
  /** Whether it served the sprint's goal; absent where that was not asked. */
  readonly goal?: boolean;
}

/**
 * What a sprint contained at a moment, as Waymark saw it: for issues whose tracker tells no history. Between two of them something happened at some time; it counts for the moment of the later one. Issues closed as not
 * planned or as duplicates are not in it.
 */
export interface SprintSnapshot {
  readonly sprint: SprintKey;
  readonly at: Instant;
  readonly issues: readonly SnapshotIssue[];
  /** When the flags and the goal were noted in it, which may be later on its day; absent where they were not. */
  readonly notedAt?: Instant;
}
