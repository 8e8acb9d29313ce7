import { itemOfLabel, tagLabel } from '../core/roadmap/tags.ts';
import type { RoadmapAim, RoadmapItem } from '../core/roadmap/roadmap-item.ts';
import { alike } from '../core/roadmap/file/written.ts';
import type { Merge, RoadmapItemWish, RoadmapMessages } from '../messaging/messages.ts';
import { ProblemError } from '../messaging/problem.ts';
import type { Ports } from './ports.ts';

/**
 * Saves an item whole. Under another id than `former` it is renamed: its former ids lead to it, so that every tag that bears one is its own. Fails with a sentence when the id is another item's.
 *
 * @example await saveRoadmapItem(ports, { id: 'pay-faster', title: 'Pay faster', … }, 'faster-checkout') // → { formerIds: ['faster-checkout'], … }
 */
export async function saveRoadmapItem(ports: Ports, wish: RoadmapItemWish, former: string | null): Promise<RoadmapItem> {
  const title = wish.title.trim();
  if (title === '' || itemOfLabel(tagLabel(wish.id)) === null) throw new ProblemError({ kind: 'invalid', sentence: 'A roadmap item needs a title and an id.', action: 'Write a title; the id follows from it.' });
  const roadmap = await ports.store.roadmap();
  const there = roadmap.find(({ id }) => id === wish.id);
  const before = roadmap.find(({ id }) => id === (former ?? wish.id));
  if (there && wish.id !== former) {
    // A question may be asked twice when the worker died over its answer: the same wish again is no conflict.
    if (there.title === title && there.outcome === wish.outcome.trim()) return there;
    throw new ProblemError({ kind: 'taken', sentence: `There already is a roadmap item “${there.title}” with the id ${wish.id}.`, action: 'Give this one another id, or merge the two.' });
  }
  const now = ports.now();
  const formerIds = idsOf(wish.id, [...(wish.formerIds ?? []), ...(before?.formerIds ?? []), ...(former === null ? [] : [former])]);
  const { formerIds: _formerIds, ...said } = wish;
  const item: RoadmapItem = { ...said, title, outcome: wish.outcome.trim(), ...(formerIds.length > 0 && { formerIds }), createdAt: before?.createdAt ?? now, updatedAt: now };
  await change(ports, [item], former !== null && former !== wish.id ? [former] : []);
  return item;
}

/** Takes an item off the roadmap. Tags to it stay at their issues, where they are flagged. */
export async function removeRoadmapItem(ports: Ports, id: string): Promise<{ removed: RoadmapItem }> {
  const removed = await itemOf(ports, id);
  await change(ports, [], [id]);
  return { removed };
}

/** Merges an item, or one known from labels alone, into another: its tags, its former ones and its rules are the other's from then on. */
export async function mergeRoadmapItem(ports: Ports, id: string, into: string): Promise<RoadmapItem> {
  const target = await itemOf(ports, into);
  // Asked again after it has been done, it is done.
  if (id === into || target.formerIds?.includes(id)) return target;
  const source = (await ports.store.roadmap()).find((item) => item.id === id);
  const belongs = [...(target.belongs ?? []), ...(source?.belongs ?? [])];
  const merged: RoadmapItem = { ...target, formerIds: idsOf(into, [...(target.formerIds ?? []), id, ...(source?.formerIds ?? [])]), ...(belongs.length > 0 && { belongs }), updatedAt: ports.now() };
  await change(ports, [merged], [id]);
  return merged;
}

/**
 * Takes a merge back: the ids and rules that the other item got by it go, so that every tag that bears one is the former item's again, which is put back as it was. Whatever else of the other has been changed since stays.
 *
 * @example await unmergeRoadmapItem(ports, { id: 'quick-pay', source: quickPay, into: pay }) // → { id: 'pay', … } without 'quick-pay' among its former ids
 */
export async function unmergeRoadmapItem(ports: Ports, { id, source, into }: Merge): Promise<RoadmapItem> {
  const { formerIds = [], belongs = [], ...target } = await itemOf(ports, into.id);
  const brought = [id, ...(source?.formerIds ?? [])].filter((former) => !into.formerIds?.includes(former));
  const own = belongs.filter((rule) => into.belongs?.some((before) => alike(before, rule)) || !source?.belongs?.some((given) => alike(given, rule)));
  const former = formerIds.filter((one) => !brought.includes(one));
  const now = ports.now();
  const kept: RoadmapItem = { ...target, ...(former.length > 0 && { formerIds: former }), ...(own.length > 0 && { belongs: own }), updatedAt: now };
  const there = (await ports.store.roadmap()).some((item) => item.id === id);
  await change(ports, [kept, ...(source && !there ? [{ ...source, createdAt: now, updatedAt: now }] : [])], []);
  return kept;
}

/** Moves an item to a horizon or into a window, one taking the place of the other. */
export async function moveRoadmapItem(ports: Ports, id: string, to: RoadmapMessages['moveRoadmapItem']['request']['to']): Promise<RoadmapItem> {
  const { window: _window, ...item } = await itemOf(ports, id);
  const moved: RoadmapItem = { ...item, ...('horizon' in to ? { horizon: to.horizon } : { horizon: null, window: to.window }), updatedAt: ports.now() };
  await change(ports, [moved], []);
  return moved;
}

/** Says what stands above the items. */
export async function saveRoadmapAim(ports: Ports, aim: RoadmapAim): Promise<void> {
  await ports.store.putSettings({ ...(await ports.store.settings()), aim: { vision: aim.vision.trim(), productGoal: aim.productGoal.trim() } });
  ports.changed([], []);
}

/** Issues that bear its label, or fit its rules, show another item now, and count in other scores. */
async function change(ports: Ports, put: readonly RoadmapItem[], remove: readonly string[]): Promise<void> {
  await ports.store.changeRoadmap({ put, remove });
  ports.changed([], (await ports.store.projects()).map((row) => row.project));
  ports.sync.wake();
}

async function itemOf(ports: Ports, id: string): Promise<RoadmapItem> {
  const item = (await ports.store.roadmap()).find((row) => row.id === id);
  if (!item) throw new ProblemError({ kind: 'unknown', sentence: `There is no roadmap item ${id} in this browser.`, action: 'It may have been removed or renamed meanwhile: reload the page.' });
  return item;
}

function idsOf(own: string, ids: readonly string[]): string[] {
  return [...new Set(ids)].filter((id) => id !== own);
}
