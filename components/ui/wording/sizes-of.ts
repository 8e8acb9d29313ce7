import type { Issue } from '../../../lib/core/issue.ts';
import type { ItemProgress } from '../../../lib/core/roadmap/item-progress.ts';
import { plain } from './numbers.ts';

interface Size {
  readonly done: number;
  readonly total: number;
  /** Written behind the number: of hours always, of points only where hours stand beside them, for no team need call its own unit so. */
  readonly unit: ' h' | ' points' | '';
  readonly unestimated: number;
}

/** What issues are estimated at together, each unit by itself: `sizesOf({estimate: {done: 3, total: 8, …}, hours: {done: 2, total: 40, …}})` → `[3 of 8 points, 2 of 40 h]` */
export function sizesOf({ estimate, hours }: Pick<ItemProgress, 'estimate' | 'hours'>): readonly Size[] {
  return [
    ...(estimate === null ? [] : [{ ...estimate, unit: hours ? ' points' as const : '' as const }]),
    ...(hours ? [{ ...hours, unit: ' h' as const }] : []),
  ];
}

/** One estimate with the unit that is known of it: `sizeInWords(5)` → `5`, `sizeInWords(5, 'hours')` → `5 h`, which no line breaks in two */
export function sizeInWords(estimate: number, unit?: Issue['estimateIn']): string {
  return `${plain(estimate)}${unit === 'hours' ? '\xa0h' : ''}`;
}
