import * as z from 'zod/mini';
import type { IssueKey } from '../core/issue.ts';
import { hostOf } from '../core/keys.ts';
import { issueKey, itemId } from '../messaging/protocol.ts';
import type { Ports } from './ports.ts';

// It comes back by way of a page: what it puts into the store must be what may stand there.
const undoSchema = z.object({
  writes: z.array(z.string()),
  local: z.array(z.object({ key: issueKey, item: z.optional(z.nullable(itemId)), stood: z.boolean() })),
  marks: z.optional(z.array(z.object({ key: issueKey, on: z.optional(z.boolean()) }))),
});

type Undo = z.infer<typeof undoSchema>;

/** What an undo needs, as a text that the surface keeps and hands back: the ids of the writes, and what local tags and marks were before. */
export function encodeUndo(undo: { writes: string[]; local: { key: IssueKey; item: string | null | undefined; stood: boolean }[]; marks?: { key: IssueKey; on: boolean | undefined }[] }): string {
  return JSON.stringify(undo);
}

/**
 * Takes a tagging back: writes that have not left are withdrawn, local tags return to what they were.
 * `host` limits it to one site (an overlay speaks only of its own); `null` is our own page.
 * Answers how much could be undone; a write already on its way is not.
 *
 * @example await undoTagging(ports, outcome.undo, null) // → { undone: 1 }
 */
export async function undoTagging(ports: Ports, encoded: string, host: string | null): Promise<{ undone: number }> {
  const undo = decode(encoded);
  if (!undo) return { undone: 0 };
  const local = undo.local.filter(({ key }) => host === null || hostOf(key) === host);
  const marks = (undo.marks ?? []).filter(({ key }) => host === null || hostOf(key) === host);
  const taken = await ports.store.takeBack(undo.writes.filter((id) => host === null || id.split('|')[1]?.startsWith(`${host}/`)));
  const allTaken = taken.length === undo.writes.length;
  if (undo.writes.length === 0 || allTaken) {
    await ports.store.applyTags({
      outbox: [], drop: [],
      localTags: local.flatMap(({ key, item, stood }) => (stood ? [{ key, item: item ?? null, at: ports.now() }] : [])),
      clearLocal: local.flatMap(({ key, stood }) => (stood ? [] : [key])),
      goalMarks: marks.flatMap(({ key, on }) => (on === undefined ? [] : [{ key, on, at: ports.now() }])),
      clearMarks: marks.flatMap(({ key, on }) => (on === undefined ? [key] : [])),
    });
  }
  ports.changed([...local, ...marks].map(({ key }) => key), []);
  return { undone: undo.writes.length === 0 ? local.length + marks.length : taken.length };
}

function decode(encoded: string): Undo | null {
  try {
    const read = undoSchema.safeParse(JSON.parse(encoded));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}
