import type { Issue } from '../core/issue.ts';
import { isFulfilled } from '../core/shared-facts.ts';
import type { LimiterRow, OutboxRow } from '../storage/rows.ts';
import type { Commit } from '../storage/store.ts';
import type { FoundIssue } from '../trackers/tracker.ts';
import { limiterAfter } from './limits.ts';
import { confirmDescription, onTodaysDescription } from './outbox-goal.ts';
import { onTodaysIssue, type IssueWrite } from './outbox-share.ts';
import { afterSending, again, failed, unanswered } from './outbox-answers.ts';
import { ask, commit, retryAt, type Step, withLimiter } from './step.ts';
import { askWhose, isSure } from './whose-session.ts';

/**
 * Sends a queued write. That it may have left is committed before it leaves: whatever happens then, `confirm` looks at the tracker before
 * anything is sent again. So the effect happens once, however often the worker is killed.
 */
export async function send(step: Step, row: OutboxRow): Promise<void> {
  const { house } = step;
  if (isIssueWrite(row) && isTrue((await house.store.issues([row.write.key])).get(row.write.key), row)) {
    await commit(house, { job: null, settled: row });
    return;
  }
  const ready = isIssueWrite(row) ? await onTodaysIssue(step, row, confirmed) : await onTodaysDescription(step, row);
  if (!ready) return;
  if (!isSure(step, row.host, ready.read?.limiter ?? {})) {
    await askWhose(step, row.host, { job: null, outbox: row }, (error) => ({ job: null, outbox: { ...row, attempts: row.attempts + 1, notBefore: retryAt(error, row.attempts + 1, house) } }));
    return;
  }
  const sending: OutboxRow = { ...ready.row, state: 'sending', notBefore: house.now(), attempts: row.attempts + 1, failure: null };
  const leaving = { ...(ready.read?.limiter ?? (await limiterOf(step, row.host))), wroteAt: house.now() };
  if (!(await commit(house, { job: null, ...ready.read, outbox: sending, limiter: leaving })).applied) return;
  const { outcome, limiter } = await ask(withLimiter(step, leaving), row.host, (tracker, credentials, signal) => tracker.write(credentials, ready.order, signal));
  await commit(house, { ...afterSending(step, sending, outcome), limiter: { ...limiter, wroteAt: leaving.wroteAt } });
}

/** Looks at the tracker for a write that may have left: done, the issue as it is now is stored and the row goes in one transaction; not done, it is sent again. */
export async function confirm(step: Step, row: OutboxRow): Promise<void> {
  if (isIssueWrite(row)) await confirmIssue(step, row);
  else await confirmDescription(step, row);
}

async function confirmIssue(step: Step, row: IssueWrite): Promise<void> {
  const { outcome, limiter } = await ask(step, row.host, (tracker, credentials, signal) => tracker.readIssue(credentials, row.write.key, signal));
  await commit(step.house, { ...(outcome.ok ? confirmed(step, row, outcome.value) : unanswered(step, row, outcome.error)), limiter });
}

/** What a look at the issue makes of a write that may have left. */
function confirmed(step: Step, row: IssueWrite, found: FoundIssue): Commit {
  const { key } = row.write;
  if (found.kind === 'gone') return { job: null, outbox: failed(row, 'The issue no longer exists, or your sign-in does not see it any more: check which it is, then retry, or drop the change.'), removeIssues: [key] };
  const rows = found.issue.key === key ? { issues: [found.issue] } : { moves: [{ from: key, issue: found.issue }] };
  return { job: null, ...rows, ...(isTrue(found.issue, row) ? { settled: row } : { outbox: again(step, row) }) };
}

function isIssueWrite(row: OutboxRow): row is IssueWrite {
  return row.write.kind !== 'sprint-description';
}

function isTrue(issue: Issue | undefined, { write }: IssueWrite): boolean {
  if (!issue) return false;
  if (write.kind === 'share') return isFulfilled(issue.shared, write);
  const label = write.label.toLowerCase();
  return issue.labels.some((other) => other.toLowerCase() === label) === write.present;
}

async function limiterOf({ house }: Step, host: string): Promise<LimiterRow> {
  return (await house.store.limiter(host)) ?? limiterAfter(host, undefined, null, null, house.now());
}
