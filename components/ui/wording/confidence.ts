import { percent } from './numbers.ts';

/** Half of the model's weight on facts is the line under which a rank is mostly a guess; four fifths, over which little can still move it. */
export function confidenceInWords(confidence: number): { word: 'high' | 'fair' | 'low'; share: string } {
  // The word is that of the number beside it.
  const said = Math.round(100 * confidence);
  const word = said >= 80 ? 'high' : said >= 50 ? 'fair' : 'low';
  return { word, share: percent(confidence) };
}
