import type { Answer } from '../../api/answer.ts';
import { field } from '../../api/body.ts';
import { ok } from '../../api/answer.ts';
import type { JiraIssue } from '../model/issue.ts';
import type { JiraSite } from '../model/site.ts';
import { representFieldNames, representFieldSchemas } from '../represent/field-list.ts';
import { representIssue, type Wanted } from '../represent/issue.ts';
import { type Found, readJql } from '../jql/search.ts';
import { JqlError } from '../jql/tokens.ts';
import { type JiraCall, sliced } from './call.ts';
import { refuse } from './refusals.ts';
import { parametersOf, wantedOf } from './wanted.ts';

const WEEK = 7 * 86_400_000;

/** GET and POST /search/jql: a page and the token of the next one, no total. */
export function searchByToken(call: JiraCall): Answer {
  const { world: { jira }, now } = call;
  const asked = parametersOf(call);
  const jql = asked.get('jql') ?? '';
  const wanted = wantedOf(asked, 'id');
  return searched(call, jql, (search) => {
    if (!search.bounded) return refuse(400, ['Unbounded JQL queries are not allowed here. Please add a search restriction to your query.']);
    const token = asked.get('nextPageToken');
    const place = token === null ? undefined : jira.pages.get(token);
    if (token !== null && (!place || place.jql !== jql || place.at + WEEK < now || place.at < jira.behaviours.pageTokensExpiredAt)) return refuse(400, ['The provided nextPageToken is invalid or has expired.']);
    const rows = found(call, search, new Set(asked.getAll('reconcileIssues').flatMap((ids) => ids.split(',')))).filter((issue) => !place || search.compare(place.after, issue) < 0);
    const size = Math.min(Number(asked.get('maxResults') ?? 50) || 50, wanted.fields.every((name) => name === 'id' || name === 'key') ? 5000 : 100, jira.behaviours.pageCap ?? Number.POSITIVE_INFINITY);
    const page = rows.slice(0, size);
    const last = page.at(-1);
    const more = rows.length > page.length && last;
    return ok({
      issues: page.map((issue) => representIssue(call.view, issue, wanted)), ...(more ? { nextPageToken: tokenFor(call, jql, last) } : {}), isLast: !more,
      ...extras(call, wanted),
    });
  });
}

/** Data Center's /search: a page by position, and how many there are. */
export function searchByPosition(call: JiraCall): Answer {
  const asked = parametersOf(call);
  const wanted = wantedOf(asked, '*navigable');
  return searched(call, asked.get('jql') ?? '', (search) => {
    const all = found(call, search, new Set());
    const { startAt, maxResults, rows } = sliced(all, asked, Math.min(1000, call.world.jira.behaviours.pageCap ?? 1000));
    return ok({ expand: 'names,schema', startAt, maxResults, total: all.length, issues: rows.map((issue) => representIssue(call.view, issue, wanted)), ...extras(call, wanted) });
  });
}

/** POST /search/approximate-count */
export function countSearch(call: JiraCall): Answer {
  const jql = field(call.body, 'jql');
  return searched(call, typeof jql === 'string' ? jql : '', (search) => ok({ count: found(call, search, new Set()).length }));
}

/** The agile API's lists may be narrowed by a query too. */
export function narrowed(call: JiraCall, issues: readonly JiraIssue[], answer: (issues: readonly JiraIssue[]) => Answer): Answer {
  const jql = call.query.get('jql');
  return jql === null ? answer(issues) : searched(call, jql, (search) => answer(issues.filter((issue) => search.matches(issue))));
}

function searched(call: JiraCall, jql: string, answer: (search: Found) => Answer): Answer {
  const { site, view, world: { jira }, account, now } = call;
  try {
    return answer(readJql(jql, { site, people: jira.people, viewer: account.person?.name ?? null, now, zone: view.zone }));
  } catch (error) {
    if (error instanceof JqlError) return refuse(400, [error.message]);
    throw error;
  }
}

/** What the index believes: of an issue that has just changed what it was, of a deleted one that it is there; but for those that it was told to reconcile. */
function found({ site, now }: JiraCall, search: Found, reconciled: ReadonlySet<string>): JiraIssue[] {
  const rows = [...site.issues.values()].flatMap((issue) => asIndexed(issue, now, reconciled));
  return [...rows, ...ghostsOf(site, now)].filter((issue) => search.matches(issue)).sort(search.compare);
}

function asIndexed(issue: JiraIssue, now: number, reconciled: ReadonlySet<string>): readonly JiraIssue[] {
  if (!issue.behind || issue.behind.until <= now || reconciled.has(issue.id)) return [issue];
  return issue.behind.was ? [issue.behind.was] : [];
}

const ghostsOf = ({ ghosts }: JiraSite, now: number): JiraIssue[] => [...ghosts.values()].filter(({ until }) => until > now).map(({ issue }) => issue);

function tokenFor({ world: { jira }, site, now }: JiraCall, jql: string, after: JiraIssue): string {
  const token = Buffer.from(`${site.host} ${jira.pages.size + 1} String&${after.id}`).toString('base64url');
  jira.pages.set(token, { jql, after: { ...after }, at: now });
  return token;
}

const extras = ({ view }: JiraCall, { expand }: Wanted): object => ({ ...(expand.includes('names') ? { names: representFieldNames(view) } : {}), ...(expand.includes('schema') ? { schema: representFieldSchemas(view) } : {}) });
