import type { MembersShape, Shape } from './shape.ts';

/**
 * A shape as JSON Schema, for completion and hints in editors. Members that we do not know are allowed there as they are in the reader.
 *
 * `jsonSchemaOf(ROADMAP_SCHEMA)` → the whole of `public/waymark.schema.json`
 */
export function jsonSchemaOf(root: MembersShape): Readonly<Record<string, unknown>> {
  return { $schema: 'http://json-schema.org/draft-07/schema#', title: root.about, ...schemaOf(root) };
}

function schemaOf(shape: Shape): Readonly<Record<string, unknown>> {
  const description = shape.about;
  switch (shape.kind) {
    case 'text':
      // A number is a text to people: `to: 70`.
      return shape.form ? { description, type: 'string', maxLength: shape.most, pattern: shape.form.pattern } : { description, type: ['string', 'number', 'null'], maxLength: shape.most };
    case 'number':
      return { description, type: shape.whole ? 'integer' : 'number', minimum: shape.least, maximum: shape.most };
    case 'choice':
      return { description, enum: shape.of };
    case 'flag':
      return { description, type: 'boolean' };
    case 'date':
      return { description, type: ['string', 'null'], pattern: '^\\d{4}-\\d{2}-\\d{2}$' };
    case 'list':
      return { description, type: 'array', maxItems: shape.most, items: schemaOf(shape.of) };
    case 'map':
      return { description, type: 'object', maxProperties: shape.most, additionalProperties: schemaOf(shape.of) };
    case 'members':
      return {
        description, type: 'object', ...(shape.required.length > 0 && { required: shape.required }), ...(shape.some && { minProperties: 1 }),
        properties: Object.fromEntries(Object.entries(shape.members).map(([name, member]) => [name, schemaOf(member)])),
      };
  }
}
