import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Issue, IssueKey, ProjectKey, SprintKey } from '../../lib/core/issue.ts';
import type { Sprint } from '../../lib/core/sprint/sprint.ts';
import { createGithubTracker } from '../../lib/trackers/github/tracker.ts';
import type { IssuePage, Outcome, SprintPage, Tracker } from '../../lib/trackers/tracker.ts';

/** Exchanges with GitHub that others recorded, answered to the real client. What it reads is compared with the raw JSON. */
const CORPUS = new URL('../../../shared/corpus/api/github/', import.meta.url);
const absent = !existsSync(CORPUS);
if (absent) console.log('Skipped: the recorded exchanges with GitHub, for ../shared/corpus is not here.');

interface Raw { [member: string]: any } // oxlint-disable-line typescript/no-explicit-any -- raw JSON, read independently of the client
interface Exchange {
  readonly name: string;
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
  readonly text: string;
}

/** The moment of every replay whose recording fills in its times when it is played. */
const NOW = Date.UTC(2026, 10, 22, 12);
const credentials = { host: 'github.com', token: 'ghp_recorded' };
const exchanges = absent ? [] : ['pygithub-replay', 'hub4j-wiremock'].flatMap((folder) => readdirSync(new URL(folder, CORPUS)).flatMap((file) => exchangesOf(folder, file)));

function exchangesOf(folder: string, file: string): Exchange[] {
  const recorded = JSON.parse(readFileSync(new URL(`${folder}/${file}`, CORPUS), 'utf8')) as Raw[];
  return recorded
    .filter(({ request }) => (request.host ?? 'api.github.com') === 'api.github.com')
    .map(({ request, response }, index) => {
      const headers = new Headers();
      for (const [name, value] of Object.entries<string | string[]>(response.headers)) headers.set(name, fillIn([value].flat().join(', ')));
      const text = typeof response.body === 'string' ? fillIn(response.body) : response.body === null ? '' : JSON.stringify(response.body);
      const body = parsed(text);
      return { name: `${file}[${index}] ${request.method} ${request.path ?? request.url}`, method: request.method, path: request.path ?? request.url, status: response.status, headers, body, text };
    });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** WireMock's `{{now offset='5 minutes' format='unix'}}`, as WireMock would. */
function fillIn(text: string): string {
  return text.replace(/\{\{(?:now|testStartDate)([^}]*)\}\}/g, (_, given: string) => {
    const [, count = '0', unit = 'seconds'] = /offset='(-?\d+) (\w+)'/.exec(given) ?? [];
    const at = NOW + Number(count) * (unit.startsWith('minute') ? 60_000 : unit.startsWith('hour') ? 3_600_000 : 1000);
    return given.includes("'unix'") ? String(at / 1000) : new Date(at).toUTCString();
  });
}

/** The real client before recorded answers; it stands at the server's own moment. */
function replaying(answers: readonly Exchange[]): { tracker: Tracker; asked: string[] } {
  const asked: string[] = [];
  const [first] = answers;
  const fetch = async (input: string | URL | Request): Promise<Response> => {
    const { pathname, search } = new URL(String(input));
    asked.push(pathname + search);
    const answer = answers.length === 1 ? first : answers.find(({ path }) => path === pathname + search);
    if (!answer) throw new TypeError(`nothing recorded for ${pathname}${search}`);
    return new Response([204, 304].includes(answer.status) ? null : answer.text, { status: answer.status, headers: answer.headers });
  };
  const served = Date.parse(first?.headers.get('date') ?? '');
  return { asked, tracker: createGithubTracker({ fetch, now: () => (Number.isNaN(served) ? NOW : served) }) };
}

const projectOf = (path: string): ProjectKey => `github.com/${/^\/repos\/([^/]+\/[^/?]+)/.exec(path)?.[1] ?? 'someone/something'}`.toLowerCase() as ProjectKey;
const readPage = async (exchange: Exchange, etag: string | null = null) =>
  await replaying([exchange]).tracker.readIssues(credentials, { kind: 'url', project: projectOf(exchange.path), url: `https://api.github.com${exchange.path}` }, etag);
const those = (method: string, status: number, path: RegExp) => exchanges.filter((one) => one.method === method && one.status === status && path.test(one.path));

/** The corpus cut the rows of long walks down to `{id}`, and GitHub once sent null for a row: those must be set aside, one by one. */
const isWhole = (raw: Raw | null): raw is Raw => Object.keys(raw ?? {}).length > 1;

function valueOf<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value;
  throw new Error(JSON.stringify(outcome.error));
}

/** What an issue must be, read from the raw row by other means than the mapping. */
function expectedIssue(raw: Raw): Partial<Issue> {
  const pull = raw['pull_request']?.html_url;
  const address: string = pull ?? raw['html_url'];
  const reactions = raw['reactions'];
  return {
    key: raw['html_url'].toLowerCase().replace('https://', '').replace(/\/(?:issues|pull)\//, '#'),
    url: address,
    kind: pull ? 'pull-request' : 'issue',
    number: raw['number'],
    id: `${raw['id']}`,
    title: raw['title'],
    author: raw['user'] === null ? null : raw['user'].login,
    labels: raw['labels'].map((label: Raw) => label['name']),
    assignees: (raw['assignees'] ?? []).map((user: Raw) => user['login']),
    comments: raw['comments'],
    draft: raw['draft'] === true,
    type: raw['type']?.name ?? null,
    votes: reactions ? [reactions['+1'], reactions.heart, reactions.hooray, reactions.rocket].sort((a, b) => b - a)[0] : null,
    reopened: raw['state_reason'] === 'reopened',
  };
}

function checkIssue(issue: Issue | undefined, raw: Raw): void {
  expect(issue).toMatchObject(expectedIssue(raw));
  expect(issue?.status.category === 'done').toBe(raw['state'] === 'closed');
  for (const [ours, theirs] of [['createdAt', 'created_at'], ['updatedAt', 'updated_at'], ['closedAt', 'closed_at']] as const) {
    const at = issue?.[ours];
    expect(at === null || at === undefined ? null : new Date(at).toISOString().replace('.000Z', 'Z')).toBe(raw[theirs] ?? null);
  }
  expect(issue?.sprint?.split('/milestone/')[1]).toBe(raw['milestone'] ? String(raw['milestone'].number) : undefined);
  const dependencies = raw['issue_dependencies_summary'];
  expect(issue?.dependencies).toEqual(dependencies ? { blockedBy: dependencies.blocked_by, blocking: dependencies.blocking, blockers: [] } : null);
  const subIssues = raw['sub_issues_summary'];
  expect(issue?.subIssues).toEqual(subIssues ? { total: subIssues.total, completed: subIssues.completed } : null);
  expect(issue?.parent ?? null).toBe(raw['parent_issue_url']?.toLowerCase().replace('https://api.github.com/repos/', 'github.com/').replace('/issues/', '#') ?? null);
}

describe.skipIf(absent)('recorded exchanges with GitHub', () => {
  const lists = those('GET', 200, /\/(?:issues|sub_issues|dependencies\/blocked_by)(?:\?|$)/).filter(({ path, body }) => Array.isArray(body) && !path.startsWith('/search'));
  it.each(lists)('$name: every row is read, and the next page and what is left are those of the headers', async (exchange) => {
    const { outcome, allowance } = await readPage(exchange);
    const page = valueOf(outcome);
    const rows = exchange.body as (Raw | null)[];
    const whole = rows.filter(isWhole);
    expect(page).toMatchObject({ unchanged: false, etag: exchange.headers.get('etag') });
    expect(page.rejected.map(({ id }) => id)).toEqual(rows.flatMap((raw, index) => (isWhole(raw) ? [] : [String(raw?.['id'] ?? `row ${index}`)])));
    expect(page.issues).toHaveLength(whole.length);
    for (const [index, raw] of whole.entries()) checkIssue(page.issues[index], raw);
    expect(page.next).toBe(/<([^>]+)>; rel="next"/.exec(exchange.headers.get('link') ?? '')?.[1] ?? null);
    const { headers } = exchange;
    expect(allowance).toEqual(
      headers.has('x-ratelimit-reset')
        ? { limit: Number(headers.get('x-ratelimit-limit')), remaining: Number(headers.get('x-ratelimit-remaining')), resetAt: 1000 * Number(headers.get('x-ratelimit-reset')) }
        : null,
    );
  });

  it.each(those('GET', 200, /^\/repos\/[^/]+\/[^/]+\/issues\/\d+$/))('$name: the issue is found', async (exchange) => {
    const raw = exchange.body as Raw;
    const key = expectedIssue(raw).key as IssueKey;
    const { outcome } = await replaying([exchange]).tracker.readIssue(credentials, key);
    expect(outcome).toMatchObject({ ok: true, value: { kind: 'found' } });
    const found = valueOf(outcome);
    checkIssue('issue' in found ? found.issue : undefined, raw);
    const elsewhere = await replaying([exchange]).tracker.readIssue(credentials, 'github.com/old/name#1' as IssueKey);
    expect(elsewhere.outcome).toMatchObject({ ok: true, value: { kind: 'moved', issue: { key } } });
  });

  it.each(those('GET', 200, /\/milestones(?:\/\d+)?(?:\?|$)/))('$name: the milestones are read', async (exchange) => {
    const project = projectOf(exchange.path);
    const rows = [exchange.body].flat() as Raw[];
    const { tracker } = replaying([exchange]);
    const read = Array.isArray(exchange.body)
      ? await tracker.readSprints(credentials, project, `https://api.github.com${exchange.path}`, null)
      : await tracker.readSprint(credentials, `${project}/milestone/${rows[0]?.['number']}` as SprintKey);
    const value = valueOf<SprintPage | Sprint>(read.outcome);
    const sprints = 'sprints' in value ? value.sprints : [value];
    expect('rejected' in value ? value.rejected : []).toEqual([]);
    expect(sprints.map(({ key, title, state, description, dueOn, openIssues, closedIssues }) => [key, title, state, description, dueOn, openIssues, closedIssues])).toEqual(
      rows.map((raw) => [
        `${project}/milestone/${raw['number']}`, raw['title'], raw['state'], raw['description'] ?? '', raw['due_on']?.slice(0, 10) ?? null, raw['open_issues'], raw['closed_issues'],
      ]),
    );
  });

  it.each(those('POST', 200, /\/issues\/\d+\/labels$/))('$name: the label is on the issue, and one that is not in the answer is not', async (exchange) => {
    const labels = (exchange.body as Raw[]).map((label) => String(label['name']));
    const key = `${projectOf(exchange.path)}#1` as IssueKey;
    for (const label of labels) expect((await replaying([exchange]).tracker.write(credentials, { kind: 'add-label', key, label })).outcome).toEqual({ ok: true, value: null });
    expect((await replaying([exchange]).tracker.write(credentials, { kind: 'add-label', key, label: 'roadmap:none' })).outcome).toMatchObject({ error: { kind: 'forbidden' } });
  });

  it.each([...those('DELETE', 200, /\/issues\/\d+\/labels\/./), ...those('DELETE', 404, /\/issues\/\d+\/labels\/./)])('$name: the label is gone', async (exchange) => {
    const [, number, encoded = ''] = /\/issues\/(\d+)\/labels\/(.+)$/.exec(exchange.path) ?? [];
    const { tracker, asked } = replaying([exchange]);
    const key = `${projectOf(exchange.path)}#${number}` as IssueKey;
    expect((await tracker.write(credentials, { kind: 'remove-label', key, label: decodeURIComponent(encoded) })).outcome).toEqual({ ok: true, value: null });
    expect(asked.map(decodeURIComponent)).toEqual([decodeURIComponent(exchange.path).replace(/^\/repos\/[^/]+\/[^/]+/, (repository) => repository.toLowerCase())]);
  });

  it.each(those('PATCH', 200, /\/milestones\/\d+$/))('$name: the description is written', async (exchange) => {
    const { description } = exchange.body as Raw;
    const sprint = `${projectOf(exchange.path)}/milestone/1` as SprintKey;
    const write = async (text: string) => (await replaying([exchange]).tracker.write(credentials, { kind: 'set-sprint-description', sprint, description: text })).outcome;
    expect(await write(description ?? '')).toEqual({ ok: true, value: null });
    expect(await write('Sprint Goal: another')).toMatchObject({ error: { kind: 'forbidden' } });
  });

  it.each(those('GET', 200, /^\/user$/))('$name: the account is known', async (exchange) => {
    const { login } = exchange.body as Raw;
    expect((await replaying([exchange]).tracker.checkAccount(credentials)).outcome).toMatchObject({ ok: true, value: { login } });
  });

  const refusals = exchanges.filter(({ method, status }) => method === 'GET' && status >= 400);
  it.each(refusals)('$name: the refusal ($status) is understood', async (exchange) => {
    const { status, headers } = exchange;
    const kinds: Record<number, string> = { 400: 'changed-shape', 401: 'unauthorised', 403: 'forbidden', 404: 'not-found', 410: 'gone' };
    const limited = status === 403 && (headers.has('retry-after') || headers.get('x-ratelimit-remaining') === '0' || exchange.text.includes('rate limit'));
    const kind = limited ? 'rate-limited' : status >= 500 ? 'server' : kinds[status];
    expect((await readPage(exchange)).outcome).toMatchObject({ ok: false, error: { kind } });
  });

  it.each(refusals.filter(({ headers }) => headers.has('retry-after')))('$name: waits as long as it was told', async (exchange) => {
    const until = Date.parse(exchange.headers.get('date') ?? '') + 1000 * Number(exchange.headers.get('retry-after'));
    expect((await readPage(exchange)).outcome).toMatchObject({ error: { kind: 'rate-limited', until } });
  });

  it.each(exchanges.filter(({ status }) => status === 304))('$name: the 304 says unchanged', async (exchange) => {
    expect((await readPage(exchange, '"before"')).outcome).toMatchObject({ ok: true, value: { unchanged: true, etag: exchange.headers.get('etag') } });
  });

  it.each(those('GET', 200, /^\/rate_limit$/).filter(({ headers }) => headers.has('x-ratelimit-reset')))('$name: what is left is told by our clock, whatever the server’s says', async (exchange) => {
    const { headers } = exchange;
    const reset = 1000 * Number(headers.get('x-ratelimit-reset'));
    const served = Date.parse(headers.get('date') ?? '');
    const tracker = createGithubTracker({ fetch: async () => new Response('[]', { headers }), now: () => NOW });
    const { allowance } = await tracker.readIssues(credentials, { kind: 'open', project: projectOf('') }, null);
    expect(allowance).toEqual({ limit: Number(headers.get('x-ratelimit-limit')), remaining: Number(headers.get('x-ratelimit-remaining')), resetAt: NOW + (reset - served) });
  });

  it.each(those('GET', 404, /^\/rate_limit$/).filter(({ headers }) => !headers.has('x-ratelimit-limit')))('$name: an Enterprise Server without limits leaves no allowance', async (exchange) => {
    expect(await readPage(exchange)).toMatchObject({ allowance: null, outcome: { error: { kind: 'not-found' } } });
  });

  it.each(['PaginatedList.testIteration.json', 'AppTest.testListIssues.json'])('%s: following the next links reads every page once', async (file) => {
    const pages = exchanges.filter(({ name, method, path }) => name.startsWith(`${file}[`) && method === 'GET' && /\/issues(?:\?|$)/.test(path));
    const byPath = [...new Map(pages.map((page) => [page.path, page])).values()];
    const { tracker, asked } = replaying(byPath);
    const start = byPath.find(({ path }) => path.startsWith('/repos/') && !path.includes('page='))?.path ?? '';
    const seen = new Set<string>();
    let next: string | null = `https://api.github.com${start}`;
    while (next !== null) {
      const { outcome } = await tracker.readIssues(credentials, { kind: 'url', project: projectOf(start), url: next }, null);
      const page: IssuePage = valueOf(outcome);
      for (const { id } of [...page.issues, ...page.rejected]) seen.add(id);
      next = page.next;
    }
    expect(asked).toHaveLength(byPath.length);
    expect(seen.size).toBe(new Set(byPath.flatMap(({ body }) => (body as Raw[]).map((raw) => raw['id']))).size);
    expect(byPath.length).toBeGreaterThan(3);
  });

  it('are many: the recordings were found and read', () => {
    expect(exchanges.length).toBeGreaterThan(700);
    expect(lists.length).toBeGreaterThan(100);
  });
});
