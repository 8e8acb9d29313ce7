import type { PlainDate, WorkCalendar } from '../time.ts';
import type { SprintStory } from './story.ts';
import { LONGEST_SPRINT } from './time-left.ts';

/**
 * The net growth of scope on each working day of past sprints, after their first days and up to their ends: what was added less what was removed, 0 on quiet days. What came in on a day off counts for the working day before it.
 * `null` where no sprint is told from its start; one of more than a year tells nothing of the next. Feeds the odds.
 *
 * `growthOf([story of Monday to Friday with two added on Wednesday], calendar)` → `[0, 2, 0, 0]`
 */
export function growthOf(stories: readonly Pick<SprintStory, 'span' | 'since' | 'added' | 'removed'>[], calendar: WorkCalendar): Int32Array | null {
  const told = stories.filter(({ span, since }) => span.endedAt !== null && since === null && calendar.daysBetween(span.from, span.endedAt) <= LONGEST_SPRINT);
  if (told.length === 0) return null;
  return Int32Array.from(told.flatMap(({ span: { from, endedAt }, added, removed }) => {
    const days = Math.max(0, calendar.workingDaysBetween(from, endedAt ?? from));
    const counts = Array.from({ length: days }, () => 0);
    const count = (on: PlainDate, step: number): void => {
      const day = calendar.workingDaysBetween(from, on) - 1;
      if (day < counts.length && counts.length > 0) counts[Math.max(0, day)] = (counts[Math.max(0, day)] ?? 0) + step;
    };
    for (const { at } of added) count(calendar.dateOf(at), 1);
    for (const { at } of removed) count(calendar.dateOf(at), -1);
    return counts;
  }));
}
