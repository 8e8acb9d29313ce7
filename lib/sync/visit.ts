import type { IssueKey, ProjectKey } from '../core/issue.ts';
import { hostOf } from '../core/keys.ts';
import type { Instant } from '../core/time.ts';
import type { JobRow, ProjectRow } from '../storage/rows.ts';
import type { House } from './house.ts';
import { newJob } from './job-rows.ts';
import { DAY, HOUR, MINUTE } from './limits.ts';
import { isWorthAsking, passBy } from './pass-by.ts';
import { POLL } from './run-changes.ts';
import { lacksBlockers } from './run-sprints.ts';
import { MOST_BY_NAME } from './run-visit.ts';
import { askAgain, bySession, isSignedOut } from './sign-in.ts';
import { isStorageFailure } from './storage-failure.ts';
import { anonymousVisit, connectedVisit, isFresh, SPRINTS_FRESH } from './visit-job.ts';
import { WORTH_A_LIST } from './visit-phase.ts';

/** Single reads that one visit may ask for with a token. */
const MOST_FINDS = 30;

/** A page shows these issues of a project: notes what must be read, and answers at once what can be shown. Costs no request itself. `inPassing`: no visit of a project that nobody has visited. */
export async function visit(house: House, project: ProjectKey, keys: readonly IssueKey[], name: string, inPassing = false): Promise<'ready' | 'reading' | 'silent'> {
  try {
    return await noteVisit(house, project, keys, name, inPassing);
  } catch (error) {
    if (!isStorageFailure(error) || error.kind !== 'full') throw error;
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
    ...rounds.flatMap((id) => connected ? connectedVisit(stored.get(id), project, byName, now) : anonymousVisit(stored.get(id), project, { now, asks: unanswered.length > 0, silent: row?.state === 'silent', manual: false })),
  ]);
  house.soon();
  if (session && isSignedOut(agenda.connections.find((other) => other.host === host))) return 'silent';
  const refused = row?.state === 'silent' || agenda.connections.some((other) => other.host === host && other.state === 'unauthorised');
  if (connected && refused && known.size === 0) return 'silent';
  const first = row === undefined || row.state === 'new' || row.state === 'silent' || (row.state === 'reading' && known.size === 0);
  return first || unanswered.length > 0 ? 'reading' : 'ready';
}

/** Whether a quiet job, or one of a project that could not be seen, is worth asking for sooner than it would be by itself. */
function isStale(job: JobRow, now: Instant, age: number): boolean {
  return job.dueAt > now && (job.error === null ? !isFresh(job.finishedAt, now, age) : job.error.kind !== 'rate-limited' && !isFresh(job.dueAt - DAY, now, HOUR) && job.dueAt - now > HOUR);
}

async function note(house: House, row: ProjectRow | undefined, project: ProjectKey, name: string, now: Instant): Promise<void> {
  const created = { project, host: hostOf(project), name, visitedAt: now, state: 'new', complete: false, syncedAt: null, error: null } as const;
  if (row && isFresh(row.visitedAt, now, MINUTE) && row.name === name) return;
  await house.store.commit({ job: null, project: row ? { project, name, visitedAt: now } : created });
}
