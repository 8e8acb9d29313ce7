import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { IssueKey, ProjectKey, SprintKey } from '../../lib/core/issue.ts';
import { createJiraTracker } from '../../lib/trackers/jira/tracker.ts';
import type { Credentials, Exchanged, IssuePage, IssueQuery, SendWrite, Tracker, WriteWay } from '../../lib/trackers/tracker.ts';
import { errorOf, must, valueOf } from '../unit/trackers/jira/fake-site.ts';
import { remove, move } from '../tracker/jira/edit/fate.ts';
import { issueOf, type JiraSite } from '../tracker/jira/model/site.ts';
import { type DemoTracker, startTracker } from '../tracker/server.ts';
import { demoWorld } from '../tracker/world.ts';
import { keepSite } from './keep-site.ts';
import { localFetch } from './local-fetch.ts';

/** What Jira alone does, on servers that behave as it: two doors, sessions, writes that are taken for forged, a search that lags. */
const CLOUD = 'acme.atlassian.net';
const CENTER = 'jira.acme.example';
const BROWSER = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/156';
const project = (host: string): ProjectKey => `${host}/SHOP` as ProjectKey;
const key = (host: string, number: number): IssueKey => `${host}/SHOP-${number}` as IssueKey;
const signed = (host: string, token: string | null): Credentials => ({ host, token });
const writer: Record<string, Credentials> = { [CLOUD]: signed(CLOUD, 'maya@acme.example:ATATT-demo-writer'), [CENTER]: signed(CENTER, 'dc-pat-writer') };
const writerOf = (host: string): Credentials => writer[host] ?? expect.unreachable(host);

let demo: DemoTracker;
beforeEach(async () => {
  demo = await startTracker({ world: demoWorld({ issues: 20 }) });
});
afterEach(() => demo.close());

const siteAt = (host: string): JiraSite => demo.world.jira.sites.find((site) => site.host === host) ?? expect.unreachable(host);

/** As a browser sends it: with the cookies of whoever is signed in, if it was told to, and under a browser's name. */
function browserFetch(person: string | null): typeof globalThis.fetch {
  const send = localFetch(demo.port);
  return (input, init = {}) => {
    const headers = new Headers(init.headers);
    headers.set('user-agent', BROWSER);
    if (person !== null && init.credentials === 'include') headers.set('cookie', `tenant.session.token=session-of-${person}; JSESSIONID=session-of-${person}`);
    return send(input, { ...init, headers });
  };
}

/** The two ways of a write as the browser sends them: the worker's under its rule, a tab's from the site's own page. */
function waysOf(person: string | null, open: { worker: 'rule' | 'none'; tab: boolean }): { send: SendWrite; sent: WriteWay[] } {
  const sent: WriteWay[] = [];
  const send: SendWrite = async (way, { session, url, ...request }) => {
    if (way === 'tab' && (!open.tab || !session)) return null;
    sent.push(way);
    const { origin } = new URL(url);
    const headers = { ...request.headers, ...(way === 'tab' ? { origin } : { 'x-from': 'worker' }) };
    const fetch = way === 'worker' && open.worker === 'rule' ? withName('Waymark', person) : browserFetch(person);
    const response = await fetch(url, { ...request, headers, credentials: session ? 'include' : 'omit' });
    return { status: response.status, contentType: response.headers.get('content-type') ?? '', retryAfter: response.headers.get('retry-after'), limitReason: response.headers.get('ratelimit-reason'), body: await response.text() };
  };
  return { send, sent };
}

const withName = (name: string, person: string | null): typeof globalThis.fetch => (input, init = {}) => {
  const headers = new Headers(init.headers);
  headers.set('user-agent', name);
  if (person !== null && init.credentials === 'include') headers.set('cookie', `tenant.session.token=session-of-${person}; JSESSIONID=session-of-${person}`);
  return localFetch(demo.port)(input, { ...init, headers });
};

const trackerAs = (person: string | null, sendWrite?: SendWrite): Tracker => keepSite(createJiraTracker({ fetch: browserFetch(person), now: Date.now, ...(sendWrite && { sendWrite }) }));

async function walk(tracker: Tracker, credentials: Credentials, first: IssueQuery): Promise<IssuePage[]> {
  const pages: IssuePage[] = [];
  for (let query: IssueQuery | null = first; query;) {
    const page: IssuePage = valueOf(await tracker.readIssues(credentials, query, null));
    pages.push(page);
    query = page.next === null ? null : { kind: 'url', project: first.project, url: page.next };
  }
  return pages;
}

describe.each([CLOUD, CENTER])('the browser’s session on %s', (host) => {
  const session = signed(host, null);

  it('reads issues, sprints and histories, and says whose it is', async () => {
    const tracker = trackerAs('maya');
    const [page] = await walk(tracker, session, { kind: 'open', project: project(host) });
    expect(page?.issues.length).toBeGreaterThan(10);
    expect(valueOf(await tracker.checkAccount(session))).toMatchObject({ tokenKind: 'session', missing: [], login: expect.stringMatching(/./) });
    expect(demo.requests.every(({ authorization }) => authorization !== 'token')).toBe(true);
    expect(demo.requests.some(({ authorization }) => authorization === 'session')).toBe(true);
    expect(valueOf(await trackerAs('retail-rita').checkAccount(session))).toMatchObject({ missing: ['EDIT_ISSUES'] });
  });

  it('is told by each answer to be another person’s, by the same name as by the question whose it is; a token’s answers say nothing', async () => {
    const sprint = `${host}/SHOP/sprint/${[...siteAt(host).sprints.keys()][0]}` as SprintKey;
    const named = async (tracker: Tracker, who = session): Promise<(string | undefined)[]> => [await tracker.checkAccount(who), await tracker.readIssue(who, key(host, 12)), await tracker.readSprint(who, sprint), await tracker.readIssues(who, { kind: 'changes', project: project(host), since: 0 }, null)].map(({ whose }) => whose);
    const [maya, rita] = [await named(trackerAs('maya')), await named(trackerAs('retail-rita'))];
    expect([new Set(maya).size, new Set(rita).size, maya[0] === rita[0], maya[0]]).toEqual([1, 1, false, expect.stringMatching(/./)]);
    expect(await named(trackerAs('maya'), writerOf(host))).toEqual([undefined, undefined, undefined, undefined]);
  });

  it.each([['and each answer says so', true], ['after a sign-out, and no answer says so', false]])('that becomes another person’s within the minute has the other one’s name, rights and account (%s)', async (_, names) => {
    let person: string | null = 'maya';
    const fetch: typeof globalThis.fetch = async (input, init) => {
      const response = await browserFetch(person)(input, init);
      if (!names) for (const name of ['x-aaccountid', 'x-ausername']) response.headers.delete(name);
      return response;
    };
    const tracker = keepSite(createJiraTracker({ fetch, now: Date.now }));
    const maya = await tracker.checkAccount(session);
    person = null;
    const signedOut = names ? null : errorOf(await tracker.readIssue(session, key(host, 12)));
    person = 'retail-rita';
    const rita = await tracker.checkAccount(session);
    expect([signedOut, valueOf(maya), valueOf(rita)]).toMatchObject([names ? null : { kind: 'unauthorised' }, { login: 'Maya Lindqvist', missing: [] }, { login: expect.stringMatching(/Rita/i), missing: ['EDIT_ISSUES'] }]);
    expect([maya.whose === undefined, rita.whose === undefined, maya.whose === rita.whose]).toEqual([!names, !names, !names]);
  });

  it.each(['401', 'html', 'empty'] as const)('that has ended is told so, whatever the site answers (%s)', async (how) => {
    demo.world.jira.behaviours.signedOut = how;
    const tracker = trackerAs(null);
    const asks: readonly (() => Promise<Exchanged<unknown>>)[] = [
      () => tracker.readIssues(session, { kind: 'open', project: project(host) }, null), () => tracker.readIssues(session, { kind: 'open', project: project(host), keys: [key(host, 12)] }, null),
      () => tracker.readIssues(session, { kind: 'changes', project: project(host), since: Date.now() }, null), () => tracker.readIssues(session, { kind: 'sweep', project: project(host), since: null }, null),
      () => tracker.readIssue(session, key(host, 12)), () => tracker.readSprints(session, project(host), null, null), () => tracker.checkAccount(session),
    ];
    for (const ask of asks) expect(errorOf(await ask())).toMatchObject({ kind: 'unauthorised' });
  });

  it('writes a label and what the team shares in one request, by the worker’s way', async () => {
    const { send, sent } = waysOf('maya', { worker: 'rule', tab: true });
    const share = { tag: 'pay-fast', inputs: { reach: { value: 3, by: 'Maya', at: 1 } } };
    const tracker = trackerAs('maya', send);
    valueOf(await tracker.write(session, { kind: 'add-label', key: key(host, 12), label: 'roadmap:pay-fast', share }));
    expect(sent).toEqual(['worker']);
    const issue = issueOf(siteAt(host), 'SHOP-12');
    expect([issue?.labels.includes('roadmap:pay-fast'), issue?.properties['waymark']]).toEqual([true, share]);
    expect(valueOf(await tracker.readIssue(session, key(host, 12)))).toMatchObject({ issue: { labels: expect.arrayContaining(['roadmap:pay-fast']), shared: share } });
    valueOf(await tracker.write(session, { kind: 'share', key: key(host, 12), share: { ...share, tag: null } }));
    expect(valueOf(await tracker.readIssue(session, key(host, 12)))).toMatchObject({ issue: { shared: { tag: null } } });
  });

  it('writes from an open page where the worker has no rule and is taken for a browser', async () => {
    const { send, sent } = waysOf('maya', { worker: 'none', tab: true });
    const tracker = trackerAs('maya', send);
    for (let times = 0; times < 2; times += 1) valueOf(await tracker.write(session, { kind: 'add-label', key: key(host, 12), label: 'x' }));
    // A Data Center lets itself be told that no check is wanted.
    expect(sent).toEqual(host === CLOUD ? ['worker', 'tab', 'tab'] : ['worker', 'worker']);
  });

  it('may not write what its person may not, and names the permission', async () => {
    const { send } = waysOf('retail-rita', { worker: 'rule', tab: true });
    expect(errorOf(await trackerAs('retail-rita', send).write(session, { kind: 'add-label', key: key(host, 12), label: 'x' }))).toMatchObject({ kind: 'forbidden', missing: 'EDIT_ISSUES' });
    const sprint = [...siteAt(host).sprints.values()].find(({ state }) => state === 'active');
    const goal = { kind: 'set-sprint-description', sprint: `${host}/SHOP/sprint/${sprint?.id}` as SprintKey, description: 'x' } as const;
    expect(errorOf(await trackerAs('jonas-k', waysOf('jonas-k', { worker: 'rule', tab: true }).send).write(session, goal))).toMatchObject({ kind: 'forbidden', missing: 'MANAGE_SPRINTS_PERMISSION' });
  });
});

describe.each([CLOUD, CENTER])('the search of %s', (host) => {
  it('names every issue once in a sweep, and histories as they were', async () => {
    const tracker = trackerAs(null);
    const pages = await walk(tracker, writerOf(host), { kind: 'sweep', project: project(host), since: null });
    const own = [...siteAt(host).issues.values()].filter((issue) => issue.project === 'SHOP');
    expect(pages.flatMap(({ seen = [] }) => seen).toSorted()).toEqual(own.map((issue) => `${host}/${issue.key}`).toSorted());
    const some = own.filter(({ changes }) => changes.length > 0).slice(0, 40);
    const histories = valueOf(await tracker.readHistories!(writerOf(host), some.map((issue) => `${host}/${issue.key}` as IssueKey)));
    expect(histories.size).toBe(some.length);
    for (const issue of some) {
      // A Data Center tells whole seconds.
      const moves = issue.changes.flatMap(({ at, items }) => items.filter(({ field }) => field === 'status').map((item) => [Math.floor(at / 1000), item.toString]));
      expect(histories.get(`${host}/${issue.key}` as IssueKey)?.statuses.map((change) => [Math.floor(change.at / 1000), change.to])).toEqual(moves);
      expect(histories.get(`${host}/${issue.key}` as IssueKey)?.statuses.every(({ category }) => category !== null)).toBe(true);
    }
  });

  it('finds issues by key, and those that moved under their new one; what is gone is left out', async () => {
    const tracker = trackerAs(null);
    const [page] = await walk(tracker, writerOf(host), { kind: 'open', project: project(host), keys: [key(host, 12), key(host, 7), key(host, 9), key(host, 9999)] });
    const moved = issueOf(siteAt(host), 'SHOP-9');
    expect(page?.issues.map(({ reference }) => reference).toSorted()).toEqual(['SHOP-12', moved?.key].toSorted());
    expect(page).toMatchObject({ partial: true, renamedTo: null });
  });

  it('goes on through faults of every kind, and misses nothing', async () => {
    demo.world.jira.behaviours.randomFaults = { seed: 7, rate: 0.3 };
    const tracker = trackerAs(null);
    const met = new Set<string>();
    for (let query: IssueQuery | null = { kind: 'changes', project: project(host), since: null }, tries = 0; query && tries < 200; tries += 1) {
      const { outcome } = await tracker.readIssues(writerOf(host), query, null);
      // A page with damaged rows is read again, as the sweep would find them.
      if (!outcome.ok || outcome.value.rejected.length > 0) continue;
      for (const issue of outcome.value.issues) met.add(issue.reference);
      query = outcome.value.next === null ? null : { kind: 'url', project: project(host), url: outcome.value.next };
    }
    expect([...met].toSorted()).toEqual([...siteAt(host).issues.values()].filter((issue) => issue.project === 'SHOP').map((issue) => issue.key).toSorted());
  });

  it('is told of writes to one issue that come too fast', async () => {
    demo.world.jira.behaviours.issueWrites = { limit: 1, windowMs: 30_000 };
    const tracker = trackerAs(null, waysOf(null, { worker: 'rule', tab: false }).send);
    valueOf(await tracker.write(writerOf(host), { kind: 'add-label', key: key(host, 12), label: 'a' }));
    expect(errorOf(await tracker.write(writerOf(host), { kind: 'add-label', key: key(host, 12), label: 'b' }))).toMatchObject({ kind: 'rate-limited', scope: 'issue' });
  });

  it('shows an issue that was deleted or moved since as it is now when it is asked for alone', async () => {
    demo.world.jira.behaviours.searchLagMs = 60_000;
    const site = siteAt(host);
    const edit = { world: demo.world.jira, site, actor: 'maya', at: Date.now() };
    const [gone, moved] = [must(issueOf(site, 'SHOP-12')), must(issueOf(site, 'SHOP-13'))];
    remove(edit, gone);
    move(edit, moved, 'OPS');
    const tracker = trackerAs(null);
    expect(valueOf(await tracker.readIssue(writerOf(host), key(host, 12)))).toEqual({ kind: 'gone' });
    expect(valueOf(await tracker.readIssue(writerOf(host), key(host, 13)))).toMatchObject({ kind: 'moved', issue: { key: `${host}/${moved.key}` } });
  });
});

describe('a token of Cloud with scopes', () => {
  const scoped = (name: string) => signed(CLOUD, `maya@acme.example:${name}`);

  it('reads and writes through the gateway', async () => {
    const tracker = trackerAs(null, waysOf(null, { worker: 'rule', tab: false }).send);
    const pages = await walk(tracker, scoped('ATATT-demo-scoped'), { kind: 'changes', project: project(CLOUD), since: null });
    const issues = pages.flatMap((page) => page.issues);
    expect(issues.length).toBeGreaterThan(10);
    expect(issues.filter(({ url }) => !url.startsWith(`https://${CLOUD}/browse/`))).toEqual([]);
    expect(valueOf(await tracker.readSprints(scoped('ATATT-demo-scoped'), project(CLOUD), null, null)).sprints.length).toBeGreaterThan(0);
    valueOf(await tracker.write(scoped('ATATT-demo-scoped'), { kind: 'add-label', key: key(CLOUD, 12), label: 'x' }));
    expect(demo.requests.filter(({ host }) => host.startsWith('api.atlassian.com')).length).toBeGreaterThan(4);
  });

  it('without the agile scopes has no boards, and still its issues', async () => {
    const tracker = trackerAs(null);
    expect((await walk(tracker, scoped('ATATT-demo-scoped-no-agile'), { kind: 'changes', project: project(CLOUD), since: null })).flatMap(({ issues }) => issues).length).toBeGreaterThan(10);
    expect(valueOf(await tracker.readSprints(scoped('ATATT-demo-scoped-no-agile'), project(CLOUD), null, null))).toMatchObject({ sprints: [], boards: [] });
  });

  it('for reading may not write', async () => {
    const { send } = waysOf(null, { worker: 'rule', tab: false });
    expect(errorOf(await trackerAs(null, send).write(scoped('ATATT-demo-scoped-reader'), { kind: 'add-label', key: key(CLOUD, 12), label: 'x' }))).toMatchObject({ kind: 'forbidden', missing: 'EDIT_ISSUES' });
  });

  it('whose pages have expired begins again', async () => {
    const tracker = trackerAs(null);
    demo.world.jira.behaviours.pageCap = 20;
    const { next } = valueOf(await tracker.readIssues(writerOf(CLOUD), { kind: 'changes', project: project(CLOUD), since: null }, null));
    demo.world.jira.behaviours.pageTokensExpiredAt = Date.now() + 1000;
    expect(errorOf(await tracker.readIssues(writerOf(CLOUD), { kind: 'url', project: project(CLOUD), url: next ?? '' }, null))).toEqual({ kind: 'page-limit' });
  });
});
