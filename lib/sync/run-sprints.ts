import { currentSprint } from '../core/sprint/current-sprint.ts';
import { workCalendar } from '../core/work-calendar.ts';
import type { IssueRow, JobRow } from '../storage/rows.ts';
import { cursorOf, newJob } from './job-rows.ts';
import { HOUR, MINUTE } from './limits.ts';
import { rejectedRows } from './pages.ts';
import { ask, commit, postponed, type Step } from './step.ts';

const POLL = 30 * MINUTE;
/** A list of several pages has no single ETag, so each look costs all of them. */
const POLL_LONG = 6 * HOUR;
const MOST_BLOCKERS = 30;

/** The next page of a connected project's sprints; at the end those that were not met have been deleted. */
export async function runSprints(step: Step, job: JobRow): Promise<void> {
  const { house } = step;
  const cursor = cursorOf(job, 'sprints');
  const { outcome, limiter } = await ask(step, job.host, (tracker, credentials, signal) =>
    tracker.readSprints(credentials, job.project, cursor.next, cursor.next === null ? cursor.etag : null, signal));
  if (!outcome.ok) {
    const stuck = cursor.next !== null && job.attempts >= 2; // the address of a later page has expired: begin again
    await commit(house, postponed(step, stuck ? { ...job, cursor: { next: null, etag: null, seen: [] } } : job, outcome.error, limiter, outcome.error.kind === 'unauthorised'));
    return;
  }
  const page = outcome.value;
  const now = house.now();
  const rested = { ...job, attempts: 0, error: null };
  if (page.unchanged) {
    await commit(house, { job: { ...rested, dueAt: now + POLL, finishedAt: now }, limiter });
    return;
  }
  const seen = [...cursor.seen, ...page.sprints.map((sprint) => sprint.key)];
  const rows = { sprints: page.sprints, rejected: rejectedRows(job.project, page.rejected, now), limiter };
  if (page.next !== null && page.next !== cursor.next) {
    await commit(house, { ...rows, job: { ...rested, cursor: { next: page.next, etag: null, seen }, dueAt: now } });
    return;
  }
  const single = cursor.next === null;
  const complete = step.agenda.projects.some((row) => row.project === job.project && row.complete);
  await commit(house, {
    ...rows,
    job: { ...rested, cursor: { next: null, etag: single ? page.etag : null, seen: [] }, dueAt: now + (single ? POLL : POLL_LONG), finishedAt: now },
    // A row that could not be read is there all the same.
    removeSprints: page.rejected.length > 0 ? [] : (await house.store.sprints(job.project)).map((row) => row.key).filter((key) => !seen.includes(key)),
    addJobs: await blockersOfCurrent(step, job),
    ...(complete && { baselines: { project: job.project, at: now } }),
  });
}

/** Whether the tracker counts open blockers that we could not name yet. */
export function lacksBlockers({ status, dependencies }: IssueRow): boolean {
  return status.category !== 'done' && dependencies !== null && dependencies.blockedBy > 0 && dependencies.blockers.length === 0;
}

async function blockersOfCurrent({ house }: Step, { project }: JobRow): Promise<JobRow[]> {
  const [settings, sprints] = [await house.store.settings(), await house.store.sprints(project)];
  const current = currentSprint(sprints, settings.pickedSprint[project] ?? null, house.now(), workCalendar(settings.calendar));
  if (!current) return [];
  const rows = await house.store.issuesOfSprint(current.key);
  return rows.filter(lacksBlockers).slice(0, MOST_BLOCKERS).map(({ key }) => newJob('blockers', project, { key }, house.now(), key));
}
