import { readRoadmap } from '../core/roadmap/roadmap.ts';
import type { Horizon, RoadmapItem } from '../core/roadmap/roadmap-item.ts';
import type { Ports } from './ports.ts';

// “Phase 2” before “Phase 10”.
const TITLES = new Intl.Collator('en', { numeric: true });
const HORIZONS: Readonly<Record<Horizon, number>> = { now: 0, next: 1, later: 2 };

/**
 * Roadmap items of this browser and those known only from a label that somebody put on (title = id, no horizon), whose title, id or outcome holds every word of `text`; titles that begin with it first, then Now before Next before Later.
 *
 * @example await findRoadmapItems(ports, 'check') // → [{ id: 'faster-checkout', title: 'Faster checkout', … }]
 */
export async function findRoadmapItems(ports: Ports, text: string): Promise<RoadmapItem[]> {
  const words = text.toLocaleLowerCase('en').split(/\s+/).filter(Boolean);
  const whole = words.join(' ');
  const items = (await allItems(ports)).filter((item) => {
    const hay = `${item.title} ${item.id} ${item.outcome}`.toLocaleLowerCase('en');
    return words.every((word) => hay.includes(word));
  });
  return items.toSorted(
    (a, b) => Number(!starts(a, whole)) - Number(!starts(b, whole)) || byHorizon(a, b),
  );
}

async function allItems(ports: Ports): Promise<RoadmapItem[]> {
  const [own, labelled] = await Promise.all([ports.store.roadmap(), ports.store.labelledItems()]);
  const known = new Set(own.map((item) => item.id));
  const { currentId } = readRoadmap(own);
  // A former id is no item of its own.
  return [...own, ...labelled.filter((id) => !known.has(currentId(id))).map(labelledItem)];
}

/** What is known of an item from a label alone. */
export function labelledItem(id: string): RoadmapItem {
  return { id, title: id, outcome: '', horizon: null, createdAt: 0, updatedAt: 0 };
}

/** Now before Next before Later before what has none, then by title. */
export function byHorizon(a: RoadmapItem, b: RoadmapItem): number {
  return order(a) - order(b) || TITLES.compare(a.title, b.title);
}

/** What items are called: one that is known from its label alone has no other name than its id. */
export async function namesOf(ports: Ports): Promise<(id: string) => { readonly id: string; readonly title: string }> {
  const titles = new Map((await ports.store.roadmap()).map(({ id, title }) => [id, title]));
  return (id) => ({ id, title: titles.get(id) ?? id });
}

const starts = (item: RoadmapItem, text: string): boolean => text !== '' && item.title.toLocaleLowerCase('en').startsWith(text);
const order = (item: RoadmapItem): number => (item.horizon ? HORIZONS[item.horizon] : 3);
