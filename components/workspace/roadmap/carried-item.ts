import type { RoadmapItem } from '../../../lib/core/roadmap/roadmap-item.ts';

/** Of our own, so that no other page or window takes an item for something else, nor we theirs. */
const TYPE = 'application/x-waymark-roadmap-item';

/** Begins to drag an item. Dropped anywhere else, it is its title. */
export function carryItem(transfer: DataTransfer, { id, title }: RoadmapItem): void {
  transfer.setData(TYPE, id);
  transfer.setData('text/plain', title);
  transfer.effectAllowed = 'move';
}

/** Whether an item is being dragged: its id can be read only when it is dropped. */
export function carriesItem(transfer: DataTransfer): boolean {
  return transfer.types.includes(TYPE);
}

export function carriedItem(transfer: DataTransfer): string | null {
  return transfer.getData(TYPE) || null;
}
