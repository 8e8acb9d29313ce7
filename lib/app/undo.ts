import type { IssueKey } from '../core/issue.ts';
import { hostOf } from '../core/keys.ts';
import type { TagChange } from '../storage/store.ts';
import { markChanges } from './mark-goal.ts';
import type { Ports } from './ports.ts';
import { changeOf } from './tag-issues.ts';
import { decodeUndo, type UndoToken } from './undo-token.ts';

/**
 * Takes a tagging or a marking back: of each issue all that it wrote, or nothing where a part has left. What was on its way before is on its way again, local tags return to what they were; all in one transaction.
 * `host` limits it to one site (an overlay speaks only of its own); `null` is our own page.
 * Answers of how many issues it was undone.
 *
 * @example await undoTagging(ports, outcome.undo, null) // → { undone: 1 }
 */
export async function undoTagging(ports: Ports, encoded: string, host: string | null): Promise<{ undone: number }> {
  const token = decodeUndo(encoded);
  if (!token) return { undone: 0 };
  const isOwn = ({ key }: { readonly key: IssueKey }): boolean => host === null || hostOf(key) === host;
  const writes = writesByIssue(token);
  const [local, marks] = [token.local.filter(isOwn), (token.marks ?? []).filter(isOwn)];
  const undone = await ports.store.takeBack([...(await tagsBack(ports, writes, local)), ...(await marksBack(ports, writes, marks))]);
  ports.changed([...local, ...marks].map(({ key }) => key), []);
  ports.sync.wake();
  return { undone };
}

async function tagsBack(ports: Ports, writes: WritesByIssue, local: UndoToken['local']): Promise<TagChange[]> {
  const now = ports.now();
  const onTheirWay = new Map(local.flatMap(({ key, was }) => (was === undefined ? [] : [[key, was] as const])));
  const material = await ports.store.material([...onTheirWay.keys()]);
  return local.map(({ key, item = null, stood }) => {
    const was = onTheirWay.get(key);
    return { outbox: was === undefined ? [] : changeOf(material, key, was, 'label', now).outbox, drop: writes.get(key) ?? [], localTags: stood ? [{ key, item, at: now }] : [], clearLocal: stood ? [] : [key] };
  });
}

async function marksBack(ports: Ports, writes: WritesByIssue, marks: NonNullable<UndoToken['marks']>): Promise<TagChange[]> {
  const now = ports.now();
  const changes = await markChanges(ports, marks.flatMap(({ key, was }) => (was === undefined ? [] : [{ key, on: was }])));
  return marks.map(({ key, on }) => ({
    outbox: changes.get(key)?.outbox ?? [], drop: writes.get(key) ?? [], localTags: [], clearLocal: [],
    goalMarks: on === undefined ? [] : [{ key, on, at: now }], clearMarks: on === undefined ? [key] : [],
  }));
}

type WritesByIssue = ReadonlyMap<string, readonly string[]>;

/** Their ids name it: `label|github.com/acme/shop#12|roadmap:pay`. */
function writesByIssue({ writes }: UndoToken): WritesByIssue {
  return Map.groupBy(writes, (id) => id.split('|')[1] ?? '');
}
