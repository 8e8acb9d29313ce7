import { isFulfilled } from '../core/shared-facts.ts';
import type { WriteTransaction } from './database.ts';
import type { OutboxRow } from './rows.ts';

/**
 * Puts a wish in the place of any other for the same thing: the last one wins. When the former one may have left, the new one inherits
 * `sending`, so that the tracker is read before it goes. Wishes for different inputs of one issue go together. A wish that is true already, with nothing on its way, leaves no row.
 */
export async function queue(transaction: WriteTransaction, wish: OutboxRow): Promise<void> {
  const store = transaction.objectStore('outbox');
  const rivals = (await store.getAll()).filter((other) => subject(other) === subject(wish));
  const row = rivals.reduceRight(together, wish);
  await Promise.all(rivals.map((rival) => store.delete(rival.id)));
  const onItsWay = rivals.some((rival) => rival.state === 'sending');
  if (row.state === 'queued' && onItsWay) await store.put({ ...row, state: 'sending' });
  else if (!(await isTrueAlready(transaction, row))) await store.put(await withBasis(transaction, row));
}

/** Remembers what a new description was written over, so that a change by somebody else meanwhile is seen. */
async function withBasis(transaction: WriteTransaction, row: OutboxRow): Promise<OutboxRow> {
  if (row.write.kind !== 'sprint-description' || row.basis !== undefined) return row;
  const basis = (await transaction.objectStore('sprints').get(row.write.sprint))?.description;
  return basis === undefined ? row : { ...row, basis };
}

async function isTrueAlready(transaction: WriteTransaction, { state, write }: OutboxRow): Promise<boolean> {
  if (state !== 'queued') return false;
  if (write.kind === 'sprint-description') return (await transaction.objectStore('sprints').get(write.sprint))?.description === write.description;
  const issue = await transaction.objectStore('issues').get(write.key);
  if (!issue) return false;
  if (write.kind === 'share') return isFulfilled(issue.shared, write);
  const label = write.label.toLowerCase();
  return issue.labels.some((other) => other.toLowerCase() === label) === write.present;
}

function subject({ write }: OutboxRow): string {
  if (write.kind === 'label') return `label|${write.key}|${write.label.toLowerCase()}`;
  if (write.kind === 'sprint-description') return `sprint|${write.sprint}`;
  // A tag can be taken back alone.
  return write.tag === undefined ? `share|${write.key}` : `share-tag|${write.key}`;
}

function together(row: OutboxRow, former: OutboxRow): OutboxRow {
  if (row.write.kind === 'sprint-description' && former.write.kind === 'sprint-description') return afterFormer(row, former, former.write.description);
  if (row.write.kind !== 'share' || former.write.kind !== 'share') return row;
  return { ...row, write: { ...row.write, inputs: { ...former.write.inputs, ...row.write.inputs } } };
}

/** Another goal in the place of one that may have left: that one at the tracker is our own, no change by somebody else. */
function afterFormer(row: OutboxRow, { id, state, attempts, former = [] }: OutboxRow, description: string): OutboxRow {
  const left = [...former, ...(state === 'sending' || attempts > 0 ? [description] : []), ...(row.former ?? [])];
  return left.length === 0 || (id === row.id && row.former === former) ? row : { ...row, former: [...new Set(left)] };
}
