import { capitalised } from '../../../lib/core/capitalised.ts';
import { isFar, isOver, type TimeLeft, timeLeftInWords } from '../../../lib/core/sprint/time-left.ts';
import type { Instant, PlainDate } from '../../../lib/core/time.ts';
import { count } from './count.ts';

/** `dayInWords('2026-11-30')` → `Mon 30 Nov`; the text itself when it is no date. Where `now` is given, with its year if that is another one: `Thu 1 Jan 1970`. */
export function dayInWords(date: PlainDate, now?: Instant): string {
  const at = new Date(`${date}T12:00:00Z`);
  if (Number.isNaN(at.getTime())) return date;
  const word = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', ...options }).format(at);
  return `${word({ weekday: 'short' })} ${word({ day: 'numeric' })} ${word({ month: 'short' })}${now === undefined || new Date(now).getFullYear() === at.getUTCFullYear() ? '' : ` ${at.getUTCFullYear()}`}`;
}

/** A moment as its day, in the reader's own zone: `Thu 12 Nov`. */
export function momentInWords(at: number): string {
  return new Intl.DateTimeFormat('en-GB', { weekday: 'short', day: 'numeric', month: 'short' }).format(at).replace(',', '');
}

/** Further away than this, a day without its year may be meant in another one; in working days. */
const SAME_YEAR = 200;

/** `daysLeftInWords({ workingDaysLeft: 6, daysLeft: 8 }, '2026-11-30')` → `{ left: '6 working days left', due: 'due Mon 30 Nov' }`; a milestone is due, a sprint of Jira ends. Far away a day has its year, and beyond any sprint `left` is that day and `due` is `null`. */
export function daysLeftInWords(time: TimeLeft, dueOn: PlainDate | null, verb: 'due' | 'ends' = 'due'): { left: string; due: string | null } {
  const day = dueOn === null ? null : `${dayInWords(dueOn)}${Math.abs(time.workingDaysLeft ?? 0) > SAME_YEAR ? ` ${dueOn.slice(0, 4)}` : ''}`;
  const due = day === null ? null : `${isOver(time) ? (verb === 'due' ? 'was due' : 'ended') : verb} ${day}`;
  const left = timeLeftInWords(time, dueOn);
  if (left === null) return { left: due === null ? (verb === 'due' ? 'No due date' : 'No end date') : 'Open', due };
  return { left: capitalised(left), due: isFar(time) ? null : due };
}

/** `inDaysInWords(noon of 22 Nov, '2026-11-28')` → `in 6 days`; by the days of the reader's own zone. */
export function inDaysInWords(now: Instant, date: PlainDate): string {
  const here = new Date(now);
  const days = Math.round((Date.parse(`${date}T00:00:00Z`) - Date.UTC(here.getFullYear(), here.getMonth(), here.getDate())) / 86_400_000);
  return days <= 0 ? 'today' : days === 1 ? 'tomorrow' : `in ${count(days, 'day')}`;
}
