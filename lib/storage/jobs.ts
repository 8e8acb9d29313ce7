import type { Connection } from './connection.ts';
import type { JobRow } from './rows.ts';
import type { Store, SyncStore } from './store.ts';

export function jobStore(connection: Connection): Pick<Store, 'jobs' | 'putJobs'> & Pick<SyncStore, 'amendJobs'> {
  return {
    jobs: () => connection.read(['jobs'], (transaction) => transaction.objectStore('jobs').getAll()),
    putJobs: (rows) => connection.write(['jobs'], async (transaction) => {
      await Promise.all(rows.map(async (row) => transaction.objectStore('jobs').put(row)));
    }),
    amendJobs: (ids, amend) => connection.write(['jobs'], async (transaction) => {
      const store = transaction.objectStore('jobs');
      const stored = await Promise.all(ids.map(async (id) => store.get(id)));
      const rows: readonly JobRow[] = amend(new Map(stored.flatMap((row) => (row ? [[row.id, row] as const] : []))));
      await Promise.all(rows.map(async (row) => store.put(row)));
    }),
  };
}
