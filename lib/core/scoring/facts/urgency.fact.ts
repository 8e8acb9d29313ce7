import { dateInWords } from '../../date-words.ts';
import type { FactReader } from '../fact-reader.ts';
import { dueDate } from '../../due-date.ts';
import { counted } from '../../risk/issue-fact.ts';
import { tracked } from '../native.ts';

/** Working days at which urgency is one half: two weeks, the usual length of a sprint. */
const HALF = 10;

/** Urgency, 0…1: how near the date is. Without a date it is unknown. */
export default {
  id: 'urgency',
  label: 'Urgency',
  source: '10 / (10 + working days left), 1 once the day has come; the half-way mark of ten working days is a usual sprint (our choice). The date: Target date field, else due date, else the next release, else the sprint’s end',
  read({ issue, sprint, calendar, now }) {
    const due = dueDate(issue, sprint);
    if (!due) return undefined;
    const left = calendar.workingDaysBetween(now, due.on);
    return tracked(issue, 'Urgency', HALF / (HALF + Math.max(0, left)), `${dateInWords(due.on)} (${daysLeft(left, calendar.daysBetween(now, due.on))}, ${due.from})`, due.source);
  },
  examples: [
    { name: 'due today', given: { dueInWorkingDays: 0 }, value: 1 },
    { name: 'overdue', given: { dueInWorkingDays: -4 }, value: 1 },
    { name: 'due in two weeks', given: { dueInWorkingDays: 10 }, value: 0.5 },
    { name: 'due in six weeks', given: { dueInWorkingDays: 30 }, value: 0.25 },
    { name: 'a Target date field that is no date', given: { fields: [{ name: 'Target date', value: 'soon' }] }, value: undefined },
    { name: 'a Target date long past', given: { fields: [{ name: 'Target date', value: '2020-01-31' }] }, value: 1 },
    { name: 'no date', given: {}, value: undefined },
  ],
} satisfies FactReader;

/** In working days; where only days off lie between, in those: on a Saturday neither Friday nor Sunday is today. */
function daysLeft(working: number, days: number): string {
  if (days === 0) return 'today';
  const said = working === 0 ? counted(Math.abs(days), 'day') : counted(Math.abs(working), 'working day');
  return days > 0 ? `${said} left` : `${said} ago`;
}
