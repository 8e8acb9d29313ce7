import type { PlanningProject } from '../sprint/planning-project.ts';
import type { Instant, PlainDate } from '../time.ts';
import type { RoadmapItem } from './roadmap-item.ts';

/** Where an item's declared health and window come from, when a Project of GitHub says them. */
export interface FromProject {
  readonly title: string;
  readonly url: string;
  readonly by: string | null;
  readonly at: Instant;
}

/** As much of a status update as a note on the roadmap has room for. */
const NOTE = 500;

/**
 * An item as the Project that it links to last told of it: the newest status update of its linked Projects is its declared health, and its dates are its window where it has no horizon. What we hold
 * ourselves stays behind it, and is not changed.
 *
 * `toldByProject({id: 'pay', links: [{url: 'https://github.com/orgs/acme/projects/5', …}], …}, [{number: 5, status: {health: 'at-risk', body: 'Late.', …}, …}], dateOf)` → `{item: {…, declared: {health: 'at-risk', note: 'Late.', on: …}}, from: {title: 'Checkout', …}}`
 */
export function toldByProject(item: RoadmapItem, projects: readonly PlanningProject[], dateOf: (at: Instant) => PlainDate): { readonly item: RoadmapItem; readonly from: FromProject | null } {
  const linked = projects.filter(({ url }) => item.links?.some((link) => sameProject(link.url, url)));
  const [newest] = linked.flatMap(({ title, url, status }) => (status ? [{ title, url, status }] : [])).toSorted((a, b) => b.status.at - a.status.at);
  if (!newest) return { item, from: null };
  const { health, body, startsOn, targetOn, by, at } = newest.status;
  const declared = health === null ? item.declared : { health, note: body.trim().slice(0, NOTE), on: dateOf(at) };
  const window = item.horizon === null && (startsOn ?? targetOn) !== null ? { from: startsOn, to: targetOn } : item.window;
  const from = health === null && window === item.window ? null : { title: newest.title, url: newest.url, by, at };
  return { item: { ...item, ...(declared && { declared }), ...(window && { window }) }, from };
}

/** Whether an item links to a Project at all: most roadmaps never ask for their status updates. `{ links: [{ url: 'https://github.com/orgs/acme/projects/5', … }] }` → `true` */
export function linksProject({ links = [] }: Pick<RoadmapItem, 'links'>): boolean {
  return links.some(({ url }) => /\/projects\/\d/.test(url));
}

/** Also by one of its views, whoever wrote the link. */
function sameProject(link: string, url: string): boolean {
  const own = link.toLowerCase().split(/[?#]/)[0] ?? '';
  return own === url.toLowerCase() || own.startsWith(`${url.toLowerCase()}/`);
}
