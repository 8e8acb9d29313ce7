import type { Instant } from '../core/time.ts';
import type { IssuePage, IssueQuery } from '../trackers/tracker.ts';
import type { ProjectKey } from '../core/issue.ts';
import { MINUTE, SECOND } from './limits.ts';
import type { TailCursor, WalkCursor } from './job-rows.ts';

/** Clocks of a tracker's servers differ a little, and `since` has whole seconds: so a query begins somewhat before where the last one ended. */
export const OVERLAP = 2 * MINUTE;
const PAGE = 100;

export function queryOf(cursor: WalkCursor | TailCursor, project: ProjectKey): IssueQuery {
  return cursor.at === 'since' ? { kind: 'changes', project, since: cursor.since } : { kind: 'url', project, url: cursor.url };
}

/** The cursor after a page: the next page's address just as the tracker gave it, or the tail to poll from now on. */
export function afterPage(cursor: WalkCursor | TailCursor, page: IssuePage): WalkCursor | TailCursor {
  const since = cursor.at === 'tail' ? null : cursor.since;
  const newest = newestOf(page, cursor.at === 'since' ? cursor.since : cursor.newest);
  if (page.next !== null && page.next !== page.url) return { at: 'page', url: page.next, since, newest };
  return { at: 'tail', url: page.url, etag: page.etag, newest, first: cursor.at === 'since' || (cursor.at === 'tail' && cursor.first), full: page.issues.length + page.rejected.length >= PAGE };
}

/**
 * Begins again by date where an address leads no further (a page cap, an expired cursor, a changed tail). Always later than the query before,
 * or a thousand issues edited at once would lead in a circle.
 */
export function reanchor(cursor: WalkCursor | TailCursor): WalkCursor {
  if (cursor.at === 'since') return cursor;
  const { newest } = cursor;
  if (newest === null) return { at: 'since', since: null };
  const former = cursor.at === 'page' ? cursor.since : null;
  if (former === null || newest - OVERLAP > former) return { at: 'since', since: newest - OVERLAP };
  return { at: 'since', since: newest > former ? newest : former + SECOND };
}

function newestOf(page: IssuePage, former: Instant | null): Instant | null {
  return page.issues.reduce<Instant | null>((newest, { updatedAt }) => (newest === null || updatedAt > newest ? updatedAt : newest), former);
}
