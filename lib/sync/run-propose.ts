import { keptAs } from '../core/roadmap/file/place.ts';
import { isSamePerson } from '../core/same-person.ts';
import type { JobRow } from '../storage/rows.ts';
import type { ProposalStep, ProposeCursor, TrackerError } from '../trackers/tracker.ts';
import { failureOf } from './failure.ts';
import { cursorOf } from './job-rows.ts';
import { HOUR, WRITE_SPACING } from './limits.ts';
import { refusedBy } from './sign-in.ts';
import { ask, commit, postponed, type Step } from './step.ts';
import { askWhose, isSure } from './whose-session.ts';

/** An answer that cannot be understood so often will not be the next time. */
const TRIES = 6;

/** The next request of a proposed change. The step it has come to is committed with each answer; one whose answer was lost is repeated, and the tracker looks before it writes again. */
export async function runPropose(step: Step, job: JobRow): Promise<void> {
  const { house } = step;
  const cursor = cursorOf(job, 'propose');
  const last = step.agenda.limiters.find(({ host }) => host === job.host);
  if (!isSure(step, job.host, last?.whose === undefined ? undefined : last)) {
    await askWhose(step, job.host, { job }, (error) => postponed(step, job, error, null, false));
    return;
  }
  const another = sentAs(step, job, cursor);
  if (another !== null) {
    await commit(house, { job: { ...job, finishedAt: step.now, cursor: { ...cursor, failure: another } satisfies ProposeCursor }, project: { project: job.project } });
    return;
  }
  const writes = WRITES.includes(cursor.step.at);
  const { outcome, limiter } = await ask(step, job.host, async (tracker, credentials, signal) => tracker.proposeFile?.(credentials, cursor.proposal, cursor.step, signal) ?? NO_FILES);
  const now = house.now();
  const told = { limiter: writes ? { ...limiter, wroteAt: now } : limiter, project: { project: job.project } };
  if (!outcome.ok) {
    const failure = finalFailure(outcome.error, job);
    const refused = outcome.error.kind === 'unauthorised' ? refusedBy(step.agenda, step.tracker, job.host, now) : {};
    await commit(house, failure === null ? postponed(step, again(job, cursor, outcome.error), outcome.error, limiter, false) : { ...told, ...refused, job: { ...job, error: outcome.error, finishedAt: now, cursor: { ...cursor, failure } satisfies ProposeCursor } });
    return;
  }
  const next = outcome.value;
  const failure = next.at === 'conflict' ? 'Somebody has changed the file meanwhile, and nothing of theirs was written over: look at the new difference, then propose it again.' : null;
  const ended = next.at === 'done' || next.at === 'conflict';
  // What stands there is another one now: it is read at once, to be merged, or to agree. A first file is looked for again: without one it would be asked for only the next day.
  if (ended) {
    const soon = next.at === 'done' && keptAs(job.project) === 'file' ? HOUR : 0;
    await house.store.amendJobs([`file:${job.project}`], (stored) => [...stored.values()].map((file) => ({ ...file, dueAt: Math.min(file.dueAt, now + soon) })));
  }
  await commit(house, { ...told, job: { ...job, attempts: 0, error: null, dueAt: now + (writes ? WRITE_SPACING : 0), finishedAt: ended ? now : null, cursor: { ...cursor, step: next, failure } satisfies ProposeCursor } });
}

/** Why it is not sent: it would be as another person than proposed it. */
function sentAs({ agenda }: Step, { host }: JobRow, { by }: ProposeCursor): string | null {
  const present = agenda.connections.find((row) => row.host === host);
  // Whom the tracker does not know it refuses by itself.
  if (by === undefined || present === undefined || present.login === null || isSamePerson(by, present)) return null;
  return `It was proposed while ${by.login} was signed in, and would be sent as ${present.login} now: propose it again to send it so.`;
}

/** A write that may have arrived, and that nobody would refuse when it came again: it begins again, with a look. */
function again(job: JobRow, cursor: ProposeCursor, error: TrackerError): JobRow {
  return error.kind !== 'learning' && cursor.step.at === 'put' && cursor.step.unguarded ? { ...job, cursor: { ...cursor, step: { at: 'start' } } satisfies ProposeCursor } : job;
}

const WRITES: readonly ProposalStep['at'][] = ['branch', 'put', 'pull'];
const NO_FILES = { outcome: { ok: false, error: { kind: 'forbidden', reason: 'no files', missing: null, authoriseAt: null } }, allowance: null } as const;

function finalFailure(error: TrackerError, { attempts, host }: JobRow): string | null {
  if (error.kind === 'changed-shape' && attempts + 1 >= TRIES) return `${host} answers in a way that Waymark does not understand (${error.reason}): copy the change and make it by hand.`;
  return failureOf(error, host, true);
}
