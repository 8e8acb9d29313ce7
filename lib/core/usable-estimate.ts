/** Nobody estimates a million of anything; and of numbers up to it any sum is one. */
const LARGEST = 1_000_000;

/**
 * An estimate that can be added to others; `null` for what is no number, below 0 or beyond all sense: that is as good as missing.
 *
 * `usableEstimate(3)` → `3` · `usableEstimate(-1)` → `null` · `usableEstimate(1e300)` → `null`
 */
export function usableEstimate(estimate: number | null): number | null {
  return estimate !== null && estimate >= 0 && estimate <= LARGEST ? estimate : null;
}
