import type { JobRow } from '../storage/rows.ts';
import { cursorOf, newJob, type WalkCursor } from './job-rows.ts';
import { rejectedRows } from './pages.ts';
import { WEEK } from './plan.ts';
import { renamedTo } from './renamed.ts';
import { ask, commit, postponed, type Step } from './step.ts';
import { afterPage, queryOf, reanchor } from './walk.ts';

/** So often one page or one issue is tried before the sweep goes round it. */
const TRIES = 3;

/**
 * Once a week: reads every issue again and asks for those it has not met, one by one. Deleted and transferred issues never show up among
 * changes, and reactions or dependencies may change without a trace in the date.
 */
export async function runSweep(step: Step, job: JobRow): Promise<void> {
  const cursor = cursorOf(job, 'sweep');
  if (cursor.walk === null) await askUnseen(step, job, cursor.sweep);
  else if (cursor.walk === 'rest') await readPage(step, job, cursor.sweep + 1, { at: 'since', since: null });
  else await readPage(step, job, cursor.sweep, cursor.walk);
}

async function readPage(step: Step, job: JobRow, sweep: number, walk: WalkCursor): Promise<void> {
  const { outcome, limiter } = await ask(step, job.host, (tracker, credentials, signal) => tracker.readIssues(credentials, queryOf(walk, job.project), null, signal));
  const now = step.house.now();
  if (!outcome.ok) {
    const lost = walk.at === 'page' && (outcome.error.kind === 'page-limit' || (outcome.error.kind !== 'rate-limited' && outcome.error.kind !== 'offline' && job.attempts + 1 >= TRIES));
    await commit(step.house, lost ? { job: { ...job, cursor: { sweep, walk: reanchor(walk) }, attempts: 0, dueAt: now, error: outcome.error }, limiter } : postponed(step, job, outcome.error, limiter, false));
    return;
  }
  const page = outcome.value;
  const next = afterPage(walk, page);
  if (page.renamedTo !== null && page.renamedTo !== job.project) {
    // A quiet project's polling answers 304 under any name, so a rename may be met here first: its walk begins anew under the new key.
    await commit(step.house, { ...renamedTo(step, job, page.renamedTo, newJob('changes', page.renamedTo, { at: 'since', since: null }, now)), issues: page.issues, limiter });
    return;
  }
  await commit(step.house, {
    job: { ...job, cursor: { sweep, walk: next.at === 'tail' ? null : next }, attempts: 0, error: null, dueAt: now },
    issues: page.issues, seenInSweep: sweep, rejected: rejectedRows(job.project, page.rejected, now), limiter,
  });
}

async function askUnseen(step: Step, job: JobRow, sweep: number): Promise<void> {
  const { house } = step;
  const [key] = await house.store.unseen(job.project, sweep, 1);
  if (key === undefined) {
    await commit(house, { job: { ...job, cursor: { sweep, walk: 'rest' }, attempts: 0, error: null, dueAt: house.now() + WEEK, finishedAt: house.now() } });
    return;
  }
  const { outcome, limiter } = await ask(step, job.host, (tracker, credentials, signal) => tracker.readIssue(credentials, key, signal));
  const going = { job: { ...job, attempts: 0, error: null, dueAt: house.now() }, limiter, seenInSweep: sweep };
  if (outcome.ok) {
    const found = outcome.value;
    if (found.kind === 'gone') await commit(house, { ...going, removeIssues: [key] });
    else if (found.issue.key === key) await commit(house, { ...going, issues: [found.issue] });
    else await commit(house, { ...going, moves: [{ from: key, issue: found.issue }] });
    return;
  }
  const { error } = outcome;
  const hopeless = error.kind !== 'rate-limited' && error.kind !== 'offline' && error.kind !== 'unauthorised' && job.attempts + 1 >= TRIES;
  // One issue that cannot be asked for must not keep the others from being asked: it stays, and counts as seen this time.
  const stored = hopeless ? [...(await house.store.issues([key])).values()] : [];
  await commit(house, hopeless ? { ...going, issues: stored } : postponed(step, job, error, limiter, false));
}
