import type { JobRow } from '../storage/rows.ts';
import type { Commit } from '../storage/store.ts';
import type { IssuePage, TrackerError } from '../trackers/tracker.ts';
import { type ChangesCursor, cursorOf, newJob } from './job-rows.ts';
import { DAY, MINUTE } from './limits.ts';
import { rejectedRows, restOf, sweepOf } from './pages.ts';
import { renamedTo } from './renamed.ts';
import { bySession, questionsAbout } from './sign-in.ts';
import { ask, commit, postponed, type Step } from './step.ts';
import { afterPage, goesOn, queryOf, reanchor } from './walk.ts';

/** Twelve an hour, and two for the sprints: a watched repository costs at most fifteen requests an hour, all of them 304 while nothing changes. */
export const POLL = 5 * MINUTE;
/** An address that failed so often is given up for a query by date. */
const TRIES = 3;

/** The next page of a connected project's changes; at the end of them, one conditional request now and then. */
export async function runChanges(step: Step, job: JobRow): Promise<void> {
  const cursor = cursorOf(job, 'changes');
  const { outcome, limiter } = await ask(step, job.host, (tracker, credentials, signal) =>
    tracker.readIssues(credentials, queryOf(cursor, job.project), cursor.at === 'tail' ? cursor.etag : null, signal));
  const change = outcome.ok ? processed(step, job, cursor, outcome.value) : failed(step, job, cursor, outcome.error);
  await commit(step.house, { ...change, limiter });
}

function processed(step: Step, job: JobRow, cursor: ChangesCursor, page: IssuePage): Commit {
  const now = step.house.now();
  const rested = { ...job, attempts: 0, error: null };
  if (page.unchanged && cursor.at === 'tail') {
    // The next page may begin without a trace in a full one, so after one free look it is left for a query by date, whose page is not full.
    const next = cursor.full ? reanchor(cursor, step.tracker.overlap) : cursor;
    return { job: { ...rested, cursor: next, dueAt: now + POLL, finishedAt: now }, project: { project: job.project, state: 'ready', complete: true, syncedAt: now, error: null } };
  }
  const given = { overlap: step.tracker.overlap, now };
  const rows: Commit = { job: null, issues: page.issues, rejected: rejectedRows(job.project, page.rejected, now), seenInSweep: sweepOf(step.agenda, job.project) };
  if (page.renamedTo !== null && page.renamedTo !== job.project) return { ...rows, ...renamedTo(step, job, page.renamedTo, newJob('changes', page.renamedTo, afterPage(cursor, page, given), now)) };
  if (cursor.at === 'tail' && !cursor.first) return { ...rows, job: { ...rested, cursor: reanchor(cursor, step.tracker.overlap), dueAt: now } };
  const next = afterPage(cursor, page, given);
  if (goesOn(next)) return { ...rows, job: { ...rested, cursor: next, dueAt: now }, ...reading(step, job) };
  return {
    ...rows,
    job: { ...rested, cursor: next, dueAt: now + (next.at === 'tail' ? POLL : Math.max(POLL, restOf(step, job))), finishedAt: now },
    ...(step.tracker.readHistories && { addJobs: [newJob('histories', job.project, null, now)] }),
    project: { project: job.project, state: 'ready', complete: true, syncedAt: now, error: null },
    baselines: { project: job.project, at: now },
    snapshots: { project: job.project, at: now },
  };
}

function failed(step: Step, job: JobRow, cursor: ChangesCursor, error: TrackerError): Commit {
  const lost = error.kind === 'page-limit' || error.kind === 'gone' || ((error.kind === 'not-found' || error.kind === 'changed-shape' || error.kind === 'server') && job.attempts + 1 >= TRIES);
  if (cursor.at !== 'since' && lost) return { job: { ...job, cursor: reanchor(cursor, step.tracker.overlap), attempts: 0, dueAt: step.house.now(), error } };
  const change = postponed(step, job, error, null, true);
  const unknown = cursor.at === 'since' && (error.kind === 'not-found' || error.kind === 'gone' || error.kind === 'forbidden');
  const complete = step.agenda.projects.some((row) => row.project === job.project && row.complete);
  if (!unknown || complete || !change.project) return change;
  // Of a session nothing can be mended here: it is asked again when the user comes back, and not before a day has passed otherwise.
  const waiting = bySession(step.agenda, step.tracker, job.host) && change.job ? { job: { ...change.job, dueAt: step.house.now() + DAY }, removeJobs: questionsAbout(step.agenda, job.project) } : {};
  return { ...change, ...waiting, project: { ...change.project, state: 'silent' } };
}

function reading({ agenda }: Step, job: JobRow): Pick<Commit, 'project'> {
  const row = agenda.projects.find(({ project }) => project === job.project);
  if (!row || (row.error === null && (row.complete || row.state === 'reading'))) return {};
  return { project: { project: job.project, error: null, ...(row.complete ? {} : { state: 'reading' as const }) } };
}

