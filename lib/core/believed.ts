import type { Instant } from './time.ts';

/**
 * A moment to wait for, as long as it can be true: one that is further ahead than anybody ever waits was noted by a clock that has been put back since. `null` for that, and for one that has passed. `longest` in milliseconds.
 *
 * @example believed(86_400_000, 0, 3_600_000) // → null
 */
export function believed(at: Instant | null | undefined, now: Instant, longest: number): Instant | null {
  return at != null && at > now && at <= now + longest ? at : null;
}
