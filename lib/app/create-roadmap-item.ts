import type { Horizon, RoadmapItem } from '../core/roadmap/roadmap-item.ts';
import type { Ports } from './ports.ts';
import { change, taken, titleOf } from './roadmap-changes.ts';
import { UNDO_WINDOW_MS } from './wishes.ts';

/** A page asks for it, and pages are not trusted: what is older than somebody takes to change their mind stays. */
const NEW_MS = 4 * UNDO_WINDOW_MS;

/**
 * Adds a roadmap item to this browser's roadmap. The id becomes the label `roadmap:<id>`, so it must be new.
 * Fails with a sentence when it is taken; an item known only from a teammate's label is completed instead.
 */
export async function createRoadmapItem(ports: Ports, wish: Pick<RoadmapItem, 'id' | 'title' | 'outcome'> & { horizon: Horizon }): Promise<RoadmapItem> {
  const title = titleOf(wish);
  const outcome = wish.outcome.trim();
  return change(ports, (roadmap) => {
    const existing = roadmap.find((item) => item.id === wish.id);
    // A question may be asked twice when the worker died over its answer: the same wish again is no conflict.
    if (existing && existing.title === title && existing.outcome === outcome && existing.horizon === wish.horizon) return { answer: existing };
    if (existing && (existing.horizon !== null || existing.window !== undefined)) return taken(existing, 'Choose it, or give the new one another id.');
    const now = ports.now();
    const item: RoadmapItem = { ...existing, id: wish.id, title, outcome, horizon: wish.horizon, createdAt: existing?.createdAt ?? now, updatedAt: now };
    return { put: [item], answer: item };
  });
}

/**
 * Takes an item off the roadmap again that was made a moment ago and of which nothing has come: nobody has changed it, and no issue belongs to it. Answers whether it did.
 *
 * @example await forgetNewItem(ports, 'pay-faster') // → true; false a minute later, or once an issue has its tag
 */
export async function forgetNewItem(ports: Ports, id: string): Promise<boolean> {
  if ((await ports.store.membersOf(id, 1)).total > 0) return false;
  return change<boolean>(ports, (roadmap) => {
    const item = roadmap.find((candidate) => candidate.id === id);
    if (!item || item.updatedAt !== item.createdAt) return { answer: false };
    const age = ports.now() - item.createdAt;
    return age >= 0 && age < NEW_MS ? { remove: [id], answer: true } : { answer: false };
  });
}
