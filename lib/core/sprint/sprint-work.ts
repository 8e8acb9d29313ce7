import { isBlocked } from '../blocked.ts';
import type { Issue, IssueKey } from '../issue.ts';
import type { Instant, WorkCalendar } from '../time.ts';
import { elapsedDays, startedAt } from '../work-history.ts';
import type { SprintSpan } from './span.ts';
import type { SprintContext, SprintWork } from './sprint-flag.ts';
import { LONGEST_SPRINT } from './time-left.ts';

/**
 * The open issues of a sprint as its rules look at them. Pull requests are how issues get done and are left out.
 *
 * `openWork([open 'github.com/acme/shop#12', a done one], new Set(['github.com/acme/shop#12']), now, calendar)` → `[{issue: 'github.com/acme/shop#12', goal: true, …}]`
 */
export function openWork(issues: readonly Issue[], goal: ReadonlySet<IssueKey>, now: Instant, calendar: WorkCalendar): SprintWork[] {
  return issues.filter(({ kind, status }) => kind === 'issue' && status.category !== 'done').map((issue) => {
    const began = issue.status.category === 'doing' ? startedAt(issue) : null;
    return {
      issue: issue.key, reference: issue.reference, goal: goal.has(issue.key), blocked: isBlocked(issue), inProgress: issue.status.category === 'doing',
      ageDays: began && elapsedDays(began.at, now),
      quietDays: Math.max(0, calendar.workingDaysBetween(issue.updatedAt, now)),
    };
  });
}

/**
 * How many of a sprint's working days are over; today is not. `null` without a last day, and while one of more than a year runs: what share of decades is over says nothing of its work.
 *
 * `daysOf({from: Monday, dueOn: the next Friday, …}, Wednesday, calendar)` → `{over: 2, total: 10}`
 */
export function daysOf({ from, dueOn }: Pick<SprintSpan, 'from' | 'dueOn'>, now: Instant, calendar: WorkCalendar): SprintContext['days'] {
  if (dueOn === null) return null;
  const count = (to: Instant | typeof from): number => calendar.workingDaysBetween(from, to) + Number(calendar.isWorkingDay(from));
  const total = Math.max(0, count(dueOn));
  const today = calendar.dateOf(now);
  const over = Math.min(total, Math.max(0, count(today) - Number(calendar.isWorkingDay(today))));
  return over < total && calendar.daysBetween(from, dueOn) > LONGEST_SPRINT ? null : { over, total };
}
