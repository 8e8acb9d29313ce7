import * as z from 'zod/mini';
import { fieldIds } from './fields.ts';
import { CONTEXT } from './hosts.ts';

const category = z.enum(['todo', 'doing', 'done']);

const board = z.object({
  id: z.number(),
  name: z.string(),
  kind: z.enum(['scrum', 'kanban', 'simple']),
  /** Left to right, with the ids of their statuses. */
  columns: z.array(z.object({ name: z.string(), statuses: z.array(z.string()) })),
  /** The field that this board estimates in. */
  estimate: z.nullable(z.string()),
  /** False until its configuration was asked for since the board was last listed: till then what was known before holds. */
  configured: z.boolean(),
});
export type KnownBoard = z.infer<typeof board>;

const site = z.object({
  /** `null` until the site has said what it is. */
  flavour: z.nullable(z.enum(['cloud', 'data-center'])),
  /** Where Jira is installed on its host: `''`, `/jira`. */
  context: z.string().check(z.regex(CONTEXT)),
  /** How many places it was looked for without success. */
  tried: z.number(),
  /** Whether the token is one that only Atlassian's gateway takes: `wanted` until the cloud's id is known. */
  gateway: z.nullable(z.union([z.literal('wanted'), z.object({ cloudId: z.string().check(z.regex(/^[\w-]{1,64}$/)) })])),
  fields: z.nullable(z.object({ at: z.number(), ids: fieldIds })),
  /** By id. */
  statuses: z.nullable(z.object({ at: z.number(), named: z.record(z.string(), z.object({ name: z.string(), category: z.nullable(category) })) })),
  /** By the project's key without the host. */
  boards: z.record(z.string(), z.object({ at: z.number(), list: z.array(board) })),
  /** Issues that were asked for by key and are not there, and when that was learned: a search that names one of them fails whole. */
  absent: z.record(z.string(), z.number()),
  /** What one issue was last seen to wait for, between the two requests that it takes to read those. */
  waits: z.nullable(z.object({ of: z.string(), for: z.array(z.string()), at: z.number() })),
  /** An answer that a signed-out browser would get too: whether we are signed in is asked before it is believed. */
  doubt: z.boolean(),
  signedInAt: z.nullable(z.number()),
  /** `id`: what the site itself calls them, `whose`: likewise, as its answers bear it, where they do. */
  account: z.nullable(z.object({ at: z.number(), login: z.string(), id: z.optional(z.nullable(z.string())), whose: z.optional(z.string()) })),
  /** The name was asked for once more, since the answer after it was for somebody else. */
  askedTwice: z.optional(z.boolean()),
  /** The way that the last write took with success, and the one that was last taken for forged. */
  way: z.nullable(z.enum(['worker', 'tab'])),
  refusedWay: z.nullable(z.enum(['worker', 'tab'])),
});

/** What was learned of one site. It is kept with the limiter of its host and comes back with the next credentials. */
export type JiraSite = Readonly<z.infer<typeof site>>;

const UNKNOWN: JiraSite = {
  flavour: null, context: '', tried: 0, gateway: null, fields: null, statuses: null, boards: {}, absent: {}, waits: null, doubt: false, signedInAt: null, account: null, way: null, refusedWay: null,
};

/** Reads what was kept; what another version kept and this one cannot read is learned again. */
export function readSite(kept: unknown): JiraSite {
  const read = site.safeParse(kept);
  return read.success ? read.data : UNKNOWN;
}

