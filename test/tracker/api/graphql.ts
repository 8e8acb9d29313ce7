import { type Answer, type Call, ok } from './answer.ts';
import { type Operation, parseGraphql, type Selection } from './graphql-parse.ts';
import { badCredentials } from './refusals.ts';
import { refuseWrite } from './plan-routes.ts';
import { planGraph } from './plan-graph.ts';

/** A refusal in GraphQL's way: an entry of `errors`, beside a null where the data would stand. `whole` ones leave no data at all. */
export class GraphqlRefusal extends Error {
  readonly type: string;
  readonly whole: boolean;
  constructor(type: string, message: string, whole = false) {
    super(message);
    this.type = type;
    this.whole = whole;
  }
}

/** An object of the graph: its types, and its fields as values or as functions of their arguments. */
export interface GraphNode {
  readonly types: readonly string[];
  readonly fields: Readonly<Record<string, unknown>>;
}

export const node = (types: string | readonly string[], fields: GraphNode['fields']): GraphNode => ({ types: [types].flat(), fields });

interface Told {
  type?: string;
  message: string;
  path?: (string | number)[];
}

/** POST /graphql: queries are answered, mutations refused and counted. GraphQL answers 200 whatever happens inside. */
export function answerGraphql(call: Call): Answer {
  if (call.account.kind === 'anonymous') return { ...badCredentials(), status: 401, body: { message: 'This endpoint requires you to be authenticated.', documentation_url: 'https://docs.github.com/graphql/guides/forming-calls-with-graphql#authenticating-with-graphql', status: '401' } };
  const { query, variables = {} } = (call.body ?? {}) as { query?: string; variables?: Record<string, unknown> }; // whatever a client sends
  let operation: Operation;
  try {
    operation = parseGraphql(query ?? '', variables);
  } catch (error) {
    return ok({ errors: [{ message: error instanceof Error ? error.message : String(error) }] });
  }
  if (operation.kind === 'mutation') {
    refuseWrite(call);
    return ok({ data: null, errors: [{ type: 'FORBIDDEN', message: 'Resource not accessible by personal access token' }] });
  }
  const errors: Told[] = [];
  try {
    const data = resolve(planGraph(call), operation.selections, [], errors);
    return ok({ data, ...(errors.length > 0 ? { errors } : {}) });
  } catch (error) {
    if (error instanceof GraphqlRefusal) return ok({ errors: [{ type: error.type, message: error.message }] });
    throw error;
  }
}

function resolve(of: GraphNode, selections: readonly Selection[], path: readonly (string | number)[], errors: Told[]): Record<string, unknown> {
  const data: Record<string, unknown> = {};
  for (const selection of selections) {
    if ('on' in selection) {
      if (of.types.includes(selection.on)) Object.assign(data, resolve(of, selection.of, path, errors));
      continue;
    }
    const here = [...path, selection.as];
    if (selection.field === '__typename') data[selection.as] = of.types[0];
    else if (!(selection.field in of.fields)) throw new GraphqlRefusal('undefinedField', `Field '${selection.field}' doesn't exist on type '${of.types[0]}'`, true);
    else data[selection.as] = told(of.fields[selection.field], selection, here, errors);
  }
  return data;
}

function told(field: unknown, selection: Extract<Selection, { field: string }>, path: (string | number)[], errors: Told[]): unknown {
  try {
    // Fields of the graph are values or functions of arguments, made in plan-graph.ts.
    const value: unknown = typeof field === 'function' ? (field as (given: Readonly<Record<string, unknown>>) => unknown)(selection.arguments) : field;
    if (Array.isArray(value)) return value.map((one, index) => told(one, selection, [...path, index], errors));
    return typeof value === 'object' && value !== null && 'types' in value ? resolve(value as GraphNode, selection.of ?? [], path, errors) : value;
  } catch (error) {
    if (!(error instanceof GraphqlRefusal) || error.whole) throw error;
    errors.push({ type: error.type, message: error.message, path });
    return null;
  }
}
