import type { Issue } from '../issue.ts';
import type { Instant } from '../time.ts';

/**
 * When an issue last came into a sprint, by its history: the change that put it there, or its creation where it was created in it. `null` where the history does not tell.
 *
 * `joinedAt({createdAt: 1, history: {sprints: [{at: 5, added: [31], removed: []}], …}}, 31)` → `5`
 */
export function joinedAt({ createdAt, history }: Pick<Issue, 'createdAt' | 'history'>, sprint: number): Instant | null {
  if (!history) return null;
  const last = history.sprints.findLast(({ added }) => added.includes(sprint));
  if (last) return last.at;
  return history.complete ? createdAt : null;
}
