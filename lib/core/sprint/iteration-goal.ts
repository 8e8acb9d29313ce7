import type { Instant, PlainDate } from '../time.ts';
import type { ProjectStatus } from './planning-project.ts';
import { readGoal } from './sprint-goal.ts';
import type { Sprint } from './sprint.ts';

/**
 * An iteration with the words that its goal is read from. GitHub gives iterations none, so a team writes them into a status update of the Project while the iteration runs, as "Sprint Goal: …"; an update
 * without that line says how it goes, not what for. What was read before is kept: the next update need not repeat the goal, and past iterations keep theirs.
 *
 * `withGoalOf({startsOn: '2026-11-16', dueOn: '2026-11-29', description: '', …}, {body: 'Sprint Goal: Pay in two taps.', at: 20 Nov, …}, '', dateOf).description` → `'Sprint Goal: Pay in two taps.'`
 */
export function withGoalOf(iteration: Sprint, status: ProjectStatus | null, before: string, dateOf: (at: Instant) => PlainDate): Sprint {
  const on = status && dateOf(status.at);
  const runs = on !== null && iteration.startsOn !== null && iteration.dueOn !== null && iteration.startsOn <= on && on <= iteration.dueOn;
  return { ...iteration, description: runs && status && readGoal(status.body)?.source === 'description' ? status.body : before };
}
