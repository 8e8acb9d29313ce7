import type { IssueKey } from '../core/issue.ts';
import type { JobRow } from '../storage/rows.ts';
import type { TrackerError } from '../trackers/tracker.ts';
import { cursorOf, newJob, type WalkCursor } from './job-rows.ts';
import { rejectedRows } from './pages.ts';
import { WEEK } from './plan.ts';
import { renamedTo } from './renamed.ts';
import { ask, commit, postponed, type Step } from './step.ts';
import { afterPage, queryOf, reanchor } from './walk.ts';

/** So often one page or one issue is tried before the sweep goes round it. */
const TRIES = 3;
const MOST_MISSED = 50;
/** Errors that say nothing of the page or the issue that was asked for. */
const PASSING: ReadonlySet<TrackerError['kind']> = new Set(['rate-limited', 'offline', 'unauthorised', 'learning']);

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
  const { outcome, limiter } = await ask(step, job.host, (tracker, credentials, signal) => tracker.readIssues(credentials, queryOf(walk, job.project, 'sweep'), null, signal));
  const now = step.house.now();
  if (!outcome.ok) {
    const lost = walk.at === 'page' && (outcome.error.kind === 'page-limit' || outcome.error.kind === 'gone' || (!PASSING.has(outcome.error.kind) && job.attempts + 1 >= TRIES));
    await commit(step.house, lost ? { job: { ...job, cursor: { sweep, walk: reanchor(walk, step.tracker.overlap) }, attempts: 0, dueAt: now, error: outcome.error }, limiter } : postponed(step, job, outcome.error, limiter, false));
    return;
  }
  const page = outcome.value;
  const next = afterPage(walk, page, { overlap: step.tracker.overlap, now });
  if (page.renamedTo !== null && page.renamedTo !== job.project) {
    // A quiet project's polling answers 304 under any name, so a rename may be met here first: its walk begins anew under the new key.
    await commit(step.house, { ...renamedTo(step, job, page.renamedTo, newJob('changes', page.renamedTo, { at: 'since', since: null }, now)), issues: page.issues, limiter });
    return;
  }
  await commit(step.house, {
    job: { ...job, cursor: { sweep, walk: next.at === 'page' ? next : null }, attempts: 0, error: null, dueAt: now },
    issues: page.issues, seen: page.seen ?? [], seenInSweep: sweep, rejected: rejectedRows(job.project, page.rejected, now), limiter,
    addJobs: await missedIssues(step, job, page.seen ?? []),
  });
}

/** Issues that are there and that no walk has brought: a search that lags behind may have lost them for good. */
async function missedIssues({ house }: Step, { project }: JobRow, seen: readonly IssueKey[]): Promise<JobRow[]> {
  const known = await house.store.issues(seen);
  return seen.filter((key) => !known.has(key)).slice(0, MOST_MISSED).map((key) => newJob('find', project, { key }, house.now(), key));
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
  const hopeless = !PASSING.has(error.kind) && job.attempts + 1 >= TRIES;
  // One issue that cannot be asked for must not keep the others from being asked: it stays, and counts as seen this time.
  const stored = hopeless ? [...(await house.store.issues([key])).values()] : [];
  await commit(house, hopeless ? { ...going, issues: stored } : postponed(step, job, error, limiter, false));
}
