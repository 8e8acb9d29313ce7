import { beforeEach, describe, expect, it } from 'vitest';
import { change } from '../../../tracker/jira/edit/change.ts';
import { issueOf } from '../../../tracker/jira/model/site.ts';
import { ask } from '../ask.ts';
import { demoWithClock } from '../with-clock.ts';
import { CENTER, CLOUD, control, found, keysOf, MAYA, OTHER, PAT, searchUrl, session, walk } from './asking.ts';

const demo = demoWithClock('2026-11-25T09:00:00Z');

const allKeys = (project: string): string[] => [...(demo.tracker.world.jira.sites[0]?.issues.values() ?? [])].filter((issue) => issue.project === project).map(({ key }) => key);
const edit = (order: object): Promise<unknown> => control(demo.tracker, { edit: order });

describe('search by token', () => {
  it('walks every issue once, page by page, and says isLast with no token at the end', async () => {
    const { keys, pages } = await walk(demo.tracker, 'project = SHOP ORDER BY updated ASC, key ASC', { maxResults: '25' });
    expect([keys.length, new Set(keys).size, pages]).toEqual([allKeys('SHOP').length, allKeys('SHOP').length, Math.ceil(allKeys('SHOP').length / 25)]);
    const last = found(await ask(demo.tracker, searchUrl('project = MOBI', { maxResults: '100' }), MAYA));
    expect([last.isLast, 'nextPageToken' in last, 'total' in last]).toEqual([true, false, false]);
  });

  it('meets an issue again that changes during an ascending walk, and loses none', async () => {
    const wanted = allKeys('SHOP');
    const { keys } = await walk(demo.tracker, 'project = SHOP ORDER BY updated ASC', { maxResults: '30' }, (page) => {
      demo.clock = new Date(demo.clock.getTime() + 1000);
      return page < 3 ? edit({ key: wanted[page * 20], summary: `changed ${page}` }) : undefined;
    });
    expect(new Set(keys)).toEqual(new Set(wanted));
    expect(keys.length).toBeGreaterThanOrEqual(wanted.length);
  });

  it('answers ids alone unless fields are named', async () => {
    const bare = found(await ask(demo.tracker, `${CLOUD}/rest/api/3/search/jql?jql=project%3DSHOP&maxResults=3`, MAYA));
    expect(bare.issues.map((issue) => Object.keys(issue))).toEqual([['id'], ['id'], ['id']]);
    const named = found(await ask(demo.tracker, searchUrl('project = SHOP', { fields: 'summary,status', maxResults: '1' }), MAYA));
    expect(Object.keys(named.issues[0]?.fields ?? {}).sort()).toEqual(['status', 'summary']);
    const without = found(await ask(demo.tracker, searchUrl('project = SHOP', { fields: '*all,-description', maxResults: '1' }), MAYA));
    expect(without.issues[0]?.fields).not.toHaveProperty('description');
    expect(without.issues[0]?.fields).toHaveProperty('customfield_10020');
  });

  it('gives short pages that are not the last, on demand and for more fields than ids', async () => {
    demo.tracker.world.jira.behaviours.pageCap = 7;
    const first = found(await ask(demo.tracker, searchUrl('project = SHOP', { maxResults: '50' }), MAYA));
    expect([first.issues.length, first.isLast, typeof first.nextPageToken]).toEqual([7, false, 'string']);
    demo.tracker.world.jira.behaviours.pageCap = null;
    expect(found(await ask(demo.tracker, searchUrl('project = SHOP', { maxResults: '5000' }), MAYA)).issues).toHaveLength(100);
    expect(found(await ask(demo.tracker, searchUrl('project = SHOP', { maxResults: '5000', fields: 'id' }), MAYA)).issues).toHaveLength(allKeys('SHOP').length);
  });

  it('takes no token of another query, none that is a week old, none that was made to expire', async () => {
    const jql = 'project = SHOP ORDER BY key';
    const { nextPageToken = '' } = found(await ask(demo.tracker, searchUrl(jql), MAYA));
    const again = (of: string): Promise<number> => ask(demo.tracker, searchUrl(of, { nextPageToken }), MAYA).then(({ status }) => status);
    expect(await again(jql)).toBe(200);
    expect(await again('project = MOBI')).toBe(400);
    demo.clock = new Date(demo.clock.getTime() + 8 * 86_400_000);
    expect(await again(jql)).toBe(400);
    demo.clock = new Date('2026-11-25T09:00:01Z');
    await control(demo.tracker, { behaviours: { pageTokensExpiredAt: demo.clock.getTime() } });
    expect(await again(jql)).toBe(400);
  });

  it('refuses what it does not understand with 400 and a reason', async () => {
    const reason = async (jql: string): Promise<unknown> => (await ask(demo.tracker, searchUrl(jql), MAYA)).json;
    expect(await reason('colour = blue')).toEqual({ errorMessages: ["Field 'colour' does not exist or you do not have permission to view it."], errors: {} });
    expect(await reason('project = NOPE')).toMatchObject({ errorMessages: ["The value 'NOPE' does not exist for the field 'project'."] });
    expect(await reason('key = SHOP-9999')).toMatchObject({ errorMessages: ["An issue with key 'SHOP-9999' does not exist for field 'key'."] });
    expect(await reason('ORDER BY updated')).toMatchObject({ errorMessages: [expect.stringContaining('Unbounded')] });
    expect(await reason('project = SHOP AND')).toMatchObject({ errorMessages: [expect.stringContaining('Error in the JQL Query')] });
    expect(await reason('updated >= 2026-11-25T09:00:00Z')).toMatchObject({ errorMessages: [expect.stringContaining("Date value '2026-11-25T09:00:00Z' for field 'updated' is invalid")] });
  });

  it('is all that is left of search on Cloud: the old addresses are gone', async () => {
    for (const [method, path] of [['GET', '/rest/api/3/search?jql=project=SHOP'], ['POST', '/rest/api/3/search'], ['GET', '/rest/api/2/search?jql=project=SHOP']] as const) {
      const reply = await ask(demo.tracker, CLOUD + path, { ...MAYA, method });
      expect([path, reply.status]).toEqual([path, 410]);
      expect(reply.text).toContain('CHANGE-2046');
    }
  });

  it('keeps two sites with the same key apart', async () => {
    const [one, other] = await Promise.all([CLOUD, OTHER].map((site) => ask(demo.tracker, `${site}/rest/api/3/issue/SHOP-12?fields=summary`, MAYA)));
    expect(one?.json).toMatchObject({ key: 'SHOP-12' });
    expect(other?.json).toMatchObject({ key: 'SHOP-12' });
    expect(one?.text).not.toBe(other?.text);
  });
});

describe('time in JQL', () => {
  it('is relative, epoch milliseconds, or a date by the clocks of the account', async () => {
    demo.clock = new Date('2026-11-25T12:00:00Z');
    await edit({ key: 'SHOP-20', summary: 'changed at noon in Greenwich' });
    demo.clock = new Date('2026-11-25T12:30:00Z');
    const since = async (moment: string, who: typeof MAYA = MAYA): Promise<boolean> => keysOf(await ask(demo.tracker, searchUrl(`project = SHOP AND updated >= ${moment}`, { maxResults: '100' }), who)).includes('SHOP-20');
    expect([await since('-29m'), await since('-31m'), await since('"-1h"')]).toEqual([false, true, true]);
    expect([await since(String(Date.parse('2026-11-25T12:00:00Z'))), await since(String(Date.parse('2026-11-25T12:00:00.001Z')))]).toEqual([true, false]);
    // maya's demo.clock showed 13:00 in Berlin.
    expect([await since('"2026-11-25 13:00"'), await since('"2026-11-25 13:01"')]).toEqual([true, false]);
    // rita's, in New York, showed 07:00: the same words mean another moment to her.
    const rita = session('retail-rita');
    expect([await since('"2026/11/25 07:00"', rita), await since('"2026-11-25 07:01"', rita), await since('2026-11-25', rita)]).toEqual([true, false, true]);
  });

  it('is written by the clocks of whoever asks, with an offset that has no colon', async () => {
    const read = async (url: string, who: object): Promise<unknown> => ((await ask(demo.tracker, url, who)).json as { fields: { updated: string } }).fields.updated;
    demo.clock = new Date('2026-11-25T12:00:00.250Z');
    await edit({ key: 'SHOP-20', summary: 'now' });
    expect(await read(`${CLOUD}/rest/api/3/issue/SHOP-20?fields=updated`, MAYA)).toBe('2026-11-25T13:00:00.250+0100');
    expect(await read(`${CLOUD}/rest/api/3/issue/SHOP-20?fields=updated`, session('retail-rita'))).toBe('2026-11-25T07:00:00.250-0500');
    expect(await read(`${CENTER}/rest/api/2/issue/SHOP-20?fields=updated`, PAT)).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.000\+0[12]00$/);
  });
});

describe('a search that lags behind', () => {
  beforeEach(() => control(demo.tracker, { behaviours: { searchLagMs: 5000 } }));

  it('finds a change only after a while, while the issue itself is read as it is', async () => {
    await edit({ key: 'SHOP-20', summary: 'brand new', status: 'Done' });
    const summary = async (): Promise<unknown> => found(await ask(demo.tracker, searchUrl('key = SHOP-20'), MAYA)).issues[0]?.fields.summary;
    expect(await summary()).not.toBe('brand new');
    expect((await ask(demo.tracker, `${CLOUD}/rest/api/3/issue/SHOP-20?fields=summary`, MAYA)).json).toMatchObject({ fields: { summary: 'brand new' } });
    expect(keysOf(await ask(demo.tracker, searchUrl('updated >= -1m'), MAYA))).toEqual([]);
    demo.clock = new Date(demo.clock.getTime() + 5000);
    expect(await summary()).toBe('brand new');
    expect(keysOf(await ask(demo.tracker, searchUrl('updated >= -1m'), MAYA))).toEqual(['SHOP-20']);
  });

  it('reconciles the issues that it is told to', async () => {
    await edit({ key: 'SHOP-20', summary: 'brand new' });
    const id = demo.tracker.world.jira.sites[0]?.keys.get('SHOP-20') ?? '';
    expect(found(await ask(demo.tracker, searchUrl('key = SHOP-20', { reconcileIssues: id }), MAYA)).issues[0]?.fields.summary).toBe('brand new');
  });

  it('goes on finding a deleted issue, and a second change within the lag hides both', async () => {
    await edit({ key: 'SHOP-21', delete: true });
    expect(keysOf(await ask(demo.tracker, searchUrl('project = SHOP ORDER BY key', { maxResults: '100' }), MAYA))).toContain('SHOP-21');
    expect((await ask(demo.tracker, `${CLOUD}/rest/api/3/issue/SHOP-21`, MAYA)).status).toBe(404);
    await edit({ key: 'SHOP-20', summary: 'first' });
    demo.clock = new Date(demo.clock.getTime() + 3000);
    await edit({ key: 'SHOP-20', summary: 'second' });
    demo.clock = new Date(demo.clock.getTime() + 3000);
    const [row] = found(await ask(demo.tracker, searchUrl('key = SHOP-20'), MAYA)).issues;
    expect(['first', 'second']).not.toContain(row?.fields.summary);
    expect(keysOf(await ask(demo.tracker, searchUrl('project = SHOP', { maxResults: '100' }), MAYA))).not.toContain('SHOP-21');
  });

  it('does not know an issue that has just been made', () => {
    const [site] = demo.tracker.world.jira.sites;
    const issue = site && issueOf(site, 'SHOP-20');
    if (!site || !issue) throw new Error('the demo has no SHOP-20');
    issue.behind = { until: demo.clock.getTime() + 1000, was: null };
    change({ world: demo.tracker.world.jira, site, actor: 'maya', at: demo.clock.getTime() }, issue, { summary: 'x' }, []);
    expect(issue.behind).toEqual({ until: demo.clock.getTime() + 5000, was: null });
  });
});

describe('what became of an issue', () => {
  it('leads from the old key to the new one, by reading and by search', async () => {
    expect((await ask(demo.tracker, `${CLOUD}/rest/api/3/issue/SHOP-9?fields=summary`, MAYA)).json).toMatchObject({ key: 'OPS-41' });
    expect(keysOf(await ask(demo.tracker, searchUrl('key in (SHOP-9, SHOP-10)'), MAYA)).sort()).toEqual(['OPS-41', 'SHOP-10']);
    expect(allKeys('SHOP')).not.toContain('SHOP-9');
  });

  it('answers 404 for deleted ones', async () => {
    expect((await ask(demo.tracker, `${CLOUD}/rest/api/3/issue/SHOP-7`, MAYA)).status).toBe(404);
    expect((await ask(demo.tracker, `${CENTER}/rest/api/2/issue/SHOP-7`, PAT)).status).toBe(404);
  });
});

describe('search of a Data Center', () => {
  const url = (jql: string, more: Record<string, string> = {}): string => `${CENTER}/rest/api/2/search?${new URLSearchParams({ jql, fields: 'summary', ...more })}`;

  it('goes by position, knows the total and caps a page at a thousand', async () => {
    const first = found(await ask(demo.tracker, url('project = SHOP ORDER BY updated ASC, key ASC', { maxResults: '30' }), PAT));
    const second = found(await ask(demo.tracker, url('project = SHOP ORDER BY updated ASC, key ASC', { maxResults: '30', startAt: '30' }), PAT));
    expect([first.issues.length, second.issues.length, first.total]).toEqual([30, 30, [...(demo.tracker.world.jira.sites[2]?.issues.values() ?? [])].filter(({ project }) => project === 'SHOP').length]);
    expect(new Set([...first.issues, ...second.issues].map(({ key }) => key)).size).toBe(60);
    expect((await ask(demo.tracker, url('project = SHOP', { maxResults: '9999' }), PAT)).json).toMatchObject({ maxResults: 1000 });
  });

  it('has no search by token, and sends a client of version 3 to the login page', async () => {
    expect((await ask(demo.tracker, `${CENTER}/rest/api/2/search/jql?jql=project=SHOP`, PAT)).status).toBe(404);
    const reply = await ask(demo.tracker, `${CENTER}/rest/api/3/serverInfo`, PAT);
    expect([reply.status, reply.headers.location]).toEqual([302, expect.stringContaining('/jira/login.jsp?os_destination=')]);
  });
});
