import type { StatusCategory } from './issue.ts';
import type { Instant } from './time.ts';

/** One change of status. `category` is that of the status it went to, where the tracker or its board told it. */
export interface StatusChange {
  readonly at: Instant;
  readonly from: string;
  readonly to: string;
  readonly category: StatusCategory | null;
}

/** An issue came into sprints or left them; by the tracker's ids of them. */
export interface SprintChange {
  readonly at: Instant;
  readonly added: readonly number[];
  readonly removed: readonly number[];
}

/** What happened to an issue, oldest first, as far as its tracker tells. */
export interface History {
  readonly statuses: readonly StatusChange[];
  readonly sprints: readonly SprintChange[];
  /** False when the tracker told only the latest part of a long history. */
  readonly complete: boolean;
  /** When it was read: the issue may have changed since. */
  readonly readAt: Instant;
}
