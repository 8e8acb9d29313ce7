import { itemOfLabel } from '../core/roadmap/tags.ts';
import type { LimiterRow, OutboxRow } from '../storage/rows.ts';
import type { Commit } from '../storage/store.ts';
import type { Outcome, TrackerError, TrackerWrite } from '../trackers/tracker.ts';
import { failureOf } from './failure.ts';
import { backoff, HOUR } from './limits.ts';
import { bySession, refusedBy } from './sign-in.ts';
import { retryAt, type Step } from './step.ts';

/** So often a tracker may take a write and then not show it, before we say so. */
const MOST_UNCONFIRMED = 3;

/** A write as it is sent, with what was read on the way. */
export interface Ready {
  readonly row: OutboxRow;
  readonly order: TrackerWrite;
  readonly read: (Pick<Commit, 'issues'> & { readonly limiter: LimiterRow }) | null;
}

/** What the answer to a sent write leaves behind. */
export function afterSending(step: Step, row: OutboxRow, outcome: Outcome<null>): Commit {
  // Taken, but not yet seen: the next step looks.
  if (outcome.ok) return { job: null, outbox: { ...row, unconfirmed: (row.unconfirmed ?? 0) + 1 }, ...readOnly(step, row, 0) };
  const { error } = outcome;
  const now = step.house.now();
  // A refused request has not happened, so it can still be taken back.
  if (error.kind === 'learning') return { job: null, outbox: { ...row, state: 'queued', attempts: row.attempts - 1, notBefore: now } };
  if (error.kind === 'rate-limited') return { job: null, outbox: { ...row, state: 'queued', notBefore: now, ...(error.scope === 'issue' && { limitedUntil: Math.min(error.until, now + HOUR) }) } };
  const isBarred = error.kind === 'forbidden' && error.authoriseAt === null;
  // Jira names the permission that is missing. Without one it is this change alone that it cannot take, for the reason it gives.
  if (isBarred && step.tracker.without === 'session') return error.missing === null ? { job: null, outbox: failed(row, error.reason) } : keptHere(step, row, error);
  // Nor has one whose token was not accepted.
  const refused = error.kind === 'unauthorised' && !bySession(step.agenda, step.tracker, row.host) ? { ...row, state: 'queued' as const, attempts: row.attempts - 1 } : row;
  return { ...unanswered(step, refused, error), ...(isBarred && readOnly(step, row, now, error.missing)) };
}

/** A request without an answer to build on: final refusals fail the write with a reason, everything else is tried again. */
export function unanswered(step: Step, row: OutboxRow, error: TrackerError): Commit {
  const session = bySession(step.agenda, step.tracker, row.host);
  const refused = error.kind === 'unauthorised' ? refusedBy(step.agenda, step.tracker, row.host, step.house.now()) : {};
  // Signed out for now: it goes once the user is signed in again.
  if (error.kind === 'unauthorised' && session) return { job: null, outbox: row, ...refused };
  const sentence = failureOf(error, row.host);
  if (sentence !== null) return { job: null, outbox: { ...failed(row, sentence), ...(error.kind === 'unauthorised' && row.state !== 'failed' && { refused: row.state }) }, ...refused };
  if (error.kind === 'learning') return { job: null, outbox: row };
  if (error.kind === 'rate-limited') return { job: null, outbox: { ...row, ...(error.scope === 'issue' && { limitedUntil: Math.min(error.until, step.house.now() + HOUR) }) } };
  return { job: null, outbox: { ...row, attempts: row.attempts + 1, notBefore: retryAt(error, row.attempts + 1, step.house) } };
}

/** The tracker does not show it: send it again, or say that it takes such writes and drops them. */
export function again({ house }: Step, row: OutboxRow): OutboxRow {
  if ((row.unconfirmed ?? 0) >= MOST_UNCONFIRMED) return failed(row, 'The tracker accepted the change but did not keep it, as it does with people and tokens that may not write here: get that permission, then retry.');
  return { ...row, state: 'queued', notBefore: (row.unconfirmed ?? 0) > 0 ? house.now() + backoff(row.unconfirmed ?? 0, house.random) : house.now() };
}

/** A write that waits for a person. */
export function failed(row: OutboxRow, failure: string): OutboxRow {
  return { ...row, state: 'failed', failure };
}

/** A tag that a teammate was faster with: theirs stands until somebody chooses. */
export function inConflict(row: OutboxRow, theirs: string): OutboxRow {
  const mine = row.tagged?.wished ?? null;
  return { ...failed(row, `A teammate has put ${theirs} there meanwhile: keep that, or ${mine === null ? 'take it off all the same' : `use ${mine} instead`}.`), conflict: theirs };
}

/** Who may read but not write has nothing to mend: a tag and what was entered stay in this browser, and the project is remembered for what it is. */
function keptHere(step: Step, row: OutboxRow, error: TrackerError): Commit {
  const { write } = row;
  const at = step.house.now();
  const barred = readOnly(step, row, at, error.kind === 'forbidden' ? error.missing : null);
  if (write.kind === 'sprint-description') return { job: null, outbox: failed(row, failureOf(error, row.host) ?? ''), ...barred };
  const item = write.kind === 'label' ? itemOfLabel(write.label) : null;
  return {
    job: null, settled: row,
    ...(item !== null && write.kind === 'label' && { localTag: { key: write.key, item: write.present ? item : null, at } }),
    ...(write.kind === 'label' && write.marks === 'goal' && { localGoalMark: { key: write.key, on: write.present, at } }),
    ...barred,
  };
}

/** What the answer to a write says of its project: what was not tried when it was connected, the first refusal tells, and later changes of the kind stay here at once. */
function readOnly({ agenda, tracker }: Step, { write }: OutboxRow, readOnlyAt: number, lacks: string | null = null): Pick<Commit, 'project'> {
  const isGoal = write.kind === 'sprint-description';
  const project = isGoal ? tracker.sprintProjectOf(write.sprint) : tracker.projectOf(write.key);
  const known = agenda.projects.find((row) => row.project === project);
  const before = isGoal ? known?.goalsReadOnlyAt : known?.readOnlyAt;
  if (!known || (before ?? 0) === readOnlyAt) return {};
  return { project: { project: known.project, ...(isGoal ? { goalsReadOnlyAt: readOnlyAt, goalsLack: lacks } : { readOnlyAt, lacks }) } };
}
