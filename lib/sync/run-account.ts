import type { JobRow } from '../storage/rows.ts';
import { DAY } from './limits.ts';
import { commit, postponed, type Step } from './step.ts';
import { askAccount, sessionBy } from './whose-session.ts';

/** Once a day, and when an answer was given to somebody else: whose session a site is read by, and what they may do there. */
export async function runAccount(step: Step, job: JobRow): Promise<void> {
  const { house } = step;
  const { outcome, limiter } = await askAccount(step, job.host);
  const session = await sessionBy(step, job.host, outcome, limiter.whose);
  if (session === null) {
    if (!outcome.ok) await commit(house, postponed(step, job, outcome.error, limiter, false));
    return;
  }
  const now = house.now();
  await commit(house, { job: { ...job, dueAt: now + DAY, attempts: 0, error: null, finishedAt: now }, limiter, ...session });
}
