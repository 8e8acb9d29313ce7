import type { IssueKey, ProjectKey, SprintKey } from '../core/issue.ts';
import { hostOf } from '../core/keys.ts';
import type { Instant } from '../core/time.ts';
import type { ConnectionRow } from '../storage/rows.ts';
import type { Agenda, Commit } from '../storage/store.ts';
import { subjectOf } from '../core/queued-write.ts';
import type { Tracker } from '../trackers/tracker.ts';
import type { House } from './house.ts';
import { MINUTE, SECOND } from './limits.ts';

/** A page that is scrolled asks many times, which is no news; nobody signs in faster than this. */
const SIGN_IN = 2 * SECOND;

/** Hosts that are read whole and in step: with a token, or by the browser's own session where their tracker takes that. */
export function connectedHosts({ tokens, projects, outbox }: Agenda, trackerFor: House['trackerFor']): ReadonlySet<string> {
  const subjects: (ProjectKey | IssueKey | SprintKey)[] = [...projects.map((row) => row.project), ...outbox.map((row) => subjectOf(row.write))];
  return new Set([...tokens, ...subjects.filter((subject) => trackerFor(subject)?.without === 'session').map(hostOf)]);
}

/** Whether a site is read by the browser's own session. */
export function bySession(agenda: Pick<Agenda, 'tokens'>, tracker: Pick<Tracker, 'without'> | null, host: string): boolean {
  return tracker?.without === 'session' && !agenda.tokens.has(host);
}

/** Whether the browser's session of a site has ended: then nothing is shown of it and nothing asked. */
export function isSignedOut(connection: ConnectionRow | undefined): boolean {
  return connection?.tokenKind === 'session' && connection.state === 'unauthorised';
}

/** Questions about single issues that need not be asked of a project that the user may not see. */
export function questionsAbout({ jobs }: Agenda, project: ProjectKey): string[] {
  return jobs.filter((job) => job.project === project && (job.kind === 'find' || job.kind === 'blockers') && job.finishedAt === null).map((job) => job.id);
}

/** What a refused sign-in leaves behind: a token waits for another one, a session for the next page of its site that the user opens. */
export function refusedBy(agenda: Agenda, tracker: Tracker | null, host: string, now: Instant): Pick<Commit, 'connection' | 'session'> {
  const connection = agenda.connections.find((row) => row.host === host);
  if (tracker && bySession(agenda, tracker, host)) {
    const { login = null, missing = [], checkedAt = null } = connection ?? {};
    return { session: { host, tracker: tracker.kind, login, tokenKind: 'session', missing, state: 'unauthorised', expiresAt: null, checkedAt, refusedAt: now } };
  }
  return connection ? { connection: { ...connection, state: 'unauthorised' } } : {};
}

/**
 * The user has opened a page of a site that is read by its session, and may have signed in there: what was refused is asked once more; whoever may only read what is
 * public is asked for a name again, at most once a minute.
 */
export async function askAgain(house: House, agenda: Agenda, host: string, now: Instant): Promise<void> {
  const connection = agenda.connections.find((row) => row.host === host);
  if (!connection || isWithin(SIGN_IN, connection.refusedAt ?? null, now)) return;
  if (!isSignedOut(connection)) {
    if (connection.tokenKind === null && !isWithin(MINUTE, connection.checkedAt, now)) await house.store.amendJobs([`account:${host}`], (stored) => [...stored.values()].map((job) => ({ ...job, dueAt: now })));
    return;
  }
  const refused = agenda.jobs.filter((job) => job.host === host && job.error?.kind === 'unauthorised').map((job) => job.id);
  await house.store.amendJobs([...refused, `account:${host}`], (stored) => [...stored.values()].map((job) => ({ ...job, dueAt: now, attempts: 0, error: null })));
  // Last, because who dies before it is asked again by the next page.
  await house.store.commit({ job: null, session: { ...connection, state: 'unchecked' } });
}

export function isWithin(age: number, at: Instant | null, now: Instant): boolean {
  return at !== null && at <= now && now - at < age;
}
