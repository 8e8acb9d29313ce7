import { describe, expect, it } from 'vitest';
import type { Issue, IssueKey, ProjectKey } from '../../../../lib/core/issue.ts';
import type { IssuePage, IssueQuery, Tracker } from '../../../../lib/trackers/tracker.ts';
import { type Asked, errorOf, type Given, HOST, NOW, row, session, siteOf, token, valueOf } from './fake-site.ts';

const project = `${HOST}/SHOP` as ProjectKey;
const CLOUD = '/rest/api/3/search/jql';
const DATA_CENTER = '/rest/api/2/search';
const corp = { host: 'corp.example', token: 'pat' };
const corpProject = 'corp.example/SHOP' as ProjectKey;
const changes = { kind: 'changes', project, since: NOW - 3_600_000 } as const;
const keyOf = (number: number): IssueKey => `${HOST}/SHOP-${number}` as IssueKey;
const told = (page: IssuePage): readonly string[] => page.issues.map(({ reference }) => reference);

async function walk(tracker: Tracker, credentials: typeof corp | typeof session, first: IssueQuery): Promise<{ pages: IssuePage[]; issues: Issue[] }> {
  const pages: IssuePage[] = [];
  for (let query: IssueQuery | null = first; query && pages.length < 50;) {
    const page: IssuePage = valueOf(await tracker.readIssues(credentials, query, null));
    pages.push(page);
    query = page.next === null ? null : { kind: 'url', project: first.project, url: page.next };
  }
  return { pages, issues: pages.flatMap(({ issues }) => issues) };
}

describe('the search of Cloud', () => {
  it('names its fields and our property, and asks by milliseconds', async () => {
    const { tracker, asked } = siteOf({ [CLOUD]: { body: { issues: [row('SHOP-1')] } } });
    await tracker.readIssues(session, changes, null);
    const query = asked.at(-1)?.query;
    expect(query?.get('jql')).toBe(`project = "SHOP" AND updated >= ${NOW - 3_600_000} ORDER BY updated ASC, key ASC`);
    expect(query?.get('properties')).toBe('waymark');
    expect(query?.get('fields')?.split(',')).toEqual(expect.arrayContaining(['summary', 'status', 'issuelinks', 'customfield_10020', 'customfield_10028', 'customfield_10016', 'customfield_10040']));
    expect(query?.get('fields')).not.toContain('comment');
    expect(query?.has('startAt')).toBe(false);
  });

  it('goes on by its token, past short pages, until there is none', async () => {
    const tokens = ['a', 'b', null];
    const { tracker, asked } = siteOf({ [CLOUD]: ({ query }) => {
      const at = query.has('nextPageToken') ? tokens.indexOf(query.get('nextPageToken')) + 1 : 0;
      return { body: { issues: at === 1 ? [] : [row(`SHOP-${at + 1}`)], ...(tokens[at] && { nextPageToken: tokens[at] }) } };
    } });
    const { issues, pages } = await walk(tracker, session, changes);
    expect([issues.map(({ reference }) => reference), pages.length]).toEqual([['SHOP-1', 'SHOP-3'], 3]);
    expect(new Set(asked.filter(({ path }) => path === CLOUD).map(({ query }) => query.get('jql'))).size).toBe(1);
  });

  it('does not walk in a circle when a server repeats its token, nor believe in one that it refuses', async () => {
    const circle = siteOf({ [CLOUD]: { body: { issues: [row('SHOP-1')], nextPageToken: 'same' } } });
    const first = valueOf(await circle.tracker.readIssues(session, changes, null));
    expect(errorOf(await circle.tracker.readIssues(session, { kind: 'url', project, url: first.next ?? '' }, null))).toEqual({ kind: 'page-limit' });
    const expired = siteOf({ [CLOUD]: ({ query }) => (query.has('nextPageToken') ? { status: 400, body: { errorMessages: ['The nextPageToken is invalid.'] } } : { body: { issues: [row('SHOP-1')], nextPageToken: 'a' } }) });
    const { next } = valueOf(await expired.tracker.readIssues(session, changes, null));
    expect(errorOf(await expired.tracker.readIssues(session, { kind: 'url', project, url: next ?? '' }, null))).toEqual({ kind: 'page-limit' });
  });

  it('is never unchanged, for Jira has no ETags', async () => {
    const { tracker } = siteOf({ [CLOUD]: { body: { issues: [row('SHOP-1')] }, headers: { etag: 'W/"x"' } } });
    const before = valueOf(await tracker.readIssues(session, changes, null));
    expect(valueOf(await tracker.readIssues(session, { kind: 'url', project, url: before.url }, before.etag))).toEqual(before);
    expect(before).toMatchObject({ unchanged: false, etag: null });
  });

  it('learns the boards before it walks over everything, for no later walk reads everything again', async () => {
    const { tracker, paths } = siteOf({ [CLOUD]: { body: { issues: [row('SHOP-1', { status: { id: '7', name: 'Shipped', statusCategory: { key: 'indeterminate' } }, customfield_10028: 5, customfield_10016: 1 })] } } });
    const { issues } = valueOf(await tracker.readIssues(session, { ...changes, since: null }, null));
    expect(issues[0]).toMatchObject({ status: { category: 'done' }, estimate: 5 });
    expect(paths()).toEqual(['/rest/api/3/field', '/rest/agile/1.0/board', '/rest/agile/1.0/board/5/configuration', CLOUD]);
  });

  it('tells the tracker’s own clock, a renamed project, and rows that cannot be read', async () => {
    const headers = { date: new Date(NOW - 5000).toUTCString() };
    const { tracker } = siteOf({ [CLOUD]: { headers, body: { issues: [row('STORE-1'), { id: 7, key: 'STORE-2', fields: {} }] } } });
    expect(valueOf(await tracker.readIssues(session, changes, null))).toMatchObject({ at: NOW - 5000, renamedTo: `${HOST}/STORE`, rejected: [{ id: '7', reason: 'fields.status: invalid_type' }] });
  });
});

describe('open issues', () => {
  it('are asked for by key where keys are given, a hundred at a time, and are then not the whole', async () => {
    const keys = Array.from({ length: 130 }, (_, index) => keyOf(index + 1));
    const { tracker, asked } = siteOf({ [CLOUD]: ({ query }: Asked) => ({ body: { issues: (query.get('jql')?.match(/SHOP-\d+/g) ?? []).map((key) => row(key)) } }) });
    const { pages, issues } = await walk(tracker, session, { kind: 'open', project, keys });
    expect(issues.map(({ key }) => key)).toEqual(keys);
    expect(pages.map(({ partial }) => partial)).toEqual([true, true]);
    expect(asked.at(-1)?.query.get('jql')).toMatch(/^key in \(SHOP-101, /);
  });

  it('that are not there are left out, and not asked for again for an hour', async () => {
    const refusing = ({ query }: Asked): Given => {
      const keys = query.get('jql')?.match(/SHOP-\d+/g) ?? [];
      const absent = keys.filter((key) => key !== 'SHOP-1');
      if (absent.length > 0) return { status: 400, body: { errorMessages: absent.map((key) => `Ein Vorgang mit dem Schlüssel “${key}” existiert nicht.`) } };
      return { body: { issues: keys.map((key) => row(key)) } };
    };
    const { tracker, paths, now } = siteOf({ [CLOUD]: refusing });
    const query = { kind: 'open', project, keys: [keyOf(1), keyOf(8), keyOf(9)] } as const;
    const searches = (): number => paths().filter((path) => path === CLOUD).length;
    expect(told(valueOf(await tracker.readIssues(session, query, null)))).toEqual(['SHOP-1']);
    expect(searches()).toBe(2);
    await tracker.readIssues(session, query, null);
    expect(searches()).toBe(3);
    expect(valueOf(await tracker.readIssues(session, { ...query, keys: [keyOf(9)] }, null))).toMatchObject({ issues: [], partial: true, next: null });
    expect(searches()).toBe(3);
    now.at += 2 * 3_600_000;
    await tracker.readIssues(session, query, null);
    expect(searches()).toBe(5);
  });

  it('are all that is not done, newest first', async () => {
    const { tracker, asked } = siteOf({ [CLOUD]: { body: { issues: [row('SHOP-1')] } } });
    expect('partial' in valueOf(await tracker.readIssues(token, { kind: 'open', project }, null))).toBe(false);
    expect(asked.at(-1)?.query.get('jql')).toBe('project = "SHOP" AND statusCategory != Done ORDER BY created DESC, key DESC');
  });
});

describe('a sweep', () => {
  it('asks for keys alone, many at once, and answers nothing but that they are there', async () => {
    const { tracker, asked } = siteOf({ [CLOUD]: ({ query }) => (query.has('nextPageToken') ? { body: { issues: [{ id: '3', key: 'SHOP-3' }] } } : { body: { issues: [{ id: '1', key: 'SHOP-1' }, { id: '2' }], nextPageToken: 'a' } }) });
    const { pages } = await walk(tracker, session, { kind: 'sweep', project, since: null });
    expect(pages.map(({ seen, issues, rejected }) => [seen, issues.length, rejected.length])).toEqual([[[keyOf(1)], 0, 1], [[keyOf(3)], 0, 0]]);
    expect(asked.filter(({ path }) => path === CLOUD).map(({ query }) => [query.get('fields'), query.get('maxResults')])).toEqual([['key', '5000'], ['key', '5000']]);
  });

  it('counts on in a Data Center', async () => {
    const rows = Array.from({ length: 25 }, (_, index) => ({ id: String(index), key: `SHOP-${index + 1}` }));
    const { tracker } = siteOf({ [DATA_CENTER]: ({ query }) => ({ body: { startAt: Number(query.get('startAt')), total: 25, issues: rows.slice(Number(query.get('startAt')), Number(query.get('startAt')) + 10) } }) });
    const { pages } = await walk(tracker, corp, { kind: 'sweep', project: corpProject, since: null });
    expect(pages.flatMap(({ seen = [] }) => seen)).toEqual(rows.map(({ key }) => `corp.example/${key}`));
  });
});

describe('the search of a Data Center', () => {
  /** As the server does it: sorted, cut by `startAt`, no more than its own limit, to the millisecond or to the minute. */
  const server = (rows: Record<string, unknown>[], limit: number, grain = 1) => ({ query }: Asked): Given => {
    const since = Number(/updated >= (\d+)/.exec(query.get('jql') ?? '')?.[1] ?? 0);
    const updatedOf = (one: Record<string, unknown>): number => Date.parse((one['fields'] as { updated: string }).updated);
    const found = rows.filter((one) => updatedOf(one) >= Math.floor(since / grain) * grain).toSorted((a, b) => updatedOf(a) - updatedOf(b) || Number(a['id']) - Number(b['id']));
    const startAt = Number(query.get('startAt'));
    return { body: { startAt, maxResults: limit, total: found.length, issues: found.slice(startAt, startAt + limit) } };
  };
  const many = (count: number, every: number, together = 1) => Array.from({ length: count }, (_, index) => row(`SHOP-${index + 1}`, { updated: new Date(NOW - 9e8 + Math.floor(index / together) * every).toISOString() }));

  it.each([
    ['as a rule', many(230, 7000), 1],
    ['though many were changed at once', many(230, 60_000, 40), 1],
    ['though more than a page was changed at once', many(230, 60_000, 120), 1],
    ['though the server cuts to the minute', many(230, 7000), 60_000],
    ['though all were changed within that minute', many(230, 10), 60_000],
  ])('meets every issue once, oldest change first, %s', async (_, rows, grain) => {
    const { tracker, asked } = siteOf({ [DATA_CENTER]: server(rows, 50, grain) });
    const { issues } = await walk(tracker, corp, { kind: 'changes', project: corpProject, since: null });
    expect(issues.map(({ reference }) => reference).toSorted()).toEqual(rows.map(({ key }) => key).toSorted());
    expect(issues.map(({ updatedAt }) => updatedAt)).toEqual(issues.map(({ updatedAt }) => updatedAt).toSorted((a, b) => a - b));
    expect(asked.every(({ query }) => Number(query.get('startAt') ?? 0) < 230)).toBe(true);
  });

  it('begins again by time instead of counting deep', async () => {
    const { tracker, asked } = siteOf({ [DATA_CENTER]: server(many(230, 7000), 50) });
    await walk(tracker, corp, { kind: 'changes', project: corpProject, since: null });
    expect(asked.every(({ query }) => (query.get('startAt') ?? '0') === '0')).toBe(true);
  });

  it('meets what changes during the walk again, and loses nothing', async () => {
    const rows = many(120, 7000);
    let times = 0;
    const { tracker } = siteOf({ [DATA_CENTER]: (asked) => {
      times += 1;
      if (times === 2) Object.assign(rows[3] ?? {}, row('SHOP-4', { summary: 'Late', updated: new Date(NOW).toISOString() }));
      return server(rows, 50)(asked);
    } });
    const { issues } = await walk(tracker, corp, { kind: 'changes', project: corpProject, since: null });
    expect(new Set(issues.map(({ reference }) => reference)).size).toBe(120);
    expect(issues.at(-1)).toMatchObject({ reference: 'SHOP-4', title: 'Late' });
  });
});

describe('single issues', () => {
  it('that moved are found under their new key', async () => {
    const { tracker, asked } = siteOf({ '/rest/api/3/issue/SHOP-1': { body: row('SHOP-1') }, '/rest/api/3/issue/SHOP-2': { body: row('PAY-9') } });
    expect(valueOf(await tracker.readIssue(session, keyOf(1)))).toMatchObject({ kind: 'found', issue: { key: keyOf(1) } });
    expect(valueOf(await tracker.readIssue(session, keyOf(2)))).toMatchObject({ kind: 'moved', issue: { key: `${HOST}/PAY-9` } });
    expect(asked.at(-1)?.query.get('properties')).toBe('waymark');
  });

  it('wait for the issues at the other ends of their links, done ones too, whatever the site calls such a link', async () => {
    const link = (key: string, category: string) => ({ type: { name: 'Blocks', inward: 'wird blockiert von', outward: 'blockiert' }, inwardIssue: { key, fields: { status: { name: 'X', statusCategory: { key: category } } } } });
    const links = { body: { id: '11', key: 'SHOP-1', fields: { issuelinks: [link('SHOP-8', 'new'), link('PAY-9', 'done')] } } };
    const { tracker, asked, now } = siteOf({ '/rest/api/3/issue/SHOP-1': links, [CLOUD]: { body: { issues: [row('SHOP-8'), row('PAY-9')] } } });
    for (let times = 0; times < 2; times += 1) {
      expect(valueOf(await tracker.readBlockers(session, keyOf(1))).map(({ reference }) => reference)).toEqual(['SHOP-8', 'PAY-9']);
      now.at += 120_000;
    }
    expect(asked.map(({ path }) => path)).toEqual(['/rest/api/3/field', '/rest/api/3/issue/SHOP-1', CLOUD, '/rest/api/3/issue/SHOP-1', CLOUD]);
    expect(asked[2]?.query.get('jql')).toBe('key in (SHOP-8, PAY-9) ORDER BY created DESC, key DESC');
  });

  it('wait for none without such links', async () => {
    const { tracker, paths } = siteOf({ '/rest/api/3/issue/SHOP-1': { body: { key: 'SHOP-1', fields: { issuelinks: [] } } } });
    expect(valueOf(await tracker.readBlockers(session, keyOf(1)))).toEqual([]);
    expect(paths()).not.toContain(CLOUD);
  });

  it('tell their histories in one search, those that are not there left out', async () => {
    const changelog = { startAt: 0, maxResults: 1, total: 1, histories: [{ id: '1', created: '2026-11-11T10:00:00.000+0000', items: [{ field: 'status', fieldId: 'status', from: '1', fromString: 'To Do', to: '3', toString: 'In Progress' }] }] };
    const { tracker, asked, paths } = siteOf({ [CLOUD]: ({ query }: Asked) => (query.get('jql')?.includes('SHOP-9')
      ? { status: 400, body: { errorMessages: ["An issue with key 'SHOP-9' does not exist for field 'key'."] } }
      : { body: { issues: [row('SHOP-1', {}, { changelog })] } }) });
    const histories = valueOf(await tracker.readHistories!(session, [keyOf(1), keyOf(9)]));
    expect([...histories.keys()]).toEqual([keyOf(1)]);
    expect(histories.get(keyOf(1))).toMatchObject({ statuses: [{ from: 'To Do', to: 'In Progress', category: 'doing' }], complete: true, readAt: NOW });
    expect(asked.at(-1)?.query.get('expand')).toBe('changelog');
    expect(asked.every(({ init }) => init.method === 'GET')).toBe(true);
    expect(paths()).toEqual(['/rest/api/3/field', '/rest/api/3/status', CLOUD, CLOUD]);
  });
});
