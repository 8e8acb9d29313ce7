import type { PlainDate } from './time.ts';

// Made once: to make one takes longer than all else that a flag costs. Everybody reads the same words, whatever their browser speaks.
const [DAY, MONTH, YEAR] = ([{ day: 'numeric' }, { month: 'short' }, { year: 'numeric' }] as const).map((options) => new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', ...options }));

/** `dateInWords('2027-01-05')` → `5 Jan 2027`; the text itself when it is no date. */
export function dateInWords(date: PlainDate): string {
  const at = new Date(`${date}T12:00:00Z`);
  if (Number.isNaN(at.getTime())) return date;
  return [DAY, MONTH, YEAR].map((word) => word?.format(at)).join(' ');
}
