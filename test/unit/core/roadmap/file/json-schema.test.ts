import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { jsonSchemaOf } from '../../../../../lib/core/roadmap/file/json-schema.ts';
import { readRoadmapFile } from '../../../../../lib/core/roadmap/file/read-file.ts';
import { ROADMAP_SCHEMA } from '../../../../../lib/core/roadmap/file/schema.ts';
import { MALFORMED } from './malformed.ts';
import { SAMPLE } from './sample.ts';

const schema = jsonSchemaOf(ROADMAP_SCHEMA);

describe('the JSON Schema for editors', () => {
  it('is published as the reader means it (renew it with: vitest -u)', async () => {
    await expect(`${JSON.stringify(schema, null, 1)}\n`).toMatchFileSnapshot('../../../../../public/waymark.schema.json');
  });

  it('accepts what the reader accepts', () => {
    expect(complaints(schema, parse(SAMPLE))).toEqual([]);
  });

  // Two items with one id, circles of former ids and days in order are beyond JSON Schema, and so is what is no YAML at all.
  it('refuses every value of a wrong type that the reader refuses', () => {
    const wrong = MALFORMED.filter(({ name }) => /^\w+(?:\.\S+)? is (?:a list|members|a flag|a negative number|a text)$/.test(name));
    expect(wrong.length).toBeGreaterThan(100);
    expect(wrong.filter(({ text }) => readRoadmapFile(text).ok || complaints(schema, parse(text)).length === 0).map(({ name }) => name)).toEqual([]);
  });
});

type Rule = Readonly<Record<string, unknown>>;

/** As much of JSON Schema as ours uses. A keyword that is not known here fails. */
function complaints(rule: Rule, value: unknown, path = ''): string[] {
  const kind = value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value;
  return Object.entries(rule).flatMap(([keyword, given]) => {
    const wrong = (is: boolean): string[] => (is ? [`${path} ${keyword}`] : []);
    switch (keyword) {
      case '$schema': case 'title': case 'description': return [];
      case 'type': return wrong(![given].flat().some((type) => (type === 'integer' ? Number.isInteger(value) : type === kind)));
      case 'enum': return wrong(!(given as unknown[]).includes(value));
      case 'pattern': return wrong(typeof value === 'string' && !new RegExp(given as string).test(value));
      case 'minimum': return wrong(typeof value === 'number' && value < (given as number));
      case 'maximum': return wrong(typeof value === 'number' && value > (given as number));
      case 'maxLength': return wrong(typeof value === 'string' && value.length > (given as number));
      case 'maxItems': return wrong(Array.isArray(value) && value.length > (given as number));
      case 'minProperties': return wrong(kind === 'object' && Object.keys(value as object).length < (given as number));
      case 'maxProperties': return wrong(kind === 'object' && Object.keys(value as object).length > (given as number));
      case 'required': return kind === 'object' ? (given as string[]).filter((name) => !(name in (value as object))).map((name) => `${path}.${name}`) : [];
      case 'items': return Array.isArray(value) ? value.flatMap((entry, index) => complaints(given as Rule, entry, `${path}[${index}]`)) : [];
      case 'additionalProperties': return kind === 'object' ? Object.entries(value as object).flatMap(([name, member]) => complaints(given as Rule, member, `${path}.${name}`)) : [];
      case 'properties': return kind === 'object' ? Object.entries(given as Record<string, Rule>).flatMap(([name, member]) => (name in (value as object) ? complaints(member, Reflect.get(value as object, name), `${path}.${name}`) : [])) : [];
      default: return [`${path}: the test does not know the keyword ${keyword}`];
    }
  });
}
