/**
 * What a value in the roadmap file may be. One description serves twice: the reader holds a file to it and says where it does not fit, and editors get it as JSON Schema.
 */
export type Shape =
  | { readonly kind: 'text'; readonly about: string; readonly most: number; readonly form?: { readonly pattern: string; readonly says: string } }
  | { readonly kind: 'number'; readonly about: string; readonly least: number; readonly most: number; readonly whole?: true }
  | { readonly kind: 'choice'; readonly about: string; readonly of: readonly string[] }
  | { readonly kind: 'flag'; readonly about: string }
  | { readonly kind: 'date'; readonly about: string }
  | { readonly kind: 'list'; readonly about: string; readonly of: Shape; readonly most: number }
  /** Members with names of their own choice, all of one shape. */
  | { readonly kind: 'map'; readonly about: string; readonly of: Shape; readonly most: number }
  | MembersShape;

/** Members with known names. What is not known is kept and warned of. */
export interface MembersShape {
  readonly kind: 'members';
  readonly about: string;
  readonly members: Readonly<Record<string, Shape>>;
  readonly required: readonly string[];
  /** At least one of them must be there. */
  readonly some?: boolean;
}

/** How a text calls a shape in a sentence: `a date like 2026-11-30`. */
export function shapeInWords(shape: Shape): string {
  switch (shape.kind) {
    case 'text':
      return shape.form?.says ?? 'a text';
    case 'number':
      return `a ${shape.whole ? 'whole ' : ''}number from ${shape.least} to ${shape.most}`;
    case 'choice':
      return `one of ${shape.of.join(', ')}`;
    case 'flag':
      return 'true or false';
    case 'date':
      return 'a date like 2026-11-30';
    case 'list':
      return 'a list, each entry on a line that begins with “- ”';
    case 'map':
    case 'members':
      return 'members, each on a line like “name: value”';
  }
}
