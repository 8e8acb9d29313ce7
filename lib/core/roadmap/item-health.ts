import type { Health } from './roadmap-item.ts';

/** How an item goes by what is known of its issues, beside what its people say. */
export interface ItemHealth {
  readonly computed: Health;
  /** Sentences with the numbers that it stands on, the deciding one first. Never empty. */
  readonly reasons: readonly string[];
  readonly declared: Health | null;
  readonly disagrees: boolean;
}
