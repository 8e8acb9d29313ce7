import type { ProjectKey } from '../../core/issue.ts';
import type { PlannedItem } from '../../core/sprint/planning-project.ts';
import type { Instant, PlainDate } from '../../core/time.ts';
import { changedShape, fail, readAnswer, readRows, refuse, succeed } from '../exchange.ts';
import type { PlanningRead, PlanningStep } from '../planning.ts';
import type { Read } from '../read.ts';
import type { Credentials, Exchanged, Outcome } from '../tracker.ts';
import type { Send } from './client.ts';
import { placeOfProject } from './keyed.ts';
import { nextPage } from './link-header.ts';
import { askGraphql, type GraphqlReply } from './project-graphql.ts';
import { isOf, readGraphqlItem, readRestItem } from './project-items.ts';
import { planningFields, readGraphqlField, readLinkedProject, readRestField, sprintOfIteration } from './project-mapping.ts';
import { hasProjectRest, projectRoutes } from './project-routes.ts';
import { fieldsData, itemsData, linkedData } from './project-rows.ts';
import type { Call, Repository } from './routes.ts';

interface Asked {
  readonly send: Send;
  readonly now: () => Instant;
  readonly credentials: Credentials;
  readonly project: ProjectKey;
  readonly place: Repository;
  readonly today: PlainDate;
  readonly signal: AbortSignal | undefined;
}

type At<S extends PlanningStep['at']> = Extract<PlanningStep, { at: S }>;

/** The next request of a walk through the Projects that a repository is linked to: by REST where the site has it, by GraphQL on an Enterprise Server and for the links, which REST does not tell. */
export async function readPlanning(send: Send, now: () => Instant, credentials: Credentials, project: ProjectKey, step: PlanningStep, today: PlainDate, signal?: AbortSignal): Promise<Exchanged<PlanningRead>> {
  const place = placeOfProject(project);
  if (place === null) return refuse(changedShape('no project of GitHub'));
  // GraphQL answers nobody without a token.
  if (credentials.token === null) return refuse({ kind: 'unauthorised', reason: 'There is no token.' });
  const asked: Asked = { send, now, credentials, project, place, today, signal };
  if (step.at === 'list') return readLinked(asked);
  const rest = hasProjectRest(credentials.host);
  if (step.at === 'fields') return rest ? restFields(asked, step) : graphqlFields(asked, step);
  return rest ? restItems(asked, step) : graphqlItems(asked, step);
}

async function readLinked({ send, now, credentials, place, signal }: Asked): Promise<Exchanged<PlanningRead>> {
  const reply = await askGraphql(send, credentials, now, 'linked', { owner: place.owner, name: place.repository }, signal);
  return readAnswer<PlanningRead, GraphqlReply>(reply, ({ data, error }) => {
    const read = linkedData.safeParse(data);
    if (!read.success || read.data.repository === null) return fail(error ?? changedShape('no repository in the answer'));
    const told = (read.data.repository.projectsV2.nodes ?? []).filter((node) => node !== null);
    if (told.length === 0 && error !== null) return fail(error);
    const list = readRows(told, (raw) => readLinkedProject(credentials.host.toLowerCase(), place.owner, raw));
    if (!list.ok) return list;
    // A list with a hole would have what is planned forgotten.
    const [broken] = list.value.rejected;
    return broken ? fail(changedShape(`a project that cannot be read: ${broken.reason}`)) : succeed({ at: 'list', projects: list.value.rows.filter((one) => one !== null) });
  });
}

async function restFields(asked: Asked, { of }: At<'fields'>): Promise<Exchanged<PlanningRead>> {
  return readAnswer<PlanningRead>(await asked.send(asked.credentials, projectRoutes.fields(asked.place, of), { signal: asked.signal }), ({ body }) => {
    const list = readRows(body, readRestField);
    return list.ok ? succeed(fieldsRead(asked, of, list.value.rows)) : list;
  });
}

async function graphqlFields(asked: Asked, { of }: At<'fields'>): Promise<Exchanged<PlanningRead>> {
  const reply = await askGraphql(asked.send, asked.credentials, asked.now, 'fields', { owner: asked.place.owner, number: of.number }, asked.signal);
  return readAnswer<PlanningRead, GraphqlReply>(reply, ({ data, error }) => {
    const read = fieldsData.safeParse(data);
    const fields = read.success ? read.data.repositoryOwner?.projectV2?.fields : null;
    if (!fields) return fail(error ?? { kind: 'not-found' });
    const list = readRows((fields.nodes ?? []).filter((node) => node !== null), readGraphqlField);
    return list.ok ? succeed(fieldsRead(asked, of, list.value.rows)) : list;
  });
}

function fieldsRead({ project, today }: Asked, of: At<'fields'>['of'], rows: Parameters<typeof planningFields>[0]): PlanningRead {
  const { fields, iterations } = planningFields(rows);
  return { at: 'fields', fields, sprints: iterations.map((one) => sprintOfIteration(project, of, one, today)) };
}

async function restItems(asked: Asked, { of, fields, next }: At<'items'>): Promise<Exchanged<PlanningRead>> {
  const ids = Object.values(fields).filter((id: string | null) => id !== null);
  const call: Call = next === null ? projectRoutes.items(asked.place, of, ids) : { method: 'GET', url: next };
  return readAnswer<PlanningRead>(await asked.send(asked.credentials, call, { signal: asked.signal }), (answer) =>
    itemsRead(asked, answer.body, (raw) => readRestItem(asked.credentials.host, fields, raw), nextPage(answer)));
}

async function graphqlItems(asked: Asked, { of, fields, next }: At<'items'>): Promise<Exchanged<PlanningRead>> {
  const reply = await askGraphql(asked.send, asked.credentials, asked.now, 'items', { owner: asked.place.owner, number: of.number, after: next }, asked.signal);
  return readAnswer<PlanningRead, GraphqlReply>(reply, ({ data, error }) => {
    const read = itemsData.safeParse(data);
    const items = read.success ? read.data.repositoryOwner?.projectV2?.items : null;
    if (!items) return fail(error ?? { kind: 'not-found' });
    const { hasNextPage, endCursor } = items.pageInfo;
    return itemsRead(asked, (items.nodes ?? []).filter((node) => node !== null), (raw) => readGraphqlItem(asked.credentials.host, fields, raw), hasNextPage ? (endCursor ?? null) : null);
  });
}

function itemsRead({ project }: Asked, body: unknown, read: (raw: unknown) => Read<PlannedItem | null>, next: string | null): Outcome<PlanningRead> {
  const list = readRows(body, read);
  return list.ok ? succeed({ at: 'items', items: list.value.rows.flatMap((item) => (item !== null && isOf(project, item) ? [item] : [])), rejected: list.value.rejected, next }) : list;
}
