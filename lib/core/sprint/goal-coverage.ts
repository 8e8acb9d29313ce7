import type { Issue, IssueKey } from '../issue.ts';
import { isCounted } from './progress.ts';

/** How the sprint's work stands to its goal. An issue that was closed as not planned or as a duplicate is counted nowhere. */
export interface GoalCoverage {
  readonly goal: { readonly done: number; readonly total: number };
  readonly other: { readonly done: number; readonly total: number };
  /** Goal issues that are not done, those in progress first. */
  readonly left: readonly IssueKey[];
  /** Goal issues in progress. */
  readonly inProgress: number;
  /** In progress, in the sprint, and serving another end than its goal. */
  readonly offGoal: readonly IssueKey[];
}

/**
 * How the issues of a sprint stand to its goal, by the keys of those that serve it. Pull requests are how issues get done and are left out.
 *
 * `coverageOf([done, doing, todo], new Set([the first two]))` → `{goal: {done: 1, total: 2}, other: {done: 0, total: 1}, left: [the second], inProgress: 1, offGoal: []}`
 */
export function coverageOf(issues: readonly Pick<Issue, 'key' | 'kind' | 'status' | 'resolution'>[], goal: ReadonlySet<IssueKey>): GoalCoverage {
  const counted = issues.filter(isCounted);
  const serving = counted.filter(({ key }) => goal.has(key));
  const others = counted.filter(({ key }) => !goal.has(key));
  const left = serving.filter(({ status }) => status.category !== 'done');
  const begun = left.filter(({ status }) => status.category === 'doing');
  const share = (some: typeof counted): GoalCoverage['goal'] => ({ done: some.filter(({ status }) => status.category === 'done').length, total: some.length });
  return {
    goal: share(serving),
    other: share(others),
    left: [...begun, ...left.filter(({ status }) => status.category !== 'doing')].map(({ key }) => key),
    inProgress: begun.length,
    offGoal: others.filter(({ status }) => status.category === 'doing').map(({ key }) => key),
  };
}
