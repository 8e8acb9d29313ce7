import { describe, expect, it } from 'vitest';
import { issueOf, type JiraSite } from '../../../tracker/jira/model/site.ts';
import type { JiraIssue } from '../../../tracker/jira/model/issue.ts';
import { ask, type Reply } from '../ask.ts';
import { demoWithClock } from '../with-clock.ts';
import { BROWSER, CENTER, CLOUD, control, found, JONAS, MAYA, PAT, RITA, searchUrl, session } from './asking.ts';

const ISSUE = `${CLOUD}/rest/api/3/issue/SHOP-20`;
const TAG = { update: { labels: [{ add: 'roadmap:quiet' }] }, properties: [{ key: 'waymark', value: { tag: 'quiet' } }] };
const demo = demoWithClock('2026-11-25T09:00:00Z');

const siteNamed = (host: string): JiraSite => {
  const site = demo.tracker.world.jira.sites.find((one) => one.host === host);
  if (!site) throw new Error(`the demo has no ${host}`);
  return site;
};
const issue = (key = 'SHOP-20', host = 'acme.atlassian.net'): JiraIssue => {
  const one = issueOf(siteNamed(host), key);
  if (!one) throw new Error(`the demo has no ${key}`);
  return one;
};
const put = (body: unknown, who: object = MAYA, url = ISSUE): Promise<Reply> => ask(demo.tracker, url, { ...who, method: 'PUT', body });

describe('a write of an issue', () => {
  it('changes labels and a property in one request, and leaves a line of the changelog for what people see', async () => {
    const before = issue().changes.length;
    expect((await put(TAG)).status).toBe(204);
    expect(issue().labels).toContain('roadmap:quiet');
    expect((await ask(demo.tracker, `${ISSUE}/properties/waymark`, MAYA)).json).toEqual({ key: 'waymark', value: { tag: 'quiet' } });
    expect(issue().changes.slice(before)).toMatchObject([{ author: 'maya', at: demo.clock.getTime(), items: [{ field: 'labels' }] }]);
    expect(found(await ask(demo.tracker, searchUrl('labels = "roadmap:quiet"', { properties: 'waymark' }), MAYA)).issues).toMatchObject([{ key: 'SHOP-20', properties: { waymark: { tag: 'quiet' } } }]);
  });

  it('may be repeated: the second time nothing changes', async () => {
    await put(TAG);
    const [changes, updatedAt] = [issue().changes.length, issue().updatedAt];
    demo.clock = new Date(demo.clock.getTime() + 60_000);
    expect((await put(TAG)).status).toBe(204);
    expect([issue().changes.length, issue().updatedAt]).toEqual([changes, updatedAt]);
  });

  it('performs operations in their order, and answers with the issue when that is asked for', async () => {
    const reply = await put({ update: { labels: [{ set: ['one'] }, { add: 'two' }, { remove: 'one' }] } }, MAYA, `${ISSUE}?returnIssue=true&fields=labels`);
    expect([reply.status, reply.json]).toEqual([200, expect.objectContaining({ fields: { labels: ['two'] } })]);
  });

  it('is done whole or not at all', async () => {
    const reply = await put({ ...TAG, update: { labels: [{ add: 'two words' }] } });
    expect([reply.status, reply.json]).toEqual([400, { errorMessages: [], errors: { labels: "The label 'two words' contains spaces which is invalid." } }]);
    expect([issue().labels.length > 0 && issue().labels.includes('two words'), issue().properties]).toEqual([false, {}]);
    expect((await put({ properties: [{ key: 'waymark', value: 'x'.repeat(32_768) }] })).status).toBe(400);
  });

  it('is refused field by field where the edit screen lacks one', async () => {
    await control(demo.tracker, { screen: { project: 'SHOP', without: ['labels'] } });
    const reply = await put(TAG);
    expect([reply.status, reply.json]).toEqual([400, { errorMessages: [], errors: { labels: "Field 'labels' cannot be set. It is not on the appropriate screen, or unknown." } }]);
    expect((await put({ fields: { customfield_99999: 1 } })).json).toMatchObject({ errors: { customfield_99999: expect.stringContaining('It is not on the appropriate screen') } });
    expect(issue().properties).toEqual({});
  });

  it('knows estimate and flag by the ids of their fields', async () => {
    expect((await put({ fields: { customfield_10028: 8, customfield_10021: [{ value: 'Impediment' }], priority: { name: 'P1' } } })).status).toBe(204);
    expect([issue().points, issue().flagged, issue().priority]).toEqual([8, true, '1']);
  });

  it('is not for those who only read: forbidden on Cloud, a bad request on Data Center, in the same words', async () => {
    const [cloud, center] = [await put(TAG, RITA), await put(TAG, { token: 'dc-pat-reader' }, `${CENTER}/rest/api/2/issue/SHOP-20`)];
    expect([cloud.status, center.status]).toEqual([403, 400]);
    expect(center.json).toEqual({ errorMessages: ['You do not have permission to edit issues in this project.'], errors: {} });
    expect(cloud.json).toEqual(center.json);
    expect((await ask(demo.tracker, `${ISSUE}/properties/waymark`, { ...RITA, method: 'PUT', body: {} })).status).toBe(403);
  });

  it('may keep silent only by the hand of an administrator', async () => {
    expect((await put(TAG, JONAS, `${ISSUE}?notifyUsers=false`)).status).toBe(403);
    expect((await put(TAG, MAYA, `${ISSUE}?notifyUsers=false`)).status).toBe(204);
  });

  it('must say that it is JSON', async () => {
    expect((await put(TAG, { headers: { ...MAYA.headers, 'content-type': 'text/plain;charset=UTF-8' } })).status).toBe(415);
    expect(issue().properties).toEqual({});
  });

  it('reaches a moved issue by its old key', async () => {
    expect((await put(TAG, MAYA, `${CLOUD}/rest/api/3/issue/SHOP-9`)).status).toBe(204);
    expect(issue('OPS-41').labels).toContain('roadmap:quiet');
  });

  it('is refused when there were too many of one issue, and of that issue alone', async () => {
    await control(demo.tracker, { behaviours: { issueWrites: { limit: 3, windowMs: 10_000 } } });
    for (let count = 0; count < 3; count += 1) expect((await put({ update: { labels: [{ add: `n${count}` }] } })).status).toBe(204);
    const refused = await put(TAG);
    expect([refused.status, refused.headers['ratelimit-reason'], refused.headers['retry-after']]).toEqual([429, 'jira-per-issue-on-write', '10']);
    expect((await put(TAG, MAYA, `${CLOUD}/rest/api/3/issue/SHOP-21`)).status).toBe(204);
    demo.clock = new Date(demo.clock.getTime() + 10_000);
    expect((await put(TAG)).status).toBe(204);
  });
});

describe('the XSRF filter', () => {
  const from = (headers: Record<string, string>, who: { headers: Record<string, string> } = MAYA): object => ({ headers: { ...who.headers, ...headers } });

  it('refuses writes of a browser that no page of the site has sent, by token or by session', async () => {
    const foreign: readonly Record<string, string>[] = [
      { 'user-agent': BROWSER }, { 'user-agent': BROWSER, origin: 'chrome-extension://abcdefghijklmnop' }, { 'user-agent': BROWSER, origin: 'https://evil.example' },
      { 'user-agent': BROWSER, origin: 'null' }, { 'user-agent': BROWSER, 'x-atlassian-token': 'no-check' },
    ];
    for (const headers of foreign) {
      for (const who of [MAYA, session('maya')]) {
        const reply = await put(TAG, from(headers, who));
        expect([reply.status, reply.text, reply.headers['content-type']]).toEqual([403, 'XSRF check failed', 'text/plain;charset=UTF-8']);
      }
    }
    expect(issue().labels).not.toContain('roadmap:quiet');
  });

  it('lets the site’s own pages write, and whatever does not look like a browser', async () => {
    for (const headers of [{ 'user-agent': BROWSER, origin: CLOUD }, { 'user-agent': BROWSER, referer: `${CLOUD}/browse/SHOP-20` }, { 'user-agent': 'Waymark' }, {}] as const) {
      expect((await put(TAG, from(headers, session('maya')))).status).toBe(204);
    }
  });

  it('never asks who reads, but asks who searches by POST', async () => {
    const headers = { 'user-agent': BROWSER, origin: 'chrome-extension://abcdefghijklmnop' };
    expect((await ask(demo.tracker, searchUrl('project = SHOP'), from(headers))).status).toBe(200);
    expect((await ask(demo.tracker, `${CLOUD}/rest/api/3/search/jql`, { ...from(headers), method: 'POST', body: { jql: 'project = SHOP' } })).status).toBe(403);
    expect(found(await ask(demo.tracker, `${CLOUD}/rest/api/3/search/jql`, { ...MAYA, method: 'POST', body: { jql: 'project = SHOP', fields: ['summary'], maxResults: 2 } })).issues).toHaveLength(2);
  });

  it('is excused by X-Atlassian-Token on Data Center alone', async () => {
    const url = `${CENTER}/rest/api/2/issue/SHOP-20`;
    const headers = { 'user-agent': BROWSER, origin: 'moz-extension://1', authorization: 'Bearer dc-pat-writer' };
    expect((await put(TAG, { headers }, url)).status).toBe(403);
    expect((await put(TAG, { headers: { ...headers, 'x-atlassian-token': 'no-check' } }, url)).status).toBe(204);
  });

  it('records where each write came from', async () => {
    await put(TAG, from({ 'user-agent': BROWSER, origin: CLOUD }, session('maya')));
    await put(TAG, from({ 'user-agent': 'Waymark' }));
    expect(demo.tracker.requests.map(({ authorization, origin, userAgent, status }) => [authorization, origin, userAgent, status])).toEqual([['session', CLOUD, BROWSER, 204], ['token', null, 'Waymark', 204]]);
  });
});

describe('the goal of a sprint', () => {
  const goalOf = (id: number, host = 'acme.atlassian.net'): string | undefined => siteNamed(host).sprints.get(id)?.goal;

  it('is changed alone by POST, and by PUT with everything that is not to be lost', async () => {
    const sprint = `${CLOUD}/rest/agile/1.0/sprint/34`;
    expect((await ask(demo.tracker, sprint, { ...MAYA, method: 'POST', body: { goal: 'Fewer words' } })).json).toMatchObject({ id: 34, goal: 'Fewer words', name: 'Shop Sprint 24', startDate: expect.any(String) });
    expect((await ask(demo.tracker, sprint, { ...MAYA, method: 'PUT', body: { goal: 'Lost' } })).status).toBe(400);
    expect((await ask(demo.tracker, sprint, { ...MAYA, method: 'PUT', body: { name: 'Shop Sprint 24', state: 'active' } })).json).not.toHaveProperty('startDate');
    expect(goalOf(34)).toBe('');
  });

  it('is changed by whoever may manage sprints', async () => {
    expect((await ask(demo.tracker, `${CLOUD}/rest/agile/1.0/sprint/34`, { ...JONAS, method: 'POST', body: { goal: 'Mine' } })).status).toBe(403);
    expect((await ask(demo.tracker, `${CENTER}/rest/agile/1.0/sprint/34`, { ...PAT, method: 'POST', body: { goal: 'Ours' } })).status).toBe(200);
    expect([goalOf(34) === 'Mine', goalOf(34, 'jira.acme.example')]).toEqual([false, 'Ours']);
  });

  it('ends with its sprint, whose open work goes on into the next one', async () => {
    const open = [...siteNamed('acme.atlassian.net').issues.values()].filter(({ sprints, resolution }) => sprints.at(-1) === 34 && resolution === null);
    expect(open.length).toBeGreaterThan(0);
    await control(demo.tracker, { sprint: { id: 34, state: 'closed' } });
    expect((await ask(demo.tracker, `${CLOUD}/rest/agile/1.0/sprint/34`, MAYA)).json).toMatchObject({ state: 'closed', completeDate: demo.clock.toISOString() });
    expect(open.map(({ sprints }) => sprints.slice(-2))).toEqual(open.map(() => [34, 35]));
  });
});
