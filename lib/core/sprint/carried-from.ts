import type { Issue } from '../issue.ts';
import type { PlainDate, WorkCalendar } from '../time.ts';
import type { Sprint } from './sprint.ts';

/** Sprints with a longer pause between them do not follow each other (Swarmia: consecutive is within 5 days). */
const LONGEST_GAP_DAYS = 5;

/** A sprint that an issue was carried over from; `null` where only its number is known. */
export interface CarriedFrom {
  readonly number: number;
  readonly sprint: Sprint | null;
}

/**
 * The sprints that an issue has stayed in to their end before it came into this one, the latest first: trackers leave ended sprints on an issue and take off those that it left before their end. Ends
 * at the first pause of more than five days, where the dates are known. What the issue was created in, its history does not name.
 *
 * `carriedFrom({history: {sprints: [{added: [30], …}, {added: [31], …}], …}, …}, sprint31, [sprint30, sprint31], calendar)` → `[{number: 30, sprint: sprint30}]`
 */
export function carriedFrom({ history }: Pick<Issue, 'history'>, sprint: Sprint, known: readonly Sprint[], calendar: WorkCalendar): readonly CarriedFrom[] {
  const stayed = new Set<number>();
  for (const { added, removed } of history?.sprints ?? []) {
    for (const number of removed) stayed.delete(number);
    for (const number of added) stayed.add(number);
  }
  const former = [...stayed].filter((number) => number !== sprint.number).map((number) => ({ number, sprint: known.find((other) => other.number === number) ?? null }));
  const ended = former.filter((one) => one.sprint === null || one.sprint.state === 'closed').toReversed();
  const gap = ended.findIndex((one, index) => pause(one.sprint, index === 0 ? sprint : (ended[index - 1]?.sprint ?? null), calendar) > LONGEST_GAP_DAYS);
  return gap === -1 ? ended : ended.slice(0, gap);
}

function pause(former: Sprint | null, next: Sprint | null, calendar: WorkCalendar): number {
  const end = former && endOf(former, calendar);
  return end && next?.startsOn ? calendar.daysBetween(end, next.startsOn) : 0;
}

function endOf({ completedAt, dueOn }: Sprint, calendar: WorkCalendar): PlainDate | null {
  return completedAt == null ? dueOn : calendar.dateOf(completedAt);
}
