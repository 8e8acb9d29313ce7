import type { IssueKey } from '../core/issue.ts';
import { hostOf } from '../core/keys.ts';
import { type QueuedWrite, subjectOf } from '../core/queued-write.ts';
import type { ShareWish } from '../core/shared-facts.ts';
import type { Instant } from '../core/time.ts';
import type { OutboxRow } from '../storage/rows.ts';

/** How long a write waits for second thoughts before it leaves. */
export const UNDO_WINDOW_MS = 5000;

/** A label that is to be put on an issue, or taken off, as it waits to be written. One an issue and label: the newest takes the place of the one before, as of the other wishes. */
export function labelWish(write: Extract<QueuedWrite, { readonly kind: 'label' }>, now: Instant): OutboxRow {
  return queued(`label|${write.key}|${write.label}`, write, now);
}

/** What the team is to share of an issue: one an issue for all its inputs, and one for its tag, which can be taken back alone. */
export function shareWish(key: IssueKey, wish: ShareWish, now: Instant): OutboxRow {
  return queued(`${wish.tag === undefined ? 'share' : 'share-tag'}|${key}`, { kind: 'share', key, ...wish }, now);
}

/**
 * A goal of a sprint: one a sprint. `basis`: the description that its author saw, where that is not the one stored.
 *
 * `goalWish({kind: 'sprint-description', sprint, description: 'Buyers pay in one step.'}, now).notBefore` → five seconds from now
 */
export function goalWish(write: Extract<QueuedWrite, { readonly kind: 'sprint-description' }>, now: Instant, basis?: string): OutboxRow {
  return { ...queued(`sprint-description|${write.sprint}`, write, now), ...(basis !== undefined && { basis }) };
}

/** The wish of whoever made another one: what waits for them waits for them still. `madeBy(undefined, wish)` → `wish` */
export function madeBy(by: OutboxRow['by'], wish: OutboxRow): OutboxRow {
  return by === undefined ? wish : { ...wish, by };
}

/** A failed write as it is tried again; `null` for another person's which nobody has said to send as the one who is signed in now. */
export function onceMore({ conflict, refused: _refused, by, ...wish }: OutboxRow, now: Instant, as?: string): OutboxRow | null {
  const again = { ...wish, state: 'queued' as const, attempts: 0, unconfirmed: 0, failure: null, notBefore: now };
  // A goal that somebody had changed meanwhile waits on theirs: to send it again is to use it all the same.
  if (by === undefined || by.present === as || conflict !== undefined) return again;
  // While nobody is signed in, it waits for whoever made it.
  return by.present === null ? { ...again, by } : null;
}

function queued(id: string, write: QueuedWrite, now: Instant): OutboxRow {
  return { id, host: hostOf(subjectOf(write)), write, state: 'queued', notBefore: now + UNDO_WINDOW_MS, createdAt: now, attempts: 0, failure: null };
}
