import type { ProjectKey } from '../issue.ts';
import type { SprintGoalPlace, TeamSettings } from '../roadmap/file/roadmap-file.ts';

/** How a project's team runs its sprints, as its roadmap file says: read, never written but by a proposal. */
export interface SprintConventions {
  /** Whose roadmap says so; the project itself where none does. */
  readonly home: ProjectKey;
  /** What a sprint is. `project` is the number of a GitHub project; without one iterations cannot be found, and milestones count. */
  readonly source: { readonly kind: 'milestones' } | { readonly kind: 'iterations'; readonly project: number; readonly field: string | null };
  /** Where the goal is read first, and written; `null` where the team has not chosen: file, milestone, status update, local, in that order. */
  readonly goalPlace: SprintGoalPlace | null;
  /** Issues with this label serve the goal. */
  readonly goalLabel: string;
  /** The goals of a sprint that the file holds, the more important first, by its title. */
  goalsOf(sprint: string): readonly string[];
}

export const GOAL_LABEL = 'sprint-goal';

/** What one place of the roadmap says about how a team works. */
export interface TeamOfProject {
  readonly project: ProjectKey;
  readonly team: TeamSettings;
}

/**
 * The conventions of a project: its own roadmap's, else those of the only roadmap that speaks of sprints, else the standard (milestones, no chosen place, the label `sprint-goal`). Two other roadmaps that speak of them are two other teams, and
 * neither is asked.
 *
 * `sprintConventions([{ project: shop, team: { sprints: { source: 'iterations', project: 4 } } }], shop).source` → `{ kind: 'iterations', project: 4, field: null }`
 */
export function sprintConventions(teams: readonly TeamOfProject[], project: ProjectKey): SprintConventions {
  const speaking = teams.filter(({ team }) => team.sprints !== undefined);
  const own = teams.find((one) => one.project === project) ?? (speaking.length === 1 ? speaking[0] : undefined);
  const { source, project: number, field, goal = {}, goals = [] } = own?.team.sprints ?? {};
  return {
    home: own?.project ?? project,
    source: source === 'iterations' && number !== undefined ? { kind: 'iterations', project: number, field: field ?? null } : { kind: 'milestones' },
    goalPlace: goal.place ?? null,
    goalLabel: goal.label ?? GOAL_LABEL,
    goalsOf: (sprint) => goals.filter((entry) => isSameSprint(entry.sprint, sprint)).map((entry) => entry.goal),
  };
}

/** Whether a file's title of a sprint means it: capitals and outer space do not matter. `isSameSprint(' sprint 24', 'Sprint 24')` → `true` */
export function isSameSprint(title: string, other: string): boolean {
  return title.trim().toLowerCase() === other.trim().toLowerCase();
}
