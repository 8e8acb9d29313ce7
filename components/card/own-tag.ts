import type { Tag } from '../../lib/core/roadmap/roadmap-item.ts';

/** Whether the tag stands at the issue itself: what comes from its parent or from a rule cannot be removed here. */
export function isOwn({ via }: Tag): boolean {
  return via !== 'parent' && via !== 'rule';
}
