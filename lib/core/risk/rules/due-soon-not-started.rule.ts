import { dateInWords } from '../../date-words.ts';
import type { RiskRule } from '../risk.ts';
import { dueDate } from '../../due-date.ts';
import { counted, issueFact } from '../issue-fact.ts';

/** Flags what nobody has begun although the date is near. A pull request has been begun by its nature. */
export default {
  id: 'due-soon-not-started',
  kind: 'execution',
  label: 'Due soon, not started',
  source: 'Due date (Target date field, due date, else its next release, else the sprint’s end) against the threshold “due soon”',
  assess({ issue, sprint, now, calendar, thresholds }) {
    const due = dueDate(issue, sprint);
    if (!due || issue.kind === 'pull-request' || issue.status.category !== 'todo') return undefined;
    const days = calendar.daysBetween(now, due.on);
    if (days < 0) return undefined;
    const left = calendar.workingDaysBetween(now, due.on);
    if (left > thresholds.dueSoonDays) return undefined;
    return {
      severity: 'risk',
      // On a Saturday a Sunday is no working day away, and not today.
      reason: `Due ${days === 0 ? 'today' : left === 0 ? `in ${counted(days, 'day')}, none to work on` : `in ${counted(left, 'working day')}`} (${dateInWords(due.on)}, ${due.from}) and not started.`,
      facts: [issueFact(issue, 'Due', left, dateInWords(due.on), due.source), issueFact(issue, 'Status', 0, issue.status.name)],
    };
  },
  examples: [
    { name: 'not started, due in two working days', given: { dueInWorkingDays: 2 }, flags: 'risk' },
    { name: 'not started, due today', given: { dueInWorkingDays: 0 }, flags: 'risk' },
    { name: 'not started, its sprint ends tomorrow', given: { sprintDueInWorkingDays: 1 }, flags: 'risk' },
    { name: 'started', given: { status: 'doing', dueInWorkingDays: 2 }, flags: undefined },
    { name: 'due next week', given: { dueInWorkingDays: 6 }, flags: undefined },
    { name: 'already overdue is another rule’s', given: { dueInWorkingDays: -1 }, flags: undefined },
    { name: 'a pull request', given: { kind: 'pull-request', dueInWorkingDays: 1 }, flags: undefined },
  ],
} satisfies RiskRule;
