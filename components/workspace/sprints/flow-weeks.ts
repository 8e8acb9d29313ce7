/** Finished in each five working days up to the last, the latest last; what is left over at the beginning is no whole five and is left out: `fivesOf([9, 1, 1, 1, 1, 1])` → `[5]` */
export function fivesOf(daily: readonly number[]): number[] {
  const sums: number[] = [];
  for (let end = daily.length; end >= 5; end -= 5) sums.unshift(daily.slice(end - 5, end).reduce((sum, value) => sum + value, 0));
  return sums;
}
