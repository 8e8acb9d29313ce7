import type { BacklogKey, Issue, ProjectKey, SprintKey } from '../../core/issue.ts';
import type { Instant } from '../../core/time.ts';

/** An issue as it is kept, with the few columns that indexes need. */
export interface IssueRow extends Issue {
  /** The backlog while it is open; absent once done, so that the index holds open issues only. */
  readonly backlog?: BacklogKey;
  /** Its sprint when it has an estimate: the index of it answers whether a sprint's team estimates, without reading the sprint. */
  readonly estimatedIn?: SprintKey;
  /** Sprints that it is in besides `sprint`: its milestone where an iteration comes first, iterations of other Projects. */
  readonly alsoIn?: readonly SprintKey[];
  /** Roadmap items that its labels name: the index of it tells which items a team uses, without reading an issue. */
  readonly labelledItems?: readonly string[];
  /** Its date of change when its history was last asked for. */
  readonly historyAsOf?: Instant;
  /** Set while its history is worth reading and older than the issue: by project, then 0 for open issues, the day of completion for finished ones. */
  readonly historyDue?: readonly [ProjectKey, number];
  /** The sprints that it is in or was in: the index of it tells what a past sprint held. */
  readonly beenIn?: readonly SprintKey[];
  /** Sweep that last saw it: the reconciliation of deleted issues compares it. */
  readonly seenInSweep: number;
}

/** Sorted scores and samples of one backlog: all that 100 badges need besides their own rows. */
export interface RankingRow {
  readonly backlog: BacklogKey;
  /** Scores of the open issues, highest first. Unscored ones are not in it. */
  readonly scores: Float64Array;
  /** Open issues in all. */
  readonly open: number;
  /** Days from creation to completion of finished issues, sorted upwards. */
  readonly finishedDays: Float64Array;
  /** Days from the start of work to completion of finished issues whose history is known, sorted upwards. */
  readonly cycleDays: Float64Array;
  /** Open issues in progress, by assignee. */
  readonly load: Readonly<Record<string, number>>;
  /** Those of a sprint that are not in progress, by sprint and assignee. */
  readonly waiting: Readonly<Record<string, number>>;
  /** Model, weights, roadmap and day that the scores were computed with: another recipe asks for a renewal. */
  readonly recipe: string;
  readonly renewedAt: Instant;
}

/** The same backlog by issue: what an incremental renewal needs, read only by the sync. Parallel, sorted by number. */
export interface ColumnsRow {
  readonly backlog: BacklogKey;
  readonly numbers: Uint32Array;
  readonly scores: Float64Array;
  readonly recipe: string;
}

/** Columns under way to another recipe, built chunk by chunk beside those in use, which they replace at the end. */
export interface DraftRow extends ColumnsRow {
  /** Open issues up to this number are in it: a change of one of them must reach the draft too. */
  readonly through: number;
}

export interface RejectedRowRecord {
  readonly id: string;
  readonly project: ProjectKey;
  readonly reason: string;
  readonly at: Instant;
  /** What stood in our own database, where it came from there. */
  readonly row?: unknown;
}
