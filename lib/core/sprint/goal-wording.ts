import type { SprintKey } from '../issue.ts';
import type { Instant } from '../time.ts';
import type { SprintGoal } from './sprint.ts';

/** One wording of a sprint's goal, kept for good. */
export interface GoalWording {
  /** Sorts by sprint, then by time. */
  readonly id: string;
  readonly sprint: SprintKey;
  /** Empty: the goal was taken away. */
  readonly text: string;
  /** When it was written here, else when it was first seen. */
  readonly at: Instant;
  /** Who wrote it, where that is known: trackers do not tell it of sprints. */
  readonly by: string | null;
  /** Written in this browser. */
  readonly here: boolean;
  readonly source: SprintGoal['source'];
  /** `refused`: it was never written, because somebody had changed the goal meanwhile. */
  readonly standing: 'stood' | 'refused';
}

/**
 * The id of a wording: the same event has the same id however often it is noted.
 *
 * `goalWordingId('github.com/acme/shop/milestone/3', 1763457600000, 'stood')` → `'github.com/acme/shop/milestone/3|01763457600000|stood'`
 */
export function goalWordingId(sprint: SprintKey, at: Instant, standing: GoalWording['standing']): string {
  return `${sprint}|${String(at).padStart(14, '0')}|${standing}`;
}
