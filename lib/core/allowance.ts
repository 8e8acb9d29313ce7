import { believed } from './believed.ts';
import type { Instant } from './time.ts';

/** Requests of an anonymous hour that no automatic step touches: they are the user's own. */
export const ANONYMOUS_RESERVE = 20;

/** Trackers reset their limits within the hour. Milliseconds. */
const LONGEST_PAUSE = 70 * 60_000;

/**
 * When a tracker's limit ends by its own word, or its allowance is whole again. `null` for what has passed, and for what no tracker asks for: that was noted by a clock that has been put back since.
 *
 * @example pauseEnd(60_000, 0) // → 60_000
 */
export function pauseEnd(at: Instant | null | undefined, now: Instant): Instant | null {
  return believed(at, now, LONGEST_PAUSE);
}
