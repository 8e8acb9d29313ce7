import type { ProjectKey, SprintKey } from '../../lib/core/issue.ts';
import type { Problem } from '../../lib/messaging/messages.ts';
import type { PendingWriteEvents } from '../ui/PendingWrites.tsx';

/** Everything a person can do in the popup. */
export interface PopupEvents extends PendingWriteEvents {
  onPickProject(project: ProjectKey): void;
  /** `null` goes back to the one with the nearest date. */
  onPickSprint(sprint: SprintKey | null): void;
  /** Answers what stood in the way. */
  onSaveGoal(text: string): Promise<Problem | null>;
  onRefresh(): void;
  onReload(): void;
  onOptions(): void;
}
