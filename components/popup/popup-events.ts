import type { ProjectKey, SprintKey } from '../../lib/core/issue.ts';
import type { GoalEvents, SprintsEvents } from '../workspace/sprints/sprints-events.ts';

/** Everything a person can do in the popup. */
export interface PopupEvents extends Omit<GoalEvents, 'onPreviewGoals' | 'onProposeGoals'>, Pick<SprintsEvents, 'onUndoMarks'> {
  onPickProject(project: ProjectKey): void;
  /** `null` goes back to the one with the nearest date. */
  onPickSprint(sprint: SprintKey | null): void;
  /** Answers whether it could. */
  onCopy(text: string): Promise<boolean>;
  /** Asks the browser for a site that it does not let us on. */
  onAllow(host: string): void;
  onRefresh(): void;
  onReload(): void;
  onOptions(): void;
}
