import type { ProjectKey } from '../core/issue.ts';
import { isIterationKey } from '../core/keys.ts';
import { withGoalOf } from '../core/sprint/iteration-goal.ts';
import type { PlanningProject } from '../core/sprint/planning-project.ts';
import type { Sprint } from '../core/sprint/sprint.ts';
import type { Instant } from '../core/time.ts';
import type { ConnectionRow, JobRow, PlanningRow } from '../storage/rows.ts';
import type { Commit } from '../storage/store.ts';
import type { PlanningRead, PlanningStep } from '../trackers/planning.ts';
import type { TrackerError } from '../trackers/tracker.ts';
import { calendarOf } from './house.ts';
import { cursorOf, PLANNING_START, type PlanningCursor } from './job-rows.ts';
import { DAY, HOUR, MINUTE } from './limits.ts';
import { rejectedRows } from './pages.ts';
import { ask, commit, postponed, type Step } from './step.ts';

/** One request tells whether any Project has changed. */
const POLL = 30 * MINUTE;
/** Whatever their marks say: nobody promises that every move of an item changes them. */
const READ_AGAIN = 2 * HOUR;
/** A token gets other permissions seldom, and a repository its first Project: unlike of everything else that is polled, no 304 can say that nothing has changed. */
const SELDOM = 6 * HOUR;

/** The next request about the Projects of a watched repository: which there are, then of each that has changed its iterations and its items, page by page. */
export async function runPlanning(step: Step, job: JobRow): Promise<void> {
  const { house } = step;
  const cursor = cursorOf(job, 'planning');
  if (!step.tracker.readPlanning) {
    await commit(house, { job: { ...job, dueAt: house.now() + DAY, finishedAt: house.now() } });
    return;
  }
  const today = (await calendarOf(house)).dateOf(house.now());
  const { outcome, limiter } = await ask(step, job.host, async (tracker, credentials, signal) => tracker.readPlanning?.(credentials, job.project, cursor.step, today, signal) ?? NONE);
  if (!outcome.ok) {
    await commit(house, { ...failed(step, job, cursor, outcome.error), limiter });
    return;
  }
  const rested = { ...job, attempts: 0, error: null };
  const change = await read(step, job, cursor, outcome.value);
  const next = change.next === null ? { cursor: PLANNING_START, dueAt: house.now() + (isNone(outcome.value) ? SELDOM : POLL), finishedAt: house.now() } : { cursor: change.next, dueAt: house.now() };
  await commit(house, { ...change.rows, job: { ...rested, ...next }, limiter, ...(outcome.value.at === 'list' && needs(step, job.host, undefined)) });
}

const isNone = (answer: PlanningRead): boolean => answer.at === 'list' && answer.projects.length === 0;

const NONE = { outcome: { ok: true, value: { at: 'list', projects: [] } }, allowance: null } as const;

interface Change {
  readonly rows: Partial<Commit>;
  /** `null` when all is read. */
  readonly next: PlanningCursor | null;
}

async function read({ house, agenda }: Step, { project }: JobRow, { step, left, walk, broken: former }: PlanningCursor, answer: PlanningRead): Promise<Change> {
  const now = house.now();
  if (answer.at === 'list') {
    const known = (await house.store.plannings()).filter((row) => row.project === project);
    const stale = answer.projects.filter((one) => isStale(one, known, now));
    return { rows: { planning: { project, projects: answer.projects }, removeSprints: await iterationsWithout(house, project, answer.projects) }, next: firstOf(stale, now) };
  }
  if (step.at === 'list') return { rows: {}, next: null };
  const { of } = step;
  if (answer.at === 'fields') {
    const before = (await iterationsOf(house, project)).filter(({ board }) => board?.id === of.number);
    const gone = before.filter(({ key }) => !answer.sprints.some((sprint) => sprint.key === key));
    const { dateOf } = await calendarOf(house);
    const sprints = answer.sprints.map((sprint) => withGoalOf(sprint, of.status, before.find(({ key }) => key === sprint.key)?.description ?? '', dateOf));
    return { rows: { sprints, removeSprints: gone.map(({ key }) => key) }, next: { left, walk, step: { at: 'items', of, fields: answer.fields, next: null } } };
  }
  if (step.at === 'fields') return { rows: {}, next: null };
  const on: PlanningStep | null = answer.next !== null && answer.next !== step.next ? { ...step, next: answer.next } : null;
  const broken = former === true || answer.rejected.length > 0;
  const items = { number: of.number, walk, rows: answer.items, last: on ? null : of.updatedAt, broken };
  const complete = on === null && agenda.projects.some((row) => row.project === project && row.complete);
  return { rows: { planning: { project, items }, rejected: rejectedRows(project, answer.rejected, now), ...(complete && { baselines: { project, at: now } }) }, next: on ? { left, walk, step: on, broken } : firstOf(left, now) };
}

/** Projects are walked one after the other. */
function firstOf([of, ...left]: readonly PlanningProject[], walk: Instant): PlanningCursor | null {
  return of ? { step: { at: 'fields', of }, left, walk } : null;
}

function isStale({ number, updatedAt, status }: PlanningProject, known: readonly PlanningRow[], now: Instant): boolean {
  const row = known.find((one) => one.number === number);
  const last = row?.read;
  // A status update is not promised to change the mark either.
  return !last || row?.status?.at !== status?.at || last.asOf !== updatedAt || Math.abs(now - last.at) >= READ_AGAIN;
}

async function iterationsOf({ store }: Step['house'], project: ProjectKey): Promise<Sprint[]> {
  return (await store.sprints(project)).filter(({ key }) => isIterationKey(key));
}

/** Iterations of Projects that the repository is linked to no more. */
async function iterationsWithout(house: Step['house'], project: ProjectKey, projects: readonly PlanningProject[]) {
  return (await iterationsOf(house, project)).filter(({ board }) => !projects.some(({ number }) => number === board?.id)).map(({ key }) => key);
}

/** A token that may not read Projects is told so beside its connection, and nowhere else: milestones are sprints as before. */
function failed(step: Step, job: JobRow, cursor: PlanningCursor, error: TrackerError): Commit {
  // A Project that has gone, or a page that leads no further, since the walk began.
  const stuck = cursor.step.at !== 'list' && (error.kind === 'not-found' || error.kind === 'gone' || error.kind === 'page-limit' || job.attempts >= 2);
  const waiting = postponed(step, stuck ? { ...job, cursor: PLANNING_START } : job, error, null, false);
  if (error.kind !== 'forbidden' || !waiting.job) return waiting;
  return { ...waiting, job: { ...waiting.job, dueAt: step.house.now() + SELDOM }, ...needs(step, job.host, error.missing ?? 'read:project') };
}

function needs({ agenda }: Step, host: string, planningNeeds: string | undefined): { connection?: ConnectionRow } {
  const row = agenda.connections.find((one) => one.host === host);
  return row && row.planningNeeds !== planningNeeds ? { connection: { ...row, planningNeeds } } : {};
}
