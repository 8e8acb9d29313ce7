import { isGivenUp } from '../given-up.ts';
import type { Issue } from '../issue.ts';

/** How far a sprint has come. */
export interface SprintProgress {
  readonly issues: { readonly done: number; readonly total: number };
  /** In the team's own unit; `null` when no issue has an estimate. `unestimated` counts the issues without one, which are in neither sum. */
  readonly estimate: { readonly done: number; readonly total: number; readonly unestimated: number } | null;
}

/**
 * Counts a sprint by issues and by estimate. Issues closed as not planned or as duplicates are counted nowhere: they have left the Sprint Backlog and were not done; nor are pull requests, which are how issues get done.
 * An estimate that is no number, or below 0, is missing.
 *
 * `sprintProgress([done with 3, open with 5, open without])` → `{issues: {done: 1, total: 3}, estimate: {done: 3, total: 8, unestimated: 1}}`
 */
export function sprintProgress(issues: readonly Pick<Issue, 'kind' | 'status' | 'resolution' | 'estimate'>[]): SprintProgress {
  const counted = issues.filter(isCounted);
  const done = counted.filter((issue) => issue.status.category === 'done');
  const estimated = counted.filter(hasEstimate);
  return {
    issues: { done: done.length, total: counted.length },
    estimate: estimated.length === 0 ? null : { done: sum(done.filter(hasEstimate)), total: sum(estimated), unestimated: counted.length - estimated.length },
  };
}

/** Whether an issue is work of its sprint: no pull request, and not closed as not planned or as a duplicate. */
export function isCounted(issue: Pick<Issue, 'kind' | 'status' | 'resolution'>): boolean {
  return issue.kind === 'issue' && !isGivenUp(issue);
}

function hasEstimate(issue: Pick<Issue, 'estimate'>): boolean {
  return issue.estimate !== null && Number.isFinite(issue.estimate) && issue.estimate >= 0;
}

function sum(issues: readonly Pick<Issue, 'estimate'>[]): number {
  return issues.reduce((total, issue) => total + (issue.estimate ?? 0), 0);
}
