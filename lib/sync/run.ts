import type { JobRow } from '../storage/rows.ts';
import type { Agenda } from '../storage/store.ts';
import { subjectOf } from '../core/queued-write.ts';
import type { House } from './house.ts';
import { cursorOf } from './job-rows.ts';
import { confirm, send } from './outbox.ts';
import { type Action, isHere } from './plan.ts';
import { runAccount } from './run-account.ts';
import { runChanges } from './run-changes.ts';
import { runFile } from './run-file.ts';
import { runHistories } from './run-histories.ts';
import { runBlockers, runFind } from './run-find.ts';
import { runPlanning } from './run-planning.ts';
import { runPropose } from './run-propose.ts';
import { runSprints } from './run-sprints.ts';
import { runSweep } from './run-sweep.ts';
import { runVersions } from './run-versions.ts';
import { runVisit } from './run-visit.ts';
import { commit, postponed, retryAt, type Step } from './step.ts';
import { isStorageFailure } from './storage-failure.ts';

/** Rows that a step without any request works through: a fraction of a second of IndexedDB. */
const CHUNK = 1000;
const MOVE = 250;

/** Does one action: at most one request and one commit, safe to repeat when the worker dies in between. */
export async function run(house: House, agenda: Agenda, action: Action): Promise<void> {
  try {
    await runAction(house, agenda, action);
  } catch (error) {
    // The database speaks for itself to whoever asked; anything else is our mistake, which must not lose the job nor run it hot.
    if (isStorageFailure(error)) throw error;
    house.doubt?.();
    await setAside(house, agenda, action, error instanceof Error ? error.message : String(error));
  }
}

async function runAction(house: House, agenda: Agenda, action: Action): Promise<void> {
  if (action.do === 'tidy') {
    await commit(house, { job: null, addJobs: action.add, removeJobs: action.remove });
    return;
  }
  if (action.do === 'job' && isHere(action.job)) {
    await runHere(house, action.job);
    return;
  }
  const tracker = house.trackerFor(action.do === 'job' ? action.job.project : subjectOf(action.row.write));
  if (!tracker) throw new Error(`No tracker speaks for ${action.lane}`);
  const step: Step = { house, agenda, tracker, now: house.now() };
  if (action.do === 'job') await STEPS[action.job.kind]?.(step, action.job);
  else await (action.do === 'send' ? send : confirm)(step, action.row);
}

const STEPS: Partial<Record<JobRow['kind'], (step: Step, job: JobRow) => Promise<void>>> = {
  changes: runChanges,
  sprints: runSprints,
  sweep: runSweep,
  visit: runVisit,
  find: runFind,
  blockers: runBlockers,
  histories: runHistories,
  account: runAccount,
  file: runFile,
  propose: runPropose,
  versions: runVersions,
  planning: runPlanning,
};

async function runHere(house: House, job: JobRow): Promise<void> {
  const { changed, applied } = job.kind === 'renew' ? await house.store.renew(job, CHUNK) : job.kind === 'recount' ? await house.store.recount(job, CHUNK) : await house.store.rename(job, MOVE);
  if (!applied) return;
  house.changed(changed, job.kind !== 'rename' ? [job.project] : [job.project, cursorOf(job, 'rename').to]);
}

async function setAside(house: House, agenda: Agenda, action: Action, reason: string): Promise<void> {
  const error = { kind: 'changed-shape', reason } as const;
  if (action.do === 'job') await commit(house, postponed({ house, agenda }, action.job, error, null, false));
  else if (action.do !== 'tidy') {
    // As it stands in the database: the step may have marked it as sending before it broke.
    const stored = (await house.store.outbox()).find(({ id }) => id === action.row.id);
    if (stored) await commit(house, { job: null, outbox: { ...stored, attempts: stored.attempts + 1, notBefore: retryAt(error, stored.attempts + 1, house) } });
  }
}
