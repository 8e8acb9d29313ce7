import type { JobRow } from '../storage/rows.ts';
import { DAY } from './limits.ts';
import { isSignedOut, refusedBy } from './sign-in.ts';
import { ask, commit, postponed, type Step } from './step.ts';

/** Once a day: whose session a site is read by, and what they may do there. Who is not signed in may still read what is public. */
export async function runAccount(step: Step, job: JobRow): Promise<void> {
  const { house, tracker, agenda } = step;
  const { outcome, limiter } = await ask(step, job.host, (port, credentials, signal) => port.checkAccount(credentials, signal));
  const now = house.now();
  const rested = { ...job, dueAt: now + DAY, attempts: 0, error: null, finishedAt: now };
  if (outcome.ok) {
    const { login, missing, expiresAt } = outcome.value;
    await commit(house, { job: rested, limiter, session: { host: job.host, tracker: tracker.kind, login, tokenKind: 'session', missing, state: 'ok', expiresAt, checkedAt: now } });
    return;
  }
  if (outcome.error.kind !== 'unauthorised') {
    await commit(house, postponed(step, job, outcome.error, limiter, false));
    return;
  }
  const projects = agenda.projects.filter((row) => row.host === job.host && row.state === 'ready');
  const counts = await Promise.all(projects.map((row) => house.store.countIssues(row.project)));
  const connection = agenda.connections.find((row) => row.host === job.host);
  const readable = counts.some((count) => count > 0) && !isSignedOut(connection);
  const anonymous = { session: { host: job.host, tracker: tracker.kind, login: null, tokenKind: null, missing: [], state: 'unchecked', expiresAt: null, checkedAt: now } } as const;
  await commit(house, { job: rested, limiter, ...(readable ? anonymous : refusedBy(agenda, tracker, job.host, now)) });
}
