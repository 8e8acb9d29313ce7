import { alike } from '../../alike.ts';
import type { FileItem } from './roadmap-file.ts';
import { writtenItem, type Written } from './written.ts';

/** What of an item changes as one: a horizon takes the place of a window, and an id leaves a former one. */
export const ITEM_PARTS = {
  id: ['id', 'formerIds'], title: ['title'], outcome: ['outcome'], measure: ['measure'], plan: ['horizon', 'window'], theme: ['theme'], owner: ['owner'], declared: ['declared'], confidence: ['confidence'], risks: ['risks'],
  links: ['links'], belongs: ['belongs'], dropped: ['dropped'],
} as const satisfies Readonly<Record<string, readonly (keyof FileItem)[]>>;

export type ItemPart = keyof typeof ITEM_PARTS;

export interface MergedItem {
  readonly item: FileItem;
  /** Parts that both have changed, each otherwise: this browser's stand, and nobody's is written over. */
  readonly contested: readonly ItemPart[];
}

/** The parts in which two versions of an item differ. `partsThatDiffer({title: 'A', …}, {title: 'B', …})` → `['title']` */
export function partsThatDiffer(one: FileItem, other: FileItem): ItemPart[] {
  const [mine, theirs] = [writtenItem(one), writtenItem(other)];
  return (Object.keys(ITEM_PARTS) as ItemPart[]).filter((part) => ITEM_PARTS[part].some((member) => !alike(mine[member], theirs[member]))); // keys of a constant
}

/** An item with one part of another version of it. `withPart({title: 'Pay', horizon: 'now', …}, 'plan', {title: 'Old', horizon: 'later', …})` → `{title: 'Pay', horizon: 'later', …}` */
export function withPart(item: FileItem, part: ItemPart, from: FileItem): FileItem {
  const members: readonly string[] = ITEM_PARTS[part];
  const kept = Object.entries(item).filter(([name]) => !members.includes(name));
  const taken = Object.entries(from).filter(([name]) => members.includes(name));
  return Object.fromEntries([...kept, ...taken]) as unknown as FileItem; // every member that must be there is in both
}

/** The part as it is written, to be shown beside another one's. `partOf({horizon: 'now', …}, 'plan')` → `'now'` · `undefined` where nobody has said */
export function partOf(item: FileItem, part: ItemPart): Written | undefined {
  const written = writtenItem(item);
  const values = ITEM_PARTS[part].flatMap((member) => (written[member] === undefined ? [] : [written[member]]));
  return values.length > 1 ? values : values[0];
}

/**
 * Merges a teammate's version of an item into this browser's, part by part, over the version that both began with (`null` where there is none): what only they have changed is taken, what only we have changed stays, what
 * both have is contested. Former ids are never lost, because tags hang on them.
 *
 * `mergeItem({title: 'Mine', horizon: 'now', …}, {title: 'Old', horizon: 'now', …}, {title: 'Old', horizon: 'later', …})` → `{ item: {title: 'Mine', horizon: 'later', …}, contested: [] }`
 */
export function mergeItem(mine: FileItem, base: FileItem | null, theirs: FileItem): MergedItem {
  const parts = partsThatDiffer(mine, theirs);
  const taken = parts.filter((part) => (base === null ? isSilent(mine, part) : !differs(mine, base, part)));
  const contested = parts.filter((part) => part !== 'id' && !taken.includes(part) && (base === null ? !isSilent(theirs, part) : differs(theirs, base, part)));
  const merged = taken.reduce((item, part) => withPart(item, part, theirs), mine);
  const { formerIds: _former, ...item } = merged;
  const formerIds = formerIdsOf(mine, base, theirs, item.id);
  return { item: { ...item, ...(formerIds.length > 0 && { formerIds }) }, contested };
}

function differs(one: FileItem, other: FileItem, part: ItemPart): boolean {
  return partsThatDiffer(one, other).includes(part);
}

function isSilent(item: FileItem, part: ItemPart): boolean {
  return partOf(item, part) === undefined;
}

function formerIdsOf(mine: FileItem, base: FileItem | null, theirs: FileItem, id: string): string[] {
  const [own, before, others] = [mine.formerIds ?? [], base?.formerIds ?? [], theirs.formerIds ?? []];
  // One that either has given back, to an item that was merged and is its own again, goes.
  const gone = before.filter((former) => !own.includes(former) || !others.includes(former));
  const renamed = [mine.id, theirs.id].filter((other) => other !== id);
  return [...new Set([...own, ...others, ...renamed])].filter((former) => former !== id && !gone.includes(former));
}
