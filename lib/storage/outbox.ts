import type { IssueKey } from '../core/issue.ts';
import { issueOfWrite } from '../core/queued-write.ts';
import type { Connection } from './connection.ts';
import type { WriteTransaction } from './database.ts';
import { unchangedRows } from './entered.ts';
import { readIssues } from './issues.ts';
import { readOwn } from './own-data.ts';
import { queue } from './queue.ts';
import { restate, RESTATED_STORES } from './restate.ts';
import type { OutboxRow } from './rows.ts';
import type { Knowledge } from './scoring.ts';
import type { Store, TagChange, Tagged } from './store.ts';

/** Queued writes and local tags. A tag counts from the gesture on, so every change renews the ranking in its own transaction. */
export function outboxStore(connection: Connection, knowledge: Knowledge): Pick<Store, 'applyTags' | 'amendTags' | 'outbox' | 'amendOutbox' | 'takeBack'> {
  return {
    applyTags: (change) => connection.write(RESTATED_STORES, (transaction) => changeTags(transaction, change, knowledge)),
    amendTags: (keys, amend) => connection.write(RESTATED_STORES, async (transaction) => {
      const [change, answer] = amend(await readTagged(transaction, keys));
      await changeTags(transaction, change, knowledge);
      return answer;
    }),
    outbox: () => connection.read(['outbox'], (transaction) => transaction.objectStore('outbox').getAll()),
    amendOutbox: (id, amend) => connection.write(RESTATED_STORES, async (transaction) => {
      const stored = await transaction.objectStore('outbox').get(id);
      const row = stored && amend(stored);
      if (row) await changeTags(transaction, { outbox: [row], drop: [], localTags: [], clearLocal: [] }, knowledge);
    }),
    takeBack: (keys, gesturesOf) => connection.write(RESTATED_STORES, async (transaction) => {
      const gestures = gesturesOf(await readTagged(transaction, keys));
      const outbox = transaction.objectStore('outbox');
      const isQueued = async (id: string): Promise<boolean> => ((await outbox.get(id))?.state ?? 'sending') !== 'sending';
      const whole = await Promise.all(gestures.map(async ({ drop }) => (await Promise.all(drop.map(isQueued))).every(Boolean)));
      const back = gestures.filter((_, index) => whole[index]);
      await changeTags(transaction, {
        outbox: back.flatMap((one) => one.outbox), drop: back.flatMap(({ drop }) => drop), localTags: back.flatMap(({ localTags }) => localTags), clearLocal: back.flatMap(({ clearLocal }) => clearLocal),
        goalMarks: back.flatMap(({ goalMarks = [] }) => goalMarks), clearMarks: back.flatMap(({ clearMarks = [] }) => clearMarks),
      }, knowledge);
      return back.length;
    }),
  };
}

async function readTagged(transaction: WriteTransaction, keys: readonly IssueKey[]): Promise<Tagged> {
  const [issues, own] = await Promise.all([readIssues(transaction, keys), readOwn(transaction, keys)]);
  return { issues, ...own };
}

/** Queue, local tags and what follows from them, inside a transaction that may do more. */
export async function changeTags(transaction: WriteTransaction, { outbox, drop, localTags, clearLocal, goalMarks = [], clearMarks = [] }: TagChange, knowledge: Knowledge): Promise<void> {
  const tags = transaction.objectStore('localTags');
  const dropped = await withdraw(transaction, drop);
  await Promise.all(clearLocal.map((key) => tags.delete(key)));
  await Promise.all(localTags.map((row) => tags.put(row)));
  const marks = transaction.objectStore('localGoalMarks');
  await Promise.all(clearMarks.map((key) => marks.delete(key)));
  await Promise.all(goalMarks.map((row) => marks.put(row)));
  await queue(transaction, outbox);
  const keys = [...issuesOf([...dropped, ...outbox]), ...clearLocal, ...localTags.map((row) => row.key)];
  await restate(transaction, await unchangedRows(transaction, keys), knowledge);
}

/** Takes rows out that cannot have left: one that is being sent must first be compared with the tracker. */
async function withdraw(transaction: WriteTransaction, ids: readonly string[]): Promise<OutboxRow[]> {
  const store = transaction.objectStore('outbox');
  const rows = (await Promise.all(ids.map(async (id) => store.get(id)))).filter((row) => row !== undefined).filter((row) => row.state !== 'sending');
  await Promise.all(rows.map((row) => store.delete(row.id)));
  return rows;
}

function issuesOf(rows: readonly OutboxRow[]): IssueKey[] {
  return rows.flatMap((row) => issueOfWrite(row.write) ?? []);
}
