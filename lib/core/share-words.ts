/** What sums of shares, and products of whole numbers, may miss: 0.29 × 100 is 28.999999999999996. */
const HAIR = 1e-9;

/**
 * A share in whole per cent, which never reads none or all where it is neither.
 *
 * `wholePercent(0.62)` → `'62'` · `wholePercent(0.998)` → `'over 99'` · `wholePercent(0.003)` → `'under 1'` · `wholePercent(1)` → `'100'`
 */
export function wholePercent(share: number): string {
  const percent = Math.round(100 * share);
  if (percent >= 100 && share < 1 - HAIR) return 'over 99';
  return percent <= 0 && share > HAIR ? 'under 1' : String(percent);
}

/**
 * A share of simulated runs, which is never a certainty. Rounded down, so that what reads 85 of 100 is no less than 85 %, and no word or level that hangs on it contradicts the number.
 *
 * `outOfHundred(0.749)` → `'74 of 100'` · `outOfHundred(1)` → `'more than 99 of 100'` · `outOfHundred(0)` → `'fewer than 1 of 100'`
 */
export function outOfHundred(probability: number): string {
  if (probability > 0.99) return 'more than 99 of 100';
  return probability < 0.01 ? 'fewer than 1 of 100' : `${hundredths(probability)} of 100`;
}

/** The same in per cent, where a line has no room for more: `oddsInPercent(0.749)` → `'74 %'` · `oddsInPercent(1)` → `'over 99 %'` */
export function oddsInPercent(probability: number): string {
  if (probability > 0.99) return 'over 99 %';
  return probability < 0.01 ? 'under 1 %' : `${hundredths(probability)} %`;
}

/** Words and bounds of the IPCC's guidance note on uncertainties (2010), for whom “likely” means the same to every reader. */
const WORDS = [[0.9, 'Very likely'], [0.66, 'Likely'], [0.33, 'About even'], [0.1, 'Unlikely']] as const;

/** `likelihood(0.74)` → `'Likely'` */
export function likelihood(probability: number): string {
  return WORDS.find(([least]) => probability >= least)?.[1] ?? 'Very unlikely';
}

function hundredths(probability: number): number {
  return Math.floor(100 * probability + HAIR);
}
