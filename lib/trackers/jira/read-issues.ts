import type { Issue, IssueKey, ProjectKey } from '../../core/issue.ts';
import { jiraIssueKey } from '../../core/keys.ts';
import type { Instant } from '../../core/time.ts';
import { type Answer, changedShape, fail, readAnswer, readRows, refuse, succeed } from '../exchange.ts';
import { servedAt } from '../retry-after.ts';
import { renamedTo } from '../rows.ts';
import { wordsIn } from '../site-words.ts';
import type { Credentials, Exchanged, IssuePage, IssueQuery, Outcome } from '../tracker.ts';
import { absentAmong, isAbsent } from './absent.ts';
import { type Access, accountIn, type Client } from './client.ts';
import { readIssueRow } from './issue-mapping.ts';
import { placeOfProject } from './keyed.ts';
import type { Needs } from './learn.ts';
import { nextPage, type Told, toldIn } from './next-page.ts';
import { doubted, put } from './put.ts';
import { reach } from './reach.ts';
import { keyRow, searchPage } from './rows.ts';
import { viewOf } from './view.ts';
import { addressOf, parameterOf, readAddress, startWalk, type Walk, written } from './walk.ts';

/** Columns and estimates hardly change; a walk over everything wants them, since no later one reads everything again. */
const BOARDS_KEPT = 24 * 3_600_000;

export async function readIssues(client: Client, credentials: Credentials, query: IssueQuery, signal?: AbortSignal): Promise<Exchanged<IssuePage>> {
  const known = await reach(client, credentials, { place: placeOfProject(query.project), what: 'project' }, ({ written: name }) => needsOf(query, name), signal);
  if ('lesson' in known) return known.lesson;
  const { access, place } = known;
  const walk = walkOf(access, query, place.written, client.now());
  if (walk === null) return refuse(changedShape('an address outside of the site'));
  const url = addressOf(credentials.host, access.site, walk);
  // All that was asked for is known not to be there.
  if (walk.path === '') return { outcome: succeed({ ...EMPTY, url, partial: true }), allowance: null };
  const answer = await put(client, access, walk.path, { isFine: ({ status }) => status === 400 });
  if (!answer.outcome.ok) return { ...answer, outcome: answer.outcome };
  if (answer.outcome.value.status === 400) return { ...answer, ...refused(client, access, walk, place.written, answer.outcome.value) };
  const page = readAnswer(answer, (given) => readPage({ access, walk, project: query.project, name: place.written, url }, given, client.now()));
  // A quiet project has no changes by right, unless it is told to somebody without a name.
  const odd = page.outcome.ok && isEmpty(page.outcome.value) && walk.page === 1 && (walk.anchor === null || accountIn(answer.outcome.value) === null);
  return (odd ? doubted(access, client.now()) : null) ?? page;
}

/** Jira has no ETags: a page is never unchanged, and what changed since is a question of its own. */
const EMPTY = { unchanged: false, issues: [], rejected: [], next: null, etag: null, renamedTo: null } as const;

function needsOf(query: IssueQuery, project: string): Needs {
  if (query.kind === 'sweep') return {};
  return query.kind === 'changes' && query.since === null ? { fields: true, boards: { project, within: BOARDS_KEPT } } : { fields: true };
}

function walkOf({ site, credentials }: Access, query: IssueQuery, project: string, now: Instant): Walk | null {
  if (query.kind === 'url') return readAddress(credentials.host, site, query.url);
  if (query.kind !== 'open' || query.keys === undefined) return startWalk(site, project, query.kind === 'open' ? { kind: 'open' } : query);
  const keys = written(query.keys).filter((key) => !isAbsent(site, key, now));
  return keys.length > 0 ? startWalk(site, project, { kind: 'keys', keys }) : { ...startWalk(site, project, { kind: 'keys', keys }), path: '' };
}

/** A question that the site does not understand: because an issue, or the project, is not there; because a token has expired; or for a reason of its own. */
function refused(client: Client, access: Access, walk: Walk, project: string, { body }: Answer): Exchanged<never> {
  const message = wordsIn(body, access.credentials.token);
  const absent = walk.kind === 'keys' ? absentAmong(access, walk.path, message, client.now()) : null;
  if (absent !== null) return absent;
  if (parameterOf(walk.path, 'nextPageToken') !== null) return refuse({ kind: 'page-limit' });
  // The sentence is in the reader's language; what it quotes is not.
  if (new RegExp(`\\b${project}\\b`).test(message)) return doubted(access, client.now()) ?? refuse({ kind: 'not-found' });
  return refuse(changedShape(`status 400${message && `: ${message}`}`));
}

/** What an answer is a page of. */
interface Asked {
  readonly access: Access;
  readonly walk: Walk;
  readonly project: ProjectKey;
  /** The project as Jira's language of search writes it. */
  readonly name: string;
  readonly url: string;
}

function readPage(asked: Asked, { body, headers }: Answer, now: Instant): Outcome<IssuePage> {
  const { access: { credentials, site }, walk, project, name, url } = asked;
  const read = searchPage.safeParse(body);
  if (!read.success) return fail(changedShape('a page of issues was expected'));
  const { issues: raw } = read.data;
  const told = toldIn(walk.path, read.data);
  if (walk.kind === 'sweep') return readSweep(asked, told, raw);
  const view = viewOf(credentials.host, site, now);
  const list = readRows(raw, (row) => readIssueRow(view, row));
  if (!list.ok) return list;
  const { rows, rejected } = list.value;
  const next = nextPage(site, name, walk, told, rows);
  if (!next.ok) return next;
  const issues = rows.filter((issue) => !isRepeated(walk, issue));
  return succeed({
    ...EMPTY, url, issues, rejected, at: servedAt(headers), ...(walk.kind === 'keys' && { partial: true }),
    next: next.value && addressOf(credentials.host, site, next.value),
    renamedTo: walk.kind === 'keys' ? null : renamedTo(project, issues),
  });
}

function readSweep({ access: { credentials: { host }, site }, walk, name, url }: Asked, told: Told, raw: readonly unknown[]): Outcome<IssuePage> {
  const list = readRows<IssueKey>(raw, (row) => {
    const read = keyRow.safeParse(row);
    return read.success ? { ok: true, value: jiraIssueKey(host, read.data.key) } : { ok: false, reason: 'key: not readable' };
  });
  const next = nextPage(site, name, walk, told, []);
  if (!list.ok) return list;
  if (!next.ok) return next;
  return succeed({ ...EMPTY, url, seen: list.value.rows, rejected: list.value.rejected, next: next.value && addressOf(host, site, next.value) });
}

/** Rows that the page before had, where a walk began again by time at its last row. */
function isRepeated({ page, anchor, skip }: Walk, { id, updatedAt }: Issue): boolean {
  return page > 1 && anchor !== null && skip.length > 0 && (updatedAt < anchor || (updatedAt === anchor && skip.includes(id)));
}

function isEmpty({ unchanged, issues, rejected, next, seen = [] }: IssuePage): boolean {
  return !unchanged && issues.length + rejected.length + seen.length === 0 && next === null;
}
