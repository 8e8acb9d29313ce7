import type { IssueKey, ProjectKey } from '../core/issue.ts';
import { backlogKey } from '../core/keys.ts';
import { readRoadmap } from '../core/roadmap/roadmap.ts';
import type { Connection } from './connection.ts';
import type { AnyTransaction, ReadTransaction, StoreName, WriteTransaction } from './database.ts';
import { readIssues } from './issues.ts';
import { changeTags } from './outbox.ts';
import { readOwn } from './own-data.ts';
import { under } from './ranges.ts';
import { readTags } from './read-tags.ts';
import { RESTATED_STORES } from './restate.ts';
import type { BulkEntryRow, BulkRow, IssueRow, OutboxRow } from './rows.ts';
import type { Knowledge } from './scoring.ts';
import type { Belonging, Bulk, Store } from './store.ts';

const STORES = [...RESTATED_STORES, 'bulks', 'bulkEntries'] as const satisfies readonly StoreName[];
/** Older ones that have nothing left to write are forgotten. */
const KEPT = 10;
const CHUNK = 500;

/** Bulk taggings: what was wished, and what has become of every issue. */
export function bulkStore(connection: Connection, knowledge: Knowledge): Pick<Store, 'bulks' | 'bulk' | 'amendBulk' | 'scanIssues'> {
  return {
    bulks: (limit) => connection.read(['bulks', 'bulkEntries', 'outbox'], async (transaction) => {
      const [rows, writes] = await Promise.all([transaction.objectStore('bulks').getAll(), transaction.objectStore('outbox').getAll()]);
      return Promise.all(rows.toSorted(byAge).slice(0, limit).map((bulk) => wholeOf(transaction, bulk, writes)));
    }),
    bulk: (id) => connection.read(['bulks', 'bulkEntries', 'outbox'], (transaction) => readBulk(transaction, id)),
    amendBulk: (id, keys, amend) => connection.write(STORES, async (transaction) => {
      const [stored, standing] = await Promise.all([readBulk(transaction, id), readBelonging(transaction, keys)]);
      const change = amend(stored, standing);
      if (!change) return false;
      if (!stored) await forgetOld(transaction);
      await transaction.objectStore('bulks').put(change.bulk);
      await changeTags(transaction, change, knowledge);
      await putCounted(transaction, id, change.entries);
      return true;
    }),
    scanIssues: (scope, visit) => connection.read(['issues', 'memberships'], async (transaction) => {
      const items = new Map((await transaction.objectStore('memberships').getAll()).map(({ key, item }) => [key, item]));
      const tell = (row: IssueRow): void => visit(row, items.get(row.key) ?? null);
      await (scope.open ? scanOpen(transaction, scope.project, tell) : scanAll(transaction, scope.project, tell));
    }),
  };
}

/** A write of a bulk tagging has arrived, or stays in this browser for good: with the last of them the issue is done. */
export async function noteSettled(transaction: WriteTransaction, { bulk, host }: OutboxRow, keptHere: boolean): Promise<void> {
  if (!bulk) return;
  const store = transaction.objectStore('bulkEntries');
  const entry = await store.get([bulk.id, bulk.key]);
  if (!entry) return;
  const left = Math.max(0, entry.left - 1);
  const because = keptHere ? `${host} does not let you write here.` : entry.because;
  const state = left > 0 ? entry.state : entry.state === 'undoing' ? 'undone' : because === null ? 'done' : 'local';
  await store.put({ ...entry, left, because, state });
}

async function readBulk(transaction: AnyTransaction, id: string): Promise<Bulk | undefined> {
  const [bulk, writes] = await Promise.all([transaction.objectStore('bulks').get(id), transaction.objectStore('outbox').getAll()]);
  return bulk && wholeOf(transaction, bulk, writes);
}

async function wholeOf(transaction: AnyTransaction, bulk: BulkRow, writes: readonly OutboxRow[]): Promise<Bulk> {
  return { bulk, entries: await transaction.objectStore('bulkEntries').getAll(under(bulk.id)), writes: writes.filter((row) => row.bulk?.id === bulk.id) };
}

async function readBelonging(transaction: WriteTransaction, keys: readonly IssueKey[]): Promise<Belonging> {
  const [issues, own, roadmap] = await Promise.all([readIssues(transaction, keys), readOwn(transaction, keys), transaction.objectStore('roadmap').getAll()]);
  return { issues, ...own, tags: await readTags(transaction, [...issues.values()], readRoadmap(roadmap), own) };
}

/** What is true already has left no write: then there is nothing to wait for. */
async function putCounted(transaction: WriteTransaction, id: string, entries: readonly BulkEntryRow[]): Promise<void> {
  const store = transaction.objectStore('bulkEntries');
  const writes = Map.groupBy((await transaction.objectStore('outbox').getAll()).filter(({ bulk }) => bulk?.id === id), ({ bulk }) => bulk?.key);
  await Promise.all(entries.map((entry) => {
    const left = writes.get(entry.key)?.length ?? 0;
    const state = left > 0 || (entry.state !== 'waiting' && entry.state !== 'undoing') ? entry.state : entry.state === 'undoing' ? 'undone' : 'already';
    return store.put({ ...entry, left, state });
  }));
}

async function forgetOld(transaction: WriteTransaction): Promise<void> {
  const bulks = transaction.objectStore('bulks');
  const [rows, writes] = await Promise.all([bulks.getAll(), transaction.objectStore('outbox').getAll()]);
  const busy = new Set(writes.map(({ bulk }) => bulk?.id));
  const old = rows.toSorted(byAge).slice(KEPT - 1).filter(({ id }) => !busy.has(id));
  await Promise.all(old.flatMap(({ id }) => [bulks.delete(id), transaction.objectStore('bulkEntries').delete(under(id))]));
}

/** A chunk at a time: one after the other they would take a turn each, all at once the memory of all. */
async function scanOpen(transaction: ReadTransaction, project: ProjectKey | null, tell: (row: IssueRow) => void): Promise<void> {
  const index = transaction.objectStore('issues').index('open');
  const ends = project === null ? [[[''], [[]]] as const] : (['issue', 'pull-request'] as const).map((kind) => [[backlogKey(project, kind)], [backlogKey(project, kind), []]] as const);
  for (const [first, last] of ends) {
    let after: IDBValidKey = [...first];
    for (let rows: IssueRow[] = []; ; after = [rows.at(-1)?.backlog ?? '', rows.at(-1)?.number ?? 0]) {
      rows = await index.getAll(IDBKeyRange.bound(after, last, true), CHUNK);
      rows.forEach(tell);
      if (rows.length < CHUNK) break;
    }
  }
}

async function scanAll(transaction: ReadTransaction, project: ProjectKey | null, tell: (row: IssueRow) => void): Promise<void> {
  const issues = transaction.objectStore('issues');
  let after: string = project ?? '';
  for (let rows: IssueRow[] = []; ; after = rows.at(-1)?.key ?? after) {
    rows = await issues.getAll(IDBKeyRange.bound(after, `${project ?? ''}\uffff`, true), CHUNK);
    for (const row of rows) if (project === null || row.project === project) tell(row);
    if (rows.length < CHUNK) break;
  }
}

function byAge(a: BulkRow, b: BulkRow): number {
  return b.createdAt - a.createdAt || (a.id < b.id ? -1 : 1);
}
