import type { ProjectKey } from '../core/issue.ts';
import { sprintConventions, type SprintConventions } from '../core/sprint/conventions.ts';
import type { Ports } from './ports.ts';

/**
 * How the team of a project runs its sprints, by the last good version of its roadmap's file.
 *
 * @example (await conventionsOf(ports, 'github.com/acme/shop')).goalPlace // → 'file'
 */
export async function conventionsOf(ports: Pick<Ports, 'store'>, project: ProjectKey): Promise<SprintConventions> {
  const files = await ports.store.roadmapFiles();
  return sprintConventions(files.flatMap(({ project: of, good }) => (good ? [{ project: of, team: good.file.team }] : [])), project);
}
