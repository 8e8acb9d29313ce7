import type { IssueKey } from '../core/issue.ts';
import { hostOf, withoutHost } from '../core/keys.ts';
import { itemOfLabel } from '../core/roadmap/tags.ts';
import { itemsAt } from '../core/roadmap/taken-meanwhile.ts';
import { ProblemError } from '../messaging/problem.ts';
import type { BulkView } from '../messaging/messages.ts';
import type { BulkEntryRow } from '../storage/rows.ts';
import type { Belonging, BulkChange } from '../storage/store.ts';
import { bulkView } from './bulk-progress.ts';
import type { Ports } from './ports.ts';
import { fateOf } from './review-bulk.ts';
import { accessByProject, type Change, changeOf, onItsWay } from './tag-issues.ts';
import type { WriteAccess } from './write-access.ts';

interface Wish {
  /** Given by who asks: asked twice, it begins once. */
  readonly id: string;
  readonly keys: readonly IssueKey[];
  /** `null` takes the tag off. */
  readonly item: string | null;
  /** Those with another item that are to be replaced. */
  readonly include: readonly IssueKey[];
}

/**
 * Tags many issues: all of it is remembered in one transaction, from then on the outbox writes one after the other as the trackers allow, whatever dies meanwhile. Issues with another item that are not included stay as they are.
 *
 * @example await startBulk(ports, { id, keys, item: 'faster-checkout', include: [] }) // → { state: 'running', counts: { waiting: 488, already: 12, … }, … }
 */
export async function startBulk(ports: Ports, { id, keys: asked, item, include }: Wish): Promise<BulkView> {
  const keys = [...new Set(asked)];
  const [accesses, connections] = await Promise.all([accessByProject(ports, keys), ports.store.connections()]);
  const now = ports.now();
  const wanted = new Set(include);
  const partsOf = (material: Belonging): Part[] => accesses.map(({ key, access }) => {
    const fate = fateOf(material, key, item, access.via);
    return fate === 'written' || (fate === 'other' && wanted.has(key)) ? partOf(id, material, key, item, access, now) : { entry: entryOf(id, material, key, fate === 'already' ? 'already' : 'left-alone', null), change: NO_CHANGE };
  });
  const hosts = new Set(keys.map(hostOf));
  const by = [...new Set(connections.flatMap(({ host, login }) => (hosts.has(host) && login !== null ? [login] : [])))];
  // In the transaction that queues: a tag that another tab gives meanwhile is another item.
  await ports.store.amendBulk(id, keys, (stored, material) => (stored ? null : joined({ id, item, by, createdAt: now, state: 'running' }, partsOf(material))));
  ports.changed(keys, []);
  ports.sync.wake();
  const view = await bulkView(ports, id);
  if (!view) throw new ProblemError({ kind: 'gone', sentence: 'This bulk tagging is no longer there.', action: 'Begin it again.' });
  return view;
}

export interface Part {
  readonly entry: BulkEntryRow;
  readonly change: Change;
}

export const NO_CHANGE: Change = { outbox: [], drop: [], localTags: [], clearLocal: [] };

/** What is done to one issue, and how it is remembered. */
export function partOf(bulk: string, material: Belonging, key: IssueKey, item: string | null, { via, because }: WriteAccess, now: number): Part {
  const change = changeOf(material, key, item, via, now);
  const ref = { id: bulk, key };
  return { entry: entryOf(bulk, material, key, via === 'local' ? 'local' : 'waiting', via === 'local' ? because : null), change: { ...change, outbox: change.outbox.map((row) => ({ ...row, bulk: ref })) } };
}

/** Parts as the store takes them. */
export function joined(bulk: BulkChange['bulk'], parts: readonly Part[]): BulkChange {
  return {
    bulk,
    entries: parts.map(({ entry }) => entry),
    outbox: parts.flatMap(({ change }) => change.outbox),
    drop: parts.flatMap(({ change }) => change.drop),
    localTags: parts.flatMap(({ change }) => change.localTags),
    clearLocal: parts.flatMap(({ change }) => change.clearLocal),
  };
}

function entryOf(bulk: string, material: Belonging, key: IssueKey, state: BulkEntryRow['state'], because: string | null): BulkEntryRow {
  const issue = material.issues.get(key);
  return {
    bulk, key, host: hostOf(key), reference: issue?.reference ?? withoutHost(key), title: issue?.title ?? '', url: issue?.url ?? '', state, because, left: 0,
    before: {
      items: issue ? itemsAt(issue) : [],
      labels: issue?.labels.filter((label) => itemOfLabel(label) !== null) ?? [],
      shared: issue?.shared?.tag ?? null,
      local: material.localTags.get(key) ?? null,
      ...onItsWay(material, key),
    },
  };
}
