import type { IssueKey } from '../core/issue.ts';
import { issueOfWrite } from '../core/queued-write.ts';
import { type AnyTransaction, type StoreName, type WriteTransaction } from './database.ts';
import type { AcceptedRow, EnteredRow, LocalGoalMarkRow, LocalTagRow, OutboxRow } from './rows.ts';

/** What a person made of some issues. */
export interface Own {
  readonly localTags: ReadonlyMap<IssueKey, LocalTagRow>;
  readonly goalMarks: ReadonlyMap<IssueKey, LocalGoalMarkRow>;
  readonly entered: ReadonlyMap<IssueKey, readonly EnteredRow[]>;
  readonly accepted: ReadonlyMap<IssueKey, readonly AcceptedRow[]>;
  readonly outbox: ReadonlyMap<IssueKey, readonly OutboxRow[]>;
}

export const OWN_STORES = ['localTags', 'localGoalMarks', 'entered', 'accepted', 'outbox'] as const satisfies readonly StoreName[];

/**
 * Reads what stands at these issues. Most issues have nothing, and every get costs as much as a row: so the keys between the first and the last
 * asked one are listed, one request a store, and only what is there is read.
 */
export async function readOwn(transaction: AnyTransaction, keys: Iterable<IssueKey>): Promise<Own> {
  const asked = new Set(keys);
  if (asked.size === 0) return { localTags: new Map(), goalMarks: new Map(), entered: new Map(), accepted: new Map(), outbox: new Map() };
  const [first, last] = ends(asked);
  const single = IDBKeyRange.bound(first, last);
  const compound = IDBKeyRange.bound([first], [last, []]);
  const [localTags, goalMarks, entered, accepted, writes] = await Promise.all([
    rowsOf(transaction.objectStore('localTags'), single, (key) => asked.has(key)),
    rowsOf(transaction.objectStore('localGoalMarks'), single, (key) => asked.has(key)),
    rowsOf(transaction.objectStore('entered'), compound, ([key]) => asked.has(key)),
    rowsOf(transaction.objectStore('accepted'), compound, ([key]) => asked.has(key)),
    transaction.objectStore('outbox').getAll(),
  ]);
  return {
    localTags: new Map(localTags.map((row) => [row.key, row])),
    goalMarks: new Map(goalMarks.map((row) => [row.key, row])),
    entered: Map.groupBy(entered, keyOf),
    accepted: Map.groupBy(accepted, keyOf),
    outbox: Map.groupBy(inOrderOfWishes(writes).filter((row) => asked.has(issueOfWrite(row.write) ?? NOTHING)), (row) => issueOfWrite(row.write) ?? NOTHING),
  };
}

/** What a person made of an issue follows it to its new key; what already stands there stays. */
export async function moveOwn(transaction: WriteTransaction, from: IssueKey, to: IssueKey): Promise<void> {
  const own = await readOwn(transaction, [from]);
  const outbox = transaction.objectStore('outbox');
  for (const row of own.localTags.values()) await moveRow(transaction.objectStore('localTags'), from, to, { ...row, key: to });
  for (const row of own.goalMarks.values()) await moveRow(transaction.objectStore('localGoalMarks'), from, to, { ...row, key: to });
  for (const row of own.entered.get(from) ?? []) await moveRow(transaction.objectStore('entered'), [from, row.input], [to, row.input], { ...row, key: to });
  for (const row of own.accepted.get(from) ?? []) await moveRow(transaction.objectStore('accepted'), [from, row.rule], [to, row.rule], { ...row, key: to });
  for (const row of own.outbox.get(from) ?? []) {
    if (row.write.kind === 'sprint-description') continue;
    // Its id names the issue too: under the former one the next wish for the former key would take its place, and it would be lost.
    const id = row.id.replace(from, to);
    await outbox.delete(row.id);
    const there = await outbox.get(id);
    const newest = there && there.createdAt > row.createdAt ? there : row;
    const mayHaveLeft = there?.state === 'sending' || row.state === 'sending';
    await outbox.put({ ...newest, id, state: mayHaveLeft ? 'sending' : newest.state, write: movedWish(row.write, newest.write, to) });
  }
}

/** Puts a row under its new key, unless there is one. */
export async function moveRow<K, R>(rows: { delete(key: K): Promise<void>; getKey(key: K): Promise<unknown>; put(row: R): Promise<unknown> }, from: K, to: K, row: R): Promise<void> {
  await rows.delete(from);
  if ((await rows.getKey(to)) === undefined) await rows.put(row);
}

function movedWish(former: OutboxRow['write'], newest: OutboxRow['write'], key: IssueKey): OutboxRow['write'] {
  if (former.kind === 'label') return { ...former, present: newest.kind === 'label' ? newest.present : former.present, key };
  return newest.kind === 'share' && former.kind === 'share' ? { ...former, ...newest, inputs: { ...former.inputs, ...newest.inputs }, key } : newest;
}

const NOTHING = '' as IssueKey;

function inOrderOfWishes(rows: readonly OutboxRow[]): OutboxRow[] {
  return rows.toSorted((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1));
}

function keyOf({ key }: { readonly key: IssueKey }): IssueKey {
  return key;
}

async function rowsOf<K, R>(rows: { getAllKeys(range: IDBKeyRange): Promise<K[]>; get(key: NoInfer<K>): Promise<R | undefined> }, range: IDBKeyRange, isAsked: (key: K) => boolean): Promise<R[]> {
  const found = await Promise.all((await rows.getAllKeys(range)).filter(isAsked).map(async (key) => rows.get(key)));
  return found.filter((row) => row !== undefined);
}

function ends(keys: ReadonlySet<IssueKey>): [IssueKey, IssueKey] {
  let [first = NOTHING] = keys;
  let last = first;
  for (const key of keys) {
    if (key < first) first = key;
    if (key > last) last = key;
  }
  return [first, last];
}
