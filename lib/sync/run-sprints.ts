import { isIterationKey } from '../core/keys.ts';
import { currentSprint } from '../core/sprint/current-sprint.ts';
import { workCalendar } from '../core/work-calendar.ts';
import type { SprintKey } from '../core/issue.ts';
import type { Board } from '../core/sprint/sprint.ts';
import type { IssueRow, JobRow } from '../storage/rows.ts';
import type { Commit } from '../storage/store.ts';
import { calendarOf } from './house.ts';
import { cursorOf, newJob } from './job-rows.ts';
import { HOUR, MINUTE } from './limits.ts';
import { rejectedRows, restOf } from './pages.ts';
import { ask, commit, postponed, type Step } from './step.ts';

const POLL = 30 * MINUTE;
/** A list of several pages has no single ETag, so each look costs all of them. */
const POLL_LONG = 6 * HOUR;
/** Without any ETag: so long for each page that a look costs, six an hour. */
const POLL_PAGE = 10 * MINUTE;
const MOST_BLOCKERS = 30;

/** The next page of a connected project's sprints; at the end those that were not met have been deleted. */
export async function runSprints(step: Step, job: JobRow): Promise<void> {
  const { house } = step;
  const cursor = cursorOf(job, 'sprints');
  const { dateOf } = await calendarOf(house);
  const { outcome, limiter } = await ask(step, job.host, (tracker, credentials, signal) =>
    tracker.readSprints(credentials, job.project, cursor.next, cursor.next === null ? cursor.etag : null, signal, dateOf));
  if (!outcome.ok) {
    const expired = outcome.error.kind === 'page-limit' || outcome.error.kind === 'gone' || job.attempts >= 2;
    const stuck = cursor.next !== null && expired; // the address of a later page leads no further: begin again
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
  const pages = (cursor.pages ?? 0) + 1;
  const broken = cursor.broken === true || page.rejected.length > 0;
  const rows = { sprints: page.sprints, rejected: rejectedRows(job.project, page.rejected, now), limiter, ...boardsOf(step, job, cursor.next === null, page.boards) };
  if (page.next !== null && page.next !== cursor.next) {
    await commit(house, { ...rows, job: { ...rested, cursor: { next: page.next, etag: null, seen, pages, broken }, dueAt: now } });
    return;
  }
  const single = cursor.next === null;
  const complete = step.agenda.projects.some((row) => row.project === job.project && row.complete);
  await commit(house, {
    ...rows,
    job: { ...rested, cursor: { next: null, etag: single ? page.etag : null, seen: [] }, dueAt: now + (page.etag === null ? Math.min(Math.max(POLL, pages * POLL_PAGE, restOf(step, job)), POLL_LONG) : single ? POLL : POLL_LONG), finishedAt: now },
    removeSprints: broken ? [] : await goneSprints(step, job, seen),
    addJobs: await blockersOfCurrent(step, job),
    ...(complete && { baselines: { project: job.project, at: now }, snapshots: { project: job.project, at: now } }),
  });
}

/** The boards that a page names: the first page's replace what was known, a later one's join them. */
function boardsOf({ agenda }: Step, { project }: JobRow, first: boolean, boards: readonly Board[] | undefined): Pick<Commit, 'project'> {
  const row = agenda.projects.find((other) => other.project === project);
  if (!row || !boards) return {};
  const others = first ? [] : (row.boards ?? []).filter((former) => !boards.some((board) => board.id === former.id));
  return { project: { project, boards: [...others, ...boards] } };
}

/** What a walk over the sprints has not met has been deleted. A row that could not be read is there all the same, an iteration is another walk's, and a board's closed sprint is history that its tracker need not tell again. */
async function goneSprints({ house }: Step, { project }: JobRow, seen: readonly SprintKey[]): Promise<SprintKey[]> {
  const missing = (await house.store.sprints(project)).filter((row) => !seen.includes(row.key) && !isIterationKey(row.key));
  return missing.filter((row) => !(row.board && row.state === 'closed')).map((row) => row.key);
}

/** Whether the tracker counts open blockers that we could not name yet. */
export function lacksBlockers({ status, dependencies }: Pick<IssueRow, 'status' | 'dependencies'>): boolean {
  return status.category !== 'done' && dependencies !== null && dependencies.blockedBy > 0 && dependencies.blockers.length === 0;
}

async function blockersOfCurrent({ house }: Step, { project }: JobRow): Promise<JobRow[]> {
  const [settings, sprints] = [await house.store.settings(), await house.store.sprints(project)];
  const current = currentSprint(sprints, settings.pickedSprint[project] ?? null, house.now(), workCalendar(settings.calendar));
  if (!current) return [];
  const rows = await house.store.issuesOfSprint(current.key);
  return rows.filter(lacksBlockers).slice(0, MOST_BLOCKERS).map(({ key }) => newJob('blockers', project, { key }, house.now(), key));
}
