import type { Instant } from '../../core/time.ts';
import { clockSkew, readRetryAfter, wholeNumber } from '../retry-after.ts';
import type { Allowance, TrackerError } from '../tracker.ts';

/** Where a limit names no time. */
const PAUSE = 60_000;

/** What is left of a Cloud site's quota; `null` where the answer does not say, and on Data Center, whose bucket fills by the second and is no hourly allowance. */
export function readAllowance(headers: Headers, now: Instant): Allowance | null {
  const [limit, remaining, resetAt] = [wholeNumber(headers.get('x-ratelimit-limit')), wholeNumber(headers.get('x-ratelimit-remaining')), readReset(headers, now)];
  return limit === null || remaining === null || resetAt === null ? null : { limit, remaining, resetAt };
}

/**
 * Whether an answer is a limit, and of what: `issue` for writes to one issue, `primary` for a quota or a bucket that is empty, `secondary` for a burst.
 * Until `Retry-After`, else the reset (a date here, not seconds), else the next filling of a Data Center's bucket, else a minute.
 */
export function readLimit(status: number, headers: Headers, now: Instant): TrackerError | null {
  if (status !== 429) return null;
  const until = readRetryAfter(headers, now) ?? readReset(headers, now) ?? readFilling(headers, now);
  return { kind: 'rate-limited', until: until !== null && until > now ? until : now + PAUSE, scope: scopeOf(headers) };
}

function scopeOf(headers: Headers): 'primary' | 'secondary' | 'issue' {
  const reason = headers.get('ratelimit-reason') ?? '';
  if (/per-issue/i.test(reason)) return 'issue';
  if (reason !== '') return /quota/i.test(reason) ? 'primary' : 'secondary';
  return headers.get('x-ratelimit-remaining') === '0' ? 'primary' : 'secondary';
}

function readReset(headers: Headers, now: Instant): Instant | null {
  const text = headers.get('x-ratelimit-reset') ?? '';
  // Servers that stand in front of a Data Center write seconds since 1970.
  const at = /^\d{4}-\d\d-\d\dT/.test(text) ? Date.parse(text) : /^\d{10}$/.test(text) ? Number(text) * 1000 : Number.NaN;
  return Number.isNaN(at) ? null : at + clockSkew(headers, now);
}

function readFilling(headers: Headers, now: Instant): Instant | null {
  const seconds = wholeNumber(headers.get('x-ratelimit-interval-seconds'));
  return seconds === null ? null : now + seconds * 1000;
}
