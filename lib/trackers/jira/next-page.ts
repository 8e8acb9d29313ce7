import type { Issue } from '../../core/issue.ts';
import { changedShape, fail, succeed } from '../exchange.ts';
import type { Outcome } from '../tracker.ts';
import type { JiraSite } from './site.ts';
import { parameterOf, startWalk, type Walk, withParameters } from './walk.ts';

/** A walk of more pages is no walk any more but a circle. */
const MOST_PAGES = 5000;

/** What a page of a search told about where it stands in the whole. */
export interface Told {
  readonly token: string | null;
  readonly isLast: boolean;
  readonly total: number | null;
  readonly startAt: number;
  readonly count: number;
}

/**
 * Where the walk goes on: `null` at the end. Cloud says so by the absence of a token, however short the page; a Data Center by its total. There a walk
 * over changes begins again by time at its last row instead of counting thousands of rows that change places meanwhile (§2.9).
 */
export function nextPage(site: JiraSite, project: string, walk: Walk, told: Told, issues: readonly Issue[]): Outcome<Walk | null> {
  const newest = issues.reduce<number | null>((at, { updatedAt }) => (at === null || updatedAt > at ? updatedAt : at), walk.newest);
  const on = { ...walk, page: walk.page + 1, newest };
  if (walk.page >= MOST_PAGES) return fail({ kind: 'page-limit' });
  if (walk.path.startsWith('/rest/api/3/')) {
    if (told.token === null || told.token === '' || told.isLast) return succeed(restOf(site, project, walk));
    if (told.token === parameterOf(walk.path, 'nextPageToken')) return fail(walk.kind === 'changes' ? { kind: 'page-limit' } : changedShape('the same page again and again'));
    return succeed({ ...on, path: withParameters(walk.path, { nextPageToken: told.token }) });
  }
  const end = told.startAt + told.count;
  if (told.count === 0 || (told.total !== null && end >= told.total)) return succeed(restOf(site, project, walk));
  if (walk.kind !== 'changes' || newest === null || newest <= (walk.anchor ?? -1)) return succeed({ ...on, path: withParameters(walk.path, { startAt: String(end) }) });
  const skip = issues.filter(({ updatedAt }) => updatedAt === newest).map(({ id }) => id);
  return succeed({ ...startWalk(site, project, { kind: 'changes', since: newest }), page: on.page, newest, skip });
}

function restOf(site: JiraSite, project: string, { rest }: Walk): Walk | null {
  return rest.length > 0 ? startWalk(site, project, { kind: 'keys', keys: rest }) : null;
}
