import { ordinal } from '../../../lib/core/ordinal.ts';
import type { Rank } from '../../../lib/core/scoring/score.ts';

/** `4th of 61 in acme/shop`; while the backlog is still being read: `4th of the 61 read so far in acme/shop` */
export function rankInWords({ place, of, within, complete }: Rank): string {
  const set = complete ? of.toLocaleString('en') : `the ${of.toLocaleString('en')} read so far`;
  return `${ordinal(place)} of ${set} in ${within}`;
}
