import { type Applied, ITEM_KNOWN, KNOWN } from './apply.ts';
import { changedFile, type FileChange } from './changes.ts';
import { readRoadmapFile } from './read-file.ts';
import type { RoadmapFile } from './roadmap-file.ts';
import { saysTheSame, writtenItem, writtenRest } from './written.ts';

/** Jira keeps so many characters in a property (tracker-apis.md §2.5). */
export const LARGEST_ROADMAP = 32_768;

/** A property's value as lines, which is how it is read, shown and compared. `propertyText({ items: [] })` → `'{\n  "items": []\n}\n'` */
export function propertyText(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

/**
 * Makes changes in a roadmap that is kept as a property: the same schema as the file's, as JSON. Members that we do not know stay. `text` is empty where there is none yet.
 *
 * @example applyToProperty('', [{ kind: 'item', id: 'a', item: { id: 'a', title: 'A', outcome: '', horizon: null } }]) // → { ok: true, text: '{\n  "items": [\n    {\n      "id": "a", …' }
 */
export function applyToProperty(text: string, changes: readonly FileChange[]): Applied {
  const reading = text === '' ? { ok: true as const, file: EMPTY } : readRoadmapFile(text);
  if (!reading.ok) return reading;
  const wanted = changedFile(reading.file, changes);
  const former = text === '' ? {} : membersOf(JSON.parse(text)); // what could be read as a roadmap, and was written by propertyText
  const entries = Array.isArray(former.items) ? former.items.map(membersOf) : [];
  const renamed = new Map(changes.flatMap((change) => (change.kind === 'item' ? [[change.item.id, change.id] as const] : [])));
  const items = wanted.items.map((item) => ({ ...writtenItem(item), ...without(entries.find(({ id }) => id === (renamed.get(item.id) ?? item.id)) ?? {}, ITEM_KNOWN) }));
  const { team, ...aim } = writtenRest(wanted);
  const put = propertyText({ ...aim, items, ...(team !== undefined && { team }), ...without(former, KNOWN) });
  const says = readRoadmapFile(put);
  if (!says.ok) return { ok: false, errors: says.errors };
  return saysTheSame(says.file, wanted) ? { ok: true, text: put } : { ok: false, errors: [{ line: 1, column: 1, sentence: 'This change cannot be kept in the project.' }] };
}

const EMPTY: RoadmapFile = { aim: { vision: '', productGoal: '' }, items: [], team: {} };

function membersOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {}; // a map of JSON has texts as names
}

function without(members: Readonly<Record<string, unknown>>, known: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(Object.entries(members).filter(([name]) => !known.includes(name)));
}
