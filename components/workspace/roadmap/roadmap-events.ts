import type { Horizon, RoadmapAim, RoadmapItem } from '../../../lib/core/roadmap/roadmap-item.ts';
import type { RoadmapCandidate } from '../../../lib/core/roadmap/candidates.ts';
import type { Problem, RoadmapItemWish, RoadmapMessages } from '../../../lib/messaging/messages.ts';
import type { RoadmapFileEvents } from '../../options/roadmap-file/RoadmapFile.tsx';

export interface SheetEvents {
  /** Of a new item. */
  onSave(item: RoadmapItemWish): Promise<Problem | null>;
  /** `seen`: the item that somebody began to change. */
  onChange(item: RoadmapItemWish, seen: RoadmapItem): Promise<Problem | null>;
  onRemove(id: string): Promise<Problem | null>;
  onMerge(id: string, into: string): Promise<Problem | null>;
  /** Rejects as a request does. Must be stable. */
  onIssues(id: string): Promise<RoadmapMessages['roadmapIssues']['response']>;
  onClose(): void;
}

export interface RoadmapEvents extends Omit<SheetEvents, 'onClose'> {
  onMove(id: string, horizon: Horizon): void;
  onSaveAim(aim: RoadmapAim): Promise<Problem | null>;
  /** Rejects as a request does. Must be stable. */
  onCandidates(): Promise<readonly RoadmapCandidate[]>;
  onBuild(picked: readonly RoadmapCandidate[]): Promise<Problem | null>;
  onUndo(): void;
  onReload(): void;
  /** Of the places that the roadmap can live in. */
  readonly files: RoadmapFileEvents;
}
