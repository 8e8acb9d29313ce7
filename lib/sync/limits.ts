import { ANONYMOUS_RESERVE, pauseEnd } from '../core/allowance.ts';
import type { Instant } from '../core/time.ts';
import type { LimiterRow } from '../storage/rows.ts';
import type { Allowance, TrackerError } from '../trackers/tracker.ts';

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** GitHub's advice for writes: one at a time, a second apart. */
export const WRITE_SPACING = SECOND;
const LONGEST_BACKOFF = 30 * MINUTE;

/** What is left of the running hour, or `null` when nobody knows. */
function remainingOf(limiter: LimiterRow | undefined, now: Instant): number | null {
  return limiter && pauseEnd(limiter.resetAt, now) !== null ? limiter.remaining : null;
}

/** Until when automatic requests wait so as to keep the reserve; `null` when they need not. */
export function reserveWait(limiter: LimiterRow | undefined, now: Instant, reserve = ANONYMOUS_RESERVE): Instant | null {
  const remaining = remainingOf(limiter, now);
  return remaining !== null && remaining <= reserve ? (limiter?.resetAt ?? null) : null;
}

/** The limiter after an answer. A secondary limit doubles its pause each time in a row, because going on while limited can end in a ban. */
export function limiterAfter(host: string, former: LimiterRow | undefined, allowance: Allowance | null, error: TrackerError | null, now: Instant): LimiterRow {
  const known = { limit: allowance?.limit ?? former?.limit ?? null, remaining: allowance?.remaining ?? former?.remaining ?? null, resetAt: allowance?.resetAt ?? former?.resetAt ?? null };
  const kept = { ...former, host, ...known };
  // A limit of one issue is no limit of the host.
  if (error?.kind !== 'rate-limited' || error.scope === 'issue') {
    const answered = error === null || (error.kind !== 'offline' && error.kind !== 'server');
    return { ...kept, pausedUntil: allowance?.remaining === 0 ? pauseEnd(allowance.resetAt, now) : null, strikes: answered ? 0 : (former?.strikes ?? 0) };
  }
  const strikes = (former?.strikes ?? 0) + 1;
  const least = error.scope === 'secondary' ? (strikes === 1 ? 0 : MINUTE * 2 ** (strikes - 1)) : 0;
  const pause = Math.min(Math.max(error.until - now, least, SECOND), HOUR);
  return { ...kept, pausedUntil: now + pause, strikes };
}

/** How long to wait before the next try: doubling from five seconds to half an hour, with up to half of it left to chance so that many browsers do not return at once. */
export function backoff(attempts: number, random: () => number): number {
  const whole = Math.min(LONGEST_BACKOFF, 5 * SECOND * 2 ** Math.min(20, Math.max(0, attempts - 1)));
  return Math.round(whole * (0.5 + random() / 2));
}
