import type { Commit } from '../storage/store.ts';
import type { Account, Exchanged, TrackerError } from '../trackers/tracker.ts';
import { MINUTE } from './limits.ts';
import { bySession, isSignedOut, isWithin, refusedBy } from './sign-in.ts';
import { ask, commit, type Step } from './step.ts';

/** So long somebody is believed to be signed in still, where the site does not say so with each answer: many writes one after the other ask once a minute. */
const BELIEVED = MINUTE;

/**
 * Whether a write would be sent as whom it is kept for. A browser's session may have become another person's since we asked: then nothing is sent before `askWhose` has said who it is, and what the one before made is
 * held. `told` is whom the site took us for just now; without it, whom it would name.
 */
export function isSure({ agenda, tracker, now }: Step, host: string, told?: { readonly whose?: string | undefined }): boolean {
  if (!bySession(agenda, tracker, host)) return true;
  const connection = agenda.connections.find((row) => row.host === host);
  if (!connection) return false;
  const isNobody = connection.tokenKind === null;
  const { whose } = told ?? connection;
  if (whose !== undefined && (isNobody || connection.state !== 'ok' || connection.whose !== undefined)) return !isNobody && connection.state === 'ok' && connection.whose === whose;
  return (isNobody || connection.state === 'ok') && isWithin(BELIEVED, connection.checkedAt, now);
}

/** Asks whose session it is, before a write: `stays` as it is, to be sent the next time round, or held for whoever made it; where it has gone meanwhile, so may its site have. `putOff` is what becomes of it where there is no telling. */
export async function askWhose(step: Step, host: string, stays: Pick<Commit, 'job' | 'outbox'>, putOff: (error: TrackerError) => Pick<Commit, 'job' | 'outbox'>): Promise<void> {
  const { house, agenda } = step;
  const { outcome, limiter } = await askAccount(step, host);
  const session = await sessionBy(step, host, outcome, limiter.whose);
  // Once a minute is enough of a site that names now this one, now that one.
  const justAsked = isWithin(MINUTE, agenda.connections.find((row) => row.host === host)?.checkedAt ?? null, step.now);
  const waits = session === null ? !outcome.ok && outcome.error.kind !== 'learning' : justAsked;
  await commit(house, { ...(waits ? putOff(outcome.ok ? { kind: 'offline' } : outcome.error) : stays), limiter, ...session });
}

export function askAccount(step: Step, host: string) {
  return ask(step, host, (tracker, credentials, signal) => tracker.checkAccount(credentials, signal));
}

/** What the answer says of the session; `null` where it says nothing. Who is not signed in may still read what is public. */
export async function sessionBy({ house, agenda, tracker }: Step, host: string, outcome: Exchanged<Account>['outcome'], whose?: string): Promise<Pick<Commit, 'session' | 'connection'> | null> {
  const now = house.now();
  if (outcome.ok) {
    const { login, missing, expiresAt } = outcome.value;
    return { session: { host, tracker: tracker.kind, login, tokenKind: 'session', missing, state: 'ok', expiresAt, checkedAt: now, whose } };
  }
  if (outcome.error.kind !== 'unauthorised') return null;
  const projects = agenda.projects.filter((row) => row.host === host && row.state === 'ready');
  const counts = await Promise.all(projects.map((row) => house.store.countIssues(row.project)));
  const connection = agenda.connections.find((row) => row.host === host);
  const readable = counts.some((count) => count > 0) && !isSignedOut(connection);
  return readable ? { session: { host, tracker: tracker.kind, login: null, tokenKind: null, missing: [], state: 'unchecked', expiresAt: null, checkedAt: now, whose: undefined } } : refusedBy(agenda, tracker, host, now);
}
