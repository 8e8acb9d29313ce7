import type { PlainDate } from './time.ts';

// Made once: to make it takes longer than all else that a flag costs. Everybody reads the same words, whatever their browser speaks.
const DATE = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', day: 'numeric', month: 'short', year: 'numeric' });

/** `dateInWords('2027-01-05')` → `5 Jan 2027`; the text itself when it is no date. */
export function dateInWords(date: PlainDate): string {
  const at = new Date(`${date}T12:00:00Z`);
  return Number.isNaN(at.getTime()) ? date : DATE.format(at);
}

/** `fromToInWords('2027-01-05', '2027-02-20')` → `5 Jan – 20 Feb 2027` */
export function fromToInWords(from: PlainDate, to: PlainDate): string {
  return `${from.slice(0, 4) === to.slice(0, 4) ? dateInWords(from).replace(/ \d{4}$/, '') : dateInWords(from)} – ${dateInWords(to)}`;
}
