/** How the Sprint Goal goes. `unknown`: there is nothing to tell it from. */
export interface GoalHealth {
  readonly health: 'met' | 'on-track' | 'at-risk' | 'off-track' | 'unknown';
  /** Sentences with the numbers that it stands on, the deciding one first. Never empty. */
  readonly reasons: readonly string[];
}
