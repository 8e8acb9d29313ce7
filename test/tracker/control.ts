import { historyOf } from './edit/history.ts';
import { assign, changeState, moveToMilestone, rename, rewrite } from './edit/issue.ts';
import { type Edit, replaceLabels } from './edit/labels.ts';
import { planInto } from './edit/plan.ts';
import { calmJira, controlJira, type JiraControlOrder, stateOfJira } from './jira/control.ts';
import type { Issue } from './model/issue.ts';
import { fullName, type Repository } from './model/repository.ts';
import { noTrouble } from './model/behaviours.ts';
import type { World } from './model/world.ts';
import type { SentReply } from './send.ts';
import { iso } from './seed/dates.ts';

/** A change that somebody else makes in GitHub while the extension is not looking. */
interface EditOrder {
  repository: string;
  number: number;
  actor?: string;
  title?: string;
  body?: string | null;
  state?: 'open' | 'closed';
  labels?: string[];
  assignees?: string[];
  milestone?: number | null;
  /** Removes the issue; later requests get this status. */
  delete?: 404 | 410;
}

export interface ControlOrder {
  behaviours?: Partial<World['behaviours']>;
  site?: Partial<World['site']>;
  /** Everything works again and the allowances are full. */
  calm?: true;
  revoke?: string;
  restore?: string;
  /** Uses up an hourly allowance, but for so many requests. */
  spend?: { login?: string; address?: string; leaving: number };
  edit?: EditOrder | EditOrder[];
  /** Moves an issue of a plan to an iteration, or out of it. */
  plan?: { number: number; repository: string; issue: number; iteration: string | null };
  clearRequests?: true;
  jira?: JiraControlOrder;
}

/** POST /__control and GET /__state: the hands and eyes of tests that run in another process. Not recorded as requests. */
export function controlReply(world: World, requests: { length: number }, method: string, url: URL, body: unknown, now: Date): SentReply {
  if (url.pathname === '/__state') return json(stateOf(world, requests, url.searchParams));
  if (method === 'OPTIONS') return json({});
  // Only tests call this; a wrong order shows in the test that gave it.
  const order = (body ?? {}) as ControlOrder;
  if (order.calm) {
    Object.assign(world.behaviours, noTrouble());
    world.allowances.clear();
    calmJira(world.jira);
  }
  Object.assign(world.behaviours, order.behaviours);
  Object.assign(world.site, order.site);
  for (const [value, revoked] of [[order.revoke, true], [order.restore, false]] as const) {
    const token = value === undefined ? undefined : world.tokens.get(value);
    if (token) token.revoked = revoked;
  }
  if (order.spend) spend(world, order.spend, now);
  if (order.clearRequests) requests.length = 0;
  for (const edit of [order.edit ?? []].flat()) applyEdit(world, edit, now);
  const plan = world.plans.find((one) => one.ownerKind === 'Organization' && one.number === order.plan?.number);
  if (plan && order.plan) planInto(plan, order.plan.repository, order.plan.issue, order.plan.iteration, iso(now));
  if (order.jira) controlJira(world.jira, order.jira, now.getTime());
  return json({ ok: true, behaviours: world.behaviours, site: world.site, jira: world.jira.behaviours });
}

function spend(world: World, { login, address = '127.0.0.1', leaving }: NonNullable<ControlOrder['spend']>, now: Date): void {
  const key = login === undefined ? `address ${address} core` : `user ${login} core`;
  const limit = world.behaviours.primaryLimit ?? (login === undefined ? 60 : 5000);
  const resetAt = world.allowances.get(key)?.resetAt ?? now.getTime() + 3_600_000;
  world.allowances.set(key, { used: limit - leaving, resetAt });
}

function applyEdit(world: World, order: EditOrder, now: Date): void {
  const repository = find(world, order.repository);
  const issue = repository?.issues.get(order.number);
  if (!repository || !issue) return;
  const edit: Edit = { world, repository, actor: order.actor ?? 'jonas-k', at: iso(now) };
  if (order.title !== undefined) rename(edit, issue, order.title);
  if (order.body !== undefined) rewrite(edit, issue, order.body);
  if (order.state !== undefined) changeState(edit, issue, order.state, null);
  if (order.labels) replaceLabels(edit, issue, order.labels);
  if (order.assignees) assign(edit, issue, order.assignees);
  if (order.milestone !== undefined) moveToMilestone(edit, issue, order.milestone);
  if (order.delete !== undefined) {
    repository.issues.delete(order.number);
    repository.gone.set(order.number, { kind: 'deleted', status: order.delete });
    repository.revision += 1;
  }
}

/** `?repo=acme/shop&issue=12` shows the issue and its events; without an issue the numbers; always the requests so far. */
function stateOf(world: World, requests: { length: number }, query: URLSearchParams): unknown {
  const repository = find(world, query.get('repo') ?? 'acme/shop');
  const issue = repository?.issues.get(Number(query.get('issue')));
  return {
    ...(repository && issue ? describe(world, repository, issue) : {}),
    repositories: world.repositories.map((one) => ({ name: fullName(one), issues: one.issues.size, labels: [...one.labels.values()].map((label) => label.name) })),
    plans: world.plans, planWrites: world.planWrites,
    milestones: repository ? [...repository.milestones.values()] : [],
    behaviours: world.behaviours,
    jira: stateOfJira(world.jira, query),
    requests,
  };
}

const describe = (world: World, repository: Repository, issue: Issue): object => ({ issue, labels: issue.labels, events: historyOf(world, repository, issue) });
const find = (world: World, name: string): Repository | undefined => world.repositories.find((one) => fullName(one).toLowerCase() === name.toLowerCase());
const json = (body: unknown): SentReply => ({
  status: 200, text: JSON.stringify(body), headers: { 'content-type': 'application/json; charset=utf-8', 'access-control-allow-origin': '*', 'access-control-allow-headers': '*' },
});
