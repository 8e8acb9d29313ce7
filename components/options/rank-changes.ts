import type { PreviewRow } from '../../lib/messaging/messages.ts';
import { count } from '../ui/wording/count.ts';

export interface RankChange {
  readonly row: PreviewRow;
  /** Places won (positive) or lost; `null` where one of the two has no place. */
  readonly won: number | null;
}

export interface RankChanges {
  /** In the new order. */
  readonly all: readonly RankChange[];
  readonly winners: readonly RankChange[];
  readonly losers: readonly RankChange[];
  readonly moved: number;
  /** Issues that have a score now and would have none. */
  readonly unscored: number;
}

/** What a change of the model does to real issues: the new order, and who wins and loses most. */
export function rankChanges(rows: readonly PreviewRow[], most = 3): RankChanges {
  const all = rows.toSorted((a, b) => placeOf(a) - placeOf(b)).map((row) => ({ row, won: row.before.place === null || row.after.place === null ? null : row.before.place - row.after.place }));
  const byGain = all.toSorted((a, b) => (b.won ?? 0) - (a.won ?? 0));
  return {
    all,
    winners: byGain.filter(({ won }) => won !== null && won > 0).slice(0, most),
    losers: byGain.filter(({ won }) => won !== null && won < 0).toReversed().slice(0, most),
    moved: all.filter(({ won }) => won !== null && won !== 0).length,
    unscored: all.filter(({ row }) => row.before.place !== null && row.after.place === null).length,
  };
}

/** `changesInWords({moved: 12, unscored: 0, …})` → `12 issues of 60 would change place.` An issue that loses its score has no place to compare: to call that unchanged would be false. */
export function changesInWords({ all, moved, unscored }: Pick<RankChanges, 'all' | 'moved' | 'unscored'>): string {
  const places = `${count(moved, 'issue')} of ${all.length} would change place.`;
  if (unscored === 0) return moved === 0 ? 'No issue changes its place.' : places;
  const without = `${unscored === all.length ? `All ${unscored} issues` : `${count(unscored, 'issue')} of ${all.length}`} would have no score until ${unscored === 1 ? 'its' : 'their'} missing inputs are given.`;
  return moved === 0 ? without : `${places} ${without}`;
}

/** Unscored issues come last. */
function placeOf(row: PreviewRow): number {
  return row.after.place ?? Number.MAX_SAFE_INTEGER;
}
