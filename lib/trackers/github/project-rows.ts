/** What is read of GitHub's answers about Projects, by REST and by GraphQL. As in rows.ts: unknown members are ignored, a member that decides something must be right. */
import * as z from 'zod/mini';
import { name } from '../rows.ts';

const day = z.iso.date();
const moment = z.iso.datetime({ offset: true });
const positive = z.int().check(z.positive());
/** An iteration's id ends up in a key. */
const iterationId = z.string().check(z.regex(/^[\w-]{1,40}$/));
/** Nodes that may not be seen are null. */
const nodes = <T extends z.ZodMiniType>(row: T) => z.object({ nodes: z.nullish(z.array(z.nullable(row))) });

const statusRow = z.object({
  status: z.nullish(z.string()), startDate: z.nullish(day), targetDate: z.nullish(day), body: z.nullish(z.string()), createdAt: moment, creator: z.nullish(z.object({ login: z.string() })),
});
export const linkedProjectRow = z.object({
  number: positive, title: name, closed: z.boolean(), shortDescription: z.nullish(z.string()), updatedAt: moment, owner: z.object({ __typename: z.string() }), statusUpdates: z.nullish(nodes(statusRow)),
});
export const linkedData = z.object({ repository: z.nullable(z.object({ projectsV2: nodes(z.unknown()) })) });

const length = z.int().check(z.positive(), z.lte(3650));
export const graphqlIteration = z.object({ id: iterationId, title: name, startDate: day, duration: length });
export const graphqlFieldRow = z.object({
  id: z.string(), name: z.string(), dataType: z.string(),
  configuration: z.nullish(z.object({ iterations: z.array(z.unknown()), completedIterations: z.array(z.unknown()) })),
});
const ofProject = <T extends z.ZodMiniType>(project: T) => z.object({ repositoryOwner: z.nullable(z.object({ projectV2: z.nullable(project) })) });
export const fieldsData = ofProject(z.object({ fields: nodes(z.unknown()) }));
export const itemsData = ofProject(z.object({ items: z.object({ pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.nullish(z.string()) }), nodes: z.nullish(z.array(z.unknown())) }) }));
const named = z.nullish(z.object({ id: z.nullish(z.string()) }));
export const graphqlItemRow = z.object({
  id: z.string(), isArchived: z.boolean(),
  content: z.nullish(z.object({ number: z.nullish(positive), repository: z.nullish(z.object({ nameWithOwner: z.string() })) })),
  fieldValues: nodes(z.object({ iterationId: z.nullish(z.string()), date: z.nullish(day), field: named })),
});

/** REST writes titles as plain text and as HTML. */
export const restIteration = z.object({ id: iterationId, title: z.object({ raw: name }), start_date: day, duration: length, completed: z.boolean() });
export const restFieldRow = z.object({
  id: z.int(), name: z.string(), data_type: z.string(), configuration: z.nullish(z.object({ iterations: z.nullish(z.array(z.unknown())) })),
});
export const restItemRow = z.object({
  id: z.int(), content_type: z.string(), archived_at: z.nullish(moment),
  content: z.nullish(z.object({ number: z.nullish(positive), html_url: z.nullish(z.string()), repository_url: z.nullish(z.string()) })),
  fields: z.nullish(z.array(z.object({ id: z.nullish(z.int()), value: z.unknown() }))),
});
