import type { IssueKey } from '../core/issue.ts';
import type { RoadmapItem } from '../core/roadmap/roadmap-item.ts';
import type { AcceptedRow, BulkEntryRow, BulkRow, EnteredRow, GoalWordingRow, LedgerRow, LocalGoalMarkRow, LocalGoalRow, LocalTagRow, OutboxRow, SettingsRow } from './rows.ts';

/** Tags as they change together. */
export interface TagChange {
  readonly outbox: readonly OutboxRow[];
  readonly drop: readonly string[];
  readonly localTags: readonly LocalTagRow[];
  readonly clearLocal: readonly IssueKey[];
  /** What is said here of issues that serve their sprint's goal. */
  readonly goalMarks?: readonly LocalGoalMarkRow[];
  readonly clearMarks?: readonly IssueKey[];
}

/** A bulk tagging as it stands. */
export interface Bulk {
  readonly bulk: BulkRow;
  readonly entries: readonly BulkEntryRow[];
  /** Those of its writes that are still in the outbox. */
  readonly writes: readonly OutboxRow[];
}

/** What becomes of a bulk tagging. How many writes of an entry are left is the store's to count: a wish may be true already. */
export interface BulkChange extends TagChange {
  readonly bulk: BulkRow;
  readonly entries: readonly BulkEntryRow[];
}

/** A sprint's goal as it stands here. */
export interface StoredGoal {
  readonly local: string | null;
  readonly write: OutboxRow | null;
}

/** What becomes of it: the goal of this browser, and the write in the place of the one that stands; `null` withdraws that. */
export type GoalChange = StoredGoal;

/** The roadmap and the settings, as they change together. */
export interface RoadmapChange {
  readonly put: readonly RoadmapItem[];
  readonly remove: readonly string[];
  /** Absent: they stay. */
  readonly settings?: SettingsRow;
}

/** What only this browser holds: what an export carries and an import restores. */
export interface OwnData {
  readonly settings: SettingsRow;
  readonly roadmap: readonly RoadmapItem[];
  readonly localTags: readonly LocalTagRow[];
  readonly entered: readonly EnteredRow[];
  readonly accepted: readonly AcceptedRow[];
  readonly localGoals: readonly LocalGoalRow[];
  readonly goalWordings: readonly GoalWordingRow[];
  readonly localGoalMarks: readonly LocalGoalMarkRow[];
  readonly ledger: readonly LedgerRow[];
}
