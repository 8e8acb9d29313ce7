import type { ProjectKey } from '../core/issue.ts';
import type { Connection } from './connection.ts';
import type { StoreName, WriteTransaction } from './database.ts';
import { belongsTo, startingWith } from './ranges.ts';
import { forgetRecipes } from './recount-job.ts';
import type { Knowledge } from './scoring.ts';
import { misfit, SHAPES } from './shapes.ts';
import type { Store } from './store.ts';

const CHUNK = 500;
/** Rows that are added up in others: one that has gone leaves sums that nothing would ever put right. */
const ADDED_UP = ['issues', 'memberships', 'itemStatistics', 'rankings', 'columns', 'drafts'] as const satisfies readonly StoreName[];

/** Looks through everything for rows that no reader can use, as an error of ours or a damaged disk leaves them: one such row would stop the sync, or every page that meets it, for good. */
export function oddRowStore(connection: Connection, { now }: Knowledge): Pick<Store, 'setOddAside'> {
  return {
    async setOddAside() {
      const odd = new Map<StoreName, IDBValidKey[]>();
      // The keys of this record are the stores'.
      for (const name of Object.keys(SHAPES) as StoreName[]) {
        const keys = await setAside(connection, name, now());
        if (keys.length > 0) odd.set(name, keys);
      }
      const sums = ADDED_UP.filter((name) => odd.has(name));
      if (sums.length > 0) await connection.write([...ADDED_UP, 'jobs', 'projects'], (transaction) => readAnew(transaction, sums.flatMap((name) => odd.get(name) ?? [])));
      return [...odd.values()].reduce((sum, keys) => sum + keys.length, 0);
    },
  };
}

/** Some hundreds a transaction, so that nobody waits for all of them. */
async function setAside(connection: Connection, name: StoreName, at: number): Promise<IDBValidKey[]> {
  const found: IDBValidKey[] = [];
  let seen: readonly IDBValidKey[] | null = null;
  while (seen === null || seen.length === CHUNK) {
    const range: IDBKeyRange | null = seen === null ? null : IDBKeyRange.lowerBound(seen.at(-1), true);
    seen = await connection.write([name, 'rejected'], (transaction): Promise<readonly IDBValidKey[]> => setAsideIn(transaction, name, range, at, found));
  }
  return found;
}

async function setAsideIn(transaction: WriteTransaction, name: StoreName, range: IDBKeyRange | null, at: number, found: IDBValidKey[]): Promise<readonly IDBValidKey[]> {
  const store = transaction.objectStore(name);
  const [keys, rows] = await Promise.all([store.getAllKeys(range, CHUNK), store.getAll(range, CHUNK)]);
  for (const [index, key] of keys.entries()) {
    const reason = misfit(SHAPES[name], rows[index]);
    if (reason === null) continue;
    await store.delete(key);
    // A token is nothing to keep elsewhere.
    await transaction.objectStore('rejected').put({ id: `${name}|${JSON.stringify(key)}`, project: '' as ProjectKey, reason: `${name}: ${reason}`, at, ...(name !== 'secrets' && { row: rows[index] }) });
    found.push(key);
  }
  return keys;
}

/** Has the projects of these keys read from the beginning, and every issue counted to its roadmap item anew. What people made of the issues stands elsewhere, and stays. */
async function readAnew(transaction: WriteTransaction, keys: readonly IDBValidKey[]): Promise<void> {
  const projects = transaction.objectStore('projects');
  for (const row of await projects.getAll()) {
    const isOf = (key: IDBValidKey): key is string => typeof key === 'string' && (belongsTo(key, row.project) || key.startsWith(`${row.project}:`));
    if (!keys.some(isOf)) continue;
    for (const name of ['issues', 'rankings', 'columns', 'drafts'] as const) {
      const store = transaction.objectStore(name);
      for (const key of await store.getAllKeys(startingWith(row.project))) if (isOf(key)) await store.delete(key);
    }
    for (const job of await transaction.objectStore('jobs').getAll()) if (job.project === row.project && job.kind !== 'propose') await transaction.objectStore('jobs').delete(job.id);
    await projects.put({ ...row, state: 'new', complete: false, syncedAt: null });
  }
  await transaction.objectStore('memberships').clear();
  await transaction.objectStore('itemStatistics').clear();
  await forgetRecipes(transaction);
}
