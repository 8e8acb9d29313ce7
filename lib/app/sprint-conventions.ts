import type { ProjectKey } from '../core/issue.ts';
import { type RoadmapPlace, standardPlace } from '../core/roadmap/file/place.ts';
import { sprintConventions, type SprintConventions } from '../core/sprint/conventions.ts';
import type { Ports } from './ports.ts';

export interface TeamConventions extends SprintConventions {
  /** Where the roadmap that says so is. */
  readonly place: RoadmapPlace;
}

/**
 * How the team of a project runs its sprints, by the last good version of its roadmap's file.
 *
 * @example (await conventionsOf(ports, 'github.com/acme/shop')).goalPlace // → 'file'
 */
export async function conventionsOf(ports: Pick<Ports, 'store'>, project: ProjectKey): Promise<TeamConventions> {
  const files = await ports.store.roadmapFiles();
  const conventions = sprintConventions(files.flatMap(({ project: of, good }) => (good ? [{ project: of, team: good.file.team }] : [])), project);
  return { ...conventions, place: files.find((row) => row.project === conventions.home)?.place ?? standardPlace(conventions.home) };
}
