import type { Issue } from '../../core/issue.ts';
import { changedShape, fail, succeed } from '../exchange.ts';
import type { Outcome } from '../tracker.ts';
import type * as z from 'zod/mini';
import type { searchPage } from './rows.ts';
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

/** A page may tell fewer rows than were asked for, and a server may leave out where it began: then it began where it was asked to. */
export function toldIn(path: string, { issues, nextPageToken, isLast, total, startAt }: z.infer<typeof searchPage>): Told {
  return { token: nextPageToken ?? null, isLast: isLast === true, total: total ?? null, startAt: Math.max(startAt ?? 0, Number(parameterOf(path, 'startAt'))), count: issues.length };
}

/** The address of the page after this one, without regard to what changes meanwhile; the same again where the site gives the same token again; `null` at the end. */
export function pathAfter(path: string, told: Told): string | null {
  if (path.startsWith('/rest/api/3/')) return told.token === null || told.token === '' || told.isLast ? null : withParameters(path, { nextPageToken: told.token });
  const end = told.startAt + told.count;
  return told.count === 0 || (told.total !== null && end >= told.total) ? null : withParameters(path, { startAt: String(end) });
}

/**
 * Where the walk goes on: `null` at the end. Cloud says so by the absence of a token, however short the page; a Data Center by its total. There a walk
 * over changes begins again by time at its last row instead of counting thousands of rows that change places meanwhile (§2.9).
 */
export function nextPage(site: JiraSite, project: string, walk: Walk, told: Told, issues: readonly Issue[]): Outcome<Walk | null> {
  const newest = issues.reduce<number | null>((at, { updatedAt }) => (at === null || updatedAt > at ? updatedAt : at), walk.newest);
  const on = { ...walk, page: walk.page + 1, newest };
  if (walk.page >= MOST_PAGES) return fail({ kind: 'page-limit' });
  const path = pathAfter(walk.path, told);
  if (path === null) return succeed(restOf(site, project, walk));
  if (path === walk.path) return fail(walk.kind === 'changes' ? { kind: 'page-limit' } : changedShape('the same page again and again'));
  if (told.token !== null || walk.kind !== 'changes' || newest === null || newest <= (walk.anchor ?? -1)) return succeed({ ...on, path });
  const skip = issues.filter(({ updatedAt }) => updatedAt === newest).map(({ id }) => id);
  return succeed({ ...startWalk(site, project, { kind: 'changes', since: newest }), page: on.page, newest, skip });
}

function restOf(site: JiraSite, project: string, { rest }: Walk): Walk | null {
  return rest.length > 0 ? startWalk(site, project, { kind: 'keys', keys: rest }) : null;
}
