import { alike } from '../core/alike.ts';
import type { JobRow } from '../storage/rows.ts';
import { DAY, HOUR } from './limits.ts';
import { ask, commit, postponed, type Step } from './step.ts';

/** A watched project's versions, once an hour: their dates change without any issue's changing. */
export async function runVersions(step: Step, job: JobRow): Promise<void> {
  const { house } = step;
  const rested = { ...job, attempts: 0, error: null, finishedAt: house.now() };
  if (!step.tracker.readVersions) {
    await commit(house, { job: { ...rested, dueAt: house.now() + DAY } });
    return;
  }
  const { outcome, limiter } = await ask(step, job.host, async (tracker, credentials, signal) => tracker.readVersions?.(credentials, job.project, signal) ?? NONE);
  if (!outcome.ok) {
    await commit(house, postponed(step, job, outcome.error, limiter, false));
    return;
  }
  const before = step.agenda.projects.find(({ project }) => project === job.project)?.versions ?? [];
  // Nobody has to read again what has not changed.
  const isNew = !alike(before, outcome.value);
  await commit(house, { job: { ...rested, dueAt: house.now() + HOUR }, limiter, ...(isNew && { project: { project: job.project, versions: outcome.value } }) });
}

const NONE = { outcome: { ok: true, value: [] }, allowance: null } as const;
