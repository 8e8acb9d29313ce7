import type { SprintChange } from '../history.ts';
import type { Instant, WorkCalendar } from '../time.ts';
import type { SprintSpan } from './span.ts';

/**
 * When an issue left a sprint for another on its last day or after it, and did not come back: GitHub's milestones and iterations hold an issue one at a time, so what is not finished is moved on there. It stayed to the end all the same: it was
 * carried over. `null` when it left earlier, for no other sprint, or not at all. A sprint that was completed before its last day has the day of its completion for that; one that was closed late keeps its own.
 *
 * `leftForLaterAt([{at: Friday evening, added: [4], removed: [3]}], 3, {dueOn: Friday, …}, calendar)` → Friday evening
 */
export function leftForLaterAt(mentions: readonly SprintChange[], sprint: number, { dueOn, endedAt }: Pick<SprintSpan, 'dueOn' | 'endedAt'>, calendar: WorkCalendar): Instant | null {
  const last = mentions.at(-1);
  const ended = endedAt === null ? null : calendar.dateOf(endedAt);
  const lastDay = ended !== null && (dueOn === null || ended < dueOn) ? ended : dueOn;
  if (!last || lastDay === null || !last.removed.includes(sprint) || last.added.length === 0) return null;
  return calendar.dateOf(last.at) >= lastDay ? last.at : null;
}
