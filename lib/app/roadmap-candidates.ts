import { candidatesOf, type RoadmapCandidate } from '../core/roadmap/candidates.ts';
import { backlogKey } from '../core/keys.ts';
import { workCalendar } from '../core/work-calendar.ts';
import type { Ports } from './ports.ts';

/** More open issues than a project plans with; the page must not read an archive. */
const OPEN = 5000;

/**
 * What could be on the roadmap, of all projects that have been read and are not on it yet.
 *
 * @example await roadmapCandidates(ports) // → [{ kind: 'milestone', project: 'acme/shop', item: { id: 'sprint-24', … }, openIssues: 14, … }, …]
 */
export async function roadmapCandidates(ports: Ports): Promise<RoadmapCandidate[]> {
  const [projects, settings, items, plannings] = await Promise.all([ports.store.projects(), ports.store.settings(), ports.store.roadmap(), ports.store.plannings()]);
  const plans = await Promise.all(projects.map(async ({ project }) => {
    const [sprints, open] = await Promise.all([ports.store.sprints(project), ports.store.openIssues(backlogKey(project, 'issue'), OPEN)]);
    return { project, sprints, open, projects: plannings.filter((row) => row.project === project) };
  }));
  return candidatesOf(plans, items, workCalendar(settings.calendar).dateOf(ports.now()));
}
