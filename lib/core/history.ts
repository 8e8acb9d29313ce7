import type { StatusCategory } from './issue.ts';
import type { Instant } from './time.ts';

/** One change of status. `category` is that of the status it went to, where the tracker or its board told it. A reopening is one out of the category `done`. */
export interface StatusChange {
  readonly at: Instant;
  readonly from: string;
  readonly to: string;
  readonly category: StatusCategory | null;
  /** The login or name of who did it; absent where the tracker did not tell. */
  readonly by?: string;
}

/** An issue came into sprints or left them; by the numbers of them (`Sprint.number`): Jira's sprints, GitHub's milestones and iterations alike. */
export interface SprintChange {
  readonly at: Instant;
  readonly added: readonly number[];
  readonly removed: readonly number[];
  readonly by?: string;
}

/** Its estimate became another; `null` is no estimate. */
export interface EstimateChange {
  readonly at: Instant;
  readonly from: number | null;
  readonly to: number | null;
  readonly by?: string;
}

/** Labels came to it or went, as they were written then. */
export interface LabelChange {
  readonly at: Instant;
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

/** What happened to an issue, oldest first, as far as its tracker tells. */
export interface History {
  readonly statuses: readonly StatusChange[];
  readonly sprints: readonly SprintChange[];
  /** The sprints that it was in before the first of those changes, where the tracker names them with it (Jira); absent where nothing tells. */
  readonly bornIn?: readonly number[];
  /** Absent where changes of the estimate were not read: then the present one is taken for the one that it always had. */
  readonly estimates?: readonly EstimateChange[];
  /** Absent where changes of labels were not read. */
  readonly labels?: readonly LabelChange[];
  /** False when the tracker told only the latest part of a long history. */
  readonly complete: boolean;
  /** When it was read: the issue may have changed since. */
  readonly readAt: Instant;
}
