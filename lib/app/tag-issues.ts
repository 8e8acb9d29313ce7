import type { IssueKey } from '../core/issue.ts';
import { tagWrites } from '../core/queued-write.ts';
import { itemOfLabel, tagLabel, tagOf } from '../core/roadmap/tags.ts';
import { itemsAt } from '../core/roadmap/taken-meanwhile.ts';
import type { TagOutcome } from '../messaging/messages.ts';
import type { LocalTagRow, OutboxRow } from '../storage/rows.ts';
import type { Tagged } from '../storage/store.ts';
import type { Ports } from './ports.ts';
import { encodeUndo, type UndoToken } from './undo-token.ts';
import { labelWish, madeBy, shareWish, UNDO_WINDOW_MS } from './wishes.ts';
import { type WriteAccess, writeAccessTo } from './write-access.ts';

/**
 * Tags issues to a roadmap item, or takes the tag off (`item` null). Where the user may write, the tag becomes the label
 * `roadmap:<id>` by way of the outbox, so it survives anything and happens once; otherwise it stays in this browser and says so.
 * Queue, local tags and the optimistic view change in one transaction.
 *
 * @example await tagIssues(ports, ['github.com/acme/shop#12'], 'faster-checkout') // → { tagged: 1, via: 'label', … }
 */
export async function tagIssues(ports: Ports, keys: readonly IssueKey[], item: string | null): Promise<TagOutcome> {
  const now = ports.now();
  const [accesses, roadmap] = await Promise.all([accessByProject(ports, keys), ports.store.roadmap()]);
  // Where some stay here, that is what must be said.
  const { access } = accesses.find((one) => one.access.via === 'local') ?? accesses[0] ?? { access: { via: 'local', because: 'Nothing was chosen.' } as const };
  // What is queued is read in the transaction that queues: another tab may be tagging the same issue, and its label must give way.
  const undo = await ports.store.amendTags(keys, (stored) => {
    const changes = accesses.map(({ key, access: { via } }) => changeOf(stored, key, item, via, now));
    const change = {
      outbox: changes.flatMap(({ outbox }) => outbox),
      drop: changes.flatMap(({ drop }) => drop),
      localTags: changes.flatMap(({ localTags }) => localTags),
      clearLocal: changes.flatMap(({ clearLocal }) => clearLocal),
    };
    return [change, encodeUndo({
      writes: change.outbox.map((row) => row.id),
      local: keys.map((key) => ({ key, item: stored.localTags.get(key)?.item, stood: stored.localTags.has(key), ...onItsWay(stored, key), put: change.localTags.find((row) => row.key === key)?.item })),
    })];
  });
  ports.changed(keys, []);
  ports.sync.wake();
  return { tagged: keys.length, item: item === null ? null : { id: item, title: roadmap.find(({ id }) => id === item)?.title ?? item }, ...access, undo, undoUntil: now + UNDO_WINDOW_MS };
}

/** The item that an issue was to get at the tracker, for as long as that can be taken back, and whose wish that is where it waits for them; nothing where nothing waits. */
export function onItsWay(stored: Tagged, key: IssueKey): Pick<UndoToken['local'][number], 'was' | 'by'> {
  const waiting = (stored.outbox.get(key) ?? []).findLast(({ tagged, state }) => tagged !== undefined && state === 'queued');
  return waiting ? { was: waiting.tagged?.wished, ...(waiting.by && { by: waiting.by }) } : {};
}

/** What `onItsWay` told of, as the wishes that bring it there again, for whom it waited before; none where nothing waited. */
export function onItsWayAgain(stored: Tagged, key: IssueKey, { was, by }: ReturnType<typeof onItsWay>, now: number): OutboxRow[] {
  return was === undefined ? [] : labelChange(stored, key, was, now).outbox.map((wish) => madeBy(by, wish));
}

/** Issues of one project are written alike. */
export async function accessByProject(ports: Ports, keys: readonly IssueKey[]): Promise<{ readonly key: IssueKey; readonly access: WriteAccess }[]> {
  const projects = new Map(keys.map((key) => [ports.trackerFor(key)?.projectOf(key) ?? null, key]));
  const accesses = new Map(await Promise.all([...projects].map(async ([project, key]) => [project, await writeAccessTo(ports, key)] as const)));
  return keys.flatMap((key) => {
    const access = accesses.get(ports.trackerFor(key)?.projectOf(key) ?? null);
    return access ? [{ key, access }] : [];
  });
}

/** What tagging one issue changes. */
export interface Change {
  readonly outbox: OutboxRow[];
  readonly drop: string[];
  readonly localTags: LocalTagRow[];
  readonly clearLocal: IssueKey[];
}

/** The change of one issue by the way that its project allows. */
export function changeOf(material: Tagged, key: IssueKey, item: string | null, via: WriteAccess['via'], now: number): Change {
  return via === 'label' ? labelChange(material, key, item, now) : localChange(material, key, item, now);
}

function localChange(material: Tagged, key: IssueKey, item: string | null, at: number): Change {
  const issue = material.issues.get(key);
  const tagged = issue !== undefined && tagOf(issue, null, []) !== null;
  // Whatever was wished of the tag before is overtaken by this one, and must not be written after it.
  const former = (material.outbox.get(key) ?? []).filter(isOfTag);
  const overtaken = { outbox: former.flatMap((row) => turned(row, key, item, at)), drop: former.flatMap(({ id, state }) => (state === 'sending' ? [] : [id])) };
  // Without a tag on the tracker nothing needs hiding: the absence of a row already says "none".
  if (item === null && !tagged) return { ...overtaken, localTags: [], clearLocal: [key] };
  return { ...overtaken, localTags: [{ key, item, at }], clearLocal: [] };
}

function isOfTag({ write }: OutboxRow): boolean {
  return write.kind === 'share' ? write.tag !== undefined : write.kind === 'label' && write.marks === undefined;
}

/** What may have left, as the opposite wish: the tracker is looked at, and only where it has arrived is it taken back. */
function turned({ state, write, by }: OutboxRow, key: IssueKey, item: string | null, at: number): OutboxRow[] {
  if (state !== 'sending') return [];
  if (write.kind === 'share') return write.tag === null || write.tag === item ? [] : [madeBy(by, shareWish(key, { inputs: {}, tag: null }, at))];
  if (write.kind !== 'label') return [];
  const present = item !== null && itemOfLabel(write.label) === item;
  return write.present === present ? [] : [madeBy(by, labelWish({ kind: 'label', key, label: write.label, present }, at))];
}

/**
 * One wish a label: the one wanted is present, every other roadmap label is not. What the tracker already has is not wished for. A tag that the team shares without a label
 * is not touched by any of them, so it has a wish of its own.
 */
function labelChange(material: Tagged, key: IssueKey, item: string | null, now: number): Change {
  const wanted = item === null ? null : tagLabel(item);
  const onTracker = new Set(material.issues.get(key)?.labels.filter((label) => itemOfLabel(label) !== null) ?? []);
  const waiting = tagWrites(material.outbox.get(key) ?? []);
  const outbox: OutboxRow[] = [];
  const drop: string[] = [];
  const issue = material.issues.get(key);
  const seen = [...new Set([...(issue ? itemsAt(issue) : []), ...[...waiting.keys()].flatMap((label) => itemOfLabel(label) ?? [])])];
  const tagged = { wished: item, seen };
  for (const label of new Set([...onTracker, ...waiting.keys(), ...(wanted === null ? [] : [wanted])])) {
    const present = label === wanted;
    const row = waiting.get(label);
    const settled = onTracker.has(label) === present;
    if (settled && row?.state !== 'sending') {
      if (row) drop.push(row.id);
      continue;
    }
    outbox.push({ ...labelWish({ kind: 'label', key, label, present }, now), tagged });
  }
  const shared = material.issues.get(key)?.shared?.tag ?? null;
  const waits = (material.outbox.get(key) ?? []).some((row) => row.write.kind === 'share' && row.write.tag !== undefined);
  // Another item than the labels may stand there: of a tag that is taken off, nothing of ours is left.
  const untouched = item === null && shared !== null && !outbox.some(({ write }) => write.kind === 'label' && itemOfLabel(write.label) === shared);
  if (waits || untouched) outbox.push({ ...shareWish(key, { inputs: {}, tag: item }, now), tagged });
  return { outbox, drop, localTags: [], clearLocal: [key] };
}
