import type { IssueKey } from '../../core/issue.ts';
import type { QueuedWrite } from '../../core/queued-write.ts';
import type { TagBasis } from '../../core/roadmap/taken-meanwhile.ts';
import type { Instant } from '../../core/time.ts';
import type { LocalTagRow } from './own.ts';

/**
 * One queued write, coalesced per issue and label, and what is shared per issue: the last wish wins. `sending` says that it may have left, so that it is compared with the
 * tracker before anything else happens to it. `createdAt` names the gesture: a step that answers an older one leaves the row alone.
 */
export interface OutboxRow {
  readonly id: string;
  readonly host: string;
  readonly write: QueuedWrite;
  readonly state: 'queued' | 'sending' | 'failed';
  /** Not sent before: until then it can be undone. */
  readonly notBefore: Instant;
  readonly createdAt: Instant;
  readonly attempts: number;
  /** How often the tracker took the write and then did not show it: some drop silently what a token may not do. */
  readonly unconfirmed?: number;
  /** The sprint's description when the write was queued: if its goal is another at the tracker by now, nothing is written over it. */
  readonly basis?: string;
  /** Former wishes for the same goal that may have left: where the tracker shows one of them, nobody else has changed it. */
  readonly former?: readonly string[];
  /** Of a goal: what it took the place of before anything had left, a goal of this browser or one that was to be written. Undo returns to it. */
  readonly replaced?: { readonly local: string | null; readonly wish: QueuedWrite | null };
  /** The tracker takes no write to this one issue until then. */
  readonly limitedUntil?: Instant;
  /** Why it failed for good, in a sentence. */
  readonly failure: string | null;
  /** It failed because the site took the token no longer: what it was before, and is again once there is a token that the site takes. */
  readonly refused?: 'queued' | 'sending';
  /** Made while another person was signed in than is now (`present`; `null`: nobody, or nobody knows who): it waits until that one is again, or somebody says that this one sends it. */
  readonly by?: { readonly made: string; readonly present: string | null; /** Who made it, by the site's own name of them. */ readonly whose?: string };
  /** Of a tag: what was seen when it was wished. Another item that stands there by now is a teammate's, and is not written over. */
  readonly tagged?: TagBasis;
  /** The item, or the goal, that a teammate has put there meanwhile: it failed, and waits for somebody to choose. To send a goal again is to use it all the same. */
  readonly conflict?: string;
  /** The bulk tagging that it is part of, and the issue as it was called then. */
  readonly bulk?: { readonly id: string; readonly key: IssueKey };
}

/** Many issues tagged in one gesture. */
export interface BulkRow {
  readonly id: string;
  /** The item wished; `null` to take the tag off. */
  readonly item: string | null;
  /** Who is signed in where it is written. */
  readonly by: readonly string[];
  readonly createdAt: Instant;
  readonly state: 'running' | 'stopped' | 'undone';
}

/** One issue of a bulk tagging. What has not arrived is told by its writes in the outbox; everything else is noted here, in the transaction that made it so. */
export interface BulkEntryRow {
  readonly bulk: string;
  readonly key: IssueKey;
  readonly host: string;
  readonly reference: string;
  readonly title: string;
  readonly url: string;
  /** `waiting` and `undoing` have writes on their way; `left-alone` has another item, which was not to be replaced; `stopped` was not sent. */
  readonly state: 'waiting' | 'done' | 'local' | 'already' | 'left-alone' | 'stopped' | 'undoing' | 'undone';
  /** Why it stays in this browser, or was left alone; `null` where there is nothing to say. */
  readonly because: string | null;
  /** Writes that have not arrived yet. */
  readonly left: number;
  /** What stood there before: its way back. `was` is the item that was on its way to the tracker, `by` for whom that waited; none where nothing was. */
  readonly before: { readonly items: readonly string[]; readonly labels: readonly string[]; readonly shared: string | null; readonly local: LocalTagRow | null; readonly was?: string | null | undefined; readonly by?: OutboxRow['by'] };
}
