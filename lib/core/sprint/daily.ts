import type { IssueKey } from '../issue.ts';
import type { Severity } from '../risk/risk.ts';
import type { Instant } from '../time.ts';
import type { AddedIssue, RemovedIssue, StoryBasis, StoryIssue } from './story.ts';

/** What changed in a sprint since the last working day began, for the daily; each list oldest first. What was undone since is not in it. */
export interface DailyChanges {
  /** From this moment on. */
  readonly since: Instant;
  readonly basis: StoryBasis;
  readonly finished: readonly StoryIssue[];
  readonly started: readonly StoryIssue[];
  readonly added: readonly AddedIssue[];
  readonly removed: readonly RemovedIssue[];
  /** With the rules that did not speak in the last snapshot before; `null` where none tells of flags. */
  readonly flagged: readonly { readonly issue: IssueKey; readonly rules: readonly string[] }[] | null;
}

/** One thing that threatens the goal: an issue with its worst flag, or a flag of the sprint as a whole. */
export interface GoalThreat {
  readonly issue: IssueKey | null;
  readonly rule: string;
  readonly label: string;
  readonly severity: Severity;
  readonly reason: string;
}
