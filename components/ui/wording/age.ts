import type { Instant } from '../../../lib/core/time.ts';
import { count } from './count.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How long ago, in the coarsest words that still tell something: `just now`, `5 min ago`, `3 h ago`, `1 day ago`, `7 months ago`. Never more than it is: 47 hours are one day. */
export function ageInWords(at: Instant, now: Instant): string {
  const past = now - at;
  if (past < MINUTE) return 'just now';
  if (past < HOUR) return `${Math.floor(past / MINUTE)} min ago`;
  if (past < DAY) return `${Math.floor(past / HOUR)} h ago`;
  const days = Math.floor(past / DAY);
  if (days <= 60) return `${count(days, 'day')} ago`;
  if (days <= 730) return `${Math.floor(days / 30.44)} months ago`;
  return `${Math.floor(days / 365.25)} years ago`;
}

/** How long until, for waits: `now`, `in 40 s`, `in 61 min`, `in 2 h`. Rounded up, so that nobody comes too early; in minutes up to two hours, for an hour and some seconds are no two hours. */
export function waitInWords(until: Instant, now: Instant): string {
  const wait = until - now;
  if (wait <= 0) return 'now';
  if (wait < MINUTE) return `in ${Math.ceil(wait / 1000)} s`;
  if (wait < 2 * HOUR) return `in ${Math.ceil(wait / MINUTE)} min`;
  return `in ${Math.ceil(wait / HOUR)} h`;
}
