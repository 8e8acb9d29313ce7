import { dateInWords, fromToInWords } from '../../../lib/core/date-words.ts';
import type { SprintSpan } from '../../../lib/core/sprint/span.ts';

/**
 * The days of a sprint as they are said everywhere: to the one on which it ended, else to its last planned one.
 *
 * `spanInWords({from: '2026-11-09', dueOn: '2026-11-20', endedOn: '2026-11-23'})` → `'9 Nov – 23 Nov 2026'`
 */
export function spanInWords({ from, dueOn, endedOn }: Pick<SprintSpan, 'from' | 'dueOn' | 'endedOn'>): string {
  const to = endedOn ?? dueOn;
  return to === null ? `from ${dateInWords(from)}` : fromToInWords(from, to);
}
