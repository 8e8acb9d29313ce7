import type { IssueKey } from '../core/issue.ts';
import type { JobRow } from '../storage/rows.ts';
import type { Commit } from '../storage/store.ts';
import type { IssuePage, IssueQuery, TrackerError } from '../trackers/tracker.ts';
import { calendarOf } from './house.ts';
import { cursorOf, newJob, type VisitCursor } from './job-rows.ts';
import { MINUTE } from './limits.ts';
import { rejectedRows } from './pages.ts';
import { renamedTo } from './renamed.ts';
import { foundOne } from './run-find.ts';
import { ask, commit, postponed, type Step } from './step.ts';
import { bySession, questionsAbout } from './sign-in.ts';
import { visitPhase } from './visit-phase.ts';
import type { WalkGiven } from './walk.ts';

/** A list whose tracker does not tell its time is dated by our own clock, which may be off by more than a tracker's servers are: so by its newest change at the latest. */
const CLOCK_DOUBT = 10 * MINUTE;
/** As many as one page of a search holds. */
export const MOST_BY_NAME = 100;

/** The next request of an anonymous visit to a public project; of a connected one only the list that its page waits for. */
export async function runVisit(step: Step, job: JobRow): Promise<void> {
  const cursor = cursorOf(job, 'visit');
  const asks = step.agenda.jobs.filter((other) => other.kind === 'find' && other.project === job.project && other.finishedAt === null).toSorted((a, b) => b.dueAt - a.dueAt || (a.id < b.id ? -1 : 1));
  const phase = visitPhase(cursor, asks.map((other) => cursorOf(other, 'find').key), step.tracker.without === 'session');
  const spent = { ...cursor, spent: cursor.spent + 1 };
  const keys = asks.slice(0, MOST_BY_NAME).map((other) => cursorOf(other, 'find').key);
  if (phase.do === 'list') await list(step, job, spent, cursor.kind === 'changes' ? { kind: 'changes', project: job.project, since: cursor.since } : { kind: 'open', project: job.project, ...(keys.length > 0 && { keys }) });
  else if (phase.do === 'more') await list(step, job, spent, { kind: 'url', project: job.project, url: phase.url });
  else if (phase.do === 'sprints') await sprints(step, job, spent);
  else if (phase.do === 'find') await find(step, job, spent, phase.key);
  else await commit(step.house, { job: { ...job, finishedAt: step.house.now(), attempts: 0, error: null }, snapshots: { project: job.project, at: step.house.now() } });
}

async function list(step: Step, job: JobRow, cursor: VisitCursor, query: IssueQuery): Promise<void> {
  const { outcome, limiter } = await ask(step, job.host, (tracker, credentials, signal) => tracker.readIssues(credentials, query, null, signal));
  if (!outcome.ok) {
    await commit(step.house, query.kind === 'url' ? withoutMore(step, job, cursor, outcome.error) : refused(step, job, outcome.error));
    return;
  }
  const page = outcome.value;
  const now = step.house.now();
  const wholeList = cursor.kind === 'open' && page.next === null && page.partial !== true;
  const next = cursor.kind === 'changes' ? afterChanges(cursor, page, step.tracker.overlap) : afterOpen(cursor, page, { now, overlap: step.tracker.overlap });
  if (page.renamedTo !== null && page.renamedTo !== job.project) {
    await commit(step.house, { ...renamedTo(step, job, page.renamedTo, newJob('visit', page.renamedTo, next, now)), issues: page.issues, limiter });
    return;
  }
  await commit(step.house, {
    job: { ...job, cursor: next, attempts: 0, error: null, dueAt: now },
    issues: page.issues, rejected: rejectedRows(job.project, page.rejected, now), limiter,
    project: { project: job.project, state: 'ready', syncedAt: now, error: null, ...(wholeList && { complete: true }) },
  });
  function withoutMore(at: Step, visit: JobRow, spent: VisitCursor, error: TrackerError): Commit {
    return isLater(error) ? postponed(at, visit, error, limiter, true) : { job: { ...visit, cursor: { ...spent, next: null } }, limiter };
  }
  function refused(at: Step, visit: JobRow, error: TrackerError): Commit {
    const session = bySession(at.agenda, at.tracker, visit.host);
    if (error.kind === 'unauthorised' && session) return postponed(at, visit, error, limiter, true);
    if (error.kind !== 'not-found' && error.kind !== 'gone' && error.kind !== 'forbidden' && error.kind !== 'unauthorised') return postponed(at, visit, error, limiter, true);
    // Private or unknown: we cannot tell, so nothing is shown, and nothing asked again for a day.
    return { job: { ...visit, finishedAt: at.house.now(), error }, limiter, project: { project: visit.project, state: 'silent', error: null }, ...(session && { removeJobs: questionsAbout(at.agenda, visit.project) }) };
  }
}

async function sprints(step: Step, job: JobRow, cursor: VisitCursor): Promise<void> {
  const { dateOf } = await calendarOf(step.house);
  const { outcome, limiter } = await ask(step, job.host, (tracker, credentials, signal) => tracker.readSprints(credentials, job.project, null, null, signal, dateOf));
  const now = step.house.now();
  if (!outcome.ok && isLater(outcome.error)) {
    await commit(step.house, postponed(step, job, outcome.error, limiter, true));
    return;
  }
  // Without its sprints a project is still worth showing: a failure here ends nothing, the next visit asks again.
  const read = outcome.ok ? { sprints: outcome.value.sprints, rejected: rejectedRows(job.project, outcome.value.rejected, now) } : {};
  await commit(step.house, { ...read, job: { ...job, cursor: { ...cursor, sprintsAt: now }, attempts: 0, error: null, dueAt: now }, limiter });
}

async function find(step: Step, job: JobRow, cursor: VisitCursor, key: IssueKey): Promise<void> {
  const { outcome, limiter } = await ask(step, job.host, (tracker, credentials, signal) => tracker.readIssue(credentials, key, signal));
  const question = step.agenda.jobs.find(({ id }) => id === `find:${key}`);
  const now = step.house.now();
  if (!question) return;
  if (!outcome.ok && isLater(outcome.error)) {
    await commit(step.house, postponed(step, job, outcome.error, limiter, true));
    return;
  }
  const visit = { ...job, cursor: { ...cursor, finds: cursor.finds + 1 }, attempts: 0, error: null, dueAt: now };
  const answer = outcome.ok ? foundOne(step, question, key, outcome.value) : { job: { ...question, finishedAt: now, error: outcome.error } };
  const { job: answered, removeJobs = [], addJobs: _onlyWithToken, ...rows } = answer;
  await commit(step.house, { ...rows, job: visit, removeJobs: [...removeJobs, question.id], ...(answered && removeJobs.length === 0 && { addJobs: [answered] }), limiter });
}

function afterOpen(cursor: VisitCursor, page: IssuePage, given: WalkGiven): VisitCursor {
  const since = cursor.since ?? startOf(page, given);
  // Issues that were asked for by name say nothing of what is further on.
  if (page.partial) return { ...cursor, listed: true, pages: cursor.pages + 1, since };
  const lowest = page.issues.reduce<number | null>((low, { number }) => (low === null || number < low ? number : low), cursor.lowest);
  return { ...cursor, listed: true, next: page.next, lowest, pages: cursor.pages + 1, since };
}

/** From when the next visit asks for changes. */
function startOf({ at, issues }: IssuePage, { now, overlap }: WalkGiven): number {
  if (at != null) return at - overlap;
  return Math.min(now - CLOCK_DOUBT, issues.length > 0 ? Math.max(...issues.map(({ updatedAt }) => updatedAt)) : Infinity);
}

function afterChanges(cursor: VisitCursor, page: IssuePage, overlap: number): VisitCursor {
  const newest = page.issues.reduce<number | null>((at, { updatedAt }) => (at === null || updatedAt > at ? updatedAt : at), null);
  // Oldest changes come first: where one page did not hold them all, the next visit goes on after it.
  const since = newest === null ? cursor.since : page.next === null ? newest - overlap : newest;
  return { ...cursor, listed: true, since: cursor.since !== null && since !== null ? Math.max(since, cursor.since) : since };
}

/** The same is to be asked again: nothing of the visit has happened yet. */
function isLater(error: TrackerError): boolean {
  return error.kind === 'rate-limited' || error.kind === 'learning';
}
