import type { IssueKey } from '../core/issue.ts';
import { hostOf } from '../core/keys.ts';
import { tagWrites } from '../core/queued-write.ts';
import type { TagChange, Tagged } from '../storage/store.ts';
import { forgetNewItem } from './create-roadmap-item.ts';
import { labelChange, labelsOf } from './mark-goal.ts';
import type { Ports } from './ports.ts';
import { onItsWayAgain } from './tag-issues.ts';
import { decodeUndo, type UndoToken } from './undo-token.ts';
import { madeBy } from './wishes.ts';

/**
 * Takes a tagging or a marking back: of each issue all that it wrote, or nothing where a part has left or another gesture has come after it. What was on its way before is on its way again, local tags return to what they were;
 * all of it is decided in the one transaction that does it. `host` limits it to one site (an overlay speaks only of its own); `null` is our own page.
 * Answers of how many issues it was undone. `made` is the roadmap item that the same gesture made: it goes too, unless something else has come of it (`removed`).
 *
 * @example await undoTagging(ports, outcome.undo, null) // → { undone: 1 }
 */
export async function undoTagging(ports: Ports, encoded: string, host: string | null, made?: string): Promise<{ undone: number; removed?: boolean }> {
  const token = decodeUndo(encoded);
  if (!token) return { undone: 0 };
  const isOwn = ({ key }: { readonly key: IssueKey }): boolean => host === null || hostOf(key) === host;
  const writes = writesByIssue(token);
  const [local, marks] = [token.local.filter(isOwn), (token.marks ?? []).filter(isOwn)];
  const keys = [...local, ...marks].map(({ key }) => key);
  const [labelOf, now] = [await labelsOf(ports, marks.map(({ key }) => key)), ports.now()];
  const undone = await ports.store.takeBack(keys, (stored) => [...local.flatMap((one) => tagBack(stored, one, writes.get(one.key) ?? [], now)), ...marks.flatMap((one) => markBack(stored, one, writes.get(one.key) ?? [], labelOf(one.key), now))]);
  ports.changed(keys, []);
  ports.sync.wake();
  return made === undefined || undone === 0 ? { undone } : { undone, removed: await forgetNewItem(ports, made) };
}

function tagBack(stored: Tagged, before: UndoToken['local'][number], drop: readonly string[], now: number): TagChange[] {
  const { key, item = null, stood, put } = before;
  const waiting = [...tagWrites(stored.outbox.get(key) ?? []).values()];
  // Another tab has tagged it since: its item stands, and to put what was before beside it would leave two.
  if (put === undefined ? stored.localTags.has(key) || waiting.some(({ id }) => !drop.includes(id)) : stored.localTags.get(key)?.item !== put) return [];
  return [{ outbox: onItsWayAgain(stored, key, before, now), drop, localTags: stood ? [{ key, item, at: now }] : [], clearLocal: stood ? [] : [key] }];
}

function markBack(stored: Tagged, { key, on, was, by, put }: NonNullable<UndoToken['marks']>[number], drop: readonly string[], label: string, now: number): TagChange[] {
  if (stored.goalMarks.get(key)?.on !== put) return [];
  return [{
    outbox: was === undefined ? [] : labelChange(stored, key, label, was, now).outbox.map((wish) => madeBy(by, wish)), drop, localTags: [], clearLocal: [],
    goalMarks: on === undefined ? [] : [{ key, on, at: now }], clearMarks: on === undefined ? [key] : [],
  }];
}

/** Their ids name it: `label|github.com/acme/shop#12|roadmap:pay`. */
function writesByIssue({ writes }: UndoToken): ReadonlyMap<string, readonly string[]> {
  return Map.groupBy(writes, (id) => id.split('|')[1] ?? '');
}
