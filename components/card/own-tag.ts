import type { Tag } from '../../lib/core/roadmap/roadmap-item.ts';
import type { TagOutcome } from '../../lib/messaging/messages.ts';

/** Whether the tag stands at the issue itself: what comes from its parent or from a rule cannot be removed here. */
export function isOwn({ via }: Tag): boolean {
  return via !== 'parent' && via !== 'rule';
}

/** Whether what the last tagging did still is so: what could not be written, or what a teammate has changed, is told elsewhere, and beside it nothing says that it was done. */
export function stillStands(outcome: TagOutcome, tag: Tag | null): boolean {
  return (outcome.item?.id ?? null) === (tag !== null && isOwn(tag) ? tag.item : null);
}
