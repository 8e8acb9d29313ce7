import type { Issue, ProjectKey } from '../issue.ts';
import { isIterationKey, trackerOfKey, withoutHost } from '../keys.ts';
import type { Sprint } from '../sprint/sprint.ts';
import { DAY, type PlainDate } from '../time.ts';
import type { Belonging, Horizon, RoadmapItem } from './roadmap-item.ts';
import type { PlanningProject } from '../sprint/planning-project.ts';
import { itemId } from './tags.ts';

/** Something that a tracker plans already, and the item that it would be. Nothing of it is kept until it is saved. */
export interface RoadmapCandidate {
  readonly item: Omit<RoadmapItem, 'createdAt' | 'updatedAt'>;
  readonly kind: 'milestone' | 'version' | 'epic' | 'project';
  /** As people call it: `acme/shop`, `SHOP`. */
  readonly project: string;
  /** `null` where the tracker does not tell. */
  readonly openIssues: number | null;
  readonly dueOn: PlainDate | null;
}

type Found = Omit<RoadmapCandidate, 'item' | 'project'> & { readonly title: string; readonly belongs?: Belonging; readonly horizon: Horizon | null; readonly plan?: PlanningProject };

/** A quarter: what is due sooner is Now, within another one Next. */
const QUARTER = 91;

/** What one project has planned: its milestones or sprints, and its open issues. */
export interface ProjectPlan {
  readonly project: ProjectKey;
  readonly sprints: readonly Sprint[];
  readonly open: readonly Issue[];
  /** Projects of GitHub that it is linked to. */
  readonly projects?: readonly PlanningProject[];
}

/**
 * A first roadmap out of what projects plan: open milestones and Projects (GitHub), versions that are not out, epics and other open issues with children. The due date tells the horizon; without one,
 * an epic in progress is Now and everything else Next. Those that an item has as its rule or its id already are left out; what has one name in several projects is one item, fed by all of them.
 * The soonest due first, then what feeds the most issues.
 *
 * @example candidatesOf([{ project: shop, sprints: [sprint24], open: [] }], [], today) // → [{ kind: 'milestone', project: 'acme/shop', item: { id: 'sprint-24', horizon: 'now', belongs: [{ milestone: 'Sprint 24', project: 'acme/shop' }], … }, … }]
 */
export function candidatesOf(plans: readonly ProjectPlan[], items: readonly RoadmapItem[], today: PlainDate): RoadmapCandidate[] {
  const known = new Set(items.flatMap(({ id, formerIds = [] }) => [id, ...formerIds]));
  const rules = new Set(items.flatMap(({ belongs = [] }) => belongs.map(ruleText)));
  const found = new Map<string, RoadmapCandidate>();
  const linked = new Set(items.flatMap(({ links = [] }) => links.map(({ url }) => url.toLowerCase())));
  for (const { project, sprints, open, projects = [] } of plans) {
    const name = withoutHost(project);
    for (const { title, belongs, horizon, plan, ...rest } of [...milestones(project, name, sprints, today), ...versions(name, open, today), ...epics(project, name, open, today), ...fromProjects(projects)]) {
      const id = itemId(title);
      if (known.has(id) || (belongs && rules.has(ruleText(belongs))) || (plan && linked.has(plan.url.toLowerCase()))) continue;
      const one: RoadmapCandidate = { ...rest, project: name, item: { id, title, outcome: plan?.summary ?? '', horizon, ...(belongs && { belongs: [belongs] }), ...(plan && linkedTo(plan)) } };
      const same = found.get(id);
      found.set(id, same === undefined ? one : plan && same.kind === 'project' && same.item.links?.[0]?.url === plan.url ? same : together(same, one));
    }
  }
  return [...found.values()].toSorted((a, b) => (a.dueOn ?? '9999').localeCompare(b.dueOn ?? '9999') || (b.openIssues ?? 0) - (a.openIssues ?? 0) || a.item.title.localeCompare(b.item.title, 'en'));
}

function together(a: RoadmapCandidate, b: RoadmapCandidate): RoadmapCandidate {
  return {
    ...a,
    project: [...new Set([a.project, b.project])].join(' and '),
    openIssues: a.openIssues === null || b.openIssues === null ? null : a.openIssues + b.openIssues,
    item: { ...a.item, ...merged('belongs', a, b), ...merged('links', a, b) },
  };
}

function milestones(project: ProjectKey, name: string, sprints: readonly Sprint[], today: PlainDate): Found[] {
  // On Jira they are sprints: timeboxes, not what somebody means to achieve.
  if (trackerOfKey(project) !== 'github') return [];
  return sprints.filter(({ state, key }) => state === 'open' && !isIterationKey(key)).map(({ title, dueOn, openIssues }) => ({ kind: 'milestone', title, dueOn, openIssues, horizon: horizonOf(dueOn, today, 'next'), belongs: { milestone: title, project: name } }));
}

/**
 * A Project whose people say how it goes, and by when: it is linked, so that their word stays the item's; its dates are the item's window. One of which nobody has said anything is a team's board, not
 * something to achieve.
 */
function fromProjects(projects: readonly PlanningProject[]): Found[] {
  return projects.flatMap((plan): Found[] => (plan.status === null ? [] : [{ kind: 'project', title: plan.title, plan, dueOn: plan.status.targetOn, openIssues: null, horizon: (plan.status.startsOn ?? plan.status.targetOn) === null ? 'next' : null }]));
}

function linkedTo({ title, url, status }: PlanningProject): Pick<RoadmapItem, 'links' | 'window'> {
  const { startsOn = null, targetOn = null } = status ?? {};
  return { links: [{ title: `Project ${title}`, url }], ...((startsOn ?? targetOn) !== null && { window: { from: startsOn, to: targetOn } }) };
}

function merged(part: 'belongs' | 'links', a: RoadmapCandidate, b: RoadmapCandidate): Partial<RoadmapItem> {
  const all = [...(a.item[part] ?? []), ...(b.item[part] ?? [])];
  return all.length > 0 ? { [part]: all } : {};
}

function versions(name: string, open: readonly Issue[], today: PlainDate): Found[] {
  const counts = new Map<string, { openIssues: number; dueOn: PlainDate | null }>();
  for (const version of open.flatMap(({ versions: planned = [] }) => planned.filter(({ released }) => !released))) {
    counts.set(version.name, { openIssues: (counts.get(version.name)?.openIssues ?? 0) + 1, dueOn: version.releaseOn });
  }
  return [...counts].map(([version, { openIssues, dueOn }]) => ({ kind: 'version', title: version, dueOn, openIssues, horizon: horizonOf(dueOn, today, 'next'), belongs: { version, project: name } }));
}

function epics(project: ProjectKey, name: string, open: readonly Issue[], today: PlainDate): Found[] {
  const reference = (issue: Issue) => (trackerOfKey(project) === 'github' ? `${name}${issue.reference}` : issue.reference);
  return open.filter(({ type, subIssues }) => type?.toLowerCase() === 'epic' || (subIssues?.total ?? 0) > 0).map((issue) => ({
    kind: 'epic', title: issue.title, dueOn: issue.dueOn, openIssues: issue.subIssues === null ? null : issue.subIssues.total - issue.subIssues.completed,
    horizon: horizonOf(issue.dueOn, today, issue.status.category === 'doing' ? 'now' : 'next'), belongs: { parent: reference(issue) },
  }));
}

function horizonOf(dueOn: PlainDate | null, today: PlainDate, otherwise: Horizon): Horizon {
  if (dueOn === null) return otherwise;
  const days = (Date.parse(`${dueOn}T00:00:00Z`) - Date.parse(`${today}T00:00:00Z`)) / DAY;
  return days <= QUARTER ? 'now' : days <= 2 * QUARTER ? 'next' : 'later';
}

const ruleText = ({ label = '', milestone = '', parent = '', version = '', project = '' }: Belonging): string => [label, milestone, parent, version, project].join('\n').toLowerCase();
