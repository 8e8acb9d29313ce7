import type { Issue, IssueKey } from '../../core/issue.ts';
import { changedShape, fail, orElse, readAnswer, readRows, refuse, succeed } from '../exchange.ts';
import { servedAt } from '../retry-after.ts';
import { renamedTo } from '../rows.ts';
import type { Credentials, Exchanged, FoundIssue, IssuePage, IssueQuery } from '../tracker.ts';
import type { Send } from './client.ts';
import { readIssueRow } from './issue-mapping.ts';
import { placeOfIssue, placeOfProject } from './keyed.ts';
import { isNumbered, nextPage } from './link-header.ts';
import { type Call, routes } from './routes.ts';

export async function readIssues(send: Send, credentials: Credentials, query: IssueQuery, etag: string | null, signal?: AbortSignal): Promise<Exchanged<IssuePage>> {
  const call = callOf(query);
  if (call === null) return refuse(changedShape('no project of GitHub'));
  const { url } = call;
  return readAnswer<IssuePage>(await send(credentials, call, { etag, signal }), (answer) => {
    const { status, body, headers } = answer;
    const told = { url, etag: headers.get('etag') };
    if (status === 304) {
      return succeed({ ...told, unchanged: true, issues: [], rejected: [], next: null, etag: told.etag ?? etag, renamedTo: null });
    }
    const list = readRows(body, (raw) => readIssueRow(credentials.host, raw));
    if (!list.ok) return list;
    const { rows: issues, rejected } = list.value;
    const next = nextPage(answer);
    return succeed({ ...told, unchanged: false, issues, rejected, next, ...(isNumbered(next) && { numbered: true }), at: servedAt(headers), renamedTo: renamedTo(query.project, issues) });
  });
}

function callOf(query: IssueQuery): Call | null {
  const project = placeOfProject(query.project);
  if (project === null) return null;
  switch (query.kind) {
    case 'changes':
    case 'sweep':
      // GitHub reads whole seconds; rounding down re-reads a row rather than losing it.
      return routes.changes(project, query.since === null ? null : `${new Date(query.since).toISOString().slice(0, 19)}Z`);
    case 'open':
      return routes.open(project);
    case 'url':
      return { method: 'GET', url: query.url };
  }
}

export async function readIssue(send: Send, credentials: Credentials, key: IssueKey, signal?: AbortSignal): Promise<Exchanged<FoundIssue>> {
  const place = placeOfIssue(key);
  if (place === null) return refuse(changedShape('no issue of GitHub'));
  const found = readAnswer<FoundIssue>(await send(credentials, routes.issue(place, place.number), { signal }), ({ body }) => {
    const read = readIssueRow(credentials.host, body);
    if (!read.ok) return fail(changedShape(read.reason));
    return succeed({ kind: read.value.key === key ? 'found' : 'moved', issue: read.value });
  });
  return orElse<FoundIssue>(found, ['not-found', 'gone'], { kind: 'gone' });
}

/** The issues that this one waits for, closed ones too. A server without dependencies answers 404: there are none. */
export async function readBlockers(send: Send, credentials: Credentials, key: IssueKey, signal?: AbortSignal): Promise<Exchanged<readonly Issue[]>> {
  const place = placeOfIssue(key);
  if (place === null) return refuse(changedShape('no issue of GitHub'));
  const answer = await send(credentials, routes.blockers(place, place.number), { signal });
  const blockers = readAnswer<readonly Issue[]>(answer, ({ body }) => {
    const list = readRows(body, (raw) => readIssueRow(credentials.host, raw));
    return list.ok ? succeed(list.value.rows) : list;
  });
  return orElse<readonly Issue[]>(blockers, ['not-found'], []);
}
