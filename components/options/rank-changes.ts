import type { PreviewRow } from '../../lib/messaging/messages.ts';

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
  };
}

/** Unscored issues come last. */
function placeOf(row: PreviewRow): number {
  return row.after.place ?? Number.MAX_SAFE_INTEGER;
}
