import type { Band, Rank } from './score.ts';

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
  const place = greaterThan(value + margin(value), ranking.scores) + 1;
  return { place, of: Math.max(place, ranking.scores.length), within: ranking.within, complete: ranking.complete };
}

/**
 * The band of a score: high in the top fifth of its backlog, medium in the next two, low in the rest (the 20/40/40 split that keeps "high" rare). Of every model alike, for what is first is a question of what else there
 * is. Equal scores stand together in the middle of their places: a backlog that nothing tells apart is medium as a whole, not high. So is a score without others beside it.
 *
 * `bandOf(82, {scores: [91, 82, 40, 38, 12], …})` → `'medium'`
 */
export function bandOf(value: number, ranking: Ranking | null): Band {
  if (!ranking || ranking.scores.length === 0) return 'medium';
  const { scores } = ranking;
  const ahead = (greaterThan(value + margin(value), scores) + greaterThan(value - margin(value), scores)) / 2 / scores.length;
  return ahead < TOP_SHARE ? 'high' : ahead < UPPER_SHARE ? 'medium' : 'low';
}

function margin(value: number): number {
  return SAME * Math.max(1, Math.abs(value));
}

/** How many of the scores, highest first, are greater than the limit. */
function greaterThan(limit: number, scores: ArrayLike<number>): number {
  let low = 0;
  let high = scores.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((scores[middle] ?? -Infinity) > limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
