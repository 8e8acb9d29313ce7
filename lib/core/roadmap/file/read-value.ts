import { isAlias, isMap, isScalar, isSeq, type Node, type Pair, type YAMLMap } from 'yaml';
import { type MembersShape, type Shape, shapeInWords } from './shape.ts';

/** Where the troubles of a file are gathered while it is read. */
export interface Reader {
  readonly error: (node: Node | null | undefined, sentence: string) => void;
  readonly warn: (node: Node | null | undefined, sentence: string) => void;
}

/** What stands for a value that could not be read, so that reading goes on to the next error. */
const NOTHING = undefined;

/** Reads a node as its shape wants it; what does not fit is an error at its place. `name` is how sentences call it. */
export function readValue(reader: Reader, node: Node | null | undefined, shape: Shape, name: string): unknown {
  if (isAlias(node)) {
    reader.error(node, `${name} is an alias of a value elsewhere: write the value out, so that changing one does not change the other.`);
    return NOTHING;
  }
  switch (shape.kind) {
    case 'list':
      return readList(reader, node, shape, name);
    case 'map':
      return readMap(reader, node, shape, name);
    case 'members':
      return readMembers(reader, node, shape, name);
    default:
      return readScalar(reader, node, shape, name);
  }
}

function readScalar(reader: Reader, node: Node | null | undefined, shape: Exclude<Shape, { kind: 'list' | 'map' | 'members' }>, name: string): unknown {
  const value = isScalar(node) ? node.value : undefined;
  const wrong = (): undefined => {
    reader.error(node, `${name} must be ${shapeInWords(shape)}.`);
    return NOTHING;
  };
  switch (shape.kind) {
    case 'text': {
      // A number is a text as people wrote it: `to: 70`, not 70.0.
      const written = typeof value === 'number' && isScalar(node) ? (node.source ?? String(value)) : value;
      if (typeof written !== 'string') return wrong();
      if (written.length > shape.most) {
        reader.error(node, `${name} has more than ${shape.most} characters: shorten it.`);
        return NOTHING;
      }
      return shape.form && !new RegExp(shape.form.pattern).test(written) ? wrong() : written.trim();
    }
    case 'number':
      return typeof value === 'number' && value >= shape.least && value <= shape.most && (!shape.whole || Number.isInteger(value)) ? value : wrong();
    case 'choice':
      return typeof value === 'string' && shape.of.includes(value) ? value : wrong();
    case 'flag':
      return typeof value === 'boolean' ? value : wrong();
    case 'date':
      return typeof value === 'string' && isDate(value) ? value : wrong();
  }
}

function readList(reader: Reader, node: Node | null | undefined, shape: Extract<Shape, { kind: 'list' }>, name: string): unknown {
  if (!isSeq<Node>(node)) {
    reader.error(node, `${name} must be ${shapeInWords(shape)}.`);
    return NOTHING;
  }
  if (node.items.length > shape.most) {
    reader.error(node.items[shape.most], `${name} has more than ${shape.most} entries: move some elsewhere.`);
    return NOTHING;
  }
  return node.items.map((entry, index) => readValue(reader, entry ?? node, shape.of, `Entry ${index + 1} of ${name}`));
}

function readMap(reader: Reader, node: Node | null | undefined, shape: Extract<Shape, { kind: 'map' }>, name: string): unknown {
  const pairs = pairsOf(reader, node, shape, name);
  if (pairs === null) return NOTHING;
  if (pairs.length > shape.most) {
    reader.error(pairs[shape.most]?.[1].key, `${name} has more than ${shape.most} members: remove some.`);
    return NOTHING;
  }
  return Object.fromEntries(pairs.map(([key, pair]) => [key, readValue(reader, pair.value ?? pair.key, shape.of, `“${key}” of ${name}`)]));
}

function readMembers(reader: Reader, node: Node | null | undefined, shape: MembersShape, name: string): unknown {
  const pairs = pairsOf(reader, node, shape, name);
  if (pairs === null) return NOTHING;
  const known = pairs.filter(([key]) => Object.hasOwn(shape.members, key));
  for (const [key, { key: at }] of pairs) {
    if (!Object.hasOwn(shape.members, key)) reader.warn(at, `Waymark does not know “${key}” in ${name} and leaves it as it is. It knows: ${Object.keys(shape.members).join(', ')}.`);
  }
  // A name without a value says nothing yet, as in a file that somebody is filling in.
  const filled = known.filter(([, { value }]) => value !== null && !(isScalar(value) && (value.value === null || (typeof value.value === 'string' && value.value.trim() === ''))));
  for (const key of shape.required) {
    if (!filled.some(([other]) => other === key)) reader.error(node, `${name} needs “${key}”: add a line “${key}: …”.`);
  }
  if (shape.some && filled.length === 0) reader.error(node, `${name} needs at least one of ${Object.keys(shape.members).join(', ')}.`);
  return Object.fromEntries(filled.map(([key, pair]) => [key, readValue(reader, pair.value, shape.members[key] ?? shape, called(key, name))]));
}

/** The members of a map by name; `null` when it is none. A name that is given twice is an error, because nobody could say which one counts. */
function pairsOf(reader: Reader, node: Node | null | undefined, shape: Shape, name: string): readonly [string, Pair<Node, Node | null>][] | null {
  if (!isMap<Node, Node | null>(node)) {
    reader.error(node, `${name} must be ${shapeInWords(shape)}.`);
    return null;
  }
  const seen = new Set<string>();
  const pairs: [string, Pair<Node, Node | null>][] = [];
  for (const pair of node.items) {
    const key = keyOf(pair);
    if (key === null) reader.error(pair.key ?? node, `A name in ${name} must be a plain text.`);
    else if (seen.has(key)) reader.error(pair.key, `“${key}” is given twice in ${name}: keep one.`);
    else {
      seen.add(key);
      pairs.push([key, pair]);
    }
  }
  return pairs;
}

/** The name of a member, where it is one that a file of ours can have. */
export function keyOf({ key }: YAMLMap<unknown, unknown>['items'][number]): string | null {
  if (!isScalar(key)) return null;
  return typeof key.value === 'string' ? key.value : typeof key.value === 'number' ? String(key.value) : null;
}

function called(key: string, name: string): string {
  return name === 'the file' ? `“${key}”` : `“${key}” of ${name}`;
}

function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const at = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}
