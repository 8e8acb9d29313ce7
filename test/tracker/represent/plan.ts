import { fieldId, isCompleted, type Plan, PLAN_FIELDS, type PlanItem, type PlanStatus, STATUSES } from '../model/plan.ts';
import { fullName } from '../model/repository.ts';
import type { World } from '../model/world.ts';
import { representIssue } from './issue.ts';
import { nodeId, type Roots, type Schemas } from './schemas.ts';
import { representUser } from './user.ts';

type FieldRow = Schemas['projects-v2-field'];
type ItemRow = Schemas['projects-v2-item-with-content'];

const both = (text: string): { raw: string; html: string } => ({ raw: text, html: text });
const urlOf = (plan: Plan, { apiRoot }: Roots): string => `${apiRoot}/${plan.ownerKind === 'User' ? 'users' : 'orgs'}/${plan.owner}/projectsV2/${plan.number}`;

export function representPlan(world: World, plan: Plan, roots: Roots): Schemas['projects-v2'] {
  const latest = plan.statusUpdates.at(-1);
  return {
    id: plan.id, node_id: nodeId('PVT', plan.id), owner: representUser(world, plan.owner, roots), creator: representUser(world, 'maya', roots), title: plan.title, description: null, public: plan.public,
    closed_at: plan.closedAt, created_at: plan.createdAt, updated_at: plan.updatedAt, number: plan.number, short_description: plan.summary, deleted_at: null, deleted_by: null,
    state: plan.closedAt === null ? 'open' : 'closed', latest_status_update: latest ? representStatus(world, plan, latest, roots) : null, is_template: false,
  };
}

function representStatus(world: World, plan: Plan, status: PlanStatus, roots: Roots): Schemas['projects-v2-status-update'] {
  return {
    id: status.id, node_id: nodeId('PVTSU', status.id), project_node_id: nodeId('PVT', plan.id), creator: representUser(world, status.creator, roots), created_at: status.createdAt, updated_at: status.createdAt,
    status: status.status, body: status.body, ...(status.startDate === null ? {} : { start_date: status.startDate }), ...(status.targetDate === null ? {} : { target_date: status.targetDate }),
  };
}

export function representPlanFields(plan: Plan, roots: Roots, now: Date): FieldRow[] {
  return PLAN_FIELDS.map(({ at, name, kind }) => ({
    id: fieldId(plan, at), node_id: nodeId('PVTF', fieldId(plan, at)), project_url: urlOf(plan, roots), name, data_type: kind, created_at: plan.createdAt, updated_at: plan.createdAt,
    ...(kind === 'single_select' ? { options: STATUSES.map((status, index) => ({ id: String(index), name: both(status), description: both(''), color: 'GRAY' })) } : {}),
    ...(kind === 'iteration'
      ? { configuration: { start_day: 1, duration: plan.duration, iterations: plan.iterations.map((one) => ({ id: one.id, start_date: one.startDate, duration: one.duration, title: both(one.title), completed: isCompleted(one, now) })) } }
      : {}),
  }));
}

/** Only the title is told unless fields are asked for by their ids. */
export function representPlanItem(world: World, plan: Plan, item: PlanItem, asked: ReadonlySet<number>, roots: Roots): ItemRow {
  const repository = world.repositories.find((one) => fullName(one) === item.repository);
  const issue = item.number === null ? undefined : repository?.issues.get(item.number);
  const kind = issue ? (issue.pull ? 'PullRequest' : 'Issue') : 'DraftIssue';
  const values = { 1: item.draftTitle ?? issue?.title ?? '', 2: issue?.assignees ?? [], 3: item.status, 4: iterationValue(plan, item), 5: item.startDate, 6: item.targetDate };
  return {
    id: item.id, node_id: nodeId('PVTI', item.id), project_url: urlOf(plan, roots), content_type: kind, creator: representUser(world, 'maya', roots), created_at: item.createdAt, updated_at: item.updatedAt,
    archived_at: item.archivedAt, item_url: `${urlOf(plan, roots)}/items/${item.id}`,
    content: issue && repository ? { ...representIssue(world, repository, issue, roots) } : { title: item.draftTitle ?? '', body: null },
    fields: PLAN_FIELDS.filter(({ at }) => (asked.size === 0 ? at === 1 : asked.has(fieldId(plan, at)))).map(({ at, name, kind: type }) => ({ id: fieldId(plan, at), name, data_type: type, value: values[at] })),
  };
}

function iterationValue(plan: Plan, { iteration }: PlanItem): object | null {
  const found = plan.iterations.find(({ id }) => id === iteration);
  return found ? { id: found.id, title: both(found.title), start_date: found.startDate, duration: found.duration } : null;
}
