import { describe, expect, it } from 'vitest';
import type { Issue, IssueKey, ProjectKey } from '../../../../lib/core/issue.ts';
import type { Credentials, IssuePage, SprintPage } from '../../../../lib/trackers/tracker.ts';
import { errorOf, FIELDS, type Given, HOST, html, must, NOW, row, session, siteOf, token, valueOf } from './fake-site.ts';

const SHOP = `${HOST}/SHOP` as ProjectKey;
const keyOf = (number: number) => `${HOST}/SHOP-${number}` as IssueKey;
const SEARCH = '/rest/api/3/search/jql';
const SERVER: Credentials = { host: 'jira.acme.example', token: 'personal' };
const THERE = 'jira.acme.example/SHOP' as ProjectKey;
const onServer = (number: number) => `jira.acme.example/SHOP-${number}` as IssueKey;

const open = { kind: 'open', project: SHOP } as const;

async function listed(rows: unknown[], fields: unknown[] = FIELDS) {
  return valueOf(await siteOf({ [SEARCH]: { body: { issues: rows } }, '/rest/api/3/field': { body: fields } }).tracker.readIssues(token, open, null));
}

async function mapped(over: Record<string, unknown>, fields?: unknown[]): Promise<Issue> {
  const { issues: [issue], rejected } = await listed([row('SHOP-1', over)], fields);
  if (!issue) throw new Error(JSON.stringify(rejected));
  return issue;
}

const STRING = 'com.atlassian.greenhopper.service.sprint.Sprint@6c5f[id=31,rapidViewId=5,state=ACTIVE,name=Sprint 3,goal=<null>,startDate=2026-11-16T09:00:00.000Z,endDate=<null>,completeDate=<null>,sequence=31]';
const link = (type: object, ends: object) => ({ id: '1', type: { id: '1', ...type }, ...ends });
const BLOCKS = { name: 'Blocks', inward: 'is blocked by', outward: 'blocks' };
const other = (key: string, status?: object) => ({ id: '9', key, fields: { summary: key, ...(status && { status }) } });

describe('an issue as some Jira of some year tells it', () => {
  it.each([
    ['nobody, no priority, no resolution, no category', { assignee: null, priority: null, resolution: null, status: { id: '1', name: 'Offen', statusCategory: null } }, { assignees: [], fields: [], resolution: null, status: { category: 'todo', guessedFrom: 'Offen' } }],
    ['a status without its category', { status: { id: '5', name: 'In Progress' } }, { status: { category: 'doing' } }],
    // chaoss/grimoirelab-perceval, tests/data/jira/jira_issues_page_1.json
    ['a title without a letter', { summary: '' }, { title: 'SHOP-1' }],
    // A Cloud site's answer that another tool wrote anew; Atlassian's own example has `"updated": 1`, in sumoheavy/jira-ruby, spec/mock_responses/agile/sprint_issues.json
    ['moments in milliseconds', { created: 1608719813272, updated: 1608719813273, status: { id: 10, name: 'Done', statusCategory: { id: 3, key: 'done' } }, statuscategorychangedate: 1608719813274 }, { createdAt: 1608719813272, updatedAt: 1608719813273, closedAt: 1608719813274 }],
    ['points as a number', { customfield_10016: 3 }, { estimate: 3 }],
    ['points as text', { customfield_10016: '3' }, { estimate: 3 }],
    ['half a point as text', { customfield_10016: '0.5' }, { estimate: 0.5 }],
    ['no points in the first of several fields', { customfield_10028: null, customfield_10016: 8 }, { estimate: 8 }],
    ['zero points', { customfield_10028: 0, customfield_10016: 8 }, { estimate: 0 }],
    ['points that are words', { customfield_10016: 'XL' }, { estimate: null }],
    ['no sprint', { customfield_10020: null }, { sprint: null }],
    ['sprints as objects', { customfield_10020: [{ id: 30, state: 'closed', name: 'Sprint 2' }, { id: 31, state: 'active', name: 'Sprint 3', boardId: 5, goal: '' }] }, { sprint: `${SHOP}/sprint/31` }],
    ['a sprint as a Data Center prints it', { customfield_10020: [STRING] }, { sprint: `${SHOP}/sprint/31` }],
    ['a printed sprint without its list', { customfield_10020: STRING }, { sprint: `${SHOP}/sprint/31` }],
    ['a sprint that is none beside one', { customfield_10020: [null, {}, 'nonsense', { id: '31', state: 'ACTIVE', name: 'Sprint 3' }] }, { sprint: `${SHOP}/sprint/31` }],
    ['a flag', { customfield_10021: [{ self: '', value: 'Impediment', id: '10019' }] }, { impediment: true }],
    ['no flag', { customfield_10021: null }, { impediment: false }],
    ['an empty flag', { customfield_10021: [] }, { impediment: false }],
    ['a link with an inward end alone', { issuelinks: [link(BLOCKS, { inwardIssue: other('SHOP-2') })] }, { dependencies: { blockedBy: 1, blocking: 0, blockers: [keyOf(2)] } }],
    ['a link with an outward end alone', { issuelinks: [link(BLOCKS, { outwardIssue: other('SHOP-2') })] }, { dependencies: { blockedBy: 0, blocking: 1 } }],
    ['a link whose other end was deleted', { issuelinks: [link(BLOCKS, {}), link(BLOCKS, { inwardIssue: null })] }, { dependencies: { blockedBy: 0, blocking: 0 } }],
    // Atlassian's own example of an issue, ctreminiom/go-atlassian, jira/mocks/get-issue.json
    ['a link that says “is depended by”', { issuelinks: [link({ name: 'Dependent', inward: 'depends on', outward: 'is depended by' }, { outwardIssue: other('PR-2', { name: 'Open' }) })] }, { dependencies: { blockedBy: 0, blocking: 1 } }],
    ['a link to another project', { issuelinks: [link(BLOCKS, { inwardIssue: other('PAY-7') })] }, { dependencies: { blockers: [`${HOST}/PAY-7`] } }],
    ['a link to one that is done', { issuelinks: [link(BLOCKS, { inwardIssue: other('SHOP-2', { id: '10', name: 'Done', statusCategory: { id: 3, key: 'done' } }) })] }, { dependencies: { blockedBy: 0 } }],
    ['a link that is none', { issuelinks: [null, 'x', { type: null }, link(BLOCKS, { inwardIssue: other('SHOP-2') })] }, { dependencies: { blockedBy: 1 } }],
    ['sub-tasks', { subtasks: [other('SHOP-8', { id: '10', name: 'Done', statusCategory: { id: 3, key: 'done' } }), other('SHOP-9')] }, { subIssues: { total: 2, completed: 1 } }],
    ['a parent', { parent: { id: '1', key: 'SHOP-5' }, customfield_10014: 'SHOP-6' }, { parent: keyOf(5) }],
    ['an epic link alone', { parent: null, customfield_10014: 'SHOP-6' }, { parent: keyOf(6) }],
    ['a due date', { duedate: '2026-12-01' }, { dueOn: '2026-12-01' }],
    ['a due date in words', { duedate: '1/Dec/26' }, { dueOn: null }],
    ['an offset without a colon', { updated: '2026-11-20T10:00:00.000+0000' }, { updatedAt: Date.UTC(2026, 10, 20, 10) }],
    ['an offset of half an hour', { updated: '2026-11-20T10:00:00.000-0330' }, { updatedAt: Date.UTC(2026, 10, 20, 13, 30) }],
    ['people without an address', { assignee: { accountId: '5b', displayName: 'Maya', active: true }, reporter: { name: 'lee', key: 'JIRAUSER1' } }, { assignees: ['Maya'], author: 'lee' }],
    ['somebody who shows no name', { assignee: { accountId: '5b10ac', displayName: '' } }, { assignees: ['5b10ac'] }],
    ['somebody of whom only the id is told', { assignee: { accountId: '5b10ac' } }, { assignees: ['5b10ac'] }],
    ['somebody of whom an old server tells the key alone', { assignee: { key: 'JIRAUSER10100' } }, { assignees: ['JIRAUSER10100'] }],
    ['an account that was deleted', { reporter: null, creator: null }, { author: null }],
    ['votes and watches hidden', { votes: null, watches: null }, { votes: null, watchers: null }],
    ['a version without a date beside one that has no name', { fixVersions: [{ id: '1', name: '2.0' }, { id: '2' }] }, { versions: [{ name: '2.0', releaseOn: null, released: false }] }],
    ['no text', { description: null }, { excerpt: '' }],
    ['wiki text', { description: 'h2. Why\nThe *cart* is [slow|https://x.example].' }, { excerpt: 'Why\nThe cart is slow.' }],
    ['a document with nodes and marks to come', { description: { type: 'doc', version: 9, content: [{ type: 'futureBlock', attrs: { a: 1 }, content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Pay', marks: [{ type: 'glow' }] }, { type: 'futureInline' }, { type: 'text', text: ' fast' }] }] }, null, 7] } }, { excerpt: 'Pay fast' }],
    ['time tracking without a number', { timetracking: {} }, { effort: { planned: null, spent: null, left: null } }],
  ])('%s', async (_, over, expected) => {
    expect(await mapped(over)).toMatchObject(expected);
  });

  it('rows that are none cost themselves alone, and are told', async () => {
    const { issues, rejected } = await listed([row('SHOP-1'), null, 'x', {}, row('SHOP-2', { status: null }), row('SHOP-3', { updated: 'lately' }), { ...row('SHOP-4'), fields: null }, row('SHOP-5')]);
    expect(issues.map(({ key }) => key)).toEqual([keyOf(1), keyOf(5)]);
    expect(rejected.map(({ id }) => id)).toEqual(['row 1', 'row 2', 'row 3', '12', '13', '14']);
  });

  it.each([
    ['translated', [{ id: 'customfield_1', name: 'Punkte', untranslatedName: 'Story Points', schema: { custom: 'com.atlassian.jira.plugin.system.customfieldtypes:float' } }], { customfield_1: 5 }, { estimate: 5 }],
    ['without its kind', [{ id: 'customfield_1', name: 'Story Points' }, { id: 'summary' }, null, { name: 'no id' }], { customfield_1: 5 }, { estimate: null }],
    ['of a team-managed project', [{ id: 'customfield_1', name: 'Schätzung', schema: { custom: 'com.pyxis.greenhopper.jira:jsw-story-points' }, scope: { type: 'PROJECT', project: { id: '1' } } }], { customfield_1: 5 }, { estimate: 5 }],
    ['several times', [1, 2, 3].map((id) => ({ id: `customfield_${id}`, name: 'Story Points', schema: { custom: 'com.atlassian.jira.plugin.system.customfieldtypes:float' } })), { customfield_3: 5 }, { estimate: 5 }],
  ])('a field that stands there %s', async (_, fields, over, expected) => {
    const site = siteOf({ [SEARCH]: { body: { issues: [row('SHOP-1', over)] } }, '/rest/api/3/field': { body: fields }, '/rest/agile/1.0/board': { body: { values: [], isLast: true } } });
    expect(valueOf(await site.tracker.readIssues(token, open, null)).issues).toMatchObject([expected]);
  });
});

/** A project of so many issues behind a search, of which a page holds at most `cap` whatever is asked. */
function searchOf(count: number, cap: number, shape: 'cloud' | 'server' | 'server without startAt' = 'cloud'): (asked: { query: URLSearchParams }) => Given {
  const all = Array.from({ length: count }, (_, index) => row(`SHOP-${index + 1}`, { updated: new Date(NOW - (count - index) * 1000).toISOString() }, { changelog: { startAt: 0, maxResults: 0, total: 0, histories: [] } }));
  return ({ query }) => {
    const jql = query.get('jql') ?? '';
    const since = Number(/updated >= (\d+)/.exec(jql)?.[1] ?? 0);
    const keys = /key in \(([^)]*)\)/.exec(jql)?.[1]?.split(', ');
    const hits = all.filter((one) => Date.parse(String((one['fields'] as { updated: string }).updated)) >= since && (keys?.includes(String(one['key'])) ?? true)); // `row` made it
    const from = Number(query.get(shape === 'cloud' ? 'nextPageToken' : 'startAt') ?? 0);
    const issues = hits.slice(from, from + Math.min(cap, Number(query.get('maxResults'))));
    const end = from + issues.length;
    if (shape === 'cloud') return { body: { issues, isLast: end >= hits.length, ...(end < hits.length && { nextPageToken: String(end) }) } };
    return { body: { issues, total: hits.length, maxResults: cap, ...(shape === 'server' && { startAt: from }) } };
  };
}

describe('a server that gives less at once than it was asked for', () => {
  it.each([
    ['Cloud, changes', 'cloud', { kind: 'changes', since: null }],
    ['Cloud, open', 'cloud', { kind: 'open' }],
    ['Data Center, changes', 'server', { kind: 'changes', since: null }],
    ['Data Center, open', 'server', { kind: 'open' }],
    ['a server that does not say where a page begins', 'server without startAt', { kind: 'open' }],
    ['the same, changes', 'server without startAt', { kind: 'changes', since: null }],
  ] as const)('%s: every issue once or more, and an end', async (_, shape, asking) => {
    const cloud = shape === 'cloud';
    const { tracker, paths } = siteOf({ [SEARCH]: searchOf(130, 50), '/rest/api/2/search': searchOf(130, 50, shape) });
    const [project, credentials] = cloud ? [SHOP, token] : [THERE, SERVER];
    const met = new Set<string>();
    let next: string | null = null;
    for (let pages = 0; pages < 10; pages++) {
      const page: IssuePage = valueOf(await tracker.readIssues(credentials, next === null ? { ...asking, project } : { kind: 'url', project, url: next }, null));
      for (const { key } of page.issues) met.add(key);
      next = page.next;
      if (next === null) break;
    }
    expect(next).toBeNull();
    expect(met.size).toBe(130);
    expect(paths().filter((path) => /search/.test(path)).length).toBeLessThanOrEqual(4);
  });

  it.each([['Cloud', token, keyOf, 'cloud'], ['Data Center', SERVER, onServer, 'server']] as const)('%s: every history that was asked for is told', async (_, credentials, named, shape) => {
    const { tracker } = siteOf({ [SEARCH]: searchOf(60, 20), '/rest/api/2/search': searchOf(60, 20, shape) });
    const keys = Array.from({ length: 50 }, (__, index) => named(index + 1));
    const read = must(await tracker.readHistories?.(credentials, keys));
    expect([...valueOf(read).keys()].toSorted()).toEqual(keys.toSorted());
  });
});

describe('lists of the agile API', () => {
  const sprintRow = (id: number) => ({ id, state: 'future', name: `Sprint ${id}`, originBoardId: 5, createdDate: '2026-11-01T10:00:00.000Z' });
  const paged = (all: readonly object[], cap: number, tell: 'isLast' | 'total' | 'nothing') => ({ query }: { query: URLSearchParams }): Given => {
    const from = Number(query.get('startAt') ?? 0);
    const values = query.get('state') === 'closed' ? [] : all.slice(from, from + cap);
    return { body: { values, startAt: from, maxResults: cap, ...(tell === 'isLast' && { isLast: values.length === 0 || from + cap >= all.length }), ...(tell === 'total' && { total: query.get('state') === 'closed' ? 0 : all.length }) } };
  };

  it.each([['isLast', 20], ['total', 20], ['nothing', 50]] as const)('are read to their end where a server tells %s', async (tell, cap) => {
    const boards = Array.from({ length: 70 }, (_, index) => ({ id: index + 5, name: `Board ${index + 5}`, type: index === 0 ? 'scrum' : 'kanban' }));
    const sprints = Array.from({ length: 70 }, (_, index) => sprintRow(index + 1));
    const { tracker } = siteOf({ '/rest/agile/1.0/board': paged(boards, cap, tell), '/rest/agile/1.0/board/5/sprint': paged(sprints, cap, tell) });
    const met = new Set<number>();
    let next: string | null = null;
    let named = 0;
    do {
      const page: SprintPage = valueOf(await tracker.readSprints(token, SHOP, next, null));
      for (const { number } of page.sprints) met.add(number);
      named = page.boards?.length ?? named;
      next = page.next;
    } while (next !== null);
    expect([met.size, named]).toEqual([70, 70]);
  });

  it('are none where a board cannot have sprints, and where the site has no agile API', async () => {
    for (const answer of [{ status: 400, body: { errorMessages: ['no'] } }, { status: 404, body: { errorMessages: ['no'] } }, { status: 403, body: { errorMessages: ['no'] } }, html(403)]) {
      const { tracker } = siteOf({ '/rest/agile/1.0/board': answer });
      expect(valueOf(await tracker.readSprints(token, SHOP, null, null))).toMatchObject({ sprints: [], next: null });
    }
    const { tracker } = siteOf({ '/rest/agile/1.0/board/5/sprint': { status: 400, body: { errorMessages: ['The board does not support sprints'] } } });
    expect(valueOf(await tracker.readSprints(token, SHOP, null, null))).toMatchObject({ sprints: [], boards: [{ id: 5 }] });
  });
});

describe('a history as some server tells it', () => {
  it('is the same whether a field is named by its id, by null or not at all', async () => {
    const histories = (fieldId: object, sprint: object) => [
      { id: '1', created: '2026-11-02T10:00:00.000+0000', author: null, items: [{ field: 'status', fieldtype: 'jira', ...fieldId, from: '1', fromString: 'To Do', to: '3', toString: 'In Progress' }] },
      { id: '2', created: '2026-11-03T10:00:00.000+0000', items: [{ field: 'Sprint', fieldtype: 'custom', ...sprint, from: '', fromString: '', to: '31', toString: 'Sprint 3' }] },
    ];
    const told = [histories({ fieldId: 'status' }, { fieldId: 'customfield_10020' }), histories({ fieldId: null }, { fieldId: null }), histories({}, {})];
    for (const list of told) {
      const { tracker } = siteOf({ [SEARCH]: { body: { issues: [row('SHOP-1', {}, { changelog: { startAt: 0, maxResults: 100, total: list.length, histories: list } })] } } });
      const history = valueOf(must(await tracker.readHistories?.(token, [keyOf(1)]))).get(keyOf(1));
      expect(history).toMatchObject({ complete: true, statuses: [{ from: 'To Do', to: 'In Progress', category: 'doing' }], sprints: [{ added: [31], removed: [] }] });
    }
  });

  it('that came in parts says so', async () => {
    const { tracker } = siteOf({ [SEARCH]: { body: { issues: [row('SHOP-1', {}, { changelog: { startAt: 0, maxResults: 1, total: 3, histories: [{ id: '3', created: '2026-11-02T10:00:00.000+0000', items: [] }] } })] } } });
    expect(valueOf(must(await tracker.readHistories?.(token, [keyOf(1)]))).get(keyOf(1))?.complete).toBe(false);
  });
});

describe('what refuses', () => {
  const answered = async (given: Given, credentials: Credentials = session) => errorOf(await siteOf({ [SEARCH]: given }).tracker.readIssues(credentials, open, null));
  const at = (ms: number) => new Date(NOW + ms).toISOString();
  it.each([
    ['401 with a sign-in page', html(401), { kind: 'unauthorised' }],
    ['200 with a sign-in page', html(), { kind: 'unauthorised' }],
    ['a CAPTCHA', { status: 403, body: '', headers: { 'x-seraph-loginreason': 'AUTHENTICATION_DENIED', 'x-authentication-denied-reason': 'CAPTCHA_CHALLENGE; login-url=https://x' } }, { kind: 'unauthorised', reason: 'The site wants a CAPTCHA solved: sign in there in the browser once.' }],
    ['a failed sign-in', { status: 403, body: '', headers: { 'x-seraph-loginreason': 'AUTHENTICATED_FAILED' } }, { kind: 'unauthorised' }],
    ['a firewall\'s page with 403', html(403), { kind: 'changed-shape', page: true }],
    ['403 in the site\'s words', { status: 403, body: { errorMessages: ['You do not have permission.'] } }, { kind: 'forbidden', reason: 'You do not have permission.' }],
    ['403 without a word', { status: 403, body: '' }, { kind: 'forbidden' }],
    ['429 with seconds', { status: 429, body: {}, headers: { 'retry-after': '30' } }, { kind: 'rate-limited', until: NOW + 30_000 }],
    ['429 with a reset alone', { status: 429, body: {}, headers: { 'x-ratelimit-reset': at(120_000) } }, { kind: 'rate-limited', until: NOW + 120_000 }],
    ['429 with a reset without seconds', { status: 429, body: {}, headers: { 'x-ratelimit-reset': '2026-11-22T12:05Z' } }, { kind: 'rate-limited', until: NOW + 300_000 }],
    ['429 with a reset in seconds since 1970', { status: 429, body: {}, headers: { 'x-ratelimit-reset': String((NOW + 120_000) / 1000) } }, { kind: 'rate-limited', until: NOW + 120_000 }],
    ['429 with a reset that has passed', { status: 429, body: {}, headers: { 'x-ratelimit-reset': at(-120_000) } }, { kind: 'rate-limited', until: NOW + 60_000 }],
    ['429 with nothing', { status: 429, body: '' }, { kind: 'rate-limited', until: NOW + 60_000 }],
    ['503 with a page', html(503), { kind: 'server', status: 503 }],
    ['nothing with 200', { status: 200, body: '' }, { kind: 'changed-shape' }],
    ['JSON that was cut off', { body: '{"issues":[{' }, { kind: 'changed-shape' }],
    ['a field that does not exist', { status: 400, body: { errorMessages: ["Field 'customfield_1' does not exist or you do not have permission to view it."] } }, { kind: 'changed-shape' }],
  ] as const)('%s', async (_, given, error) => {
    expect(await answered(given as Given)).toMatchObject(error);
  });
});
