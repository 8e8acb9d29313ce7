import type { Score } from '../../lib/core/scoring/score.ts';
import { decimal } from '../ui/wording/numbers.ts';

/** Beyond it tenths are no longer told apart. */
const LARGEST = 2 ** 46;

/**
 * The contributions of a score as they are shown, in its order: rounded so that whoever adds them up gets the score that is shown, each within one step of what it is. Each alone would be off by half a step, and three thirds
 * (2.7 + 1.7 + 0.7) would add up to 5.1 beside a score of 5.0. The steps that rounding down has left go to those that lost most (the largest remainders, as seats are given in parliaments).
 *
 * `shownContributions({state: 'scored', text: '5.0', value: 5, parts: [{contribution: 2.667}, {contribution: 1.667}, {contribution: 0.667}], …}, 1)` → `['2.7', '1.7', '0.6']`
 */
export function shownContributions(score: Score, digits: number): string[] {
  if (score.state === 'unscored') return [];
  const { text, value, parts } = score;
  const shown = Math.max(1, digits, text.split('.')[1]?.length ?? 0);
  const steps = 10 ** shown;
  const exact = parts.map(({ contribution }) => contribution * steps);
  if (!exact.every((one) => Math.abs(one) < LARGEST * steps)) return parts.map(({ contribution }) => asText(contribution, shown));
  const whole = exact.map((one) => Math.floor(one + 1e-6));
  // Equal ones stay equal, whatever their last bits.
  const lost = exact.map((one, index) => Math.round(1e6 * (one - (whole[index] ?? 0))));
  const left = wholeSteps(value, steps, text) - whole.reduce((sum, one) => sum + one, 0);
  const order = lost.map((_, index) => index).toSorted((a, b) => (lost[b] ?? 0) - (lost[a] ?? 0));
  for (const [place, index] of order.entries()) whole[index] = (whole[index] ?? 0) + (place < left ? 1 : 0) - (order.length - place <= -left ? 1 : 0);
  return whole.map((one) => asText(one / steps, shown));
}

/** The score in those steps, as near as it can be without reading as another score than the one beside it: 62.46 is 62, and 62.5 would be 63. */
function wholeSteps(value: number, steps: number, text: string): number {
  const reads = (one: number): boolean => Number((one / steps).toFixed(text.split('.')[1]?.length ?? 0)) === Number(text);
  return [Math.round(value * steps), Math.floor(value * steps), Math.ceil(value * steps)].find(reads) ?? Math.round(value * steps);
}

function asText(value: number, digits: number): string {
  return decimal(value, digits).replace('-', '−');
}
