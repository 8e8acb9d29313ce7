import { fieldId, isCompleted, type Plan, PLAN_FIELDS, type PlanItem, type PlanIteration, STATUSES } from '../model/plan.ts';
import { fullName, type Repository } from '../model/repository.ts';
import { nodeId } from '../represent/schemas.ts';
import { sees } from './account.ts';
import type { Call } from './answer.ts';
import { readCursor, writeCursor } from './cursor.ts';
import { type GraphNode, GraphqlRefusal, node } from './graphql.ts';
import { mayReadPlans } from './plan-routes.ts';

type Given = Readonly<Record<string, unknown>>;

/** The part of GitHub's graph that leads to Projects (schema: ProjectV2, ProjectV2IterationField, ProjectV2Item, ProjectV2StatusUpdate). */
export function planGraph(call: Call): GraphNode {
  const { world } = call;
  return node('Query', {
    repository: ({ owner, name }: Given) => {
      const wanted = `${String(owner)}/${String(name)}`.toLowerCase();
      const repository = world.repositories.find((one) => fullName(one).toLowerCase() === wanted);
      if (!repository || !sees(call.account, repository)) throw new GraphqlRefusal('NOT_FOUND', `Could not resolve to a Repository with the name '${wanted}'.`);
      return node('Repository', { nameWithOwner: fullName(repository), projectsV2: (given: Given) => linked(call, repository, given) });
    },
    repositoryOwner: ({ login }: Given) => ownerOf(call, String(login)),
    organization: ({ login }: Given) => ownerOf(call, String(login)),
    user: ({ login }: Given) => ownerOf(call, String(login)),
    rateLimit: node('RateLimit', { cost: 1, limit: 5000 }),
  });
}

function linked(call: Call, repository: Repository, given: Given): GraphNode {
  demandScope(call, 'projectsV2');
  const plans = call.world.plans.filter((plan) => plan.repositories.includes(fullName(repository))).toSorted((a, b) => b.updatedAt.localeCompare(a.updatedAt));
  return connection('ProjectV2Connection', plans.map((plan) => [plan.id, () => planNode(call, plan)] as const), given);
}

function ownerOf(call: Call, login: string): GraphNode | null {
  const plans = call.world.plans.filter((plan) => plan.owner.toLowerCase() === login.toLowerCase());
  const kind = plans[0]?.ownerKind ?? 'Organization';
  return node([kind, 'ProjectV2Owner', 'RepositoryOwner'], {
    login,
    projectV2: ({ number }: Given) => {
      demandScope(call, 'projectV2');
      const plan = plans.find((one) => one.number === number);
      if (!plan) throw new GraphqlRefusal('NOT_FOUND', `Could not resolve to a ProjectV2 with the number ${String(number)}.`);
      return planNode(call, plan);
    },
  });
}

/** Scopes are looked at before anything is answered, permissions with each node. */
function demandScope({ account }: Call, field: string): void {
  if (account.kind !== 'token' || account.token.kind !== 'classic' || mayReadPlans(account)) return;
  throw new GraphqlRefusal('INSUFFICIENT_SCOPES', `Your token has not been granted the required scopes to execute this query. The '${field}' field requires one of the following scopes: ['read:project'], but your token has only been granted the: [${(account.token.scopes ?? []).map((scope) => `'${scope}'`).join(', ')}] scopes. Please modify your token's scopes at: https://github.com/settings/tokens.`, true);
}

function planNode(call: Call, plan: Plan): GraphNode {
  if (!mayReadPlans(call.account, plan)) throw new GraphqlRefusal('FORBIDDEN', 'Resource not accessible by personal access token');
  return node('ProjectV2', {
    id: nodeId('PVT', plan.id), number: plan.number, title: plan.title, url: `${call.role.siteRoot}/${plan.ownerKind === 'User' ? 'users' : 'orgs'}/${plan.owner}/projects/${plan.number}`,
    closed: plan.closedAt !== null, public: plan.public, shortDescription: plan.summary, createdAt: plan.createdAt, updatedAt: plan.updatedAt, owner: node([plan.ownerKind, 'ProjectV2Owner'], { login: plan.owner }),
    fields: (given: Given) => connection('ProjectV2FieldConfigurationConnection', PLAN_FIELDS.map(({ at }) => [at, () => fieldNode(call, plan, at)] as const), given),
    items: (given: Given) => connection('ProjectV2ItemConnection', plan.items.map((item) => [item.id, () => itemNode(call, plan, item)] as const), given),
    statusUpdates: (given: Given) => connection('ProjectV2StatusUpdateConnection', newestFirst(plan, given).map((one) => [one.id, () => node('ProjectV2StatusUpdate', {
      id: nodeId('PVTSU', one.id), status: one.status, body: one.body, startDate: one.startDate, targetDate: one.targetDate, createdAt: one.createdAt, updatedAt: one.createdAt, creator: node('User', { login: one.creator }),
    })] as const), given),
  });
}

function newestFirst({ statusUpdates }: Plan, { orderBy }: Given): Plan['statusUpdates'] {
  return typeof orderBy === 'object' && orderBy !== null && 'direction' in orderBy && orderBy.direction === 'DESC' ? statusUpdates.toReversed() : statusUpdates;
}

function fieldNode({ now }: Call, plan: Plan, at: number): GraphNode {
  const field = PLAN_FIELDS.find((one) => one.at === at);
  const common = { id: nodeId('PVTF', fieldId(plan, at)), name: field?.name, dataType: field?.kind.toUpperCase() };
  if (field?.kind === 'single_select') return node(['ProjectV2SingleSelectField', 'ProjectV2FieldCommon'], { ...common, options: STATUSES.map((name, index) => node('ProjectV2SingleSelectFieldOption', { id: String(index), name })) });
  if (field?.kind !== 'iteration') return node(['ProjectV2Field', 'ProjectV2FieldCommon'], common);
  const told = ({ id, title, startDate, duration }: PlanIteration) => node('ProjectV2IterationFieldIteration', { id, title, titleHTML: title, startDate, duration });
  return node(['ProjectV2IterationField', 'ProjectV2FieldCommon'], {
    ...common,
    configuration: node('ProjectV2IterationFieldConfiguration', {
      duration: plan.duration, startDay: 1, iterations: plan.iterations.filter((one) => !isCompleted(one, now)).map(told),
      completedIterations: plan.iterations.filter((one) => isCompleted(one, now)).toReversed().map(told),
    }),
  });
}

function itemNode(call: Call, plan: Plan, item: PlanItem): GraphNode {
  const repository = call.world.repositories.find((one) => fullName(one) === item.repository);
  const issue = item.number === null ? undefined : repository?.issues.get(item.number);
  return node('ProjectV2Item', {
    id: nodeId('PVTI', item.id), isArchived: item.archivedAt !== null, type: issue ? (issue.pull ? 'PULL_REQUEST' : 'ISSUE') : 'DRAFT_ISSUE', createdAt: item.createdAt, updatedAt: item.updatedAt,
    content: issue ? node(issue.pull ? 'PullRequest' : 'Issue', { number: issue.number, title: issue.title, repository: node('Repository', { nameWithOwner: item.repository }) }) : node('DraftIssue', { title: item.draftTitle ?? '' }),
    fieldValues: (given: Given) => connection('ProjectV2ItemFieldValueConnection', valueNodes(call, plan, item).map((one, index) => [index, () => one] as const), given),
  });
}

function valueNodes(call: Call, plan: Plan, item: PlanItem): GraphNode[] {
  const iteration = plan.iterations.find(({ id }) => id === item.iteration);
  return [
    ...(item.status === null ? [] : [node('ProjectV2ItemFieldSingleSelectValue', { name: item.status, field: fieldNode(call, plan, 3) })]),
    ...(iteration ? [node('ProjectV2ItemFieldIterationValue', { iterationId: iteration.id, title: iteration.title, startDate: iteration.startDate, duration: iteration.duration, field: fieldNode(call, plan, 4) })] : []),
    ...([[5, item.startDate], [6, item.targetDate]] as const).flatMap(([at, date]) => (date === null ? [] : [node('ProjectV2ItemFieldDateValue', { date, field: fieldNode(call, plan, at) })])),
  ];
}

/** A page of a connection. Each node is made when it is asked for, so that one that may not be seen is null among the others. */
function connection(type: string, rows: readonly (readonly [number, () => GraphNode])[], { first, after }: Given): GraphNode {
  if (typeof first !== 'number' || first < 1 || first > 100) throw new GraphqlRefusal('MISSING_PAGINATION_BOUNDARIES', `You must provide a \`first\` or \`last\` value to properly paginate the \`${type}\`.`, true);
  const place = typeof after === 'string' ? readCursor(after) : undefined;
  const start = place ? rows.findIndex(([id]) => id === place.id) + 1 : 0;
  const page = rows.slice(start, start + first);
  const last = page.at(-1);
  return node(type, {
    totalCount: rows.length, nodes: page.map(([, make]) => make),
    pageInfo: node('PageInfo', { hasNextPage: start + page.length < rows.length, endCursor: last ? writeCursor({ key: '', id: last[0] }) : null }),
  });
}
