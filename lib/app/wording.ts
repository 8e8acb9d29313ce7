import type { Health } from '../core/roadmap/roadmap-item.ts';

/** `healthWords('at-risk')` → `at risk` */
export function healthWords(health: Health): string {
  return health.replace('-', ' ');
}

/** `plural(1, 'issue')` → `1 issue`; `plural(5, 'issue')` → `5 issues` */
export function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** Time of day and, when it is not today, the date, in the reader's own zone: `14:05`, `25 Nov, 14:05`. */
export function clockTime(at: number, now: number): string {
  const sameDay = new Date(at).toDateString() === new Date(now).toDateString();
  return new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', ...(sameDay ? {} : { day: 'numeric', month: 'short' }) }).format(at);
}
