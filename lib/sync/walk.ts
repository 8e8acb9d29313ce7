import type { Instant } from '../core/time.ts';
import type { IssuePage, IssueQuery } from '../trackers/tracker.ts';
import type { ProjectKey } from '../core/issue.ts';
import { DAY, MINUTE, SECOND } from './limits.ts';
import type { TailCursor, WalkCursor } from './job-rows.ts';

const PAGE = 100;
/** Of one server the clock that dates answers and the one that dates rows are hardly apart; ours may be further off. */
const ONE_CLOCK = 10 * SECOND;
const TWO_CLOCKS = 10 * MINUTE;

export function queryOf(cursor: WalkCursor | TailCursor, project: ProjectKey, kind: 'changes' | 'sweep' = 'changes'): IssueQuery {
  return cursor.at === 'since' ? { kind, project, since: cursor.since } : { kind: 'url', project, url: cursor.url };
}

/** What the end of a walk needs to know besides its pages. */
export interface WalkGiven {
  /** The tracker's `overlap`. */
  readonly overlap: number;
  readonly now: Instant;
}

/**
 * The cursor after a page: the next page's address just as the tracker gave it, or, at the end, what to poll from now on: the tail by its ETag, which costs nothing
 * while nothing changes, or where the tracker has none the changes since the walk began. A walk over numbered pages that something moved in is made once more by date.
 */
export function afterPage(cursor: WalkCursor | TailCursor, page: IssuePage, given: WalkGiven): WalkCursor | TailCursor {
  const since = cursor.at === 'tail' ? null : cursor.since;
  const newest = newestOf(page, cursor.at === 'since' ? cursor.since : cursor.newest);
  // By the tracker's own clock, else by the newest change: ours may be off.
  const began = (cursor.at === 'page' ? cursor.began : null) ?? page.at ?? null;
  const wideAt = cursor.at === 'tail' ? undefined : cursor.wideAt;
  const { numbered, dated } = cursor.at === 'tail' ? {} : cursor;
  const kept = { ...(page.etag === null && wideAt !== undefined && { wideAt }), ...(dated && { dated }) };
  if (page.next !== null && page.next !== page.url) {
    if (dated && page.numbered && secondOf(newest) > secondOf(since)) return { at: 'since', since: newest, ...kept };
    // What a tail had shown before is known.
    const byNumbers = numbered ?? { since: cursor.at === 'tail' && cursor.newest !== null ? cursor.newest - given.overlap : since, at: page.at == null ? given.now - TWO_CLOCKS : page.at - ONE_CLOCK };
    return { at: 'page', url: page.next, since, newest, ...(page.etag === null && { began }), ...kept, ...(page.numbered && { numbered: byNumbers }) };
  }
  // Something has changed since: rows may have moved past us.
  if (numbered && !dated && newest !== null && newest >= numbered.at) return { at: 'since', since: numbered.since, ...kept, dated: true };
  if (page.etag === null) return pollFrom(began ?? newest, wideAt, page.issues.length === 0 && began === null ? 0 : given.overlap, given.now);
  return { at: 'tail', url: page.url, etag: page.etag, newest, first: cursor.at === 'since' || (cursor.at === 'tail' && cursor.first), full: page.issues.length + page.rejected.length >= PAGE };
}

/**
 * Where the next look at the changes begins: so much before this one as a change may take to be found; once a day a whole day before, because now and then one takes longer
 * (tracker-apis.md §2.2: connectors had to widen their horizon to hours).
 */
function pollFrom(from: Instant | null, wideAt: Instant | undefined, overlap: number, now: Instant): WalkCursor {
  const wide = wideAt !== undefined && (now - wideAt >= DAY || wideAt > now);
  return { at: 'since', since: from === null ? null : from - (wide ? DAY : overlap), wideAt: wideAt === undefined || wide ? now : wideAt };
}

/**
 * Begins again by date where an address leads no further (a page cap, an expired cursor, a changed tail). Always later than the query before,
 * or a thousand issues edited at once would lead in a circle.
 */
export function reanchor(cursor: WalkCursor | TailCursor, overlap: number): WalkCursor {
  if (cursor.at === 'since') return cursor;
  const { wideAt, numbered, dated } = cursor.at === 'page' ? cursor : {};
  const kept = { ...(wideAt !== undefined && { wideAt }), ...(numbered && { numbered }), ...(dated && { dated }) };
  const { newest } = cursor;
  if (newest === null) return { at: 'since', since: null, ...kept };
  const former = cursor.at === 'page' ? cursor.since : null;
  if (former === null || newest - overlap > former) return { at: 'since', since: newest - overlap, ...kept };
  return { at: 'since', since: newest > former ? newest : former + SECOND, ...kept };
}

/** Whether a cursor leads on to what its walk has not read yet. */
export function goesOn(cursor: WalkCursor | TailCursor): cursor is WalkCursor {
  return cursor.at === 'page' || (cursor.at === 'since' && cursor.dated === true);
}

/** Trackers are asked by whole seconds: within one a query by date leads no further. */
function secondOf(at: Instant | null): number {
  return at === null ? -Infinity : Math.floor(at / SECOND);
}

function newestOf(page: IssuePage, former: Instant | null): Instant | null {
  return page.issues.reduce<Instant | null>((newest, { updatedAt }) => (newest === null || updatedAt > newest ? updatedAt : newest), former);
}
