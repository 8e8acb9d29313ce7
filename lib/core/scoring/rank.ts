import type { Band, Rank, ScoringModel } from './score.ts';

/** The scores that a rank is found in: a named backlog's, highest first. */
export interface Ranking {
  readonly scores: ArrayLike<number>;
  readonly within: string;
  readonly complete: boolean;
}

/** Scores this close (relative to their size) are the same: sums of the same parts differ in the last bits. */
const SAME = 1e-9;

const TOP_SHARE = 0.2;
const UPPER_SHARE = 0.6;

/**
 * The place of a score: 1 + the number of scores that are greater. Equal scores share the better place ("4th, 4th, 6th"), as in sports. `of` is the number of scores,
 * or the place itself where the score has only just fallen below all of them.
 *
 * `rankOf(82, {scores: [91, 82, 82, 40], within: 'acme/shop', complete: true})` → `{place: 2, of: 4, within: 'acme/shop', complete: true}`
 */
export function rankOf(value: number, ranking: Ranking): Rank {
  const limit = value + SAME * Math.max(1, Math.abs(value));
  let low = 0;
  let high = ranking.scores.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ranking.scores[middle] ?? -Infinity) > limit) low = middle + 1;
    else high = middle;
  }
  const place = low + 1;
  return { place, of: Math.max(place, ranking.scores.length), within: ranking.within, complete: ranking.complete };
}

/**
 * The band: by the model's own scores where they have an absolute meaning, else by the place (top 20 % high, the next 40 % medium, the rest low: the 20/40/40 split
 * that keeps "high" rare). Without bands and without a rank nothing can be said, so it is medium.
 *
 * `bandOf(rice, 800, {place: 3, of: 61, …})` → `'high'`
 */
export function bandOf(model: Pick<ScoringModel, 'bands'>, value: number, rank: Rank | null): Band {
  if (model.bands) return value >= model.bands.high - SAME ? 'high' : value >= model.bands.medium - SAME ? 'medium' : 'low';
  if (!rank) return 'medium';
  const ahead = (rank.place - 1) / rank.of;
  return ahead < TOP_SHARE ? 'high' : ahead < UPPER_SHARE ? 'medium' : 'low';
}
