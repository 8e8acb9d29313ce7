import type { Horizon, RoadmapItem } from '../../lib/core/roadmap/roadmap-item.ts';
import type { MarkOutcome, Problem, TagOutcome } from '../../lib/messaging/messages.ts';
import type { PendingWriteEvents } from '../ui/PendingWrites.tsx';

export interface RoadmapItemDraft {
  readonly id: string;
  readonly title: string;
  readonly outcome: string;
  readonly horizon: Horizon;
}

/** What a tag picker can ask for. */
export interface TaggingEvents {
  onFind(text: string): Promise<readonly RoadmapItem[]>;
  onTag(item: Pick<RoadmapItem, 'id'> | null): void;
  /** Creates the roadmap item and tags with it; answers what stood in the way. */
  onCreate(draft: RoadmapItemDraft): Promise<Problem | null>;
  /** Gives an item that is known only from its label a title, an outcome and a horizon. */
  onDescribe(draft: RoadmapItemDraft): Promise<Problem | null>;
  onUndoTag(outcome: TagOutcome): void;
  /** Shows the connections in the options: what a tag needs so that the team sees it. */
  onConnections(): void;
}

/** Whether issues serve the goal of their sprint. */
export interface GoalMarkEvents {
  onMark(on: boolean): void;
  onUndoMark(outcome: MarkOutcome): void;
}

/** Everything a person can do in the card of one issue. */
export interface CardEvents extends TaggingEvents, GoalMarkEvents, PendingWriteEvents {
  onClose(): void;
  onReload(): void;
  /** Shows the roadmap at this item, in a tab of ours. */
  onOpenItem(item: string): void;
  onEnter(input: string, value: number | null): void;
  /** A reason accepts the flag; `null` takes the acceptance back. */
  onAccept(rule: string, reason: string | null): void;
}
