import type { Belonging, RoadmapItem } from './roadmap-item.ts';

/** A milestone or an issue with others below it, as rules and links name it. */
export interface NamedThing {
  readonly member: 'milestone' | 'parent';
  /** A milestone's title, an issue's reference: each of them names it. */
  readonly names: readonly string[];
  /** Its project with and without the host. */
  readonly projects: readonly string[];
  readonly url: string;
}

/**
 * The roadmap item that a milestone or an epic is: a rule says that all of it belongs there, or the item links to its page. A rule that asks for more (a label besides) takes only a part of it. Of several the first by the
 * alphabet, as for issues; dropped items are nothing's.
 *
 * `itemNaming([{id: 'pay', belongs: [{milestone: 'Sprint 24'}], …}], {member: 'milestone', names: ['sprint 24'], …})` → `{id: 'pay', …}`
 */
export function itemNaming(items: readonly RoadmapItem[], thing: NamedThing): RoadmapItem | null {
  const sorted = items.filter(({ dropped }) => dropped !== true).toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return sorted.find(({ belongs = [] }) => belongs.some((rule) => names(rule, thing))) ?? sorted.find(({ links = [] }) => links.some(({ url }) => isPage(url, thing.url))) ?? null;
}

function names({ milestone, parent, project, label, version }: Belonging, thing: NamedThing): boolean {
  const [own, other] = thing.member === 'milestone' ? [milestone, parent] : [parent, milestone];
  if (own === undefined || other !== undefined || label !== undefined || version !== undefined) return false;
  return isOneOf(own, thing.names) && (project === undefined || isOneOf(project, thing.projects));
}

function isOneOf(name: string, among: readonly string[]): boolean {
  return among.some((one) => one.trim().toLowerCase() === name.trim().toLowerCase());
}

/** The same page, whatever is open on it. */
function isPage(link: string, url: string): boolean {
  const plain = (address: string) => address.replace(/[?#].*$/, '').replace(/\/+$/, '').toLowerCase();
  return url !== '' && plain(link) === plain(url);
}
