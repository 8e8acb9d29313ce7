import type { Connection } from './connection.ts';
import type { JobRow } from './rows.ts';
import type { Store, SyncStore } from './store.ts';

export function jobStore(connection: Connection): Pick<Store, 'jobs' | 'putJobs'> & Pick<SyncStore, 'amendJobs' | 'hasten'> {
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
    hasten: (now) => connection.write(['jobs', 'outbox'], async (transaction) => {
      const [jobs, outbox] = [transaction.objectStore('jobs'), transaction.objectStore('outbox')];
      const waiting = (await jobs.getAll()).filter((job) => job.error?.kind === 'offline' && job.dueAt > now);
      // One that was never tried is held for second thoughts.
      const untold = (await outbox.getAll()).filter((row) => row.state !== 'failed' && row.attempts > 0 && row.notBefore > now);
      for (const job of waiting) await jobs.put({ ...job, dueAt: now, attempts: 0 });
      // Networks say that they are there a little before they are: the waits begin anew with short ones.
      for (const row of untold) await outbox.put({ ...row, notBefore: now, attempts: 1 });
      return waiting.length + untold.length > 0;
    }),
  };
}
