import type { Issue } from '../core/issue.ts';
import { hostOf } from '../core/keys.ts';
import { readGoal, writeGoal } from '../core/sprint/sprint-goal.ts';
import type { LimiterRow, OutboxRow } from '../storage/rows.ts';
import type { Commit } from '../storage/store.ts';
import type { Outcome, TrackerError, TrackerWrite } from '../trackers/tracker.ts';
import { failureOf } from './failure.ts';
import { backoff } from './limits.ts';
import { ask, commit, retryAt, type Step } from './step.ts';

/** So often a tracker may take a write and then not show it, before we say so. */
const MOST_UNCONFIRMED = 3;

/**
 * Sends a queued write. That it may have left is committed before it leaves: whatever happens then, `confirm` looks at the tracker before
 * anything is sent again. So the effect happens once, however often the worker is killed.
 */
export async function send(step: Step, row: OutboxRow): Promise<void> {
  const { house } = step;
  if (row.write.kind === 'label' && isTrue((await house.store.issues([row.write.key])).get(row.write.key), row)) {
    await commit(house, { job: null, settled: row });
    return;
  }
  const ready = row.write.kind === 'label' ? row : await onTodaysDescription(step, row);
  if (!ready) return;
  const sending: OutboxRow = { ...ready, state: 'sending', attempts: row.attempts + 1, failure: null };
  const leaving = { ...(await limiterOf(step, row.host)), wroteAt: house.now() };
  if (!(await commit(house, { job: null, outbox: sending, limiter: leaving })).applied) return;
  const { outcome, limiter } = await ask(step, row.host, (tracker, credentials, signal) => tracker.write(credentials, order(sending), signal));
  await commit(house, { ...afterSending(step, sending, outcome), limiter: { ...limiter, wroteAt: leaving.wroteAt } });
}

/** Looks at the tracker for a write that may have left: done, the issue as it is now is stored and the row goes in one transaction; not done, it is sent again. */
export async function confirm(step: Step, row: OutboxRow): Promise<void> {
  if (row.write.kind === 'label') await confirmLabel(step, row, row.write.key);
  else await confirmDescription(step, row, row.write.description);
}

async function confirmLabel(step: Step, row: OutboxRow, key: Issue['key']): Promise<void> {
  const { outcome, limiter } = await ask(step, row.host, (tracker, credentials, signal) => tracker.readIssue(credentials, key, signal));
  if (!outcome.ok) {
    await commit(step.house, { ...unanswered(step, row, outcome.error), limiter });
    return;
  }
  const found = outcome.value;
  if (found.kind === 'gone') {
    await commit(step.house, { job: null, outbox: failed(row, 'The issue no longer exists, so its label cannot be changed: drop this change.'), removeIssues: [key], limiter });
    return;
  }
  const rows = found.issue.key === key ? { issues: [found.issue] } : { moves: [{ from: key, issue: found.issue }] };
  await commit(step.house, { job: null, ...rows, ...(isTrue(found.issue, row) ? { settled: row } : { outbox: again(step, row) }), limiter });
}

async function confirmDescription(step: Step, row: OutboxRow, description: string): Promise<void> {
  if (row.write.kind !== 'sprint-description') return;
  const { sprint } = row.write;
  const { outcome, limiter } = await ask(step, row.host, (tracker, credentials, signal) => tracker.readSprint(credentials, sprint, signal));
  if (!outcome.ok) await commit(step.house, { ...unanswered(step, row, outcome.error), limiter });
  else await commit(step.house, { job: null, sprints: [outcome.value], ...(sameText(outcome.value.description, description) ? { settled: row } : { outbox: again(step, row) }), limiter });
}

/** Reads the description before it is written over: when somebody has changed it since, their text stays and only the goal is put in. */
async function onTodaysDescription(step: Step, row: OutboxRow): Promise<OutboxRow | null> {
  if (row.write.kind !== 'sprint-description') return row;
  const { sprint, description } = row.write;
  const { outcome, limiter } = await ask(step, row.host, (tracker, credentials, signal) => tracker.readSprint(credentials, sprint, signal));
  if (!outcome.ok) {
    await commit(step.house, { ...unanswered(step, row, outcome.error), limiter });
    return null;
  }
  const today = outcome.value.description;
  if (sameText(today, description)) {
    await commit(step.house, { job: null, sprints: [outcome.value], settled: row, limiter });
    return null;
  }
  if (row.basis === undefined || sameText(today, row.basis)) return { ...row, basis: today };
  return { ...row, basis: today, write: { ...row.write, description: writeGoal(today, readGoal(description)?.text ?? '') } };
}

function afterSending(step: Step, row: OutboxRow, outcome: Outcome<null>): Commit {
  // Taken, but not yet seen: the next step looks.
  if (outcome.ok) return { job: null, outbox: { ...row, unconfirmed: (row.unconfirmed ?? 0) + 1 } };
  const { error } = outcome;
  // A refused request has not happened, so it can still be taken back.
  if (error.kind === 'rate-limited') return { job: null, outbox: { ...row, state: 'queued', notBefore: step.house.now() } };
  return unanswered(step, row, error);
}

/** A request without an answer to build on: final refusals fail the write with a reason, everything else is tried again. */
function unanswered(step: Step, row: OutboxRow, error: TrackerError): Commit {
  const sentence = failureOf(error, hostOf(row.write.kind === 'label' ? row.write.key : row.write.sprint));
  const connection = step.agenda.connections.find(({ host }) => host === row.host);
  const refused = error.kind === 'unauthorised' && connection ? { connection: { ...connection, state: 'unauthorised' as const } } : {};
  if (sentence !== null) return { job: null, outbox: failed(row, sentence), ...refused };
  if (error.kind === 'rate-limited') return { job: null, outbox: row };
  return { job: null, outbox: { ...row, attempts: row.attempts + 1, notBefore: retryAt(error, row.attempts + 1, step.house) } };
}

/** The tracker does not show it: send it again, or say that it takes such writes and drops them. */
function again({ house }: Step, row: OutboxRow): OutboxRow {
  if ((row.unconfirmed ?? 0) >= MOST_UNCONFIRMED) return failed(row, 'The tracker accepted the change but did not keep it, as it does when the token may not write here: give the token permission to write issues, then retry.');
  return { ...row, state: 'queued', notBefore: (row.unconfirmed ?? 0) > 0 ? house.now() + backoff(row.unconfirmed ?? 0, house.random) : house.now() };
}

function failed(row: OutboxRow, failure: string): OutboxRow {
  return { ...row, state: 'failed', failure };
}

function isTrue(issue: Issue | undefined, { write }: OutboxRow): boolean {
  if (!issue || write.kind !== 'label') return false;
  const label = write.label.toLowerCase();
  return issue.labels.some((other) => other.toLowerCase() === label) === write.present;
}

/** GitHub keeps what a form sent, with its line ends. */
function sameText(a: string, b: string): boolean {
  return a.replaceAll('\r\n', '\n').trim() === b.replaceAll('\r\n', '\n').trim();
}

function order({ write }: OutboxRow): TrackerWrite {
  if (write.kind === 'sprint-description') return { kind: 'set-sprint-description', sprint: write.sprint, description: write.description };
  return { kind: write.present ? 'add-label' : 'remove-label', key: write.key, label: write.label };
}

async function limiterOf({ house }: Step, host: string): Promise<LimiterRow> {
  return (await house.store.limiter(host)) ?? { host, limit: null, remaining: null, resetAt: null, pausedUntil: null, strikes: 0 };
}
