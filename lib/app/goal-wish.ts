import { hostOf } from '../core/keys.ts';
import type { QueuedWrite } from '../core/queued-write.ts';
import type { Instant } from '../core/time.ts';
import type { OutboxRow } from '../storage/rows.ts';
import { UNDO_WINDOW_MS } from './share-wish.ts';

/**
 * A goal of a sprint as it waits to be written. One a sprint: the newest takes the place of the one before. `basis`: the description that its author saw, where that is not the one stored.
 *
 * `goalWish({kind: 'sprint-description', sprint, description: 'Buyers pay in one step.'}, now).notBefore` → five seconds from now
 */
export function goalWish(write: Extract<QueuedWrite, { readonly kind: 'sprint-description' }>, now: Instant, basis?: string): OutboxRow {
  return {
    id: `sprint-description|${write.sprint}`, host: hostOf(write.sprint), write, state: 'queued', notBefore: now + UNDO_WINDOW_MS, createdAt: now, attempts: 0, failure: null,
    ...(basis !== undefined && { basis }),
  };
}
