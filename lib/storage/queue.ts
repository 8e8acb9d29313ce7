import type { IssueKey } from '../core/issue.ts';
import { issueOfWrite } from '../core/queued-write.ts';
import { isFulfilled } from '../core/shared-facts.ts';
import type { WriteTransaction } from './database.ts';
import { readIssues } from './issues.ts';
import type { IssueRow, OutboxRow } from './rows.ts';

/**
 * Puts each wish in the place of any other for the same thing: the last one wins. When the former one may have left, the new one inherits
 * `sending`, so that the tracker is read before it goes. Wishes for different inputs of one issue go together. A wish that is true already, with nothing on its way, leaves no row.
 * What is queued is read once, however many wishes there are.
 */
export async function queue(transaction: WriteTransaction, wishes: readonly OutboxRow[]): Promise<void> {
  if (wishes.length === 0) return;
  const store = transaction.objectStore('outbox');
  const [queued, issues] = await Promise.all([store.getAll(), readIssues(transaction, wishes.flatMap(({ write }) => issueOfWrite(write) ?? []))]);
  const standing = Map.groupBy(queued, subject);
  for (const wish of wishes) {
    const rivals = standing.get(subject(wish)) ?? [];
    const row = rivals.reduceRight(together, wish);
    await Promise.all(rivals.map((rival) => store.delete(rival.id)));
    const onItsWay = rivals.some((rival) => rival.state === 'sending');
    const put = row.state === 'queued' && onItsWay ? { ...row, state: 'sending' as const } : (await isTrueAlready(transaction, row, issues)) ? null : await withBasis(transaction, row);
    if (put) await store.put(put);
    standing.set(subject(wish), put ? [put] : []);
  }
}

/** Remembers what a new description was written over, so that a change by somebody else meanwhile is seen. */
async function withBasis(transaction: WriteTransaction, row: OutboxRow): Promise<OutboxRow> {
  if (row.write.kind !== 'sprint-description' || row.basis !== undefined) return row;
  const basis = (await transaction.objectStore('sprints').get(row.write.sprint))?.description;
  return basis === undefined ? row : { ...row, basis };
}

async function isTrueAlready(transaction: WriteTransaction, { state, write }: OutboxRow, issues: ReadonlyMap<IssueKey, IssueRow>): Promise<boolean> {
  if (state !== 'queued') return false;
  if (write.kind === 'sprint-description') return (await transaction.objectStore('sprints').get(write.sprint))?.description === write.description;
  const issue = issues.get(write.key);
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
  const both = { ...row, write: { ...row.write, inputs: { ...former.write.inputs, ...row.write.inputs } } };
  // What another person made goes along only once somebody has said so: of that very wish, as it is tried again.
  return former.by === undefined || former.createdAt === row.createdAt ? both : { ...former, ...both, state: former.state, failure: former.failure };
}

/** Another goal in the place of one that may have left: that one at the tracker is our own, no change by somebody else. */
function afterFormer(row: OutboxRow, { id, state, attempts, former = [] }: OutboxRow, description: string): OutboxRow {
  const left = [...former, ...(state === 'sending' || attempts > 0 ? [description] : []), ...(row.former ?? [])];
  return left.length === 0 || (id === row.id && row.former === former) ? row : { ...row, former: [...new Set(left)] };
}
