import type { IssueKey, ProjectKey } from '../core/issue.ts';
import { trackerOfKey, withoutHost } from '../core/keys.ts';
import type { RoadmapItem } from '../core/roadmap/roadmap-item.ts';
import { planWords, readPlans, type TrackerPlan, type TrackerPlans } from '../core/roadmap/tracker-plan.ts';
import type { ProjectRow } from '../storage/rows.ts';
import type { Ports } from './ports.ts';

/**
 * What the trackers plan of what items name: milestones and Jira's versions by name, epics by key. Read anew each time from what the sync keeps, so that it is always the tracker's present word.
 *
 * @example (await trackerPlans(ports, items)).plansOf(item) // → [{ words: 'Jira version 2.1', dueOn: '2026-12-12', done: false, … }]
 */
export async function trackerPlans(ports: Ports, items: readonly RoadmapItem[]): Promise<TrackerPlans> {
  // Most roadmaps name nothing of a tracker: then no project is asked.
  if (!items.some(({ belongs, links }) => belongs !== undefined || links !== undefined)) return readPlans([]);
  const projects = await ports.store.projects();
  const [milestones, epics] = await Promise.all([Promise.all(projects.map(async ({ project }) => milestonesOf(ports, project))), epicsOf(ports, items, projects)]);
  return readPlans([...milestones.flat(), ...projects.flatMap(versionsOf), ...epics]);
}

async function milestonesOf(ports: Ports, project: ProjectKey): Promise<TrackerPlan[]> {
  // Jira's sprints are timeboxes, not what somebody means to achieve.
  if (trackerOfKey(project) !== 'github') return [];
  return (await ports.store.sprints(project)).map(({ title, url, startsOn, dueOn, state }) => ({ kind: 'milestone', project, name: title, words: planWords('milestone', project, title), url, startsOn, dueOn, done: state === 'closed' }));
}

function versionsOf({ project, versions = [] }: ProjectRow): TrackerPlan[] {
  return versions.map((version) => ({
    kind: 'version', project, name: version.name, words: planWords('version', project, version.name), url: version.url, startsOn: version.startOn, dueOn: version.releaseOn, done: version.released,
  }));
}

/** Of the issues that rules name as parents: as few reads as there are such rules. */
async function epicsOf(ports: Ports, items: readonly RoadmapItem[], projects: readonly ProjectRow[]): Promise<TrackerPlan[]> {
  const names = new Set(items.flatMap(({ belongs = [] }) => belongs.flatMap(({ parent }) => parent?.trim() ?? [])));
  const asked = [...names].flatMap((name) => keysOf(name, projects).map((key) => [key, name] as const));
  if (asked.length === 0) return [];
  const issues = await ports.store.issues(asked.map(([key]) => key));
  return asked.flatMap(([key, name]) => {
    const issue = issues.get(key);
    return issue ? [{ kind: 'parent', project: issue.project, name, words: planWords('parent', issue.project, name), url: issue.url, startsOn: issue.startOn ?? null, dueOn: issue.dueOn, done: issue.status.category === 'done' }] : [];
  });
}

/** `SHOP-12` and `acme/shop#12` stand in a project that is known here; both may have their host before them, and capitals do not matter, as to the rule itself. */
function keysOf(name: string, projects: readonly ProjectRow[]): IssueKey[] {
  const number = /[#-](\d{1,15})$/.exec(name)?.[1];
  if (number === undefined) return [];
  const keys = projects.map(({ project }) => `${project}${trackerOfKey(project) === 'jira' ? '-' : '#'}${number}` as IssueKey); // as keys are made of a project's
  return keys.filter((key) => [key, withoutHost(key)].some((known) => known.toLowerCase() === name.toLowerCase()));
}
