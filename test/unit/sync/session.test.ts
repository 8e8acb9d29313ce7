import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { jiraProjectKey } from '../../../lib/core/keys.ts';
import { FakeJira } from './fake-jira.ts';
import { HOUR, household, MINUTE, type Household } from './household.ts';
import { aJiraProject, aJiraSprint, aRepository, aTicket, HOST, jiraKey, MORNING, SHOP, SITE, STORE } from './world.ts';

const DAY = 24 * HOUR;
type Jira = Household & { readonly tracker: FakeJira };

async function site(size = 30): Promise<Jira> {
  const clock = { now: MORNING };
  const tracker = new FakeJira(() => clock.now);
  tracker.add(...aJiraProject(size));
  tracker.sprints.set(aJiraSprint(31).key, aJiraSprint(31));
  return household({ tracker, clock });
}

async function settled(size = 30): Promise<Jira> {
  const home = await site(size);
  await home.sync.visit(STORE, [], 'SHOP');
  await home.run();
  home.tracker.requests.length = 0;
  return home;
}

const of = (home: Jira, start: string): string[] => home.tracker.requests.filter((request) => request.startsWith(`GET ${start}`));

test('whoever is signed in at the site needs nothing else: all issues, the boards, the sprints, and whose session it is', async () => {
  const { tracker, store, sync, run } = await site(430);
  expect(await sync.visit(STORE, [jiraKey(7)], 'SHOP')).toBe('reading');
  await run();
  expect(await store.countIssues(STORE)).toBe(430);
  expect(await store.project(STORE)).toMatchObject({ state: 'ready', complete: true, boards: [{ id: 1, kind: 'scrum' }] });
  expect(await store.sprints(STORE)).toMatchObject([{ number: 31, baseline: { issues: expect.arrayContaining([jiraKey(10)]) as unknown } }]);
  expect(await store.connection(SITE)).toMatchObject({ tokenKind: 'session', login: 'maya', state: 'ok' });
  expect(await sync.visit(STORE, [jiraKey(7)], 'SHOP')).toBe('ready');
  expect(tracker.requests.slice(0, 3)).toEqual(['GET lesson 1', 'GET lesson 2', `GET issue ${jiraKey(7)}`]);
  expect(tracker.requests.filter((request) => request.startsWith('GET lesson'))).toHaveLength(2);
});

test('what a board shows comes first, by one request', async () => {
  const { tracker, sync, run, store } = await site(430);
  const shown = Array.from({ length: 40 }, (_, index) => jiraKey(index + 1));
  await sync.visit(STORE, shown, 'SHOP');
  await run();
  expect(tracker.requests.slice(0, 3)).toEqual(['GET lesson 1', 'GET lesson 2', expect.stringMatching(/^GET named\|/)]);
  expect((await store.issues(shown)).size).toBe(40);
  expect(tracker.requests.filter((request) => request.startsWith('GET issue'))).toEqual([]);
  expect(tracker.requests.findIndex((request) => request.startsWith('GET changes'))).toBeGreaterThan(2);
});

test('a page that is scrolled while the walk goes on is answered by name again', async () => {
  const { tracker, sync, run, clock } = await site(430);
  tracker.weather.before = async (request) => (request.startsWith('GET changes') ? { kind: 'server', status: 503, retryAt: null } : null);
  await sync.visit(STORE, Array.from({ length: 20 }, (_, index) => jiraKey(index + 1)), 'SHOP');
  await run(clock.now + 1000);
  await sync.visit(STORE, Array.from({ length: 20 }, (_, index) => jiraKey(index + 101)), 'SHOP');
  await run(clock.now + 1000);
  expect(tracker.requests.filter((request) => request.startsWith('GET named'))).toHaveLength(2);
  expect(tracker.requests.filter((request) => request.startsWith('GET issue'))).toEqual([]);
});

test('rows that a page adds while its first ones are being read are read in one go too', async () => {
  const { tracker, sync, run, store } = await site(430);
  const late = Array.from({ length: 30 }, (_, index) => jiraKey(index + 101));
  tracker.weather.before = async (request) => {
    if (request.startsWith('GET named') && (await store.agenda()).jobs.length < 40) await sync.visit(STORE, late, 'SHOP');
    return null;
  };
  await sync.visit(STORE, Array.from({ length: 20 }, (_, index) => jiraKey(index + 1)), 'SHOP');
  await run();
  expect((await store.issues(late)).size).toBe(30);
  expect(tracker.requests.slice(2, 4)).toEqual([expect.stringMatching(/^GET named\|/), expect.stringMatching(/^GET named\|/)]);
  expect(tracker.requests.filter((request) => request.startsWith('GET issue'))).toEqual([]);
});

test('an hour on a project in view costs a bounded number of requests, of one that nobody looks at fewer', async () => {
  const { tracker, sync, run, clock } = await settled(250);
  for (let minute = 0; minute < 60; minute += 10) {
    await sync.visit(STORE, [jiraKey(1)], 'SHOP');
    await run(clock.now + 10 * MINUTE);
  }
  expect(tracker.requests.length).toBeLessThanOrEqual(18);
  expect(tracker.requests.length).toBeGreaterThan(10);
  await run(clock.now + 3 * HOUR);
  tracker.requests.length = 0;
  await run(clock.now + HOUR);
  expect(tracker.requests.length).toBeLessThanOrEqual(8);
  await run(clock.now + 3 * DAY);
  tracker.requests.length = 0;
  await run(clock.now + DAY);
  expect(tracker.requests.length).toBeLessThanOrEqual(4 + 2 * 4 + 1);
  tracker.requests.length = 0;
  await sync.visit(STORE, [jiraKey(1)], 'SHOP');
  await run(clock.now + 1000);
  expect(tracker.requests.filter((request) => /^GET (?:changes|boards)/.test(request))).toHaveLength(2);
});

test('a change that the search shows late is found all the same, and what the search still shows of old does not come back', async () => {
  const { tracker, store, run, clock } = await settled(250);
  tracker.lag = 10 * MINUTE;
  clock.now += 1000;
  tracker.change(jiraKey(7), { title: 'Changed' });
  tracker.lag = 0;
  clock.now += 3 * MINUTE;
  tracker.change(jiraKey(8), { title: 'Changed soon after' });
  await run(clock.now + 6 * MINUTE);
  expect((await store.issues([jiraKey(8)])).get(jiraKey(8))?.title).toBe('Changed soon after');
  await run(clock.now + 20 * MINUTE);
  expect((await store.issues([jiraKey(7)])).get(jiraKey(7))?.title).toBe('Changed');
});

test('once a day a whole day is read again, for what came later than anything should', async () => {
  const { tracker, store, run, clock, sync } = await settled(250);
  clock.now += HOUR;
  tracker.lag = 3 * HOUR;
  tracker.change(jiraKey(7), { title: 'Lost for hours' });
  tracker.lag = 0;
  for (let hour = 0; hour < 22; hour += 1) {
    tracker.change(jiraKey(9), { votes: hour });
    await sync.visit(STORE, [], 'SHOP');
    await run(clock.now + HOUR);
  }
  expect((await store.issues([jiraKey(7)])).get(jiraKey(7))?.title).toBe('Issue 7');
  await run(clock.now + 8 * HOUR);
  expect((await store.issues([jiraKey(7)])).get(jiraKey(7))?.title).toBe('Lost for hours');
});

test('a walk whose pages have expired begins again by date, and ends', async () => {
  const { tracker, store, sync, run, clock } = await site(730);
  tracker.pageLife = 5 * MINUTE;
  let slept = false;
  tracker.weather.before = async (request) => {
    if (slept || !request.includes('|3')) return null;
    slept = true;
    clock.now += HOUR;
    return { kind: 'offline' };
  };
  await sync.visit(STORE, [], 'SHOP');
  await run(clock.now + HOUR);
  expect(await store.countIssues(STORE)).toBe(730);
  expect((await store.project(STORE))?.complete).toBe(true);
});

test('the sweep asks for keys alone: what is gone goes, what no walk brought is asked for', async () => {
  const home = await settled(230);
  const { tracker, store, run, clock } = home;
  tracker.issues.delete(jiraKey(10));
  tracker.issues.set(jiraKey(900), aTicket(900));
  await run(clock.now + 8 * DAY);
  expect(of(home, 'sweep')).toHaveLength(3);
  expect(of(home, 'issue').toSorted()).toEqual([`GET issue ${jiraKey(10)}`, `GET issue ${jiraKey(900)}`]);
  expect([...(await store.issues([jiraKey(10), jiraKey(900)])).keys()]).toEqual([jiraKey(900)]);
});

test('signed out, nothing is shown and nothing drummed; the next page of the site asks once more', async () => {
  const { tracker, store, sync, run, clock } = await settled();
  tracker.signedIn = false;
  await run(clock.now + 10 * MINUTE);
  expect(await store.connection(SITE)).toMatchObject({ tokenKind: 'session', state: 'unauthorised', login: 'maya' });
  tracker.requests.length = 0;
  await run(clock.now + 2 * DAY);
  expect(tracker.requests).toEqual([]);
  expect(await sync.visit(STORE, [jiraKey(1)], 'SHOP')).toBe('silent');
  await run(clock.now + HOUR);
  expect(tracker.requests).toHaveLength(1);
  await sync.visit(STORE, [jiraKey(1)], 'SHOP');
  await sync.visit(STORE, [jiraKey(1)], 'SHOP');
  await run(clock.now + MINUTE);
  expect(tracker.requests).toHaveLength(2);
  tracker.signedIn = true;
  clock.now += 2 * MINUTE;
  await sync.visit(STORE, [jiraKey(1)], 'SHOP');
  await run(clock.now + MINUTE);
  expect(await store.connection(SITE)).toMatchObject({ tokenKind: 'session', state: 'ok' });
  expect(await sync.visit(STORE, [jiraKey(1)], 'SHOP')).toBe('ready');
});

test('that the session has ended is told to the pages of all the site’s projects, whichever question met it', async () => {
  const { tracker, sync, run, told, clock } = await settled();
  tracker.signedIn = false;
  told.projects.length = 0;
  await sync.visit(STORE, [jiraKey(900)], 'SHOP');
  await run(clock.now + 1000);
  expect(tracker.requests).toEqual([`GET issue ${jiraKey(900)}`]);
  expect(told.projects).toEqual([STORE]);
});

test('never signed in, a first page costs what the learning costs and one refusal, and says who is not there', async () => {
  const { tracker, store, sync, run, clock } = await site();
  tracker.signedIn = false;
  await sync.visit(STORE, Array.from({ length: 20 }, (_, index) => jiraKey(index + 1)), 'SHOP');
  await run(clock.now + DAY);
  expect(tracker.requests).toHaveLength(3);
  expect(await store.connection(SITE)).toMatchObject({ tokenKind: 'session', state: 'unauthorised', login: null });
});

test('a site that anybody may read is read without a name, and the name asked for again when the user comes back', async () => {
  const { tracker, store, sync, run, clock } = await site();
  tracker.signedIn = false;
  tracker.isPublic = true;
  await sync.visit(STORE, [jiraKey(1)], 'SHOP');
  await run();
  expect(await store.countIssues(STORE)).toBe(30);
  expect(await store.connection(SITE)).toMatchObject({ tokenKind: null, login: null, state: 'unchecked' });
  tracker.signedIn = true;
  clock.now += 10 * MINUTE;
  expect(await sync.visit(STORE, [jiraKey(1)], 'SHOP')).toBe('ready');
  await run();
  expect(await store.connection(SITE)).toMatchObject({ tokenKind: 'session', login: 'maya' });
});

test('of such a site one project that is empty says nothing; one that shows nothing at all is a site that wants a sign-in', async () => {
  const OPS = jiraProjectKey(SITE, 'OPS');
  const nobody = async (size: number) => {
    const home = await site(size);
    home.tracker.signedIn = false;
    home.tracker.isPublic = true;
    // What is read of another site says nothing of this one.
    await home.store.commit({ job: null, issues: aRepository(5), project: { project: SHOP, host: HOST, name: 'Acme/Shop', visitedAt: MORNING, state: 'ready', complete: true, syncedAt: MORNING, error: null } });
    await home.sync.visit(STORE, [], 'SHOP');
    await home.sync.visit(OPS, [], 'OPS');
    await home.run();
    return home.store.connection(SITE);
  };
  expect(await nobody(5)).toMatchObject({ tokenKind: null, state: 'unchecked' });
  expect(await nobody(0)).toMatchObject({ tokenKind: 'session', state: 'unauthorised' });
});

test('a site in trouble is asked whose session it is until it says so, and nobody is signed out meanwhile', async () => {
  const { tracker, store, run, clock } = await settled();
  tracker.weather.after = async (request) => (request === 'GET myself' ? { kind: 'server', status: 503, retryAt: null } : null);
  tracker.account = { ...tracker.account, login: 'maya.b' };
  await run(clock.now + DAY + HOUR);
  expect(await store.connection(SITE)).toMatchObject({ tokenKind: 'session', login: 'maya', state: 'ok' });
  expect((await store.projects())[0]).toMatchObject({ state: 'ready', error: null });
  tracker.weather = {};
  await run(clock.now + HOUR);
  expect(await store.connection(SITE)).toMatchObject({ login: 'maya.b', state: 'ok' });
});

test('a project that the user may not see is given up, and asked for again when they come back after an hour', async () => {
  const { tracker, sync, run, clock, store } = await site();
  tracker.privateTo = 'somebody else';
  await sync.visit(STORE, Array.from({ length: 20 }, (_, index) => jiraKey(index + 1)), 'SHOP');
  await run(clock.now + 12 * HOUR);
  const asked = tracker.requests.length;
  expect(asked).toBeLessThanOrEqual(10);
  expect(await store.project(STORE)).toMatchObject({ state: 'silent' });
  expect(await sync.visit(STORE, [jiraKey(1), jiraKey(2)], 'SHOP')).toBe('silent');
  await run(clock.now + MINUTE);
  expect(tracker.requests.length - asked).toBe(1);
  expect(await sync.visit(STORE, [jiraKey(1)], 'SHOP')).toBe('silent');
  await run(clock.now + 10 * MINUTE);
  expect(tracker.requests.length - asked).toBe(1);
  tracker.privateTo = null;
  clock.now += 2 * HOUR;
  await sync.visit(STORE, [jiraKey(1)], 'SHOP');
  await run();
  expect(await sync.visit(STORE, [jiraKey(1)], 'SHOP')).toBe('ready');
});

test('a tracker that learns nothing is not asked for ever', async () => {
  const { tracker, store, sync, run, clock } = await site();
  tracker.forgetful = true;
  await sync.visit(STORE, [], 'SHOP');
  await run(clock.now + HOUR);
  expect(tracker.requests.length).toBeLessThan(60);
  expect((await store.jobs()).find((job) => job.kind === 'changes')?.error).toMatchObject({ kind: 'changed-shape' });
});
