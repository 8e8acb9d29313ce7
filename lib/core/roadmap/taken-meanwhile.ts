import type { Issue } from '../issue.ts';
import { itemOfLabel } from './tags.ts';

/** What somebody saw of an issue's roadmap item when they tagged it, and what they wished. */
export interface TagBasis {
  /** The item, or `null` for none. */
  readonly wished: string | null;
  /** Items that its labels or what it shares named then; with those that were on their way by the same person's wish. */
  readonly seen: readonly string[];
}

/**
 * The items that the tracker itself names at an issue: by its labels, and by what the team shares in it.
 *
 * `itemsAt({labels: ['bug', 'roadmap:checkout'], …})` → `['checkout']`
 */
export function itemsAt({ labels, shared }: Pick<Issue, 'labels' | 'shared'>): string[] {
  return [...new Set([...labels.map(itemOfLabel), shared?.tag ?? null])].filter((item) => item !== null);
}

/**
 * The item that a teammate has put on the issue since: to write now would go over their choice. `null` when there is none; that a tag was taken off meanwhile is nobody's other choice.
 *
 * `takenMeanwhile({labels: ['roadmap:payments'], …}, {wished: 'checkout', seen: []})` → `'payments'`
 */
export function takenMeanwhile(today: Pick<Issue, 'labels' | 'shared'>, { wished, seen }: TagBasis): string | null {
  return itemsAt(today).find((item) => item !== wished && !seen.includes(item)) ?? null;
}
