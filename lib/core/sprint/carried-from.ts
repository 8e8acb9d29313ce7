import type { SprintChange } from '../history.ts';
import type { Issue } from '../issue.ts';
import type { PlainDate, WorkCalendar } from '../time.ts';
import { leftForLaterAt } from './left-for-later.ts';
import { spanOf } from './span.ts';
import type { Sprint } from './sprint.ts';

/** Sprints with a longer pause between them do not follow each other (Swarmia: consecutive is within 5 days). */
const LONGEST_GAP_DAYS = 5;

/** A sprint that an issue was carried over from; `null` where only its number is known. */
export interface CarriedFrom {
  readonly number: number;
  readonly sprint: Sprint | null;
}

/**
 * The sprints that an issue has stayed in to their end before it came into this one, the latest first: Jira leaves ended sprints on an issue and takes off those that it left before their end; on GitHub it is moved on, on their last day or after it. Ends
 * at the first pause of more than five days, where the dates are known. What the issue was created in counts where its history names it.
 *
 * `carriedFrom({history: {sprints: [{added: [30], …}, {added: [31], …}], …}, …}, sprint31, [sprint30, sprint31], calendar)` → `[{number: 30, sprint: sprint30}]`
 */
export function carriedFrom({ history }: Pick<Issue, 'history'>, sprint: Sprint, known: readonly Sprint[], calendar: WorkCalendar): readonly CarriedFrom[] {
  const stayed = new Set<number>(history?.bornIn);
  const isOver = (number: number, change: SprintChange): boolean => {
    const left = known.find((other) => other.number === number);
    if (left === undefined) return false;
    const end = endOf(left, calendar);
    return (end !== null && calendar.dateOf(change.at) > end) || leftForLaterAt([change], number, spanOf(left, known, calendar), calendar) !== null;
  };
  const changes = history?.sprints ?? [];
  for (const change of changes) {
    const { added, removed } = change;
    // Where an issue is in one sprint at a time it leaves one that is over for the next: it stayed to the end all the same.
    for (const number of removed) if (!isOver(number, change)) stayed.delete(number);
    for (const number of added) stayed.add(number);
  }
  const former = [...stayed].filter((number) => number !== sprint.number).map((number) => ({ number, sprint: known.find((other) => other.number === number) ?? null }));
  const planned = (one: Sprint): PlainDate | null => one.dueOn ?? endOf(one, calendar);
  const own = planned(sprint);
  // A sprint that was to end after this one is one that it went on to, however late this one was closed.
  const isLater = (other: Sprint): boolean => own !== null && (planned(other) ?? own) > own;
  const ended = former.filter((one) => one.sprint === null || (one.sprint.state === 'closed' && !isLater(one.sprint))).toReversed();
  const gap = ended.findIndex((one, index) => !follows(one.sprint, index === 0 ? sprint : (ended[index - 1]?.sprint ?? null), calendar));
  return gap === -1 ? ended : ended.slice(0, gap);
}

/** Whether a sprint follows another without a longer pause; where a date is not known, it does. `follows({dueOn: '2026-11-13', …}, {startsOn: '2026-11-16', …}, calendar)` → `true` */
export function follows(former: Sprint | null, next: Sprint | null, calendar: WorkCalendar): boolean {
  const end = former && endOf(former, calendar);
  return !end || !next?.startsOn || calendar.daysBetween(end, next.startsOn) <= LONGEST_GAP_DAYS;
}

function endOf({ completedAt, dueOn }: Sprint, calendar: WorkCalendar): PlainDate | null {
  return completedAt == null ? dueOn : calendar.dateOf(completedAt);
}
