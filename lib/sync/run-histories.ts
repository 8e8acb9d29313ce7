import type { IssueKey, SprintKey } from '../core/issue.ts';
import type { HistoryGiven } from '../trackers/tracker.ts';
import { backlogKey, isIterationKey } from '../core/keys.ts';
import type { IssueRow, JobRow } from '../storage/rows.ts';
import { DAY } from './limits.ts';
import { ask, commit, postponed, type Step } from './step.ts';

/** As many as one request may ask for. */
const BATCH = 50;
/** What was finished longer ago says little of how the team works now; once so many finished issues tell how long work takes, only new ones are asked for. */
const FINISHED_WITHIN = 90 * DAY;
const ENOUGH = 300;
const FINISHED_LATELY = 7 * DAY;

/** The histories of one batch of issues that have changed since theirs was read: open work first, then what was finished lately. Done for now once none is left; the next changes begin it anew. */
export async function runHistories(step: Step, job: JobRow): Promise<void> {
  const { house, tracker } = step;
  const now = house.now();
  const known = (await house.store.ranking(backlogKey(job.project, 'issue')))?.cycleDays.length ?? 0;
  const keys = tracker.readHistories ? await house.store.historiesDue(job.project, now - (known < ENOUGH ? FINISHED_WITHIN : FINISHED_LATELY), tracker.historiesAtOnce ?? BATCH) : [];
  if (keys.length === 0) {
    await commit(house, { job, removeJobs: [job.id] });
    // No row has changed, but whoever summed up what was half read sums it up whole now.
    house.changed([], [job.project]);
    return;
  }
  const given = await givenFor(step, job, keys);
  const { outcome, limiter } = await ask(step, job.host, async (port, credentials, signal) => port.readHistories?.(credentials, keys, signal, given) ?? NONE);
  await commit(house, outcome.ok ? { job: { ...job, attempts: 0, error: null, dueAt: now }, histories: { asked: keys, read: outcome.value }, limiter } : postponed(step, job, outcome.error, limiter, false));
}

/** Where entries name sprints by their titles: which they are, and where the issues are now. */
async function givenFor({ house }: Step, { project }: JobRow, keys: readonly IssueKey[]): Promise<HistoryGiven> {
  const [sprints, issues] = await Promise.all([house.store.sprints(project), house.store.issues(keys)]);
  // Events name milestones; an iteration may be called the same.
  const named = sprints.filter(({ key }) => !isIterationKey(key));
  const numbers = new Map(named.map(({ key, number }) => [key, number]));
  return { sprints: named, present: (key) => sprintsIn(issues.get(key)).flatMap((sprint) => numbers.get(sprint) ?? [])[0] ?? null };
}

function sprintsIn(issue: IssueRow | undefined): SprintKey[] {
  return issue ? [...(issue.sprint === null ? [] : [issue.sprint]), ...(issue.alsoIn ?? [])] : [];
}

const NONE = { outcome: { ok: true, value: new Map() }, allowance: null } as const;
