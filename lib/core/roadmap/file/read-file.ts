import { isMap, isScalar, isSeq, type Node } from 'yaml';
import { capitalised } from '../../capitalised.ts';
import type { RoadmapItem } from '../roadmap-item.ts';
import { parseYaml, type Parsed } from './parse.ts';
import { type Reader, readValue } from './read-value.ts';
import type { FileItem, FileReading, FileTrouble, RoadmapFile, TeamSettings } from './roadmap-file.ts';
import { ROADMAP_SCHEMA } from './schema.ts';

/**
 * Reads a roadmap file. It stands or falls as a whole: any error and nothing of it may be used. Unknown members are warned of and otherwise left alone.
 *
 * @example readRoadmapFile('items:\n  - id: faster-checkout\n    title: Faster checkout\n') // → { ok: true, file: { items: [{ id: 'faster-checkout', … }], … }, warnings: [] }
 * @example readRoadmapFile('items:\n  - title: Faster checkout\n') // → { ok: false, errors: [{ line: 2, column: 5, sentence: 'Entry 1 of “items” needs “id”: …' }], … }
 */
export function readRoadmapFile(text: string): FileReading {
  const yaml = parseYaml(text);
  return yaml.ok ? readParsed(yaml.parsed) : { ok: false, errors: yaml.errors, warnings: [] };
}

/** The same of a text that is parsed already. */
export function readParsed({ document, at }: Parsed): FileReading {
  const errors: FileTrouble[] = [];
  const warnings: FileTrouble[] = document.warnings.map(({ pos, message }) => ({ ...at(pos[0]), sentence: `Waymark leaves this as it is: ${message}.` }));
  const note = (troubles: FileTrouble[]) => (node: Node | null | undefined, sentence: string): void => {
    if (troubles.length < 50) troubles.push({ ...at(node?.range?.[0] ?? 0), sentence: capitalised(sentence) });
  };
  const reader: Reader = { error: note(errors), warn: note(warnings) };
  if (document.contents === null || (isScalar(document.contents) && document.contents.value === null)) reader.error(null, 'The file is empty: add “items:” with a first item, or remove the file.');
  const raw = errors.length > 0 ? undefined : readValue(reader, document.contents, ROADMAP_SCHEMA, 'the file');
  if (errors.length > 0) return { ok: false, errors, warnings };
  const file = asFile(raw as RawFile); // the schema has read every member
  checkItems(reader, file.items, itemNodes(document.contents));
  return errors.length > 0 ? { ok: false, errors, warnings } : { ok: true, file, warnings };
}

type RawItem = Partial<Pick<RoadmapItem, 'outcome' | 'horizon'>> & Omit<FileItem, 'outcome' | 'horizon' | 'measure' | 'window' | 'declared' | 'links'> & {
  readonly measure?: Partial<NonNullable<RoadmapItem['measure']>>;
  readonly window?: Partial<NonNullable<RoadmapItem['window']>>;
  readonly declared?: Partial<NonNullable<RoadmapItem['declared']>> & Pick<NonNullable<RoadmapItem['declared']>, 'health'>;
  readonly links?: readonly { readonly title?: string; readonly url: string }[];
};
interface RawFile { readonly vision?: string; readonly productGoal?: string; readonly items?: readonly RawItem[]; readonly team?: TeamSettings }

function asFile({ vision = '', productGoal = '', items = [], team = {} }: RawFile): RoadmapFile {
  return { aim: { vision, productGoal }, items: items.map(asItem), team };
}

function asItem({ outcome = '', horizon = null, measure, window, declared, links, ...rest }: RawItem): FileItem {
  return {
    ...rest, outcome, horizon,
    ...(measure && { measure: { name: '', from: '', to: '', by: null, ...measure } }),
    ...(window && { window: { from: null, to: null, ...window } }),
    ...(declared && { declared: { note: '', on: null, ...declared } }),
    ...(links && { links: links.map(({ title, url }) => ({ title: title ?? url, url })) }),
  };
}

/** What no single member can tell: an id is one item's, now and for ever, or tags would lead in a circle; and a window has its days in order. */
function checkItems({ error }: Reader, items: readonly FileItem[], nodes: readonly (Node | null)[]): void {
  const owners = new Map<string, string>();
  for (const [index, { id }] of items.entries()) {
    if (owners.has(id)) error(nodes[index], `Two items have the id ${id}: give one of them another.`);
    owners.set(id, id);
  }
  for (const [index, { id, formerIds = [], window }] of items.entries()) {
    for (const former of formerIds) {
      const owner = owners.get(former);
      if (owner === id) error(nodes[index], `${former} is named twice by ${id}: an item’s former ids are those that it no longer has, each once.`);
      else if (owner !== undefined) error(nodes[index], `${former} is a former id of ${id} and belongs to ${owner} too: its tags could only go to one of them.`);
      owners.set(former, id);
    }
    if (window?.from && window.to && window.from > window.to) error(nodes[index], `The window of ${id} ends on ${window.to}, before it begins on ${window.from}: change one of the days.`);
  }
}

/** The nodes of the items, in order. */
function itemNodes(root: unknown): (Node | null)[] {
  const items = isMap(root) ? root.get('items') : null;
  return isSeq<Node>(items) ? [...items.items] : [];
}
