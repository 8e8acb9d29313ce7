import type { IssueKey, ProjectKey, SprintKey } from '../../../lib/core/issue.ts';
import type { GoalOutcome } from '../../../lib/core/sprint/ledger.ts';
import type { Problem } from '../../../lib/messaging/messages.ts';
import type { FilePreview, FileWish } from '../../../lib/messaging/roadmap-file-messages.ts';
import type { PendingWriteEvents } from '../../ui/PendingWrites.tsx';

/** What can be done with the goals of one sprint. Those with an answer give what stood in the way. */
export interface GoalEvents extends PendingWriteEvents {
  /** `seen`: the goals that were changed. */
  onSaveGoals(sprint: SprintKey, goals: readonly string[], seen: readonly string[]): Promise<Problem | null>;
  /** Where the team's file is the place of goals: what would change in it. */
  onPreviewGoals(wish: FileWish): Promise<FilePreview>;
  onProposeGoals(wish: FileWish & { readonly seen: string; readonly title: string; readonly pull: boolean }): Promise<Problem | null>;
  onResolve(sprint: SprintKey, use: 'mine' | 'theirs'): void;
  onMark(keys: readonly IssueKey[], on: boolean): void;
  onOutcome(sprint: SprintKey, goal: number, outcome: Pick<GoalOutcome, 'result' | 'note'> | null): Promise<Problem | null>;
}

/** Everything a person can do on the page of sprints. */
export interface SprintsEvents extends GoalEvents {
  onPickProject(project: ProjectKey): void;
  /** `null` goes to the current one. */
  onPickSprint(sprint: SprintKey | null): void;
  /** What the team's sprint is from now on, for every surface. */
  onKeepSprint(sprint: SprintKey | null): void;
  /** Roadmap items whose issues serve the goal. */
  onSaveItems(sprint: SprintKey, items: readonly string[]): Promise<Problem | null>;
  /** All roadmap items. Must be stable. */
  onItems(): Promise<readonly { readonly id: string; readonly title: string }[]>;
  onReview(sprint: SprintKey): Promise<string>;
  onRefresh(): void;
  onReload(): void;
  onOptions(): void;
  onUndoMarks(): void;
}
