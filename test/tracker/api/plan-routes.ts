import type { Plan } from '../model/plan.ts';
import { representPlan, representPlanFields, representPlanItem } from '../represent/plan.ts';
import type { Account } from './account.ts';
import { type Answer, type Call, ok } from './answer.ts';
import { readCursor, writeCursor } from './cursor.ts';
import { linkHeader, perPageOf } from './link.ts';
import { notAccessibleByToken, notFound, requiresAuthentication, ssoRequired } from './refusals.ts';

/** Whether a token may read Projects: a classic one by its scope, a fine-grained one by the organisation's permission, and never those of a person. */
export function mayReadPlans(account: Account, plan?: Plan): boolean {
  if (account.kind === 'anonymous') return false;
  const { kind, scopes = [], permissions } = account.token;
  if (kind === 'classic') return scopes.includes('project') || scopes.includes('read:project');
  return permissions?.organization_projects !== undefined && plan?.ownerKind !== 'User';
}

/** `/orgs/acme/projectsV2…`, `/users/maya/projectsV2…`: reading. An Enterprise Server has none of it. `undefined` for any other path. */
export function answerPlans(call: Call): Answer | undefined {
  const [, scope, owner, rest = ''] = /^\/(orgs|users|organizations)\/([^/]+)\/projectsV2(\/.*)?$/.exec(call.path) ?? [];
  if (scope === undefined || owner === undefined) return undefined;
  if (call.role.flavour === 'enterprise') return notFound();
  if (call.account.kind === 'anonymous') return requiresAuthentication();
  if (call.account.token.ssoRequired === true) return ssoRequired(call.role.siteRoot);
  if (call.method !== 'GET') return refuseWrite(call);
  const kind = scope === 'users' ? 'User' : 'Organization';
  const plans = call.world.plans.filter((plan) => plan.ownerKind === kind && (plan.owner.toLowerCase() === owner.toLowerCase() || String(call.world.people.get(plan.owner)?.id) === owner));
  if (!mayReadPlans(call.account)) return notAccessibleByToken();
  if (rest === '') return listed(call, plans.map((plan) => [plan.number, representPlan(call.world, plan, call.role)] as const), owner);
  const [, number, part = '', id] = /^\/(\d+)(?:\/(fields|items)(?:\/(\d+))?)?$/.exec(rest) ?? [];
  const plan = plans.find((one) => one.number === Number(number));
  if (!plan || !mayReadPlans(call.account, plan)) return notFound();
  if (part === '') return ok(representPlan(call.world, plan, call.role));
  const rows = part === 'fields' ? fieldRows(call, plan) : itemRows(call, plan);
  if (id === undefined) return listed(call, rows, String(call.world.people.get(plan.owner)?.id ?? plan.owner));
  const row = rows.find(([own]) => own === Number(id));
  return row ? ok(row[1]) : notFound();
}

/** Counted, so that a test can say that there was none. */
export function refuseWrite({ world }: Call): Answer {
  world.planWrites += 1;
  return notAccessibleByToken();
}

type Rows = readonly (readonly [number, object])[];

function fieldRows({ role, now }: Call, plan: Plan): Rows {
  return representPlanFields(plan, role, now).map((field) => [field.id, field]);
}

function itemRows({ world, role, query }: Call, plan: Plan): Rows {
  const asked = new Set([query.get('fields') ?? '', ...query.getAll('fields[]')].join(',').split(',').filter((id) => id !== '').map(Number));
  const repository = /(?:^|\s)repo:(\S+)/.exec(query.get('q') ?? '')?.[1]?.toLowerCase();
  const shown = plan.items.filter((item) => item.archivedAt === null && (repository === undefined || (item.number !== null && item.repository.toLowerCase() === repository)));
  return shown.map((item) => [item.id, representPlanItem(world, plan, item, asked, role)]);
}

/** One page after a cursor, on the numeric path that GitHub's links have for organisations. */
function listed({ query, role, path }: Call, rows: Rows, owner: string): Answer {
  const after = query.get('after') === null ? null : readCursor(query.get('after') ?? '');
  const start = after ? rows.findIndex(([id]) => id === after.id) + 1 : 0;
  const page = rows.slice(start, start + perPageOf(query));
  const last = page.at(-1);
  const more = last !== undefined && start + page.length < rows.length;
  const url = `${role.apiRoot}${path.startsWith('/users/') ? path : path.replace(/^\/org[^/]+\/[^/]+/, `/organizations/${owner}`)}`;
  return ok(page.map(([, row]) => row), more ? linkHeader(url, query, { next: { after: writeCursor({ key: '', id: last[0] }) } }) : undefined);
}
