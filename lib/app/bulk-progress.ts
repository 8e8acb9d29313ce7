import { pauseEnd } from '../core/allowance.ts';
import { believed } from '../core/believed.ts';
import { hostOf } from '../core/keys.ts';
import { longestHold } from '../core/queued-write.ts';
import type { BulkIssueState, BulkView, NamedItem } from '../messaging/messages.ts';
import type { BulkEntryRow, ConnectionRow, LimiterRow, OutboxRow } from '../storage/rows.ts';
import type { Bulk } from '../storage/store.ts';
import type { Ports } from './ports.ts';
import { namesOf } from './roadmap-items.ts';

/** So that nothing that failed goes unsaid; a page shows them as it scrolls. */
const LISTED = 2000;
/** As many as a page shows. */
const LATEST = 3;

const ORDER: readonly BulkIssueState[] = ['conflict', 'failed', 'stopped', 'overtaken', 'left-alone', 'local', 'waiting', 'done', 'already', 'undone'];
const WORTH_LISTING: ReadonlySet<BulkIssueState> = new Set(['conflict', 'failed', 'stopped', 'overtaken', 'left-alone', 'local']);

/** How the latest bulk taggings go, newest first. */
export async function openBulks(ports: Ports): Promise<BulkView[]> {
  const [bulks, see] = await Promise.all([ports.store.bulks(LATEST), viewing(ports)]);
  return Promise.all(bulks.map(see));
}

/** How one of them goes; `null` when it is no longer known. */
export async function bulkView(ports: Ports, id: string): Promise<BulkView | null> {
  const bulk = await ports.store.bulk(id);
  return bulk ? (await viewing(ports))(bulk) : null;
}

async function viewing(ports: Ports): Promise<(bulk: Bulk) => Promise<BulkView>> {
  const [names, connections] = await Promise.all([namesOf(ports), ports.store.connections()]);
  return async (stored) => {
    const hosts = [...new Set(stored.entries.map(({ host }) => host))];
    const limiters = new Map((await Promise.all(hosts.map((host) => ports.store.limiter(host)))).flatMap((row) => (row ? [[row.host, row] as const] : [])));
    const held = new Map(hosts.flatMap((host) => {
      const reason = heldBecause(ports, host, connections.find((row) => row.host === host), stored);
      return reason === null ? [] : [[host, reason] as const];
    }));
    return viewOf(stored, names, held, limiters, ports.now());
  };
}

function viewOf({ bulk, entries, writes }: Bulk, names: (id: string) => NamedItem, held: ReadonlyMap<string, string>, limiters: ReadonlyMap<string, LimiterRow>, now: number): BulkView {
  const byKey = Map.groupBy(writes, ({ bulk: ref }) => ref?.key);
  const seen = entries.map((entry) => ({ entry, rows: byKey.get(entry.key) ?? [], ...stateOf(entry, byKey.get(entry.key) ?? [], held) }));
  const counts = Object.fromEntries(ORDER.map((state) => [state, seen.filter((one) => one.state === state).length])) as Record<BulkIssueState, number>; // every state is in the order
  const waiting = Map.groupBy(seen.filter(({ state }) => state === 'waiting'), ({ entry }) => entry.host);
  return {
    id: bulk.id, item: bulk.item === null ? null : names(bulk.item), by: bulk.by, createdAt: bulk.createdAt,
    state: bulk.state === 'undone' ? (counts.waiting > 0 ? 'undoing' : 'undone') : counts.waiting > 0 ? 'running' : bulk.state === 'stopped' ? 'stopped' : 'ended',
    counts, total: entries.length,
    waits: [...waiting].map(([host, group]) => ({ host, issues: group.length, ...waitOf(host, limiters.get(host), group.flatMap(({ rows }) => rows), now) })),
    listed: seen.filter(({ state }) => WORTH_LISTING.has(state)).toSorted((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state)).slice(0, LISTED).map(({ entry, state, because, theirs }) => ({
      key: entry.key, reference: entry.reference, title: entry.title, url: entry.url, state, because, theirs: theirs === null ? null : names(theirs),
      from: nameOf(entry.before.local?.item ?? entry.before.items[0], names),
    })),
    // What has been taken back does not go on.
    retryable: seen.filter(({ state, as }) => as === null && (state === 'failed' || (state === 'stopped' && bulk.state !== 'undone'))).length,
    anothers: [...Map.groupBy(seen.filter(({ state }) => state === 'failed'), ({ as }) => as)].flatMap(([as, group]) => (as === null ? [] : [{ as, issues: group.length }])),
    undoable: bulk.state !== 'undone' && counts.done + counts.local + counts.waiting + counts.failed + counts.conflict > 0,
  };
}

/** What has not arrived is told by its writes: one that failed speaks for the issue. */
function stateOf(entry: BulkEntryRow, rows: readonly OutboxRow[], held: ReadonlyMap<string, string>): { readonly state: BulkIssueState; readonly because: string | null; readonly theirs: string | null; /** Somebody else made it, and it would be sent as this one. */ readonly as: string | null } {
  const { state, because } = entry;
  const told = { theirs: null, as: null };
  if (state !== 'waiting' && state !== 'undoing') return { state, because, ...told };
  const conflict = rows.find((row) => row.conflict !== undefined);
  if (conflict?.conflict !== undefined) return { ...told, state: 'conflict', because: conflict.failure, theirs: conflict.conflict };
  const failed = rows.find((row) => row.state === 'failed');
  if (failed) return { ...told, state: 'failed', because: failed.failure, as: failed.by?.present ?? null };
  if (rows.length === 0) return { ...told, state: 'overtaken', because: 'Tagged otherwise since.' };
  const reason = held.get(hostOf(rows[0]?.write.kind === 'sprint-description' ? entry.key : (rows[0]?.write.key ?? entry.key)));
  return reason === undefined ? { ...told, state: 'waiting', because: null } : { ...told, state: 'failed', because: reason };
}

/** Why nothing is sent to a site at all until a person has done something; `null` where it is sent. */
function heldBecause(ports: Ports, host: string, connection: ConnectionRow | undefined, { entries }: Bulk): string | null {
  const key = entries.find((entry) => entry.host === host)?.key;
  const session = (key === undefined ? null : ports.trackerFor(key))?.without === 'session' && (connection?.tokenKind ?? 'session') === 'session';
  if (connection?.state === 'unauthorised') return session ? `You are signed out of ${host}: sign in there, and it goes on.` : `${host} no longer accepts the token: give Waymark a new one in its options, and it goes on; there is no need to retry.`;
  if (!session && (connection?.tokenKind ?? null) === null) return `There is no token for ${host} any more: give Waymark one in its options, and it goes on; there is no need to retry.`;
  return null;
}

function waitOf(host: string, limiter: LimiterRow | undefined, rows: readonly OutboxRow[], now: number): { until: number | null; because: string } {
  const paused = pauseEnd(limiter?.pausedUntil, now);
  if (paused !== null) return { until: paused, because: `${host} limits how much may be written at once.` };
  const issues = rows.filter(({ limitedUntil }) => pauseEnd(limitedUntil, now) !== null);
  if (rows.length > 0 && issues.length === rows.length) return { until: Math.min(...issues.map(({ limitedUntil = 0 }) => limitedUntil)), because: `${host} limits how often one issue may be written.` };
  const tried = rows.filter((row) => row.attempts > 0 && believed(row.notBefore, now, longestHold(row)) !== null);
  if (rows.length > 0 && tried.length === rows.length) return { until: Math.min(...tried.map(({ notBefore }) => notBefore)), because: `${host} did not answer; it is tried again.` };
  return { until: null, because: `One after the other, a second apart, to ${host}.` };
}

function nameOf(id: string | null | undefined, names: (id: string) => NamedItem): NamedItem | null {
  return id === null || id === undefined ? null : names(id);
}
