import { alike } from '../core/alike.ts';
import { mergeItem, partsThatDiffer, withPart } from '../core/roadmap/file/merge-item.ts';
import { itemOfLabel, tagLabel } from '../core/roadmap/tags.ts';
import type { RoadmapAim, RoadmapItem } from '../core/roadmap/roadmap-item.ts';
import type { Merge, RoadmapItemWish, RoadmapMessages } from '../messaging/messages.ts';
import { ProblemError } from '../messaging/problem.ts';
import type { Ports } from './ports.ts';
import { tellAll } from './tell-all.ts';

/**
 * Saves a new item, or one whole. Under another id than `former` it is renamed: its former ids lead to it, so that every tag that bears one is its own. Fails with a sentence when the id is another item's.
 *
 * @example await saveRoadmapItem(ports, { id: 'pay-faster', title: 'Pay faster', … }, 'faster-checkout') // → { formerIds: ['faster-checkout'], … }
 */
export async function saveRoadmapItem(ports: Ports, wish: RoadmapItemWish, former: string | null): Promise<RoadmapItem> {
  const title = titleOf(wish);
  return change(ports, (roadmap) => {
    const there = roadmap.find(({ id }) => id === wish.id);
    const before = roadmap.find(({ id }) => id === (former ?? wish.id));
    if (there && wish.id !== former) {
      // A question may be asked twice when the worker died over its answer: the same wish again is no conflict.
      if (there.title === title && there.outcome === wish.outcome.trim()) return { answer: there };
      return taken(there);
    }
    const now = ports.now();
    const formerIds = idsOf(wish.id, [...(wish.formerIds ?? []), ...(before?.formerIds ?? []), ...(former === null ? [] : [former])]);
    const { formerIds: _formerIds, ...said } = wish;
    const item: RoadmapItem = { ...said, title, outcome: wish.outcome.trim(), ...(formerIds.length > 0 && { formerIds }), createdAt: before?.createdAt ?? now, updatedAt: now };
    return { put: [item], remove: former !== null && former !== wish.id ? [former] : [], answer: item };
  });
}

/**
 * Writes what somebody has changed of an item since they saw it (`seen`), and nothing else of it: what another tab or the team's file has brought meanwhile stays. Where both have changed the same, the wish stands, and that is
 * named (`over`). What is gone is not put back, which fails with a sentence; what is known from a label alone is made. `before` is what taking it back leads to, `null` where it was made.
 *
 * @example await changeRoadmapItem(ports, { ...pay, outcome: 'Pay in two taps' }, pay) // → { item: { …, outcome: 'Pay in two taps' }, before: pay, over: [] }
 */
export async function changeRoadmapItem(ports: Ports, wish: RoadmapItemWish, seen: RoadmapItem): Promise<RoadmapMessages['changeRoadmapItem']['response']> {
  const mine = { ...wish, title: titleOf(wish), outcome: wish.outcome.trim() };
  return change(ports, (roadmap) => {
    const heir = roadmap.find(({ formerIds }) => formerIds?.includes(seen.id));
    // Renamed meanwhile it is the same one still; merged into another, which the team's file may have brought in the same moment, it is not.
    const isSame = heir?.createdAt === seen.createdAt && [seen.title, mine.title].includes(heir.title);
    const before = roadmap.find(({ id }) => id === seen.id) ?? (isSame ? heir : undefined);
    const { item: merged, contested } = mergeItem(mine, seen, before ?? seen);
    const there = roadmap.find(({ id }) => id === merged.id);
    // A question may be asked twice when the worker died over its answer.
    if (!before && there && there === heir && there.title === mine.title) return { answer: { item: there, before: null, over: [] } };
    if (!before && (heir || seen.createdAt > 0)) return gone(seen, heir);
    if (there && there !== before) return taken(there);
    const now = ports.now();
    const item: RoadmapItem = { ...merged, createdAt: before?.createdAt ?? now, updatedAt: now };
    const isDone = before !== undefined && partsThatDiffer(before, item).length === 0;
    const back = isDone ? { ...partsThatDiffer(mine, seen).reduce((kept, part) => withPart(kept, part, seen), merged), createdAt: item.createdAt, updatedAt: now } : (before ?? null);
    return { put: [item], remove: before && before.id !== item.id ? [before.id] : [], answer: { item, before: back, over: contested } };
  });
}

/** Takes an item off the roadmap; `null` of one that is not there any more. Tags to it stay at their issues, where they are flagged. */
export async function removeRoadmapItem(ports: Ports, id: string): Promise<{ removed: RoadmapItem | null }> {
  return change<{ removed: RoadmapItem | null }>(ports, (roadmap) => {
    const removed = roadmap.find((item) => item.id === id) ?? null;
    return removed ? { remove: [id], answer: { removed } } : { answer: { removed } };
  });
}

/** Merges an item, or one known from labels alone, into another: its tags, its former ones and its rules are the other's from then on. */
export async function mergeRoadmapItem(ports: Ports, id: string, into: string): Promise<RoadmapItem> {
  return change(ports, (roadmap) => {
    const [target, source] = [itemOf(roadmap, into), roadmap.find((item) => item.id === id)];
    if (target instanceof ProblemError) return target;
    // Asked again after it has been done, it is done.
    if (id === into || target.formerIds?.includes(id)) return { answer: target };
    const { belongs: own = [] } = target;
    // A rule that both have would stay twice after the merge is taken back.
    const belongs = [...own, ...(source?.belongs ?? []).filter((rule) => !own.some((other) => alike(other, rule)))];
    const merged: RoadmapItem = { ...target, formerIds: idsOf(into, [...(target.formerIds ?? []), id, ...(source?.formerIds ?? [])]), ...(belongs.length > 0 && { belongs }), updatedAt: ports.now() };
    return { put: [merged], remove: [id], answer: merged };
  });
}

/**
 * Takes a merge back: the ids and rules that the other item got by it go, so that every tag that bears one is the former item's again, which is put back as it was. Whatever else of the other has been changed since stays.
 *
 * @example await unmergeRoadmapItem(ports, { id: 'quick-pay', source: quickPay, into: pay }) // → { id: 'pay', … } without 'quick-pay' among its former ids
 */
export async function unmergeRoadmapItem(ports: Ports, { id, source, into }: Merge): Promise<RoadmapItem> {
  return change(ports, (roadmap) => {
    const merged = itemOf(roadmap, into.id);
    if (merged instanceof ProblemError) return merged;
    const { formerIds = [], belongs = [], ...target } = merged;
    const brought = [id, ...(source?.formerIds ?? [])].filter((former) => !into.formerIds?.includes(former));
    const own = belongs.filter((rule) => into.belongs?.some((before) => alike(before, rule)) || !source?.belongs?.some((given) => alike(given, rule)));
    const former = formerIds.filter((one) => !brought.includes(one));
    const now = ports.now();
    const kept: RoadmapItem = { ...target, ...(former.length > 0 && { formerIds: former }), ...(own.length > 0 && { belongs: own }), updatedAt: now };
    const there = roadmap.some((item) => item.id === id);
    return { put: [kept, ...(source && !there ? [{ ...source, createdAt: now, updatedAt: now }] : [])], answer: kept };
  });
}

/** Moves an item to a horizon or into a window, one taking the place of the other. */
export async function moveRoadmapItem(ports: Ports, id: string, to: RoadmapMessages['moveRoadmapItem']['request']['to']): Promise<RoadmapItem> {
  return change(ports, (roadmap) => {
    const before = itemOf(roadmap, id);
    if (before instanceof ProblemError) return before;
    const { window: _window, ...item } = before;
    const moved: RoadmapItem = { ...item, ...('horizon' in to ? { horizon: to.horizon } : { horizon: null, window: to.window }), updatedAt: ports.now() };
    return { put: [moved], answer: moved };
  });
}

/** Says what stands above the items. */
export async function saveRoadmapAim(ports: Ports, aim: RoadmapAim): Promise<void> {
  await ports.store.amendSettings((settings) => ({ ...settings, aim: { vision: aim.vision.trim(), productGoal: aim.productGoal.trim() } }));
  ports.changed([], []);
}

/** What is made of the roadmap as it stands: nothing where neither `put` nor `remove` is said, and nothing where it is refused. */
type Made<T> = { readonly put?: readonly RoadmapItem[]; readonly remove?: readonly string[]; readonly answer: T } | ProblemError;

/** Reads and writes in one transaction: of two changes at once, from two tabs, neither undoes the other. Issues that bear an item's label, or fit its rules, show another item then, and count in other scores. */
export async function change<T>(ports: Ports, make: (roadmap: readonly RoadmapItem[]) => Made<T>): Promise<T> {
  const { made, isChanged } = await ports.store.amendRoadmap((roadmap) => {
    const wanted = make(roadmap);
    const isSo = !(wanted instanceof ProblemError) && (wanted.put ?? wanted.remove) !== undefined;
    return [isSo ? { put: wanted.put ?? [], remove: wanted.remove ?? [] } : null, { made: wanted, isChanged: isSo }];
  });
  if (made instanceof ProblemError) throw made;
  if (isChanged) await tellAll(ports);
  return made.answer;
}

/** The title of an item as it is kept. Fails with a sentence where there is none, or no label could bear the id. */
export function titleOf({ id, title }: Pick<RoadmapItem, 'id' | 'title'>): string {
  if (title.trim() === '' || itemOfLabel(tagLabel(id)) === null) throw new ProblemError({ kind: 'invalid', sentence: 'A roadmap item needs a title and an id.', action: 'Write a title; the id follows from it.' });
  return title.trim();
}

function itemOf(roadmap: readonly RoadmapItem[], id: string): RoadmapItem | ProblemError {
  return roadmap.find((row) => row.id === id) ?? new ProblemError({ kind: 'unknown', sentence: `There is no roadmap item ${id} in this browser.`, action: 'It may have been removed or renamed meanwhile: reload the page.' });
}

/** The refusal of an id that another item has. */
export function taken({ id, title }: RoadmapItem, action = 'Give this one another id, or merge the two.'): ProblemError {
  return new ProblemError({ kind: 'taken', sentence: `There already is a roadmap item “${title}” with the id ${id}.`, action });
}

function gone({ title }: RoadmapItem, heir: RoadmapItem | undefined): ProblemError {
  if (heir) return new ProblemError({ kind: 'merged', sentence: `“${title}” is “${heir.title}” now: it was merged into that, or renamed, meanwhile.`, action: 'What you have written stands here until you close this: open that one to use it there.' });
  return new ProblemError({ kind: 'gone', sentence: `“${title}” is not on the roadmap any more: it was deleted meanwhile.`, action: 'What you have written stands here still.' });
}

function idsOf(own: string, ids: readonly string[]): string[] {
  return [...new Set(ids)].filter((id) => id !== own);
}
