import type { Issue } from '../../../lib/core/issue.ts';
import type { Estimates, ItemProgress } from '../../../lib/core/roadmap/item-progress.ts';
import { plain } from './numbers.ts';

interface Size extends Estimates {
  /** Written behind the number: of hours always, of points only where hours stand beside them, for no team need call its own unit so. */
  readonly unit: ' h' | ' points' | '';
  /** `3 of 8 points` */
  readonly words: string;
}

/** What issues are estimated at together, each unit by itself: `sizesOf({estimate: {done: 3, total: 8, …}, hours: {done: 2, total: 40, …}})` → `[3 of 8 points, 2 of 40 h]` */
export function sizesOf({ estimate, hours }: Pick<ItemProgress, 'estimate' | 'hours'>): readonly Size[] {
  return [
    ...(estimate === null ? [] : [sizeOf(estimate, hours ? ' points' : '')]),
    ...(hours ? [sizeOf(hours, ' h')] : []),
  ];
}

function sizeOf(sums: Estimates, unit: Size['unit']): Size {
  return { ...sums, unit, words: `${plain(sums.done)} of ${plain(sums.total)}${unit}` };
}

/** One estimate with the unit that is known of it: `sizeInWords(5)` → `5`, `sizeInWords(5, 'hours')` → `5 h`, which no line breaks in two */
export function sizeInWords(estimate: number, unit?: Issue['estimateIn']): string {
  return `${plain(estimate)}${unit === 'hours' ? '\xa0h' : ''}`;
}
