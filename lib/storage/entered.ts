import type { IssueKey } from '../core/issue.ts';
import type { Connection } from './connection.ts';
import type { WriteTransaction } from './database.ts';
import { queue } from './queue.ts';
import { restate, RESTATED_STORES, type Touched } from './restate.ts';
import type { Knowledge } from './scoring.ts';
import type { Store } from './store.ts';

/** Values that a person gave: the score changes with them, so the ranking does in the same transaction. */
export function enteredStore(connection: Connection, knowledge: Knowledge): Pick<Store, 'enter' | 'clearEntered'> {
  return {
    enter: (row, share) => connection.write(RESTATED_STORES, async (transaction) => {
      await transaction.objectStore('entered').put(row);
      if (share) await queue(transaction, [share]);
      await restate(transaction, await unchangedRows(transaction, [row.key]), knowledge);
    }),
    clearEntered: (key, input, share) => connection.write(RESTATED_STORES, async (transaction) => {
      await transaction.objectStore('entered').delete([key, input]);
      if (share) await queue(transaction, [share]);
      await restate(transaction, await unchangedRows(transaction, [key]), knowledge);
    }),
  };
}

/** Issues of which only something beside the row has changed. */
export async function unchangedRows(transaction: WriteTransaction, keys: Iterable<IssueKey>): Promise<Touched> {
  const rows = await Promise.all(Array.from(new Set(keys), async (key) => transaction.objectStore('issues').get(key)));
  return new Map(rows.flatMap((row) => (row ? [[row.key, { before: row, after: row }] as const] : [])));
}
