import { takenMeanwhile } from '../core/roadmap/taken-meanwhile.ts';
import { issueOfWrite, pendingLabels, pendingShares } from '../core/queued-write.ts';
import { shareWith } from '../core/shared-facts.ts';
import type { OutboxRow } from '../storage/rows.ts';
import type { Commit } from '../storage/store.ts';
import type { FoundIssue, TrackerWrite } from '../trackers/tracker.ts';
import { inConflict, unanswered, type Ready } from './outbox-answers.ts';
import { ask, commit, type Step } from './step.ts';

/** A queued write that changes an issue. */
export type IssueWrite = OutboxRow & { readonly write: Exclude<OutboxRow['write'], { readonly kind: 'sprint-description' }> };

/**
 * What is sent of a write to an issue. Where the tracker keeps what a team shares, that goes along whole in the same request, made of what it is today: so the issue is read first, and what a teammate has
 * shared meanwhile stays. So it is before every tag: another item that a teammate has put there since is not written over. `look` judges an issue that has come true, has moved or is gone.
 */
export async function onTodaysIssue(step: Step, row: IssueWrite, look: (step: Step, row: IssueWrite, found: FoundIssue) => Commit): Promise<Ready | null> {
  if (!step.tracker.shares && row.write.kind !== 'label') return drop(step, row);
  if (!step.tracker.shares && row.write.kind === 'label' && row.tagged === undefined) return { row, order: labelOrder(row.write), read: null };
  const { key } = row.write;
  const { outcome, limiter } = await ask(step, row.host, (tracker, credentials, signal) => tracker.readIssue(credentials, key, signal));
  if (!outcome.ok) {
    await commit(step.house, { ...unanswered(step, row, outcome.error), limiter });
    return null;
  }
  const found = outcome.value;
  const seen = look(step, row, found);
  if (found.kind !== 'found' || seen.settled) {
    await commit(step.house, { ...seen, limiter });
    return null;
  }
  const theirs = row.tagged === undefined ? null : takenMeanwhile(found.issue, row.tagged);
  if (theirs !== null) {
    await commit(step.house, { job: null, issues: [found.issue], outbox: inConflict(row, theirs), limiter });
    return null;
  }
  if (!step.tracker.shares && row.write.kind === 'label') return { row, order: labelOrder(row.write), read: { issues: [found.issue], limiter } };
  const wishes = (await step.house.store.outbox()).filter((other) => issueOfWrite(other.write) === key).toSorted((a, b) => a.createdAt - b.createdAt);
  const share = shareWith(found.issue, pendingLabels(wishes), pendingShares(wishes));
  return { row, order: row.write.kind === 'label' ? { ...labelOrder(row.write), share } : { kind: 'share', key, share }, read: { issues: [found.issue], limiter } };
}

function labelOrder({ key, label, present }: Extract<OutboxRow['write'], { readonly kind: 'label' }>): Extract<TrackerWrite, { readonly label: string }> {
  return { kind: present ? 'add-label' : 'remove-label', key, label };
}

/** A tracker that keeps nothing of ours has nothing to be told. */
async function drop({ house }: Step, row: OutboxRow): Promise<null> {
  await commit(house, { job: null, settled: row });
  return null;
}
