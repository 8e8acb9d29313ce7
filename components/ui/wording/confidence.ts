import { percent } from './numbers.ts';

/** Half of the model's weight on facts is the line under which a rank is mostly a guess; four fifths, over which little can still move it. */
export function confidenceInWords(confidence: number): { word: 'high' | 'fair' | 'low'; share: string } {
  const word = confidence >= 0.8 ? 'high' : confidence >= 0.5 ? 'fair' : 'low';
  return { word, share: percent(confidence) };
}
