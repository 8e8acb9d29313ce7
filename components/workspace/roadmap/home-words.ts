import type { RoadmapFileView } from '../../../lib/messaging/roadmap-file-messages.ts';

/** Stands for no place at all. */
export const KEPT_HERE = '';

/** The places that hold some of the roadmap, and that this browser follows. `homesOf([])` → `[]` */
export function homesOf(files: readonly RoadmapFileView[]): RoadmapFileView[] {
  return files.filter(({ followed, items }) => followed && items.length > 0);
}
