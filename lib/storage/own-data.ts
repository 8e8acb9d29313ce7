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
  const [localTags, marks, entered, accepted, outbox] = [transaction.objectStore('localTags'), transaction.objectStore('localGoalMarks'), transaction.objectStore('entered'), transaction.objectStore('accepted'), transaction.objectStore('outbox')];
  const [tagKeys, markKeys, enteredKeys, acceptedKeys, writes] = await Promise.all([localTags.getAllKeys(single), marks.getAllKeys(single), entered.getAllKeys(compound), accepted.getAllKeys(compound), outbox.getAll()]);
  const [tagRows, markRows, enteredRows, acceptedRows] = await Promise.all([
    Promise.all(tagKeys.filter((key) => asked.has(key)).map(async (key) => localTags.get(key))),
    Promise.all(markKeys.filter((key) => asked.has(key)).map(async (key) => marks.get(key))),
    Promise.all(enteredKeys.filter(([key]) => asked.has(key)).map(async (key) => entered.get(key))),
    Promise.all(acceptedKeys.filter(([key]) => asked.has(key)).map(async (key) => accepted.get(key))),
  ]);
  return {
    localTags: new Map(tagRows.flatMap((row) => (row ? [[row.key, row] as const] : []))),
    goalMarks: new Map(markRows.flatMap((row) => (row ? [[row.key, row] as const] : []))),
    entered: byIssue(enteredRows),
    accepted: byIssue(acceptedRows),
    outbox: Map.groupBy(inOrderOfWishes(writes).filter((row) => asked.has(issueOfWrite(row.write) ?? NOTHING)), (row) => issueOfWrite(row.write) ?? NOTHING),
  };
}

/** What a person made of an issue follows it to its new key; what already stands there stays. */
export async function moveOwn(transaction: WriteTransaction, from: IssueKey, to: IssueKey): Promise<void> {
  const own = await readOwn(transaction, [from]);
  const [localTags, entered, accepted, outbox] = [transaction.objectStore('localTags'), transaction.objectStore('entered'), transaction.objectStore('accepted'), transaction.objectStore('outbox')];
  for (const row of own.localTags.values()) {
    await localTags.delete(from);
    if (!(await localTags.get(to))) await localTags.put({ ...row, key: to });
  }
  for (const row of own.goalMarks.values()) {
    await transaction.objectStore('localGoalMarks').delete(from);
    if (!(await transaction.objectStore('localGoalMarks').get(to))) await transaction.objectStore('localGoalMarks').put({ ...row, key: to });
  }
  for (const row of own.entered.get(from) ?? []) {
    await entered.delete([from, row.input]);
    if (!(await entered.get([to, row.input]))) await entered.put({ ...row, key: to });
  }
  for (const row of own.accepted.get(from) ?? []) {
    await accepted.delete([from, row.rule]);
    if (!(await accepted.get([to, row.rule]))) await accepted.put({ ...row, key: to });
  }
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

function movedWish(former: OutboxRow['write'], newest: OutboxRow['write'], key: IssueKey): OutboxRow['write'] {
  if (former.kind === 'label') return { ...former, present: newest.kind === 'label' ? newest.present : former.present, key };
  return newest.kind === 'share' && former.kind === 'share' ? { ...former, ...newest, inputs: { ...former.inputs, ...newest.inputs }, key } : newest;
}

const NOTHING = '' as IssueKey;

function inOrderOfWishes(rows: readonly OutboxRow[]): OutboxRow[] {
  return rows.toSorted((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1));
}

function byIssue<R extends { readonly key: IssueKey }>(rows: readonly (R | undefined)[]): Map<IssueKey, R[]> {
  return Map.groupBy(rows.filter((row) => row !== undefined), (row) => row.key);
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
