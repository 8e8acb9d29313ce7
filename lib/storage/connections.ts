import type { Connection } from './connection.ts';
import type { WriteTransaction } from './database.ts';
import { unchangedRows } from './entered.ts';
import { keepWhose } from './other-account.ts';
import { restate, RESTATED_STORES } from './restate.ts';
import type { Knowledge } from './scoring.ts';
import type { Store } from './store.ts';

/** Connections and, apart from them, their secrets: only `token` ever reads those. */
export function connectionStore(connection: Connection, knowledge: Knowledge): Pick<Store, 'connection' | 'connections' | 'token' | 'putConnection' | 'barWriting' | 'limiter'> {
  return {
    connection: (host) => connection.read(['connections'], (transaction) => transaction.objectStore('connections').get(host)),
    connections: () => connection.read(['connections'], (transaction) => transaction.objectStore('connections').getAll()),
    token: (host) => connection.read(['secrets'], async (transaction) => (await transaction.objectStore('secrets').get(host))?.token ?? null),
    putConnection: (row, token, tested = false) => connection.write([...RESTATED_STORES, 'connections', 'secrets', 'limiters', 'projects'], async (transaction) => {
      const secrets = transaction.objectStore('secrets');
      const former = await secrets.get(row.host);
      const before = await transaction.objectStore('connections').get(row.host);
      if (tested && ((former?.token ?? null) !== token || (before === undefined && (await transaction.objectStore('projects').getAll()).every(({ host }) => host !== row.host)))) return false;
      await transaction.objectStore('connections').put(row);
      await (token === null ? secrets.delete(row.host) : secrets.put({ host: row.host, token }));
      await allowWriting(transaction, row.host);
      const otherwise = await keepWhose(transaction, before, row, row.state === 'ok');
      await restate(transaction, await unchangedRows(transaction, otherwise), knowledge);
      // Another account has another allowance: the former one's limits say nothing of it.
      if ((former?.token ?? null) === token) return true;
      await transaction.objectStore('limiters').delete(row.host);
      await askAnew(transaction, row.host);
      return true;
    }),
    barWriting: (project, { token, at, lacks }) => connection.write(['secrets', 'projects'], async (transaction) => {
      const row = await transaction.objectStore('projects').get(project);
      const given = row && await transaction.objectStore('secrets').get(row.host);
      if (row && given?.token === token) await transaction.objectStore('projects').put({ ...row, readOnlyAt: at, lacks });
    }),
    limiter: (host) => connection.read(['limiters'], (transaction) => transaction.objectStore('limiters').get(host)),
  };
}

/** Given or tested anew, a token may have what it was refused, as may another person: it is tried, or the next write will tell. */
export async function allowWriting(transaction: WriteTransaction, host: string): Promise<void> {
  const projects = transaction.objectStore('projects');
  for (const row of await projects.getAll()) if (row.host === host && (row.readOnlyAt || row.goalsReadOnlyAt)) await projects.put({ ...row, readOnlyAt: 0, goalsReadOnlyAt: 0 });
}

/** What the former account was refused or did not find, another one may be given: nobody should wait an hour for it. */
async function askAnew(transaction: WriteTransaction, host: string): Promise<void> {
  const jobs = transaction.objectStore('jobs');
  for (const job of await jobs.getAll()) {
    if (job.host !== host) continue;
    if ((job.kind === 'find' || job.kind === 'blockers') && job.finishedAt !== null) await jobs.delete(job.id);
    // A refused visit rests for a day from when it ended: with the next page it is made again, and not before.
    else if (job.error !== null) await jobs.put({ ...job, dueAt: 0, attempts: 0, error: null, ...(job.kind === 'visit' && job.finishedAt !== null && { finishedAt: 0 }) });
  }
}
