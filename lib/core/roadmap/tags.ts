import type { Issue } from '../issue.ts';
import type { Tag } from './roadmap-item.ts';
import { fingerprint } from '../fingerprint.ts';

/** A tag on the tracker is a label that starts so; a teammate may put it on by hand. */
export const TAG_PREFIX = 'roadmap:';

/** GitHub refuses labels of more than 50 characters. */
export const LONGEST_ID = 50 - TAG_PREFIX.length;
const LABEL = /^roadmap:([a-z0-9][a-z0-9-]{0,41})$/;

/** The label that tags an issue to an item: `tagLabel('faster-checkout')` → `'roadmap:faster-checkout'` */
export function tagLabel(id: string): string {
  return TAG_PREFIX + id;
}

/**
 * The item that a label tags to; `null` for every other label and for ids that no item can have. Capitals do not matter, as on GitHub.
 *
 * `itemOfLabel('Roadmap:Faster-checkout')` → `'faster-checkout'` · `itemOfLabel('roadmap')` → `null`
 */
export function itemOfLabel(label: string): string | null {
  return LABEL.exec(label.toLowerCase())?.[1] ?? null;
}

/**
 * An item's id from its title: lower-case letters, digits and dashes, at most 42 characters so that the label fits GitHub's 50. A title without any such letter
 * gets an id made of its fingerprint, so that it is never empty and the same title gives the same id.
 *
 * `itemId('Faster checkout (EU)')` → `'faster-checkout-eu'` · `itemId('早く')` → `'item-kbuf7wvx3w'`
 */
export function itemId(title: string): string {
  const words = dashed(title.replaceAll('ß', 'ss').normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase());
  return words === '' ? `item-${fingerprint(title.trim())}` : words;
}

/**
 * The roadmap item that an issue is tagged to. A write that is on its way counts as done (`pending`), then a tag kept only in this browser (who chose it knew
 * the label), then the tracker's labels, then what the team shares in the issue itself. A local row with item `null` hides the tracker's tag here. Of several labels the first by the alphabet counts, so that all browsers agree.
 *
 * `tagOf({labels: ['roadmap:faster-checkout'], …}, null, [])` → `{item: 'faster-checkout', via: 'label', pending: false, …}`
 */
export function tagOf(issue: Issue, local: { readonly item: string | null } | null, pending: readonly { readonly label: string; readonly present: boolean }[]): Tag | null {
  const wishes = new Map(pending.map(({ label, present }) => [itemOfLabel(label), present]));
  const wanted = [...wishes].flatMap(([item, present]) => (present && item !== null ? [item] : [])).at(-1);
  if (wanted !== undefined) return { key: issue.key, item: wanted, via: 'label', pending: true };
  if (local) return local.item === null ? null : { key: issue.key, item: local.item, via: 'local', pending: false };
  const labelled = issue.labels
    .map(itemOfLabel)
    .filter((item) => item !== null && wishes.get(item) !== false)
    .sort()[0];
  if (labelled) return { key: issue.key, item: labelled, via: 'label', pending: false };
  const shared = issue.shared?.tag ?? null;
  return shared !== null && itemOfLabel(tagLabel(shared)) === shared && wishes.get(shared) !== false ? { key: issue.key, item: shared, via: 'shared', pending: false } : null;
}

function dashed(text: string): string {
  return text
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST_ID + 1)
    .replace(/^-/, '')
    .slice(0, LONGEST_ID)
    .replace(/-+$/, '');
}
