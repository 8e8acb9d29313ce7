import type { Issue } from '../model/issue.ts';
import type { Repository } from '../model/repository.ts';
import { representIssue } from '../represent/issue.ts';
import { type Answer, ok, type RepositoryCall } from './answer.ts';
import { type Cursor, readCursor, writeCursor } from './cursor.ts';
import { linkHeader, pageOf, type PageLinks, perPageOf } from './link.ts';
import { compare, firstFrom, ordered, placeOf, type SortKey } from './order.ts';
import { invalid, tooManyPages } from './refusals.ts';

/** The offset past which GitHub refuses page numbers (measured in doc2vec #101) and wants cursors. */
const LAST_OFFSET = 1000;

/** GET /repos/o/r/issues: newest first by default, pull requests among the issues, pages by number up to a limit and by cursor beyond. */
export function listIssues(call: RepositoryCall): Answer {
  const { repository, query, role } = call;
  const sort = sortOf(query.get('sort'));
  const descending = (query.get('direction') ?? 'desc') !== 'asc';
  const [size, page] = [perPageOf(query), pageOf(query)];
  const [after, before] = [query.get('after'), query.get('before')];
  if (after === null && before === null && (page - 1) * size >= LAST_OFFSET) return tooManyPages();
  const matches = filterOf(repository, query);
  const issues = ordered(repository, sort);
  const url = `${role.apiRoot}/repositories/${repository.id}/issues`;
  const represent = (issue: Issue): unknown => representIssue(call.world, repository, issue, role);
  const cursor = readCursor(after ?? before ?? '');
  if ((after !== null || before !== null) && !cursor) return invalid('Issue', after === null ? 'before' : 'after');

  // `since` lower-bounds an ascending walk by updated_at, so the walk may start there instead of at the first row.
  const since = query.get('since');
  const start = !descending && sort === 'updated' && since !== null ? firstFrom(issues, sort, { key: seconds(since), id: 0 }) : 0;
  const walk = { issues, sort, matches, size, start, descending };
  const found = cursor ? (after === null ? takeBefore(walk, cursor) : takeAfter(walk, cursor)) : takePage(walk, page);
  const [first, last] = [found.rows[0], found.rows.at(-1)];
  const links: PageLinks = {
    ...(found.more && last ? { next: { after: writeCursor(placeOf(last, sort)), page: String(page + 1) } } : {}),
    ...(first && (cursor !== undefined || page > 1) ? { prev: { before: writeCursor(placeOf(first, sort)), page: String(Math.max(1, page - 1)) } } : {}),
    ...(cursor === undefined && page > 1 ? { first: { page: '1' } } : {}),
    ...(cursor === undefined && found.more && found.total !== undefined && found.total <= LAST_OFFSET ? { last: { page: String(Math.ceil(found.total / size)) } } : {}),
  };
  return ok(found.rows.map(represent), linkHeader(url, query, links));
}

interface Walk {
  issues: readonly Issue[];
  sort: SortKey;
  matches(issue: Issue): boolean;
  size: number;
  start: number;
  descending: boolean;
}

interface Found {
  rows: readonly Issue[];
  more: boolean;
  total?: number;
}

function takePage(walk: Walk, page: number): Found {
  const { issues, matches, size, start, descending } = walk;
  const all: Issue[] = [];
  for (let index = start; index < issues.length; index += 1) {
    const issue = issues[descending ? issues.length - 1 - (index - start) : index];
    if (issue && matches(issue)) all.push(issue);
  }
  return { rows: all.slice((page - 1) * size, page * size), more: all.length > page * size, total: all.length };
}

function takeAfter(walk: Walk, cursor: Cursor): Found {
  const { issues, sort, descending } = walk;
  const at = firstFrom(issues, sort, cursor);
  const here = issues[at];
  const next = here && compare(placeOf(here, sort), cursor) === 0 ? at + 1 : at;
  return descending ? collect(walk, at - 1, -1) : collect(walk, Math.max(next, walk.start), 1);
}

function takeBefore(walk: Walk, cursor: Cursor): Found {
  const { issues, sort, descending } = walk;
  const at = firstFrom(issues, sort, cursor);
  const here = issues[at];
  const next = here && compare(placeOf(here, sort), cursor) === 0 ? at + 1 : at;
  const found = descending ? collect(walk, next, 1) : collect(walk, at - 1, -1);
  return { rows: found.rows.toReversed(), more: true };
}

function collect({ issues, matches, size, start }: Walk, from: number, step: 1 | -1): Found {
  const rows: Issue[] = [];
  for (let index = from; index >= start && index < issues.length; index += step) {
    const issue = issues[index];
    if (!issue || !matches(issue)) continue;
    if (rows.length === size) return { rows, more: true };
    rows.push(issue);
  }
  return { rows, more: false };
}

function filterOf(repository: Repository, query: URLSearchParams): (issue: Issue) => boolean {
  const state = query.get('state') ?? 'open';
  const since = query.get('since');
  const after = since === null ? null : seconds(since);
  const labels = (query.get('labels') ?? '').split(',').map((name) => name.trim().toLowerCase()).filter((name) => name !== '');
  const milestone = query.get('milestone');
  const assignee = query.get('assignee');
  return (issue) =>
    (state === 'all' || issue.state === state) &&
    (after === null || issue.updatedAt >= after) &&
    labels.every((name) => issue.labels.some((label) => label.toLowerCase() === name)) &&
    (milestone === null || (milestone === 'none' ? issue.milestone === null : milestone === '*' ? issue.milestone !== null : issue.milestone === Number(milestone) && repository.milestones.has(issue.milestone))) &&
    (assignee === null || (assignee === 'none' ? issue.assignees.length === 0 : assignee === '*' ? issue.assignees.length > 0 : issue.assignees.includes(assignee)));
}

const sortOf = (asked: string | null): SortKey => (asked === 'updated' || asked === 'comments' ? asked : 'created');
const seconds = (at: string): string => (Number.isNaN(Date.parse(at)) ? at : `${new Date(at).toISOString().slice(0, 19)}Z`);
