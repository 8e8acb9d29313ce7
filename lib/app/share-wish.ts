import type { IssueKey } from '../core/issue.ts';
import { hostOf } from '../core/keys.ts';
import type { ShareWish } from '../core/shared-facts.ts';
import type { OutboxRow } from '../storage/rows.ts';

/** How long a write waits for second thoughts before it leaves. */
export const UNDO_WINDOW_MS = 5000;

/** A wish for what the team shares of an issue, as it waits to be written: one an issue for all its inputs, and one for its tag, which can be taken back alone. */
export function shareWish(key: IssueKey, wish: ShareWish, now: number): OutboxRow {
  return { id: `${wish.tag === undefined ? 'share' : 'share-tag'}|${key}`, host: hostOf(key), write: { kind: 'share', key, ...wish }, state: 'queued', notBefore: now + UNDO_WINDOW_MS, createdAt: now, attempts: 0, failure: null };
}
