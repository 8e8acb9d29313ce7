/**
 * The nearest-rank percentile of numbers sorted upwards: the smallest of them that at least `percent` % are not above. `NaN` for no numbers.
 *
 * `percentile([1, 2, 3, 4, 10], 85)` → `10` · `percentile([1, 2, 3, 4, 10], 50)` → `3`
 */
export function percentile(sorted: ArrayLike<number>, percent: number): number {
  // Multiplied first: whole numbers stay exact, where 55 / 100 × 20 is a hair more than 11 and would give the twelfth.
  const rank = Math.ceil((Math.min(100, Math.max(0, percent)) * sorted.length) / 100);
  return sorted[Math.max(0, rank - 1)] ?? Number.NaN;
}
