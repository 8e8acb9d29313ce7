import type { Horizon, RoadmapItem } from '../../../lib/core/roadmap/roadmap-item.ts';
import { HORIZONS } from '../../../lib/core/roadmap/window-words.ts';
import type { RoadmapItemView } from '../../../lib/messaging/messages.ts';

/** Where an item stands on the board; `null` is the column of those without a horizon. */
export type Column = Horizon | null;

const ORDER: readonly Column[] = ['now', 'next', 'later', null];

export interface BoardColumn {
  readonly column: Column;
  readonly name: string;
  readonly entries: readonly RoadmapItemView[];
}

/** Now, Next, Later; those without a horizon only where there are any. What was given up and what is complete come last in each. */
export function columnsOf(entries: readonly RoadmapItemView[]): BoardColumn[] {
  return ORDER.flatMap((column) => {
    const own = entries.filter(({ item }) => item.horizon === column).toSorted((a, b) => settled(a) - settled(b));
    return column === null && own.length === 0 ? [] : [{ column, name: columnName(column, own), entries: own }];
  });
}

/** The last column has two kinds in it, and says which: those planned by days, and those not planned at all. */
function columnName(column: Column, entries: readonly RoadmapItemView[]): string {
  if (column !== null) return HORIZONS[column];
  const dated = entries.filter(({ item }) => item.window !== undefined).length;
  return dated === 0 ? 'No horizon' : dated === entries.length ? 'By date' : 'By date, or no horizon';
}

/** The column beside, `undefined` at the board's edge. Keys only move between horizons: nobody plans for none. */
export function columnBeside(column: Column, step: -1 | 1): Horizon | undefined {
  return ORDER[ORDER.indexOf(column) + step] ?? undefined;
}

/** The item to focus from `id` by an arrow key: the next in the column, or the one at the same height in the next column that has any. */
export function neighbour(columns: readonly BoardColumn[], id: string, key: string): RoadmapItem['id'] | undefined {
  const at = columns.findIndex(({ entries }) => entries.some(({ item }) => item.id === id));
  const row = columns[at]?.entries.findIndex(({ item }) => item.id === id) ?? -1;
  if (row < 0) return undefined;
  if (key === 'ArrowDown' || key === 'ArrowUp') return columns[at]?.entries[row + (key === 'ArrowDown' ? 1 : -1)]?.item.id;
  const step = key === 'ArrowRight' ? 1 : -1;
  for (let next = at + step; next >= 0 && next < columns.length; next += step) {
    const entries = columns[next]?.entries ?? [];
    if (entries.length > 0) return entries[Math.min(row, entries.length - 1)]?.item.id;
  }
  return undefined;
}

const settled = ({ item, health }: RoadmapItemView): number => (item.dropped === true ? 2 : health.computed === 'complete' ? 1 : 0);
