import { dateInWords } from '../../date-words.ts';
import type { RiskRule } from '../risk.ts';
import { dueDate } from '../../due-date.ts';
import { counted, issueFact } from '../issue-fact.ts';

/** Flags what should have been finished by now. The due day itself still counts as in time. */
export default {
  id: 'overdue',
  kind: 'execution',
  label: 'Overdue',
  source: 'The issue’s Target date field or due date, else the day of its next release, else the end of its sprint, in the team’s own days',
  assess({ issue, sprint, now, calendar }) {
    const due = dueDate(issue, sprint);
    if (!due) return undefined;
    const days = calendar.daysBetween(due.on, now);
    if (days <= 0) return undefined;
    const working = calendar.workingDaysBetween(due.on, now);
    return {
      severity: 'late',
      reason: `Was due on ${dateInWords(due.on)} (${due.from}), ${working > 0 ? counted(working, 'working day') : counted(days, 'day')} ago.`,
      facts: [issueFact(issue, 'Due', -days, dateInWords(due.on), due.source)],
    };
  },
  examples: [
    { name: 'due three working days ago', given: { dueInWorkingDays: -3 }, flags: 'late' },
    { name: 'its sprint has ended', given: { sprintDueInWorkingDays: -1 }, flags: 'late' },
    { name: 'due today', given: { dueInWorkingDays: 0 }, flags: undefined },
    { name: 'due next week', given: { dueInWorkingDays: 5 }, flags: undefined },
    { name: 'without a date', given: {}, flags: undefined },
  ],
} satisfies RiskRule;
