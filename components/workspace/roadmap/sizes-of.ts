import type { ItemProgress } from '../../../lib/core/roadmap/item-progress.ts';

interface Size {
  readonly done: number;
  readonly total: number;
  /** Written behind the number: of hours always, of points only where hours stand beside them, for no team need call its own unit so. */
  readonly unit: ' h' | ' points' | '';
  readonly unestimated: number;
}

/** What the issues of an item are estimated at, each unit by itself: `sizesOf({estimate: {done: 3, total: 8, …}, hours: {done: 2, total: 40, …}})` → `[3 of 8 points, 2 of 40 h]` */
export function sizesOf({ estimate, hours }: Pick<ItemProgress, 'estimate' | 'hours'>): readonly Size[] {
  return [
    ...(estimate === null ? [] : [{ ...estimate, unit: hours ? ' points' as const : '' as const }]),
    ...(hours ? [{ ...hours, unit: ' h' as const }] : []),
  ];
}
