import type { IssueKey, ProjectKey, SprintKey } from '../../core/issue.ts';
import type { KeptWording } from '../../core/sprint/kept-wording.ts';
import type { GoalOutcome } from '../../core/sprint/ledger.ts';
import type { SprintSnapshot } from '../../core/sprint/snapshot.ts';
import type { Sprint } from '../../core/sprint/sprint.ts';
import type { Instant, PlainDate } from '../../core/time.ts';

export interface SprintRow extends Sprint {
  /** The issues that were in the sprint when we first saw it running, with the moment; what joins later crept in. */
  readonly baseline: { readonly at: Instant; readonly issues: readonly IssueKey[] } | null;
}

export type GoalWordingRow = KeptWording;

/** What a sprint held on a day, as it stood when it last changed. */
export interface SnapshotRow extends SprintSnapshot {
  readonly day: PlainDate;
}

/** What the team said of a sprint, which no tracker keeps. */
export interface LedgerRow {
  readonly sprint: SprintKey;
  readonly project: ProjectKey;
  /** One for each goal, in the goals' order; `null` where nobody has said. */
  readonly outcomes: readonly (GoalOutcome | null)[];
  /** Roadmap items whose issues serve the goal. */
  readonly items: readonly string[];
  /** The sprint as it last was, once its tracker no longer has it. */
  readonly kept: Sprint | null;
}

/** How a project's sprint was shown last, so that a popup opens at once; for the use case alone to read. */
export interface SprintViewRow {
  readonly id: string;
  readonly view: unknown;
}
