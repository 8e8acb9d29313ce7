import type { Instant } from '../../core/time.ts';
import { clockSkew, readRetryAfter, wholeNumber } from '../retry-after.ts';
import type { Allowance, TrackerError } from '../tracker.ts';

/** GitHub asks for a minute at the least when it names no time (docs: best practices for the REST API). */
const SECONDARY_PAUSE = 60_000;

/** What the answer says is left; `null` where it says nothing, as an Enterprise Server does by default. */
export function readAllowance(headers: Headers, now: Instant): Allowance | null {
  const limit = wholeNumber(headers.get('x-ratelimit-limit'));
  const remaining = wholeNumber(headers.get('x-ratelimit-remaining'));
  const resetAt = readReset(headers, now);
  if (limit === null || remaining === null || resetAt === null) return null;
  return { limit, remaining, resetAt };
}

/** Whether a 403 or 429 is a limit, and until when: `Retry-After`, else the reset of a spent allowance, else a minute. */
export function readLimit(status: number, headers: Headers, message: string, now: Instant): TrackerError | null {
  if (status !== 403 && status !== 429) return null;
  const spent = headers.get('x-ratelimit-remaining') === '0';
  const scope = spent ? 'primary' : 'secondary';
  const retryAt = readRetryAfter(headers, now);
  if (retryAt !== null) return { kind: 'rate-limited', until: Math.max(now, retryAt), scope };
  const resetAt = readReset(headers, now);
  // A reset that has passed would have us ask in a circle.
  if (spent) return { kind: 'rate-limited', until: resetAt !== null && resetAt > now ? resetAt : now + SECONDARY_PAUSE, scope };
  if (status === 429 || /rate limit|abuse/i.test(message)) return { kind: 'rate-limited', until: now + SECONDARY_PAUSE, scope };
  return null;
}

function readReset(headers: Headers, now: Instant): Instant | null {
  const seconds = wholeNumber(headers.get('x-ratelimit-reset'));
  return seconds === null ? null : seconds * 1000 + clockSkew(headers, now);
}
