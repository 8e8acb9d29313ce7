import type { Issue, IssueKey } from '../issue.ts';
import type { Tag } from './roadmap-item.ts';
import type { Roadmap } from './roadmap.ts';

/** An issue with the tag that stands at itself, as `tagOf` reads it. */
export interface Tagged {
  readonly key: IssueKey;
  readonly tag: Tag | null;
}

/**
 * Where an issue belongs, the strongest word first: its own tag, else that of the nearest issue above it that has one, else a rule of an item, else nowhere. A former id counts as the item that has it now.
 *
 * `belongingOf({issue: #14, tag: null, ancestors: [{key: #12, tag: {item: 'pay', via: 'label', …}}], sprintTitle: null}, roadmap)` → `{item: 'pay', via: 'parent', from: #12, …}`
 */
export function belongingOf(subject: { readonly issue: Issue; readonly tag: Tag | null; readonly ancestors: readonly Tagged[]; readonly sprintTitle: string | null }, roadmap: Roadmap): Tag | null {
  const { issue, tag, ancestors, sprintTitle } = subject;
  if (tag) return current(tag, roadmap);
  const above = ancestors.find((one) => one.tag !== null);
  // What is on its way to the parent can be undone at the parent, not here.
  if (above?.tag) return current({ key: issue.key, item: above.tag.item, via: 'parent', pending: false, from: above.key }, roadmap);
  const item = roadmap.itemByRule({ issue, ancestors: ancestors.map(({ key }) => key), sprintTitle });
  return item === null ? null : { key: issue.key, item, via: 'rule', pending: false };
}

function current(tag: Tag, roadmap: Roadmap): Tag {
  const item = roadmap.currentId(tag.item);
  return item === tag.item ? tag : { ...tag, item, former: tag.item };
}

/** More steps up than any tracker nests: beyond it nothing is inherited. */
const HIGHEST = 8;

/**
 * The issues above one, the nearest first. Trackers do hand out circles (two issues, each the other's parent): nobody is met twice, the issue itself among them.
 *
 * `climb(#14, (key) => parents.get(key) ?? null)` → `[#12, #3]`
 */
export function climb(key: IssueKey, parentOf: (key: IssueKey) => IssueKey | null): IssueKey[] {
  const met = new Set([key]);
  for (let at = parentOf(key); at !== null && !met.has(at) && met.size <= HIGHEST; at = parentOf(at)) met.add(at);
  return [...met].slice(1);
}
