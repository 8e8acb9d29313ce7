import type { IssueKey, ProjectKey } from '../core/issue.ts';
import { trackerOfKey } from '../core/keys.ts';
import { lastReadOf, lastSeenOf, readSoFar } from '../core/read-so-far.ts';
import type { UnreadProject } from '../core/roadmap/unread.ts';
import type { Instant } from '../core/time.ts';
import type { ReadTransaction, StoreName } from './database.ts';
import { belongsTo } from './ranges.ts';
import type { ProjectRow } from './rows.ts';

export const UNREAD_STORES = ['projects', 'jobs', 'connections', 'memberships'] as const satisfies readonly StoreName[];

/** What is polled every few minutes and was read within the hour needs no look at whose issues it holds. */
const LATELY = 60 * 60_000;

/** Which projects that not all is read of, or nothing lately, hold issues of these items; an item that has none of them is absent. Where every project has been read, this costs a look at each project's job. */
export async function readUnread(transaction: ReadTransaction, items: readonly string[], now: Instant): Promise<Map<string, UnreadProject[]>> {
  if (items.length === 0) return new Map();
  const [projects, connections] = await Promise.all([transaction.objectStore('projects').getAll(), transaction.objectStore('connections').getAll()]);
  const unread = (await Promise.all(projects.map(async ({ project, host, name, state, complete }): Promise<UnreadProject[]> => {
    const changes = await transaction.objectStore('jobs').get(`changes:${project}`);
    const connection = connections.find((row) => row.host === host);
    const lastReadAt = lastReadOf({ changes, state, connection }, now);
    // What is open of a public project is still read at each visit.
    if (lastReadAt !== null) return [{ project, name, reading: false, openKnown: complete && state !== 'silent' && changes?.error == null && connection?.state !== 'unauthorised', lastReadAt }];
    const read = readSoFar(changes);
    if (read !== 'all') return [{ project, name, reading: read === 'soon', openKnown: complete }];
    const knownUntil = changes?.finishedAt ?? now;
    return now - knownUntil < LATELY ? [] : [{ project, name, reading: false, openKnown: true, knownUntil }];
  }))).flat();
  const found = await Promise.all(items.map(async (item) => {
    const held = await Promise.all(unread.map(async ({ project }) => holds(transaction, item, project)));
    return [item, unread.filter((_project, at) => held[at])] as const;
  }));
  return new Map(found.filter(([, held]) => held.length > 0));
}

/** Of these projects, those of which nothing was read lately, or not all can be any more, and when anything of them was last. */
export async function readLastRead(transaction: ReadTransaction, projects: readonly ProjectRow[], now: Instant): Promise<Map<ProjectKey, Instant>> {
  const found = await Promise.all(projects.map(async ({ project, host, state, syncedAt }) => {
    const [changes, connection] = await Promise.all([transaction.objectStore('jobs').get(`changes:${project}`), transaction.objectStore('connections').get(host)]);
    const seenAt = lastSeenOf({ changes, state, syncedAt, connection }, now);
    return seenAt === null ? [] : [[project, seenAt] as const];
  }));
  return new Map(found.flat());
}

/** Whether an issue of the project belongs to the item: found by jumps, so that it costs the same over ten issues and over fifty thousand. */
async function holds(transaction: ReadTransaction, item: string, project: ProjectKey): Promise<boolean> {
  const index = transaction.objectStore('memberships').index('item');
  const from = `${project}${trackerOfKey(project) === 'jira' ? '-' : '#'}` as IssueKey; // what every key of its issues begins with
  for (const done of [0, 1] as const) {
    const first = await index.openKeyCursor(IDBKeyRange.only([item, done]));
    const there = first && first.primaryKey < from ? await first.continuePrimaryKey([item, done], from) : first;
    if (there && belongsTo(there.primaryKey, project)) return true;
  }
  return false;
}
