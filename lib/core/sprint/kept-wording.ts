import type { SprintKey } from '../issue.ts';
import type { Instant } from '../time.ts';
import type { GoalWording } from './ledger.ts';

/** One wording of a sprint's goal as it is kept for good. `at`: when it was written here, else when it was first seen. */
export interface KeptWording extends GoalWording {
  /** Sorts by sprint, then by time. */
  readonly id: string;
  readonly sprint: SprintKey;
  /** Written in this browser. */
  readonly here: boolean;
  /** `refused`: it was never written, because somebody had changed the goal meanwhile. */
  readonly standing: 'stood' | 'refused';
}

/**
 * The id of a wording: the same event has the same id however often it is noted.
 *
 * `keptWordingId('github.com/acme/shop/milestone/3', 1763457600000, 'stood')` → `'github.com/acme/shop/milestone/3|01763457600000|stood'`
 */
export function keptWordingId(sprint: SprintKey, at: Instant, standing: KeptWording['standing']): string {
  return `${sprint}|${String(at).padStart(14, '0')}|${standing}`;
}
