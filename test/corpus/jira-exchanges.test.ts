import { describe, expect, it } from 'vitest';
import type { IssueKey, ProjectKey, SprintKey } from '../../lib/core/issue.ts';
import { sprintOf } from '../../lib/trackers/jira/sprint-of-issue.ts';
import { readSprintString } from '../../lib/trackers/jira/sprint-string.ts';
import type { SprintPage } from '../../lib/trackers/tracker.ts';
import { type Asked, errorOf, type Given, HOST, must, session, siteOf, valueOf } from '../unit/trackers/jira/fake-site.ts';
import { absent, type Raw, readJson } from './jira-archive.ts';

/** Exchanges that others recorded with Jira, and the samples of two of its clients, answered to the real client. */
if (absent) console.log('Skipped: the recorded exchanges with Jira, for ../shared/corpus is not here.');

const exchanges: Raw[] = absent ? [] : readJson('jupiterone/datacenter-exchanges.json');
const corp = { host: 'corp.example', token: 'pat' };
const key = (reference: string): IssueKey => `corp.example/${reference}` as IssueKey;

/** As it was recorded: status, headers and body. A redirect is followed, as a browser follows it, to a page. */
function given({ response }: Raw): Given {
  const headers = Object.fromEntries(Object.entries(response.headers as Record<string, string>).filter(([name]) => ['content-type', 'x-ausername', 'x-seraph-loginreason', 'www-authenticate'].includes(name)));
  if (response.status === 302) return { status: 200, headers, body: '<html>', url: `https://corp.example${response.headers.location}` };
  return { status: response.status, headers, body: typeof response.body === 'string' ? response.body : JSON.stringify(response.body) };
}
const recorded = (method: string, path: RegExp, status: number): Raw[] => exchanges.filter(({ request, response }) => request.method === method && path.test(request.url.replace('http://localhost:8080', '')) && response.status === status);
const first = (method: string, path: RegExp, status: number): Given => given(must(recorded(method, path, status)[0]));

describe.skipIf(absent)('a Data Center as it was recorded', () => {
  it('says that it is one, at the root and below a path', async () => {
    for (const exchange of recorded('GET', /^(?:\/test)?\/rest\/api\/2\/serverInfo$/, 200)) {
      const { bare } = siteOf({ '/rest/api/2/serverInfo': given(exchange) });
      expect((await bare.checkAccount({ ...corp, site: null })).site).toMatchObject({ flavour: 'data-center', context: '' });
    }
    const below = first('GET', /^\/test\/rest\/api\/2\/serverInfo$/, 200);
    const front = { body: '<html>', headers: { 'content-type': 'text/html' }, url: 'https://corp.example/test/secure/Dashboard.jspa' };
    const { tracker, paths } = siteOf({ '/rest/api/2/serverInfo': { status: 404, body: '<html>' }, '/': front, '/test/rest/api/2/serverInfo': below, '/test/rest/api/2/myself': first('GET', /^\/rest\/api\/2\/myself$/, 200), '/test/rest/api/2/mypermissions': { body: { permissions: {} } } });
    expect(valueOf(await tracker.checkAccount(corp))).toMatchObject({ login: 'jupiterone dev', missing: [] });
    expect(paths().at(-1)).toBe('/test/rest/api/2/mypermissions');
  });

  it('refuses who is not known, sends who is signed out to a sign-in page, and says what is not there', async () => {
    const ask = async (answer: Given, credentials: { host: string; token: string | null } = corp) => errorOf(await siteOf({ '/rest/api/2/search': answer, '/rest/api/2/myself': { status: 401, body: {} } }).tracker.readIssues(credentials, { kind: 'open', project: 'corp.example/SP' as ProjectKey }, null));
    expect(await ask(first('GET', /myself$/, 401))).toMatchObject({ kind: 'unauthorised' });
    expect(await ask(first('GET', /^\/rest\/api\/3\/serverInfo$/, 302))).toMatchObject({ kind: 'unauthorised' });
    expect(await ask(first('GET', /^\/rest\/api\/3\/serverInfo$/, 302), { ...corp, token: null })).toMatchObject({ kind: 'unauthorised' });
    const unknown = must(recorded('POST', /search$/, 400)[0]);
    const project = 'corp.example/NOTEXISTEDPROJECT' as ProjectKey;
    const body = JSON.stringify(unknown['response'].body).replace('NotExistedProject', 'NOTEXISTEDPROJECT');
    expect(errorOf(await siteOf({ '/rest/api/2/search': { ...given(unknown), body } }).tracker.readIssues(corp, { kind: 'open', project }, null))).toEqual({ kind: 'not-found' });
  });

  it('answers its searches with every issue, in its sprint, with its points', async () => {
    for (const exchange of recorded('POST', /search$/, 200).filter(({ response }) => response.body.issues.length > 0)) {
      const { issues: rows, total } = exchange['response'].body as { issues: Raw[]; total: number };
      // The field ids of these servers differ, and only one of them was asked for its fields: so the ids are told here by what they hold.
      const idOf = (test: (value: unknown) => boolean): string | undefined => Object.keys(rows[0]?.['fields'] ?? {}).find((id) => id.startsWith('customfield') && rows.some(({ fields }) => test(fields[id])));
      const sprintId = must(idOf((value) => Array.isArray(value) && String(value[0]).includes('greenhopper')));
      const pointsId = idOf((value) => typeof value === 'number') ?? 'none';
      const fields = [{ id: sprintId, name: 'Sprint', schema: { custom: 'com.pyxis.greenhopper.jira:gh-sprint' } }, { id: pointsId, name: 'Story Points', schema: { custom: 'com.atlassian.jira.plugin.system.customfieldtypes:float' } }];
      const { tracker } = siteOf({ '/rest/api/2/search': given(exchange), '/rest/api/2/field': { body: fields } });
      const page = valueOf(await tracker.readIssues(corp, { kind: 'changes', project: 'corp.example/SP' as ProjectKey, since: 1 }, null));
      expect([page.rejected, page.issues.length, page.next]).toEqual([[], total, null]);
      expect(page.issues.map(({ estimate }) => estimate)).toEqual(rows.map(({ fields: row }) => row[pointsId] ?? null));
      const category: Record<string, string> = { new: 'todo', indeterminate: 'doing', done: 'done' };
      expect(page.issues.map(({ status }) => status.category)).toEqual(rows.map(({ fields: row }) => category[row.status.statusCategory.key]));
      const expected = rows.map(({ fields: row }) => {
        const texts = ((row[sprintId] ?? []) as string[]).map((text) => ({ id: /id=(\d+)/.exec(text)?.[1], state: /state=(\w+)/.exec(text)?.[1] }));
        return (texts.find(({ state }) => state === 'ACTIVE') ?? texts.find(({ state }) => state === 'FUTURE') ?? (row.status.statusCategory.key === 'done' ? texts.at(-1) : undefined))?.id ?? null;
      });
      expect(page.issues.map(({ sprint }) => sprint?.split('/').at(-1) ?? null)).toEqual(expected);
      expect(expected.filter((id) => id !== null).length).toBeGreaterThan(5);
    }
  });

  it('names its fields, and its issues are read by them', async () => {
    const fields = first('GET', /\/field$/, 200);
    const singles = recorded('GET', /issue\/[\w-]+\?/, 200);
    expect(singles.length).toBeGreaterThan(2);
    for (const exchange of singles) {
      const raw = exchange['response'].body as Raw;
      const { bare } = siteOf({ '/rest/api/2/field': fields, [`/rest/api/2/issue/${raw['key']}`]: given(exchange) });
      const learned = await bare.readIssue({ ...corp, site: (await bare.readIssue(corp, key(raw['key']))).site }, key(raw['key']));
      expect(learned.site).toMatchObject({ fields: { ids: { sprint: 'customfield_10105', estimates: ['customfield_10107'], epicLink: 'customfield_10101', startOn: ['customfield_10109'], dueOn: ['customfield_10110'] } } });
      expect(valueOf(await bare.readIssue({ ...corp, site: learned.site }, key(raw['key'])))).toMatchObject({ kind: 'found', issue: { title: raw['fields'].summary, updatedAt: Date.parse(raw['fields'].updated) } });
    }
  });
});

describe.skipIf(absent)('the sprints of the corpus', () => {
  const own = `${HOST}/SHOP` as ProjectKey;
  async function walk(rows: readonly Raw[], board: number): Promise<SprintPage[]> {
    const answer = ({ query }: Asked): Given => {
      const states = query.get('state')?.split(',') ?? [];
      const startAt = Number(query.get('startAt'));
      const found = rows.filter(({ state }) => states.includes(state));
      return { body: { maxResults: 50, startAt, isLast: startAt + 50 >= found.length, values: found.slice(startAt, startAt + 50) } };
    };
    const { tracker } = siteOf({ '/rest/agile/1.0/board': { body: { values: [{ id: board, name: 'Board', type: 'scrum' }], isLast: true } }, [`/rest/agile/1.0/board/${board}/configuration`]: { status: 403, body: {} }, [`/rest/agile/1.0/board/${board}/sprint`]: answer });
    const pages: SprintPage[] = [];
    for (let next: string | null = null; ;) {
      const page: SprintPage = valueOf(await tracker.readSprints(session, own, next, null));
      pages.push(page);
      if (page.next === null) return pages;
      next = page.next;
    }
  }

  it.each(['tidev/sprints.json', 'devlake/sprints.json', 'go-jira/sprints.json', 'jira-cli/sprints.json', 'jira-cli/sprints-0.json', 'jira-cli/sprints-2.json', 'jira-cli/sprints-3.json', 'go-jira/sprints_filtered.json'])('%s are all read', async (file) => {
    const told = readJson(file);
    const rows: Raw[] = Array.isArray(told) ? told : told.values;
    const pages = await walk(rows, rows.find(({ originBoardId }) => originBoardId)?.['originBoardId'] ?? 1);
    const sprints = new Map(pages.flatMap((page) => page.sprints).map((sprint) => [sprint.number, sprint]));
    expect(pages.flatMap(({ rejected }) => rejected)).toEqual([]);
    expect(sprints.size).toBe(rows.length);
    for (const raw of rows) {
      expect(sprints.get(raw['id'])).toMatchObject({
        title: raw['name'], state: raw['state'] === 'active' ? 'open' : raw['state'], description: raw['goal'] ?? '', startsOn: raw['startDate']?.slice(0, 10) ?? null, dueOn: raw['endDate']?.slice(0, 10) ?? null,
        completedAt: raw['completeDate'] ? Date.parse(raw['completeDate']) : null,
      });
    }
  });

  it('are read alone as well', async () => {
    const { tracker } = siteOf({ '/rest/agile/1.0/sprint/5': { body: readJson('jira-cli/sprint-get.json') } });
    expect(valueOf(await tracker.readSprint(session, `${own}/sprint/5` as SprintKey))).toMatchObject({ state: 'open', description: 'sprint 1 goal', board: { id: 3 }, startsOn: '2025-04-11' });
  });

  it('as a Data Center prints them are read right, all eight', () => {
    const texts = readJson('dc-sprint-strings.json') as string[];
    expect(texts).toHaveLength(8);
    // Read here by hand, from the text itself.
    const expected = [
      { id: '9129', name: ' Name 1', goal: 'some description about a goal', endDate: '2021-12-06T14:03:00.000+03:00' },
      { id: '82', name: 'Chambers Sprint 9', goal: null, completeDate: '2016-05-09T10:48:04.212-05:00' },
      { id: '846', name: 'Team Lemon Sprint 33', goal: 'Isolation bar and UL&DL feature (window)', autoStartStop: 'false' },
      { id: '23356', name: 'TEST | 06 Jan - 19 Jan', goal: '', sequence: '22778' },
      { id: '197', name: 'S54 I do not seek, I find.', completeDate: null, state: 'ACTIVE' },
      { id: '82844', name: 'Dashboard - Green-35', goal: 'OCI Storage, MCP Catalog, BoW, tech debt', synced: 'false', incompleteIssuesDestinationId: null },
      { id: '1', name: 'MAN Sprint 1', rapidViewId: '1', startDate: '2017-10-30T16:22:44.954-07:00' },
      { id: '4911', name: 'Sprint 21.09.26 - 04.10.26', goal: '', startDate: '2026-09-21T00:00:00.000+03:00' },
    ];
    for (const [index, text] of texts.entries()) expect(readSprintString(text)).toMatchObject(must(expected[index]));
    expect(texts.map((text) => sprintOf(text)?.state)).toEqual(['closed', 'closed', 'closed', 'closed', 'active', 'active', 'active', 'active']);
  });
});

describe.skipIf(absent)('the samples of Jira’s clients', () => {
  it.each([['jira-cli/search.json', 'TEST'], ['jira-cli/epic.json', 'EPIC'], ['go-jira/issues_in_sprint.json', 'AR']])('%s is read whole', async (file, project) => {
    const body = readJson(file);
    const { tracker } = siteOf({ '/rest/api/3/search/jql': { body } });
    const page = valueOf(await tracker.readIssues(session, { kind: 'open', project: `${HOST}/${project}` as ProjectKey }, null));
    expect(page.rejected).toEqual([]);
    expect(page.issues.map(({ reference, title }) => [reference, title])).toEqual(body.issues.map((raw: Raw) => [raw['key'], raw['fields'].summary ?? raw['key']]));
    expect(page.issues.map(({ watchers }) => watchers)).toEqual(body.issues.map((raw: Raw) => raw['fields'].watches.watchCount));
  });

  it.each(['jira-cli/issue.json', 'jira-cli/issue-1.json', 'jira-cli/issue-2.json'])('%s is read', async (file) => {
    const body = readJson(file);
    const { tracker } = siteOf({ '/rest/api/3/issue/TEST-1': { body } });
    const words = JSON.stringify(body['fields'].description ?? '').includes('Test description') ? 'Test description' : '';
    expect(valueOf(await tracker.readIssue(session, `${HOST}/TEST-1` as IssueKey))).toMatchObject({ kind: 'found', issue: { title: 'Bug summary', excerpt: expect.stringContaining(words) } });
  });

  it('a kanban board’s configuration names its columns, and that it estimates in nothing', async () => {
    const { tracker } = siteOf({
      '/rest/agile/1.0/board': { body: readJson('go-jira/all_boards.json') }, '/rest/api/3/status': { body: readJson('go-jira/all_statuses.json') },
      ...Object.fromEntries([1, 4, 5, 6, 7, 9].map((id) => [`/rest/agile/1.0/board/${id}/configuration`, { body: readJson('go-jira/board_configuration.json') }])),
      ...Object.fromEntries([1, 4, 9].map((id) => [`/rest/agile/1.0/board/${id}/sprint`, { body: { values: [], isLast: true } }])),
    });
    const { boards = [] } = valueOf(await tracker.readSprints(session, `${HOST}/IT` as ProjectKey, null, null));
    expect(boards.map(({ id, kind }) => [id, kind])).toEqual([[1, 'scrum'], [4, 'scrum'], [9, 'scrum'], [5, 'kanban'], [6, 'kanban'], [7, 'kanban']]);
    expect(boards[0]?.columns.map(({ name }) => name)).toEqual(['Backlog', 'Selected for development', 'In Progress', 'Blocked', 'QA', 'Done']);
  });

  it('an ADF document becomes plain text', async () => {
    const document = readJson('jira-cli/md.json');
    const row = { key: 'TEST-1', fields: { ...readJson('jira-cli/issue-1.json').fields, description: document } };
    const found = valueOf(await siteOf({ '/rest/api/3/issue/TEST-1': { body: row } }).tracker.readIssue(session, `${HOST}/TEST-1` as IssueKey));
    const firstText = must(/"text": ?"([^"\\]{4,})"/.exec(JSON.stringify(document))?.[1]?.trim());
    expect('issue' in found && found.issue.excerpt).toContain(firstText);
  });
});
