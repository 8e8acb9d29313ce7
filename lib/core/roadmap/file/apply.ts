import { isMap, isSeq, type Node, type YAMLMap } from 'yaml';
import { alike } from '../../alike.ts';
import { changedFile, type FileChange } from './changes.ts';
import { afterEntries, type Edit, edited, editMembers, withoutEntry } from './edit-text.ts';
import { blockMember } from './member-text.ts';
import { parseYaml, type Parsed } from './parse.ts';
import { readParsed, readRoadmapFile } from './read-file.ts';
import type { FileTrouble, RoadmapFile } from './roadmap-file.ts';
import { ROADMAP_SCHEMA } from './schema.ts';
import { saysTheSame, writtenItem, writtenRest, type WrittenMembers } from './written.ts';

export type Applied =
  | { readonly ok: true; readonly text: string }
  /** The file cannot be read as it is, or the change would make it so. */
  | { readonly ok: false; readonly errors: readonly FileTrouble[] };

export const KNOWN: readonly string[] = Object.keys(ROADMAP_SCHEMA.members);
export const ITEM_KNOWN: readonly string[] = ['id', 'title', 'outcome', 'measure', 'horizon', 'window', 'theme', 'owner', 'declared', 'confidence', 'risks', 'links', 'belongs', 'dropped', 'formerIds'];

/**
 * Makes changes in a file's text by hand's measure: only the stretches that must change are written, so comments, order, quotes, unknown members and every other line survive to the letter.
 * The result is read again and must say exactly what was wished; where the text is too unusual for that, the library writes the document anew, comments and order kept, and is held to the same.
 *
 * @example applyToFile('items:\n  - id: a # first\n    title: A\n', [{ kind: 'item', id: 'a', item: { id: 'a', title: 'B', outcome: '', horizon: null } }]) // → { ok: true, text: 'items:\n  - id: a # first\n    title: B\n' }
 */
export function applyToFile(text: string, changes: readonly FileChange[]): Applied {
  const start = text.trim() === '' ? 'items: []\n' : text;
  const yaml = parseYaml(start);
  if (!yaml.ok) return yaml;
  const before = readParsed(yaml.parsed);
  if (!before.ok) return { ok: false, errors: before.errors };
  const wanted = changedFile(before.file, changes);
  const removed = new Set(changes.flatMap((change) => (change.kind === 'remove' ? [change.id] : [])));
  const careful = edited(start, editsFor(yaml.parsed, before.file, wanted, removed).map(withLineEndsOf(start)));
  const says = readRoadmapFile(careful);
  if (says.ok && saysTheSame(says.file, wanted)) return { ok: true, text: careful };
  const whole = withLineEndsOf(start)({ from: 0, to: 0, text: writtenAnew(yaml.parsed, before.file, wanted, removed) }).text;
  const then = readRoadmapFile(whole);
  if (!then.ok) return { ok: false, errors: then.errors };
  return saysTheSame(then.file, wanted) ? { ok: true, text: whole } : { ok: false, errors: [{ line: 1, column: 1, sentence: 'This change cannot be put into the file as it is written: make it by hand.' }] };
}

function editsFor({ text, document }: Parsed, before: RoadmapFile, wanted: RoadmapFile, removed: ReadonlySet<string>): Edit[] {
  const root = document.contents;
  if (!isMap(root)) return [];
  const items = root.get('items');
  const nodes = isSeq<Node>(items) && !items.flow ? items.items : [];
  const kept = before.items.filter(({ id }) => !removed.has(id));
  const isKept = (_node: unknown, index: number): boolean => !removed.has(before.items[index]?.id ?? '');
  const added = wanted.items.slice(kept.length).map(writtenItem);
  const entry = added.length > 0 ? afterEntries(text, nodes.filter(isKept), added) : null;
  const isAnew = added.length > 0 && !entry;
  const changed = nodes.flatMap((node, index): Edit[] => {
    const former = before.items[index];
    if (!isKept(node, index)) return isAnew ? [] : [withoutEntry(text, node)];
    const item = former && wanted.items[kept.indexOf(former)];
    return item && isMap(node) && item !== former ? editMembers(text, node as YAMLMap, writtenItem(item), ITEM_KNOWN) : [];
  });
  // Without a list to add to, the list itself is new.
  const rest: WrittenMembers = { ...writtenRest(wanted), ...(isAnew && { items: wanted.items.map(writtenItem) }) };
  const known = KNOWN.filter((name) => name !== 'items' || 'items' in rest);
  return [...changed, ...(entry ? [entry] : []), ...editMembers(text, root as YAMLMap, rest, known)];
}

/** The document with its values changed in place and printed by the library. */
function writtenAnew({ document }: Parsed, before: RoadmapFile, wanted: RoadmapFile, removed: ReadonlySet<string>): string {
  const copy = document.clone();
  const put = (path: readonly (string | number)[], from: WrittenMembers, to: WrittenMembers): void => {
    for (const name of Object.keys(from)) if (!(name in to)) copy.deleteIn([...path, name]);
    for (const [name, value] of Object.entries(to)) if (!alike(value, from[name])) copy.setIn([...path, name], copy.createNode(value));
  };
  put([], writtenRest(before), writtenRest(wanted));
  for (const [index, { id }] of [...before.items.entries()].toReversed()) if (removed.has(id)) copy.deleteIn(['items', index]);
  const kept = before.items.filter(({ id }) => !removed.has(id));
  for (const [index, item] of wanted.items.entries()) {
    const former = kept[index];
    if (former) put(['items', index], writtenItem(former), writtenItem(item));
    else copy.addIn(['items'], copy.createNode(writtenItem(item)));
  }
  return copy.toString({ lineWidth: 0 });
}

/** The text of a new file. `schema`: where editors find its JSON Schema, when somewhere true is known. */
export function newRoadmapFile(file: RoadmapFile, schema: string | null = null): string {
  const { team, ...aim } = writtenRest(file);
  const parts: WrittenMembers = { ...aim, items: file.items.map(writtenItem), ...(team !== undefined && { team }) };
  const head = schema === null ? '' : `# yaml-language-server: $schema=${schema}\n`;
  return `${head}# The roadmap, for Waymark.\n${Object.entries(parts).map(([name, value]) => `${blockMember(name, value)}\n`).join('')}`;
}

/** New lines end as the file's own do. */
function withLineEndsOf(text: string): (edit: Edit) => Edit {
  return text.includes('\r\n') ? (edit) => ({ ...edit, text: edit.text.replaceAll('\n', '\r\n') }) : (edit) => edit;
}
