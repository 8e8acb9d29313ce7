import { isGivenUp } from '../given-up.ts';
import type { Issue } from '../issue.ts';
import { usableEstimate } from '../usable-estimate.ts';
import type { Estimates } from '../roadmap/item-progress.ts';
import type { Sprint } from './sprint.ts';

/** How far a sprint has come. */
export interface SprintProgress {
  readonly issues: { readonly done: number; readonly total: number };
  /** In points, or the team's own unit; `null` when no issue has such an estimate. `unestimated` counts the issues without any, which are in no sum. */
  readonly estimate: Estimates | null;
  /** What is estimated in hours: no number of the other kind, so never added to it. Absent: nothing is. */
  readonly hours?: Estimates;
}

/**
 * Counts a sprint by issues and by estimate. Issues closed as not planned or as duplicates are counted nowhere: they have left the Sprint Backlog and were not done; nor are pull requests, which are how issues get done.
 * An estimate that no sum can be made of (`usableEstimate`) is missing.
 *
 * `sprintProgress([done with 3, open with 5, open with 4 h, open without])` → `{issues: {done: 1, total: 4}, estimate: {done: 3, total: 8, unestimated: 1}, hours: {done: 0, total: 4, unestimated: 1}}`
 */
export function sprintProgress(issues: readonly Pick<Issue, 'kind' | 'status' | 'resolution' | 'estimate' | 'estimateIn'>[]): SprintProgress {
  const counted = issues.filter(isCounted);
  const done = counted.filter((issue) => issue.status.category === 'done');
  const estimated = counted.filter(hasEstimate);
  const unestimated = counted.length - estimated.length;
  const sums = (own: typeof counted): Estimates => ({ done: sum(own.filter(({ status }) => status.category === 'done')), total: sum(own), unestimated });
  const [points, hours] = [estimated.filter(({ estimateIn }) => estimateIn !== 'hours'), estimated.filter(({ estimateIn }) => estimateIn === 'hours')];
  return { issues: { done: done.length, total: counted.length }, estimate: points.length === 0 ? null : sums(points), ...(hours.length > 0 && { hours: sums(hours) }) };
}

/**
 * How many issues of a sprint its tracker counts and nobody has read, as without a token only open ones are. Once the whole project has been read there are none: a count that is larger then is an older one.
 *
 * `unreadIn({openIssues: 10, closedIssues: 11}, 10, false)` → `11`
 */
export function unreadIn({ openIssues, closedIssues }: Pick<Sprint, 'openIssues' | 'closedIssues'>, read: number, complete: boolean): number {
  return complete ? 0 : Math.max(0, openIssues + closedIssues - read);
}

/** Whether an issue is work of its sprint: no pull request, and not closed as not planned or as a duplicate. `isCounted({kind: 'issue', status: open, resolution: null})` → `true` · `isCounted({kind: 'pull-request', …})` → `false` */
export function isCounted(issue: Pick<Issue, 'kind' | 'status' | 'resolution'>): boolean {
  return issue.kind === 'issue' && !isGivenUp(issue);
}

function hasEstimate(issue: Pick<Issue, 'estimate'>): boolean {
  return usableEstimate(issue.estimate) !== null;
}

function sum(issues: readonly Pick<Issue, 'estimate'>[]): number {
  return issues.reduce((total, issue) => total + (issue.estimate ?? 0), 0);
}
