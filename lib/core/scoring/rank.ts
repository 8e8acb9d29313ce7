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
 * `rankOf(82, {scores: [91, 82, 82, 40], within: 'acme/shop', complete: true})` → `{place: 2, of: 4, alike: 2, within: 'acme/shop', complete: true}`
 */
export function rankOf(value: number, { scores, within, complete }: Ranking): Rank {
  const margin = SAME * Math.max(1, Math.abs(value));
  const greater = greaterThan(value + margin, scores);
  const place = greater + 1;
  return { place, of: Math.max(place, scores.length), alike: Math.max(1, greaterThan(value - margin, scores) - greater), within, complete };
}

/**
 * The share of the backlog that stands before a score, 0…1. Equal scores stand together in the middle of their places: in a backlog that nothing tells apart each is at 0.5, and none is among the first.
 *
 * `shareAbove({place: 2, of: 4, alike: 2, …})` → `0.5`
 */
export function shareAbove({ place, of, alike }: Rank): number {
  return (place - 1 + alike / 2) / of;
}

/**
 * The band of a score: high in the first fifth of its backlog, medium in the next two, low in the rest (the 20/40/40 split that keeps "high" rare). Of every model alike, for what is first is a question of what else there
 * is. `null` for what stands in no backlog, as all that is done.
 *
 * `bandOf({place: 4, of: 61, alike: 1, …})` → `'high'`
 */
export function bandOf(rank: Rank | null): Band | null {
  if (!rank) return null;
  const ahead = shareAbove(rank);
  return ahead < TOP_SHARE ? 'high' : ahead < UPPER_SHARE ? 'medium' : 'low';
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
