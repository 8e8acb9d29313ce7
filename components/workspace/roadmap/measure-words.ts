import type { RoadmapItem } from '../../../lib/core/roadmap/roadmap-item.ts';
import { dateInWords } from '../../../lib/core/date-words.ts';

/** What an item is for, in one line: `Checkout completion: 61 % → 70 % by 31 Mar 2027`; without a measure its outcome, `null` when nobody has said either. */
export function measureInWords({ measure, outcome }: RoadmapItem): string | null {
  if (measure === undefined) return outcome === '' ? null : outcome;
  const way = measure.from === '' ? `to ${measure.to}` : `${measure.from} → ${measure.to}`;
  return `${measure.name}: ${way}${measure.by === null ? '' : ` by ${dateInWords(measure.by)}`}`;
}
