import * as z from 'zod/mini';
import type { IssueKey } from '../core/issue.ts';
import type { OutboxRow } from '../storage/rows.ts';
import { issueKey, itemId } from '../messaging/protocol.ts';

// It comes back by way of a page: what it puts into the store must be what may stand there.
const maker = z.exactOptional(z.object({ made: z.string(), present: z.nullable(z.string()), whose: z.exactOptional(z.string()) }));
const tokenSchema = z.object({
  writes: z.array(z.string()),
  local: z.array(z.object({ key: issueKey, item: z.optional(z.nullable(itemId)), stood: z.boolean(), was: z.optional(z.nullable(itemId)), by: maker, put: z.optional(z.nullable(itemId)) })),
  marks: z.optional(z.array(z.object({ key: issueKey, on: z.optional(z.boolean()), was: z.optional(z.boolean()), by: maker, put: z.optional(z.boolean()) }))),
});

/** A gesture by what was before it, as it goes to a page and comes back. */
export interface UndoToken {
  /** Ids of the writes that it queued. */
  readonly writes: readonly string[];
  /** The tag in this browser that stood there, the item that was on its way to the tracker, if any, and for whom that waited, and what the gesture put in this browser, if it did: `null` is to take the tag off. */
  readonly local: readonly { readonly key: IssueKey; readonly item?: string | null | undefined; readonly stood: boolean; readonly was?: string | null | undefined; readonly by?: OutboxRow['by']; readonly put?: string | null | undefined }[];
  /** The same of what was said of the sprint's goal. */
  readonly marks?: readonly { readonly key: IssueKey; readonly on?: boolean | undefined; readonly was?: boolean | undefined; readonly by?: OutboxRow['by']; readonly put?: boolean | undefined }[] | undefined;
}

/** `encodeUndo({ writes: [], local: [] })` → `'{"writes":[],"local":[]}'` */
export function encodeUndo(token: UndoToken): string {
  return JSON.stringify(token);
}

/** What a page sent back; `null` where it is none of ours. */
export function decodeUndo(encoded: string): UndoToken | null {
  try {
    const read = tokenSchema.safeParse(JSON.parse(encoded));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}
