import type { IssueKey } from '../issue.ts';

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
