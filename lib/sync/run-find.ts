import type { JobRow, LimiterRow } from '../storage/rows.ts';
import { cursorOf, newJob } from './job-rows.ts';
import { sweepOf } from './pages.ts';
import { lacksBlockers } from './run-sprints.ts';
import { ask, commit, postponed, type Step } from './step.ts';
import type { FoundIssue, TrackerError } from '../trackers/tracker.ts';
import type { Commit } from '../storage/store.ts';
import type { IssueKey } from '../core/issue.ts';

/** An answer that cannot be read so often will be no other one soon. */
const TRIES = 3;

/** Reads one issue that a page shows and the store lacks. That it is not there, or elsewhere, is remembered for a day in the finished job. */
export async function runFind(step: Step, job: JobRow): Promise<void> {
  const { key } = cursorOf(job, 'find');
  const { outcome, limiter } = await ask(step, job.host, (tracker, credentials, signal) => tracker.readIssue(credentials, key, signal));
  if (outcome.ok) {
    await commit(step.house, { limiter, seenInSweep: sweepOf(step.agenda, job.project), ...foundOne(step, job, key, outcome.value) });
    return;
  }
  await commit(step.house, unanswered(step, job, outcome.error, limiter));
}

/** What an answer to "is there such an issue?" leaves behind. */
export function foundOne({ house }: Pick<Step, 'house'>, job: JobRow, key: IssueKey, found: FoundIssue): Commit {
  const answered = { ...job, attempts: 0, error: null, finishedAt: house.now() };
  if (found.kind === 'gone') return { job: answered, removeIssues: [key] };
  const { issue } = found;
  const addJobs = lacksBlockers(issue) ? [newJob('blockers', issue.project, { key: issue.key }, house.now(), issue.key)] : [];
  if (issue.key === key) return { job: answered, removeJobs: [job.id], issues: [issue], addJobs };
  return { job: answered, moves: [{ from: key, issue }], addJobs };
}

/** Asks who blocks an issue: lists tell only how many. The blockers are stored too, so that a badge can name them. */
export async function runBlockers(step: Step, job: JobRow): Promise<void> {
  const { key } = cursorOf(job, 'blockers');
  const { outcome, limiter } = await ask(step, job.host, (tracker, credentials, signal) => tracker.readBlockers(credentials, key, signal));
  if (outcome.ok) {
    const keys = outcome.value.filter((issue) => issue.status.category !== 'done').map((issue) => issue.key);
    await commit(step.house, { job: { ...job, attempts: 0, error: null, finishedAt: step.house.now() }, issues: outcome.value, blockers: { of: key, keys }, limiter });
    return;
  }
  await commit(step.house, unanswered(step, job, outcome.error, limiter));
}

/** What is not there, may not be read, or could not be read so often is let be for a day; everything else is asked again. */
function unanswered(step: Step, job: JobRow, error: TrackerError, limiter: LimiterRow): Commit {
  const final = error.kind === 'changed-shape' ? job.attempts + 1 >= TRIES : error.kind === 'not-found' || error.kind === 'gone' || error.kind === 'forbidden';
  return final ? { job: { ...job, attempts: 0, finishedAt: step.house.now(), error }, limiter } : postponed(step, job, error, limiter, false);
}
