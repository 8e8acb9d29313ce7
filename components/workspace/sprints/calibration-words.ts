import type { Calibration } from '../../../lib/core/forecast/calibration.ts';
import { wholePercent } from '../../../lib/core/share-words.ts';

/** From so many on, a share is said as one of a hundred; of fewer it would sound more exact than it is. */
const MANY = 20;

/** `calibrationInWords({percent: 85, held: 42, of: 50})` → `Of the forecasts at 85 %, 84 of 100 came true (n = 50).`; of few: `Of the forecasts at 85 %, 5 of 6 came true.` */
export function calibrationInWords({ percent, held, of }: Calibration): string {
  if (of < MANY) return `Of the forecasts at ${percent} %, ${held} of ${of} came true.`;
  return `Of the forecasts at ${percent} %, ${wholePercent(held / of)} of 100 came true (n = ${of}).`;
}

/** Why no past sprint could be tried: `untriedInWords(1)` → `The one past sprint has too little history before it to be forecast.` */
export function untriedInWords(declined: number): string {
  if (declined === 0) return 'No past sprint to try them on yet.';
  return `${declined === 1 ? 'The one past sprint has' : `All ${declined} past sprints have`} too little history before ${declined === 1 ? 'it' : 'them'} to be forecast.`;
}
