import { remove, move } from './edit/fate.ts';
import { assign, describe, estimate, flag, moveToSprint, prioritise, rename, setDueDate, setLabels, setProperty, transition } from './edit/issue.ts';
import { changeSprintState } from './edit/sprint.ts';
import { noJiraTrouble } from './model/behaviours.ts';
import type { JiraSprint } from './model/board.ts';
import type { JiraWorld } from './model/jira.ts';
import { issueOf, type JiraSite } from './model/site.ts';

/** A change that somebody else makes in Jira while the extension is not looking. */
interface JiraEditOrder {
  /** `acme.atlassian.net` unless told otherwise. */
  host?: string;
  key: string;
  actor?: string;
  summary?: string;
  description?: string | null;
  /** By name: `In Progress`. */
  status?: string;
  labels?: string[];
  assignee?: string | null;
  /** By name: `P1`. */
  priority?: string;
  sprint?: number | null;
  points?: number | null;
  dueDate?: string | null;
  flagged?: boolean;
  properties?: Record<string, unknown>;
  /** Into another project, by key. */
  moveTo?: string;
  delete?: true;
}

interface SprintOrder {
  host?: string;
  id: number;
  name?: string;
  goal?: string;
  state?: JiraSprint['state'];
}

export interface JiraControlOrder {
  behaviours?: Partial<JiraWorld['behaviours']>;
  look?: Partial<JiraWorld['look']>;
  revoke?: string;
  restore?: string;
  /** Ends every browser's session of this person. */
  signOut?: string;
  /** Where Data Center is installed: `/jira`, or nothing. */
  contextPath?: string;
  /** Takes fields off a project's edit screen. */
  screen?: { host?: string; project: string; without: string[] };
  edit?: JiraEditOrder | JiraEditOrder[];
  sprint?: SprintOrder;
}

/** The part of an order that is about Jira. */
export function controlJira(world: JiraWorld, order: JiraControlOrder, now: number): void {
  Object.assign(world.behaviours, order.behaviours);
  Object.assign(world.look, order.look);
  for (const [value, revoked] of [[order.revoke, true], [order.restore, false]] as const) {
    const token = value === undefined ? undefined : world.tokens.get(value);
    if (token) token.revoked = revoked;
  }
  for (const [value, person] of world.sessions) if (person === order.signOut) world.sessions.delete(value);
  const center = world.sites.find(({ flavour }) => flavour === 'dc');
  if (center && order.contextPath !== undefined) center.contextPath = order.contextPath;
  const project = order.screen && siteOf(world, order.screen.host)?.projects.get(order.screen.project);
  if (project && order.screen) project.notOnScreen = order.screen.without;
  for (const edit of [order.edit ?? []].flat()) applyEdit(world, edit, now);
  if (order.sprint) applyToSprint(world, order.sprint, now);
}

/** Everything works again. */
export function calmJira(world: JiraWorld): void {
  Object.assign(world.behaviours, noJiraTrouble());
  world.writes.clear();
  world.buckets.clear();
}

function applyEdit(world: JiraWorld, order: JiraEditOrder, at: number): void {
  const site = siteOf(world, order.host);
  const issue = site && issueOf(site, order.key);
  if (!issue) return;
  const edit = { world, site, actor: order.actor ?? 'jonas-k', at };
  if (order.summary !== undefined) rename(edit, issue, order.summary);
  if (order.description !== undefined) describe(edit, issue, order.description);
  const status = site.projects.get(issue.project)?.statuses.find((id) => site.statuses.some((one) => one.id === id && one.name === order.status));
  if (status !== undefined) transition(edit, issue, status);
  if (order.labels) setLabels(edit, issue, order.labels);
  if (order.assignee !== undefined) assign(edit, issue, order.assignee);
  if (order.priority !== undefined) prioritise(edit, issue, order.priority);
  if (order.sprint !== undefined) moveToSprint(edit, issue, order.sprint);
  if (order.points !== undefined) estimate(edit, issue, order.points);
  if (order.dueDate !== undefined) setDueDate(edit, issue, order.dueDate);
  if (order.flagged !== undefined) flag(edit, issue, order.flagged);
  for (const [key, value] of Object.entries(order.properties ?? {})) setProperty(issue, key, value);
  if (order.moveTo !== undefined) move(edit, issue, order.moveTo);
  if (order.delete === true) remove(edit, issue);
}

function applyToSprint(world: JiraWorld, { host, id, name, goal, state }: SprintOrder, at: number): void {
  const site = siteOf(world, host);
  const sprint = site?.sprints.get(id);
  if (!site || !sprint) return;
  if (name !== undefined) sprint.name = name;
  if (goal !== undefined) sprint.goal = goal;
  if (state !== undefined) changeSprintState({ world, site, actor: 'maya', at }, sprint, state);
}

/** `?site=acme.atlassian.net&key=SHOP-12` shows the issue; always what there is on the sites. */
export function stateOfJira(world: JiraWorld, query: URLSearchParams): object {
  const site = siteOf(world, query.get('site') ?? undefined);
  const issue = site && issueOf(site, query.get('key') ?? '');
  return {
    ...(issue ? { issue } : {}), behaviours: world.behaviours,
    sites: world.sites.map(({ host, contextPath, issues, sprints }) => ({ host, contextPath, issues: [...issues.values()].map(({ key }) => key), sprints: [...sprints.values()] })),
  };
}

const siteOf = ({ sites }: JiraWorld, host = 'acme.atlassian.net'): JiraSite | undefined => sites.find((site) => site.host === host);
