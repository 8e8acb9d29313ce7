import { alike } from '../core/alike.ts';
import type { IssueKey } from '../core/issue.ts';
import { itemStandingOf, NO_STATISTICS, renewItemStatistics, type ItemStanding } from '../core/roadmap/item-statistics.ts';
import type { Roadmap } from '../core/roadmap/roadmap.ts';
import type { Tag } from '../core/roadmap/roadmap-item.ts';
import type { WriteTransaction } from './database.ts';
import { readIssues } from './issues.ts';
import { readTags } from './read-tags.ts';
import type { IssueRow, MembershipRow } from './rows.ts';

/** An issue's row before and after a transaction's changes; both the same where only something beside the row changed (a tag, an entered value). */
export type Touched = Map<IssueKey, { readonly before: IssueRow | null; readonly after: IssueRow | null }>;

/**
 * Renews where the touched issues belong, and the figures of the items that they came to or left. Whatever inherits from an issue whose place has changed is touched with it. Answers the tags of all of them.
 * A membership remembers what it added, so that exactly that is taken away again.
 */
export async function renewMemberships(transaction: WriteTransaction, touched: Touched, roadmap: Roadmap): Promise<Map<IssueKey, Tag | null>> {
  const store = transaction.objectStore('memberships');
  const tags = new Map<IssueKey, Tag | null>();
  const changes: Changes = new Map();
  let level: Touched = new Map(touched);
  const below = new Set<IssueKey>();
  while (level.size > 0) {
    const [read, stored] = await Promise.all([
      readTags(transaction, [...level.values()].flatMap(({ after }) => after ?? []), roadmap),
      Promise.all([...level.keys()].map(async (key) => store.get(key))),
    ]);
    const moved: IssueKey[] = [];
    const put: MembershipRow[] = [];
    const gone: IssueKey[] = [];
    for (const [index, [key, { before, after }]] of [...level].entries()) {
      const tag = read.get(key) ?? null;
      tags.set(key, tag);
      const former = stored[index];
      const membership = after && tag ? membershipOf(after, tag) : undefined;
      const rehung = below.has(key) || (before?.parent ?? null) !== (after?.parent ?? null);
      if (rehung || former?.item !== membership?.item || former?.via !== membership?.via) moved.push(key);
      // Rules may ask for any issue above: another parent tells all that hang below.
      if (rehung) below.add(key);
      if (alike(former, membership)) continue;
      if (membership) put.push(membership);
      else gone.push(key);
      note(changes, former, membership);
    }
    // Side by side: one after the other, a thousand rows would take as many turns.
    await Promise.all([...put.map(async (row) => store.put(row)), ...gone.map(async (key) => store.delete(key))]);
    level = await childrenOf(transaction, moved, tags, below);
    for (const [key, change] of level) touched.set(key, change);
  }
  await renewStatistics(transaction, changes);
  return tags;
}

/** Takes issues' memberships away, as for a site that is forgotten. */
export async function dropMemberships(transaction: WriteTransaction, range: IDBKeyRange): Promise<number> {
  const store = transaction.objectStore('memberships');
  const rows = await store.getAll(range);
  const changes: Changes = new Map();
  for (const row of rows) note(changes, row, undefined);
  await store.delete(range);
  await renewStatistics(transaction, changes);
  return rows.length;
}

function membershipOf(issue: IssueRow, { item, via }: Tag): MembershipRow {
  return { key: issue.key, item, via, done: issue.status.category === 'done' ? 1 : 0, standing: itemStandingOf(issue) };
}

/** Issues that hang below the moved ones and have not been looked at in this transaction. */
async function childrenOf(transaction: WriteTransaction, moved: readonly IssueKey[], seen: ReadonlyMap<IssueKey, unknown>, below: Set<IssueKey>): Promise<Touched> {
  const index = transaction.objectStore('issues').index('parent');
  const children = await Promise.all(moved.map(async (parent) => ({ parent, keys: (await index.getAllKeys(parent)).filter((key) => !seen.has(key)) })));
  for (const { parent, keys } of children) if (below.has(parent)) for (const key of keys) below.add(key);
  const rows = await readIssues(transaction, children.flatMap(({ keys }) => keys));
  return new Map([...rows].map(([key, row]) => [key, { before: row, after: row }]));
}

type Changes = Map<string, { readonly left: ItemStanding[]; readonly joined: ItemStanding[]; members: number }>;

function note(changes: Changes, former: MembershipRow | undefined, membership: MembershipRow | undefined): void {
  for (const [row, step] of [[former, -1], [membership, 1]] as const) {
    if (!row) continue;
    const change = changes.get(row.item) ?? { left: [], joined: [], members: 0 };
    change.members += step;
    if (row.standing) (step < 0 ? change.left : change.joined).push(row.standing);
    changes.set(row.item, change);
  }
}

async function renewStatistics(transaction: WriteTransaction, changes: Changes): Promise<void> {
  const store = transaction.objectStore('itemStatistics');
  await Promise.all(Array.from(changes, async ([item, { left, joined, members }]) => {
    const former = (await store.get(item)) ?? { ...NO_STATISTICS, item, members: 0 };
    const renewed = { ...renewItemStatistics(former, left, joined), item, members: former.members + members };
    await (renewed.members === 0 ? store.delete(item) : store.put(renewed));
  }));
}
