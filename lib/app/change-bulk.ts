import type { IssueKey } from '../core/issue.ts';
import { tagWrites } from '../core/queued-write.ts';
import { tagLabel } from '../core/roadmap/tags.ts';
import type { BulkEntryRow } from '../storage/rows.ts';
import type { Belonging, Bulk, BulkChange } from '../storage/store.ts';
import type { Ports } from './ports.ts';
import { joined, NO_CHANGE, type Part, partOf } from './start-bulk.ts';
import { accessByProject, type Change, onItsWayAgain } from './tag-issues.ts';
import { labelWish, madeBy, onceMore, shareWish } from './wishes.ts';
import { type WriteAccess, writeAccessTo } from './write-access.ts';

/** Writes no more of a bulk tagging: what has not been sent stays untagged and is listed; what is on its way, or half done, is brought to its end. */
export async function stopBulk(ports: Ports, id: string): Promise<void> {
  await amend(ports, id, ({ bulk, entries, writes }, material) => {
    const { issues, localTags } = material;
    if (bulk.state !== 'running') return null;
    const label = bulk.item === null ? null : tagLabel(bulk.item);
    const parts = entries.flatMap((entry): Part[] => {
      const rows = writes.filter((row) => row.bulk?.key === entry.key);
      const begun = rows.some(({ state }) => state !== 'queued') || (label !== null && issues.get(entry.key)?.labels.includes(label) === true);
      // One without a write has been tagged otherwise since.
      return entry.state !== 'waiting' || rows.length === 0 || begun ? [] : [{ entry: { ...entry, state: 'stopped' }, change: { ...NO_CHANGE, drop: rows.map((row) => row.id), outbox: onItsWayAgain(material, entry.key, entry.before, ports.now()), localTags: localBefore(entry, localTags) } }];
    });
    return joined({ ...bulk, state: 'stopped' }, parts);
  });
}

/** Takes a whole bulk tagging back, once: what was sent is written back, what was not is withdrawn, and tags in this browser are as they were. */
export async function undoBulk(ports: Ports, id: string): Promise<void> {
  await amend(ports, id, ({ bulk, entries }, material) => {
    if (bulk.state === 'undone') return null;
    const parts = entries.flatMap((entry): Part[] => {
      if (entry.state === 'local') return [{ entry: { ...entry, state: 'undone' }, change: localBack(material, entry, bulk.item, ports.now()) }];
      if (entry.state !== 'waiting' && entry.state !== 'done') return [];
      if (isTaggedSince(material, entry)) return [leftAlone(entry)];
      return [{ entry: { ...entry, state: 'undoing' }, change: wayBack(material, entry, bulk.item, ports.now()) }];
    });
    return joined({ ...bulk, state: 'undone' }, parts);
  });
}

/** Tries again what failed, and goes on with what was stopped. Conflicts wait for a choice of their own; what somebody else made is all that is sent where it is said `as` whom, and not sent where it is not. */
export async function retryBulk(ports: Ports, id: string, as?: string): Promise<void> {
  const entriesNow = as === undefined ? ((await ports.store.bulk(id))?.entries ?? []) : [];
  const stopped = entriesNow.filter(({ state }) => state === 'stopped').map(({ key }) => key);
  const accesses = new Map((await accessByProject(ports, stopped)).map(({ key, access }) => [key, access]));
  await amend(ports, id, ({ bulk, entries, writes }, material) => {
    const now = ports.now();
    const again = writes.flatMap((row) => (row.state === 'failed' && row.conflict === undefined && (as === undefined || row.by?.present === as) ? (onceMore(row, now, as) ?? []) : []));
    const goneOn = bulk.state === 'undone' || as !== undefined ? [] : entries.flatMap((entry): Part[] => (entry.state === 'stopped' ? [goOn(material, entry, bulk.item, accesses.get(entry.key), now)] : []));
    if (again.length + goneOn.length === 0) return null;
    const change = joined({ ...bulk, state: bulk.state === 'undone' ? 'undone' : 'running' }, goneOn);
    const retried = new Set(again.map((row) => row.bulk?.key));
    return { ...change, outbox: [...change.outbox, ...again], entries: [...change.entries, ...entries.filter(({ key }) => retried.has(key))] };
  });
}

/** A teammate was faster: either theirs stays, or ours is written over it after all. */
export async function settleConflict(ports: Ports, id: string, key: IssueKey, keep: 'theirs' | 'mine'): Promise<void> {
  const access = await writeAccessTo(ports, key);
  await amend(ports, id, ({ bulk, entries, writes }, material) => {
    const entry = entries.find((one) => one.key === key);
    const rows = writes.filter((row) => row.bulk?.key === key);
    const theirs = rows.find(({ conflict }) => conflict !== undefined)?.conflict;
    if (!entry || theirs === undefined) return null;
    const drop = rows.map((row) => row.id);
    if (keep === 'theirs') return joined(bulk, [{ entry: { ...entry, state: 'left-alone', because: `Kept ${theirs}, which a teammate chose.` }, change: { ...NO_CHANGE, drop } }]);
    if (bulk.state === 'undone') return joined(bulk, [{ entry, change: wayBack(material, entry, bulk.item, ports.now(), theirs) }]);
    const { change } = partOf(id, material, key, bulk.item, access, ports.now());
    return joined(bulk, [{ entry: { ...entry, state: access.via === 'local' ? 'local' : 'waiting', because: access.via === 'local' ? access.because : null }, change }]);
  });
}

async function amend(ports: Ports, id: string, change: (stored: Bulk, material: Belonging) => BulkChange | null): Promise<void> {
  const keys = (await ports.store.bulk(id))?.entries.map((entry) => entry.key) ?? [];
  if (!(await ports.store.amendBulk(id, keys, (stored, material) => (stored ? change(stored, material) : null)))) return;
  ports.changed(keys, []);
  ports.sync.wake();
}

/** What the user saw when they began still is what a teammate's change is told from. */
function goOn(material: Belonging, entry: BulkEntryRow, item: string | null, access: WriteAccess | undefined, now: number): Part {
  if (!access) return { entry, change: NO_CHANGE };
  const local = material.localTags.get(entry.key);
  if (isTaggedSince(material, entry) || (local && local.at !== entry.before.local?.at)) return leftAlone(entry);
  const { entry: { state, because }, change } = partOf(entry.bulk, material, entry.key, item, access, now);
  return { entry: { ...entry, state, because }, change: { ...change, outbox: change.outbox.map((row) => ({ ...row, notBefore: now, tagged: { wished: item, seen: entry.before.items } })) } };
}

/** Whether another tag of the issue, chosen since, is on its way. */
function isTaggedSince({ outbox }: Belonging, { bulk, key, before: { was } }: BulkEntryRow): boolean {
  // What a stop has sent on its way again was chosen before.
  return (outbox.get(key) ?? []).some(({ tagged, bulk: of }) => tagged !== undefined && (of === undefined ? tagged.wished !== was : of.id !== bulk));
}

function leftAlone(entry: BulkEntryRow): Part {
  return { entry: { ...entry, state: 'left-alone', because: 'Tagged otherwise since.' }, change: NO_CHANGE };
}

/** The tag of this browser that a label took the place of. */
function localBefore({ key, before: { local } }: BulkEntryRow, localTags: Belonging['localTags']): Change['localTags'] {
  return local && !localTags.has(key) ? [local] : [];
}

/** A tag that was chosen here since, or taken off, is nobody's to take back. */
function localBack(material: Belonging, entry: BulkEntryRow, item: string | null, now: number): Change {
  const { key, before } = entry;
  if ((material.localTags.get(key)?.item ?? null) !== item) return NO_CHANGE;
  const outbox = onItsWayAgain(material, key, before, now);
  return before.local ? { ...NO_CHANGE, outbox, localTags: [before.local] } : { ...NO_CHANGE, outbox, clearLocal: [key] };
}

/** Every label of a roadmap item to where it was, or was on its way to, and the tag of this browser that it took the place of; what a teammate has put there since stays, unless it is `over`. */
function wayBack({ issues, outbox, localTags }: Belonging, entry: BulkEntryRow, item: string | null, now: number, over?: string): Change {
  const { bulk, key, before } = entry;
  const rows = outbox.get(key) ?? [];
  const mine = item === null ? [] : [tagLabel(item)];
  const waiting = tagWrites(rows);
  const there = new Set(issues.get(key)?.labels ?? []);
  const { was, by } = before;
  const wanted = was === undefined ? before.labels : was === null ? [] : [tagLabel(was)];
  const tagged = { wished: was === undefined ? (before.items[0] ?? null) : was, seen: [...before.items, ...(item === null ? [] : [item]), ...(over === undefined ? [] : [over])] };
  // Whoever undoes has had second thoughts already.
  const atOnce = { notBefore: now, tagged, bulk: { id: bulk, key } };
  const change: { outbox: Change['outbox']; drop: string[] } = { outbox: [], drop: [] };
  for (const label of new Set([...before.labels, ...wanted, ...mine, ...waiting.keys(), ...(over === undefined ? [] : [tagLabel(over)])])) {
    const present = wanted.includes(label);
    const row = waiting.get(label);
    const wish = { ...labelWish({ kind: 'label', key, label, present }, now), ...atOnce };
    if (there.has(label) !== present || row?.state === 'sending') change.outbox.push(before.labels.includes(label) === present ? wish : madeBy(by, wish));
    else if (row) change.drop.push(row.id);
  }
  const share = rows.find((row) => row.write.kind === 'share' && row.write.tag !== undefined);
  const shared = was === undefined ? before.shared : was;
  const lost = before.labels.length === 0 && before.shared !== null && (issues.get(key)?.shared?.tag !== shared || change.outbox.length > 0);
  if (lost || share?.state === 'sending') change.outbox.push({ ...shareWish(key, { inputs: {}, tag: shared }, now), ...atOnce });
  else if (share) change.drop.push(share.id);
  return { ...NO_CHANGE, ...change, localTags: localBefore(entry, localTags) };
}
