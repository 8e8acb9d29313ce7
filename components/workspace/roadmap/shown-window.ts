import type { RoadmapItem } from '../../../lib/core/roadmap/roadmap-item.ts';
import type { RoadmapItemView } from '../../../lib/messaging/messages.ts';

/** The days that the timeline draws an item with, on the screen and as a picture: its own, or those that the trackers plan it for. */
export function shownWindow({ planned, item }: Pick<RoadmapItemView, 'planned' | 'item'>): RoadmapItem['window'] {
  return planned ?? item.window;
}
