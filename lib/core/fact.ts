import type { Instant } from './time.ts';

/** Where a value comes from, so that a reader can go and look. */
export type FactSource =
  | { readonly kind: 'field'; readonly name: string }
  | { readonly kind: 'label'; readonly name: string }
  | { readonly kind: 'entered'; readonly by: string }
  | { readonly kind: 'roadmap'; readonly item: string }
  | { readonly kind: 'derived'; readonly from: string };

/**
 * A value with its source and its time: the only material that scores and flags are made of.
 * `value` is in the unit of the input it feeds; `raw` is what the source said, for people.
 */
export interface Fact {
  readonly name: string;
  readonly value: number;
  readonly raw: string;
  readonly source: FactSource;
  readonly at: Instant;
}

/** What is known of one issue, by input id. A missing entry is unknown, never zero. */
export type Facts = Readonly<Record<string, Fact>>;
