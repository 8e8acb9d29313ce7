import { alike } from '../core/alike.ts';
import type { IssueKey, ProjectKey } from '../core/issue.ts';
import type { Instant } from '../core/time.ts';
import type { JobRow, LimiterRow } from '../storage/rows.ts';
import type { Agenda, Commit, Committed } from '../storage/store.ts';
import type { Credentials, Exchanged, Outcome, Tracker, TrackerError } from '../trackers/tracker.ts';
import type { House } from './house.ts';
import { backoff, HOUR, limiterAfter, MINUTE } from './limits.ts';
import { refusedBy } from './sign-in.ts';

/** A worker is killed when an answer takes thirty seconds: better to give up a little earlier and say so. */
const PATIENCE = 25_000;
/** Pages of half a million issues. A walk that goes on is led in a circle, or without end. */
const MOST_STEPS = 5000;
const LONGEST_OFFLINE = 5 * MINUTE;

/** What every step works with. */
export interface Step {
  readonly house: House;
  readonly agenda: Agenda;
  readonly tracker: Tracker;
  readonly now: Instant;
}

/** One request, with the limiter as its answer leaves it. */
export async function ask<T>(step: Step, host: string, request: (tracker: Tracker, credentials: Credentials, signal: AbortSignal) => Promise<Exchanged<T>>): Promise<{ outcome: Outcome<T>; limiter: LimiterRow }> {
  const { house, agenda, tracker } = step;
  const former = agenda.limiters.find((row) => row.host === host);
  const context = agenda.connections.find((row) => row.host === host)?.context;
  const token = await house.store.token(host);
  const { outcome, allowance, site, whose } = await request(tracker, { host, token, context, site: former?.site ?? null }, AbortSignal.timeout(PATIENCE));
  if (token !== (await house.store.token(host))) return { outcome: underAnother(outcome), limiter: limiterAfter(host, undefined, null, null, house.now()) };
  const { whose: _former, ...limiter } = limiterAfter(host, former, allowance, outcome.ok ? null : outcome.error, house.now());
  return { outcome: learned(outcome, site, former?.site), limiter: { ...limiter, ...(site !== undefined && { site }), ...(whose !== undefined && { whose }) } };
}

/** What was refused to a token that is another one by now has not happened, and says nothing of the present one: it is asked again. */
function underAnother<T>(outcome: Outcome<T>): Outcome<T> {
  return !outcome.ok && REFUSALS.has(outcome.error.kind) ? { ok: false, error: { kind: 'learning' } } : outcome;
}

const REFUSALS: ReadonlySet<TrackerError['kind']> = new Set(['unauthorised', 'forbidden', 'not-found', 'rate-limited']);

/** The step as it goes on after a request whose answer is not committed yet. */
export function withLimiter(step: Step, limiter: LimiterRow): Step {
  return { ...step, agenda: { ...step.agenda, limiters: [...step.agenda.limiters.filter((row) => row.host !== limiter.host), limiter] } };
}

/** "Ask me again" is asked again at once: a tracker that has learned nothing new would be asked for ever. */
function learned<T>(outcome: Outcome<T>, site: unknown, former: unknown): Outcome<T> {
  const stuck = !outcome.ok && outcome.error.kind === 'learning' && (site === undefined || alike(site, former));
  return stuck ? { ok: false, error: { kind: 'changed-shape', reason: 'what the site is could not be learned' } } : outcome;
}

/** Commits a step and tells everybody what has changed. */
export async function commit(house: House, change: Commit): Promise<Committed> {
  const committed = await house.store.commit(change.job ? { ...change, job: paced(change.job, house.now()) } : change);
  const written = writtenIn(house, change);
  const keys = [...new Set([...committed.changed, ...written.keys])];
  const about = change.project ? [change.project.project] : change.sprints && change.job ? [change.job.project] : written.projects;
  const projects = [...new Set([...about, ...(await projectsOf(house, (change.session ?? change.connection)?.host))])];
  if (committed.applied && keys.length + projects.length > 0) house.changed(keys, projects);
  return committed;
}

/** The job as it goes on: whatever a site answers, it is not asked for ever without a rest. */
function paced({ steps = 0, ...job }: JobRow, now: Instant): JobRow {
  if (job.dueAt > now || job.finishedAt === now) return job;
  return steps + 1 < MOST_STEPS ? { ...job, steps: steps + 1 } : { ...job, dueAt: now + HOUR };
}

/** Who is signed in to a site decides what is shown of all its projects, whichever question found it out. */
async function projectsOf({ store }: House, host: string | undefined): Promise<ProjectKey[]> {
  return host === undefined ? [] : (await store.projects()).filter((row) => row.host === host).map((row) => row.project);
}

/** A write that has arrived or failed shows where it was made, though no row of the tracker's has changed. */
function writtenIn({ trackerFor }: House, { outbox, settled }: Commit): { keys: IssueKey[]; projects: ProjectKey[] } {
  const row = settled ?? (outbox?.state === 'failed' ? outbox : undefined);
  if (row === undefined) return { keys: [], projects: [] };
  if (row.write.kind !== 'sprint-description') return { keys: [row.write.key], projects: [] };
  const project = trackerFor(row.write.sprint)?.sprintProjectOf(row.write.sprint) ?? null;
  return { keys: [], projects: project === null ? [] : [project] };
}

/** A job whose step failed: it stays, and waits as the error asks. `speaks` for jobs whose failure is the project's. */
export function postponed({ house, agenda }: Pick<Step, 'house' | 'agenda'>, job: JobRow, error: TrackerError, limiter: LimiterRow | null, speaks: boolean): Commit {
  const waiting = error.kind === 'learning' ? { dueAt: house.now() }
    : error.kind === 'rate-limited' ? { dueAt: error.scope === 'issue' ? Math.min(error.until, house.now() + HOUR) : house.now() }
    : { attempts: job.attempts + 1, dueAt: retryAt(error, job.attempts + 1, house) };
  return {
    job: { ...job, ...waiting, error: error.kind === 'learning' ? job.error : error },
    ...(limiter && { limiter }),
    ...(speaks && error.kind !== 'learning' && agenda.projects.some((row) => row.project === job.project) && { project: { project: job.project, error } }),
    ...(error.kind === 'unauthorised' && refusedBy(agenda, house.trackerFor(job.project), job.host, house.now())),
  };
}

/** When to try again: what only a person can mend is asked seldom. */
export function retryAt(error: TrackerError, attempts: number, { now, random }: Pick<House, 'now' | 'random'>): Instant {
  const soon = now() + backoff(attempts, random);
  if (error.kind === 'forbidden' || error.kind === 'not-found' || error.kind === 'gone' || error.kind === 'unauthorised') return now() + HOUR;
  // To ask a network that is not there costs nothing, and whoever comes back to one waits for us.
  if (error.kind === 'offline') return Math.min(soon, now() + LONGEST_OFFLINE);
  // A server that names an hour is believed, within reason.
  return error.kind === 'server' && error.retryAt !== null ? Math.min(Math.max(soon, error.retryAt), now() + HOUR) : soon;
}
