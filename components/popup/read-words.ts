import type { Instant } from '../../lib/core/time.ts';
import type { PopupView } from '../../lib/messaging/messages.ts';
import { ageInWords } from '../ui/wording/age.ts';

/** What is read every few minutes and was not for an hour is marked: so is what cannot be read now. */
const OLD = 60 * 60_000;

/** Whether what is shown should be told to be old. */
export function isOld({ syncedAt, lastReadAt, problem, syncing }: PopupView, now: Instant): boolean {
  return lastReadAt !== undefined || (syncedAt !== null && !syncing && (problem !== null || now - syncedAt > OLD));
}

/** How fresh the data are: `Read 5 min ago`, `Last known, read 3 h ago`, `All of it last read 5 days ago, and not any more` */
export function readInWords(view: PopupView, now: Instant): string {
  if (view.lastReadAt !== undefined) return `All of it last read ${ageInWords(view.lastReadAt, now)}, and not any more`;
  if (view.syncing) return 'Reading from the tracker …';
  return view.syncedAt === null ? 'Not read yet' : `${isOld(view, now) ? 'Last known, read' : 'Read'} ${ageInWords(view.syncedAt, now)}`;
}
