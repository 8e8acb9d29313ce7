import type { IssueKey, ProjectKey } from '../core/issue.ts';
import { hostOf } from '../core/keys.ts';
import type { Instant } from '../core/time.ts';
import type { JobRow, ProjectRow } from '../storage/rows.ts';
import type { Agenda } from '../storage/store.ts';
import type { House } from './house.ts';
import { cursorOf, newJob, type VisitCursor } from './job-rows.ts';
import { DAY, HOUR, MINUTE } from './limits.ts';
import { POLL } from './run-changes.ts';
import { isProposed } from './run-file.ts';
import { lacksBlockers } from './run-sprints.ts';
import { MOST_BY_NAME } from './run-visit.ts';
import { askAgain, bySession, isSignedOut } from './sign-in.ts';
import { WORTH_A_LIST } from './visit-phase.ts';

/** Single reads that one visit may ask for with a token. */
const MOST_FINDS = 30;
/** Pages opened one after the other are one visit. */
const SAME_VISIT = 5 * MINUTE;
const SPRINTS_FRESH = 30 * MINUTE;

/** A page shows these issues of a project: notes what must be read, and answers at once what can be shown. Costs no request itself. `inPassing`: no visit of a project that nobody has visited. */
export async function visit(house: House, project: ProjectKey, keys: readonly IssueKey[], name: string, inPassing = false): Promise<'ready' | 'reading' | 'silent'> {
  try {
    return await noteVisit(house, project, keys, name, inPassing);
  } catch (error) {
    if (!(error instanceof Error && error.name === 'StorageFailure' && 'kind' in error && error.kind === 'full')) throw error;
    // What was read before can be shown though there is no room to note anything.
    return isSignedOut(await house.store.connection(hostOf(project))) ? 'silent' : 'ready';
  }
}

async function noteVisit(house: House, project: ProjectKey, keys: readonly IssueKey[], name: string, inPassing: boolean): Promise<'ready' | 'reading' | 'silent'> {
  const host = hostOf(project);
  const tracker = house.trackerFor(project);
  if (!tracker) return 'silent';
  const own = keys.filter((key) => tracker.projectOf(key) === project);
  const [agenda, known] = [await house.store.agenda(), await house.store.issues(own)];
  const now = house.now();
  const row = agenda.projects.find((other) => other.project === project);
  const jobs = new Map(agenda.jobs.map((job) => [job.id, job]));
  // Of so many the search is as good as a page of theirs.
  if (inPassing && row === undefined && own.length < WORTH_A_LIST) return passBy(house, project, own.filter((key) => isWorthAsking(jobs, project, key, known.has(key), now)), now);
  const session = bySession(agenda, tracker, host);
  const connected = session || agenda.tokens.has(host);
  if (session) await askAgain(house, agenda, host, now);
  const changes = jobs.get(`changes:${project}`);
  if (session && row?.state === 'silent' && changes && isFresh(changes.dueAt - DAY, now, HOUR)) return 'silent';
  if (!connected && row?.state === 'silent' && isFresh(jobs.get(`visit:${project}`)?.finishedAt ?? null, now, DAY)) return 'silent';
  await note(house, row, project, name, now);
  const missing = own.filter((key) => !known.has(key));
  // One question decides about a project that could not be seen: the changes'.
  const unanswered = session && row?.state === 'silent' ? [] : missing.filter((key) => (jobs.get(`find:${key}`)?.finishedAt ?? null) === null);
  // Trackers that take a session can ask for any issues at once by name; of others a list helps only where nothing has been read.
  const byName = tracker.without === 'session';
  const finds = unanswered.slice(0, byName ? MOST_BY_NAME : connected ? MOST_FINDS : unanswered.length).map((key) => newJob('find', project, { key }, now, key));
  const blockers = connected ? [...known.values()].filter(lacksBlockers).slice(0, MOST_FINDS).map(({ key }) => newJob('blockers', project, { key }, now, key)) : [];
  const unread = row === undefined || row.state === 'new';
  const list = byName ? unanswered.length >= WORTH_A_LIST : unread && missing.length >= WORTH_A_LIST;
  const rounds = !connected || list ? [`visit:${project}`] : [];
  const sprints = byName ? jobs.get(`sprints:${project}`) : undefined;
  const due = connected ? [...(changes && isStale(changes, now, POLL) ? [changes.id] : []), ...(sprints && isStale(sprints, now, SPRINTS_FRESH) ? [sprints.id] : [])] : [];
  await house.store.amendJobs([...rounds, ...due, ...[...finds, ...blockers].map((job) => job.id)], (stored) => [
    ...due.flatMap((id) => stored.get(id) ?? []).map((job) => ({ ...job, dueAt: now, attempts: 0 })),
    // Without a token only a few are asked a visit: those in view now come first.
    ...[...finds, ...blockers].flatMap((job) => (stored.has(job.id) && connected ? [] : [{ ...job, ...stored.get(job.id), dueAt: now }])),
    // The sprints of a connected project have a job of their own.
    ...rounds.flatMap((id) => connected ? listed(stored.get(id), project, byName, now) : visited(stored.get(id), project, { now, asks: unanswered.length > 0, silent: row?.state === 'silent', manual: false }) ?? []),
  ]);
  house.soon();
  if (session && isSignedOut(agenda.connections.find((other) => other.host === host))) return 'silent';
  const refused = row?.state === 'silent' || agenda.connections.some((other) => other.host === host && other.state === 'unauthorised');
  if (connected && refused && known.size === 0) return 'silent';
  const first = row === undefined || row.state === 'new' || row.state === 'silent' || (row.state === 'reading' && known.size === 0);
  return first || unanswered.length > 0 ? 'reading' : 'ready';
}

/** Of a repository that nobody follows its few issues are read singly: no list, no sprints, and nothing ever by itself; it is none of the projects that the popup knows. */
async function passBy(house: House, project: ProjectKey, asked: readonly IssueKey[], now: Instant): Promise<'ready' | 'reading'> {
  if (asked.length === 0) return 'ready';
  const finds = asked.map((key) => newJob('find', project, { key }, now, key));
  const passing = newJob('visit', project, { ...FRESH, kind: 'finds', listed: true, sprintsAt: now }, now);
  await house.store.amendJobs([passing.id, ...finds.map(({ id }) => id)], (stored) => [...(stored.get(passing.id)?.finishedAt === null ? [] : [passing]), ...finds]);
  house.soon();
  return 'reading';
}

/** Nothing tells that an issue has changed whose project is not followed: what was read is asked for again after an hour. What could not be found is not, for a day. */
function isWorthAsking(jobs: ReadonlyMap<string, JobRow>, project: ProjectKey, key: IssueKey, isKnown: boolean, now: Instant): boolean {
  const last = jobs.get(`visit:${project}`);
  if (isKnown && last && (last.finishedAt === null || isFresh(last.finishedAt, now, HOUR))) return false;
  return (jobs.get(`find:${key}`)?.finishedAt ?? null) === null;
}

/** The user asks for the newest state: what would be polled later is due now. */
export async function refresh(house: House, project: ProjectKey): Promise<void> {
  const agenda: Agenda = await house.store.agenda();
  const now = house.now();
  const host = hostOf(project);
  const session = bySession(agenda, house.trackerFor(project), host);
  if (session) await askAgain(house, agenda, host, now);
  if (session || agenda.tokens.has(host)) {
    const row = agenda.projects.find((other) => other.project === project);
    // Rights may have been given meanwhile.
    if (row?.readOnlyAt !== undefined) await house.store.commit({ job: null, project: { project, readOnlyAt: 0 } });
    const plans = (await house.store.plannings()).some((one) => one.project === project);
    await house.store.amendJobs([`changes:${project}`, `sprints:${project}`, `planning:${project}`, `file:${project}`], (stored) => [...stored.values()].map((job) => ({ ...job, dueAt: dueAgain(job, agenda.jobs, plans, now), attempts: 0 })));
  } else {
    await house.store.amendJobs([`visit:${project}`], (stored) => visited(stored.get(`visit:${project}`), project, { now, asks: false, silent: true, manual: true }) ?? []);
  }
  house.soon();
}

/** That a repository has no roadmap file, or no Project, is no free answer, unlike a 304: it holds for as long as one visit, unless a first file is proposed. */
function dueAgain(job: JobRow, jobs: readonly JobRow[], plans: boolean, now: Instant): Instant {
  const isAbsent = job.finishedAt !== null && (job.kind === 'file' ? cursorOf(job, 'file').etag === null && !isProposed(jobs, job.project) : job.kind === 'planning' && !plans);
  return isAbsent ? Math.min(job.dueAt, Math.max(now, (job.finishedAt ?? now) + SAME_VISIT)) : now;
}

/** A connected visit's job: one list for what its page lacks; the sprints have a job of their own. */
function listed(job: JobRow | undefined, project: ProjectKey, again: boolean, now: Instant): JobRow[] {
  if (job && !isPassing(job) && (!again || job.finishedAt === null)) return [];
  return [newJob('visit', project, { ...FRESH, sprintsAt: now }, now)];
}

/** Whether a quiet job, or one of a project that could not be seen, is worth asking for sooner than it would be by itself. */
function isStale(job: JobRow, now: Instant, age: number): boolean {
  return job.dueAt > now && (job.error === null ? !isFresh(job.finishedAt, now, age) : job.error.kind !== 'rate-limited' && !isFresh(job.dueAt - DAY, now, HOUR) && job.dueAt - now > HOUR);
}

/** The anonymous visit's job after a visit; nothing when all is fresh. One that is under way goes on as it is. */
function visited(job: JobRow | undefined, project: ProjectKey, given: { now: Instant; asks: boolean; silent: boolean; manual: boolean }): JobRow[] | null {
  const { now, manual } = given;
  if (!job) return [newJob('visit', project, { ...FRESH, manual }, now)];
  const former = cursorOf(job, 'visit');
  const again = (cursor: VisitCursor): JobRow[] => [{ ...job, dueAt: now, attempts: 0, error: null, finishedAt: null, cursor }];
  if (isPassing(job)) return again({ ...FRESH, manual });
  if (job.finishedAt === null) return manual ? [{ ...job, dueAt: now, cursor: { ...former, manual } }] : null;
  const sprintsAt = !manual && isFresh(former.sprintsAt, now, SPRINTS_FRESH) ? former.sprintsAt : null;
  const begun = { ...former, pages: 0, finds: 0, spent: 0, manual, sprintsAt };
  if (former.since === null && given.silent) return again({ ...FRESH, manual });
  if (manual || !isFresh(job.finishedAt, now, SAME_VISIT)) return again(former.since === null ? { ...FRESH, manual } : { ...begun, kind: 'changes', listed: false, next: null });
  return given.asks ? again({ ...begun, kind: 'finds', listed: true, next: null, sprintsAt: former.sprintsAt }) : null;
}

/** Whether pages have only passed by: the project's list has never been asked for. */
function isPassing(job: JobRow): boolean {
  const { kind, since } = cursorOf(job, 'visit');
  return kind === 'finds' && since === null;
}

const FRESH: VisitCursor = { kind: 'open', listed: false, next: null, lowest: null, pages: 0, finds: 0, spent: 0, since: null, sprintsAt: null, manual: false };

async function note(house: House, row: ProjectRow | undefined, project: ProjectKey, name: string, now: Instant): Promise<void> {
  const created = { project, host: hostOf(project), name, visitedAt: now, state: 'new', complete: false, syncedAt: null, error: null } as const;
  if (row && isFresh(row.visitedAt, now, MINUTE) && row.name === name) return;
  await house.store.commit({ job: null, project: row ? { project, name, visitedAt: now } : created });
}

function isFresh(at: Instant | null, now: Instant, age: number): boolean {
  return at !== null && at <= now && now - at < age;
}
