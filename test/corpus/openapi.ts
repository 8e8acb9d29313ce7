import { readFileSync } from 'node:fs';

interface Schema {
  readonly $ref?: string;
  readonly allOf?: readonly Schema[];
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: boolean | Schema;
  readonly items?: Schema;
}

interface Operation {
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, { readonly schema?: Schema }>> }>>;
}

export interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

export const readDescription = (file: string): Description => JSON.parse(readFileSync(file, 'utf8')) as Description; // Atlassian's own file

/** What an OpenAPI description has to say against an answer of one of its operations: a sentence for each place, none when it is as described. */
export function complaints(description: Description, method: string, path: string, status: number, answer: unknown): string[] {
  const schema = description.paths[path]?.[method]?.responses[status]?.content?.['application/json']?.schema;
  return schema ? check(description, schema, answer, '') : [`${method} ${path} is not described with ${status}`];
}

function check(description: Description, schema: Schema, value: unknown, at: string): string[] {
  if (schema.$ref !== undefined) {
    const named = description.components.schemas[schema.$ref.split('/').at(-1) ?? ''];
    return named ? check(description, named, value, at) : [`${at}: no ${schema.$ref}`];
  }
  // A null stands where the descriptions know only a type: recorded of Cloud (corpus/api/jira/devlake, `"from": null`).
  if (value === null) return [];
  const parts = (schema.allOf ?? []).flatMap((part) => check(description, part, value, at));
  if (schema.enum && !schema.enum.includes(value)) return [...parts, `${at}: ${JSON.stringify(value)} is none of ${schema.enum.join(', ')}`];
  if (schema.type !== undefined && !isOf(schema.type, value)) return [...parts, `${at}: ${JSON.stringify(value)} is no ${schema.type}`];
  if (Array.isArray(value)) return [...parts, ...value.flatMap((item, index) => (schema.items ? check(description, schema.items, item, `${at}/${index}`) : []))];
  if (typeof value !== 'object' || !schema.properties) return parts;
  const missing = (schema.required ?? []).filter((name) => !(name in value)).map((name) => `${at}: no ${name}`);
  return [...parts, ...missing, ...Object.entries(value).flatMap(([name, inner]) => {
    const property = schema.properties?.[name];
    if (property) return check(description, property, inner, `${at}/${name}`);
    return schema.additionalProperties === false ? [`${at}: ${name} is not described`] : [];
  })];
}

function isOf(type: string, value: unknown): boolean {
  if (type === 'array') return Array.isArray(value);
  if (type === 'integer') return Number.isInteger(value);
  if (type === 'object') return typeof value === 'object' && value !== null && !Array.isArray(value);
  return typeof value === type;
}
