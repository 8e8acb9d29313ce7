import type { OutboxRow } from '../../../lib/storage/rows.ts';
import type { Store } from '../../../lib/storage/store.ts';

/** Puts a write in the outbox as a gesture would, or as a try before has left it. */
export function queueWish(store: Pick<Store, 'applyTags'>, row: OutboxRow): Promise<void> {
  return store.applyTags({ outbox: [row], drop: [], localTags: [], clearLocal: [] });
}
