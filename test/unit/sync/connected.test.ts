import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { backlogKey } from '../../../lib/core/keys.ts';
import type { TrackerError } from '../../../lib/trackers/tracker.ts';
import { HOUR, household, MINUTE } from './household.ts';
import { anIssue, aRepository, aSprint, keyOf, SHOP } from './world.ts';

const DAY = 24 * HOUR;

test('a first sync reads every page once and the sprints once, a second one costs a single 304', async () => {
  const { tracker, store, sync, connect, run, clock } = await household();
  tracker.add(...aRepository(570));
  tracker.sprints.set(aSprint(1).key, aSprint(1));
  await connect();
  expect(await sync.visit(SHOP, [], 'Acme/Shop')).toBe('reading');
  await run();
  expect(tracker.requests.filter((request) => request.includes('changes|'))).toHaveLength(6);
  expect(tracker.requests).toHaveLength(7);
  expect(await store.countIssues(SHOP)).toBe(570);
  expect(await store.project(SHOP)).toMatchObject({ state: 'ready', complete: true, error: null });
  expect((await store.ranking(backlogKey(SHOP, 'issue')))?.open).toBe(aRepository(570).filter((issue) => issue.kind === 'issue' && issue.status.category !== 'done').length);
  tracker.requests.length = 0;
  await run(clock.now + 5 * MINUTE);
  expect(tracker.requests).toHaveLength(1);
  expect(tracker.unchanged).toHaveLength(1);
  expect(await sync.visit(SHOP, [keyOf(1)], 'Acme/Shop')).toBe('ready');
});

test('a steady hour costs at most fifteen requests, all 304', async () => {
  const { tracker, sync, connect, run, clock } = await household();
  tracker.add(...aRepository(250));
  await connect();
  await sync.visit(SHOP, [], 'Acme/Shop');
  await run();
  tracker.requests.length = 0;
  await run(clock.now + HOUR);
  expect(tracker.requests.length).toBeGreaterThan(10);
  expect(tracker.requests.length).toBeLessThanOrEqual(15);
  expect(tracker.unchanged).toHaveLength(tracker.requests.length);
});

test.each([{ size: 40 }, { size: 250 }, { size: 300 }])('a changed issue of $size arrives, and the polling becomes free again', async ({ size }) => {
  const { tracker, store, sync, connect, run, clock, told } = await household();
  tracker.add(...aRepository(size));
  await connect();
  await sync.visit(SHOP, [], 'Acme/Shop');
  await run();
  clock.now += 1000;
  tracker.change(keyOf(7), { title: 'Changed' });
  tracker.add(anIssue(size + 1, { createdAt: clock.now, updatedAt: clock.now }));
  told.keys.length = 0;
  await run(clock.now + 20 * MINUTE);
  const rows = await store.issues([keyOf(7), keyOf(size + 1)]);
  expect(rows.get(keyOf(7))?.title).toBe('Changed');
  expect(rows.has(keyOf(size + 1))).toBe(true);
  expect(new Set(told.keys)).toEqual(new Set([keyOf(7), keyOf(size + 1)]));
  tracker.requests.length = tracker.unchanged.length = 0;
  await run(clock.now + 20 * MINUTE);
  expect(tracker.unchanged).toHaveLength(tracker.requests.length);
});

test('a page cap is passed by asking from the last date on', async () => {
  const { tracker, store, sync, connect, run } = await household();
  tracker.add(...aRepository(730));
  tracker.pageCap = 300;
  await connect();
  await sync.visit(SHOP, [], 'Acme/Shop');
  await run();
  expect(await store.countIssues(SHOP)).toBe(730);
  expect((await store.project(SHOP))?.complete).toBe(true);
});

test('a thousand issues edited within the same minutes do not lead a capped walk in a circle', async () => {
  const { tracker, store, sync, connect, run } = await household();
  const at = aRepository(1)[0]?.updatedAt ?? 0;
  tracker.add(...aRepository(900).map((issue) => ({ ...issue, updatedAt: at + issue.number * 50 })));
  tracker.pageCap = 200;
  await connect();
  await sync.visit(SHOP, [], 'Acme/Shop');
  await run();
  expect(await store.countIssues(SHOP)).toBe(900);
});

test('the issues that a page shows are read before the walk', async () => {
  const { tracker, sync, connect, run } = await household();
  tracker.add(...aRepository(450));
  await connect();
  await sync.visit(SHOP, [keyOf(449), keyOf(448)], 'Acme/Shop');
  await run();
  expect(tracker.requests.slice(0, 2).toSorted()).toEqual([`GET issue ${keyOf(448)}`, `GET issue ${keyOf(449)}`]);
});

test('an issue that is not there is asked for once', async () => {
  const { tracker, sync, connect, run, clock } = await household();
  tracker.add(...aRepository(5));
  await connect();
  await sync.visit(SHOP, [keyOf(99)], 'Acme/Shop');
  await run();
  await sync.visit(SHOP, [keyOf(99)], 'Acme/Shop');
  await run(clock.now + HOUR);
  expect(tracker.requests.filter((request) => request === `GET issue ${keyOf(99)}`)).toHaveLength(1);
  expect(await sync.visit(SHOP, [keyOf(99)], 'Acme/Shop')).toBe('ready');
});

test('the weekly sweep removes what was deleted and follows what was transferred, with all that a person made of it', async () => {
  const { tracker, store, sync, connect, run, clock } = await household();
  tracker.add(...aRepository(230));
  await connect();
  await sync.visit(SHOP, [], 'Acme/Shop');
  await run();
  const there = anIssue(12, { project: 'github.com/acme/depot' as typeof SHOP, labels: [] });
  await store.enter({ key: keyOf(20), input: 'reach', value: 40, by: 'me', at: clock.now });
  await store.applyTags({ outbox: [], drop: [], clearLocal: [], localTags: [{ key: keyOf(20), item: 'checkout', at: clock.now }] });
  tracker.issues.delete(keyOf(10));
  tracker.issues.delete(keyOf(20));
  tracker.add(there);
  tracker.moved.set(keyOf(20), there.key);
  await run(clock.now + 8 * DAY);
  const material = await store.material([keyOf(10), keyOf(20), there.key]);
  expect([...material.issues.keys()]).toEqual([there.key]);
  expect(material.entered.get(there.key)).toMatchObject([{ input: 'reach', value: 40 }]);
  expect(material.localTags.get(there.key)?.item).toBe('checkout');
  expect(await store.countIssues(SHOP)).toBe(228);
  expect(tracker.requests.filter((request) => request.startsWith('GET issue'))).toHaveLength(2);
});

test('a renamed project is re-keyed with its issues, sprints and what a person made', async () => {
  const { tracker, store, sync, connect, run, clock } = await household();
  const mall = 'github.com/acme/mall' as typeof SHOP;
  tracker.add(...aRepository(640));
  tracker.sprints.set(aSprint(1).key, aSprint(1));
  await connect();
  await sync.visit(SHOP, [], 'Acme/Shop');
  await run();
  await store.enter({ key: keyOf(20), input: 'reach', value: 40, by: 'me', at: clock.now });
  await store.applyTags({ outbox: [], drop: [], clearLocal: [], localTags: [{ key: keyOf(9999), item: 'checkout', at: clock.now }] });
  const issues = [...tracker.issues.values()];
  tracker.issues.clear();
  tracker.add(...issues.map((issue) => ({ ...issue, key: keyOf(issue.number, mall), project: mall })));
  tracker.renamed.set(SHOP, mall);
  clock.now += 1000;
  tracker.change(keyOf(3, mall), { title: 'Renamed' });
  await run(clock.now + 30 * MINUTE);
  expect(await store.countIssues(SHOP)).toBe(0);
  expect(await store.countIssues(mall)).toBe(640);
  expect(await store.ranking(backlogKey(SHOP, 'issue'))).toBeUndefined();
  expect((await store.projects()).map((row) => row.project)).toEqual([mall]);
  const material = await store.material([keyOf(20, mall), keyOf(9999, mall)]);
  expect(material.entered.get(keyOf(20, mall))).toMatchObject([{ value: 40 }]);
  expect(material.localTags.has(keyOf(9999, mall))).toBe(true);
});

test('a rename that only the sweep meets moves the project as well, without asking for its issues one by one', async () => {
  const { tracker, store, sync, connect, run, clock } = await household();
  const mall = 'github.com/acme/mall' as typeof SHOP;
  tracker.add(...aRepository(240));
  await connect();
  await sync.visit(SHOP, [], 'Acme/Shop');
  await run();
  await store.enter({ key: keyOf(20), input: 'reach', value: 40, by: 'me', at: clock.now });
  tracker.weather.before = async (request) => {
    const sweeping = request === `GET changes|${SHOP}|0|`;
    if (!sweeping || tracker.renamed.size > 0) return null;
    const issues = [...tracker.issues.values()];
    tracker.issues.clear();
    tracker.add(...issues.map((issue) => ({ ...issue, key: keyOf(issue.number, mall), project: mall })));
    tracker.renamed.set(SHOP, mall);
    return null;
  };
  await run(clock.now + 8 * DAY);
  expect((await store.projects()).map((row) => row.project)).toEqual([mall]);
  expect(await store.countIssues(mall)).toBe(240);
  expect((await store.material([keyOf(20, mall)])).entered.size).toBe(1);
  expect(tracker.requests.filter((request) => request.startsWith('GET issue'))).toEqual([]);
});

test('blockers of an issue in view are asked for, last of all, and named', async () => {
  const { tracker, store, sync, connect, run } = await household();
  tracker.add(...aRepository(150), anIssue(200, { dependencies: { blockedBy: 1, blocking: 0, blockers: [] } }));
  tracker.blockers.set(keyOf(200), [anIssue(1), anIssue(3, { status: { category: 'done', name: 'closed', guessedFrom: null } })]);
  await connect();
  await sync.visit(SHOP, [keyOf(200)], 'Acme/Shop');
  await run();
  expect(tracker.requests.at(-1)).toBe(`GET blockers ${keyOf(200)}`);
  expect([...(await store.material([keyOf(200)])).blockers.keys()]).toEqual([keyOf(1)]);
});

test('a row that cannot be read is set aside with its reason, and the page is kept', async () => {
  const { tracker, store, sync, connect, run } = await household();
  tracker.add(...aRepository(30));
  tracker.unreadable.push({ id: '31', reason: 'created_at is missing' });
  await connect();
  await sync.visit(SHOP, [], 'Acme/Shop');
  await run();
  expect(await store.rejected()).toMatchObject([{ project: SHOP, reason: 'created_at is missing' }]);
  expect(await store.countIssues(SHOP)).toBe(30);
});

test('what joins a sprint after it was first read has crept in', async () => {
  const { tracker, store, sync, connect, run, clock } = await household();
  tracker.add(...aRepository(40));
  tracker.sprints.set(aSprint(1).key, aSprint(1));
  await connect();
  await sync.visit(SHOP, [], 'Acme/Shop');
  await run();
  clock.now += 1000;
  tracker.change(keyOf(11), { sprint: aSprint(1).key });
  await run(clock.now + 10 * MINUTE);
  const [sprint] = await store.sprints(SHOP);
  expect(sprint?.baseline?.issues).toEqual([keyOf(10), keyOf(20), keyOf(30), keyOf(40)]);
});

test('a connected first visit of a whole list is answered by one page of the newest open issues, not by single reads', async () => {
  const { tracker, store, sync, connect, run } = await household();
  tracker.add(...aRepository(570));
  await connect();
  const open = aRepository(570).filter((issue) => issue.status.category !== 'done').toSorted((a, b) => b.createdAt - a.createdAt || b.number - a.number).slice(0, 25);
  expect(await sync.visit(SHOP, open.map((issue) => issue.key), 'Acme/Shop')).toBe('reading');
  await run();
  expect((await store.issues(open.map((issue) => issue.key))).size).toBe(25);
  expect(tracker.requests[0]).toContain('open|');
  expect(tracker.requests.filter((request) => !/open\||changes\||sprints/.test(request))).toEqual([]);
});

test('with a token too, a search follows nobody: its issues are read singly, and the backlog only once a page of it is opened', async () => {
  const { tracker, store, sync, connect, run, clock } = await household();
  tracker.add(...aRepository(570));
  await connect();
  await sync.visit(SHOP, [keyOf(88), keyOf(3)], 'Acme/Shop', true);
  await run(clock.now + DAY);
  expect(tracker.requests.toSorted()).toEqual([`GET issue ${keyOf(3)}`, `GET issue ${keyOf(88)}`]);
  expect(await store.projects()).toEqual([]);
  await sync.visit(SHOP, [keyOf(88)], 'Acme/Shop');
  await run();
  expect(await store.countIssues(SHOP)).toBe(570);
});

describe.each(['GET issue', 'GET blockers'])('%s, of what a page shows', (start) => {
  const home = async (error: TrackerError, upTo: number) => {
    const one = await household();
    const { tracker, sync, connect, run } = one;
    const times = () => tracker.requests.filter((request) => request.startsWith(start)).length;
    tracker.add(...aRepository(5), anIssue(6, { dependencies: { blockedBy: 1, blocking: 0, blockers: [] } }));
    tracker.blockers.set(keyOf(6), [anIssue(7)]);
    tracker.weather.after = async (request) => (request.startsWith(start) && times() <= upTo ? error : null);
    await connect();
    await sync.visit(SHOP, [], 'Acme/Shop');
    await run();
    // No walk brings it: it is older than what has been read.
    tracker.add(anIssue(500, { updatedAt: 1 }));
    await sync.visit(SHOP, [keyOf(6), keyOf(500)], 'Acme/Shop');
    return { ...one, times };
  };

  test.each([
    ['cannot be read', { kind: 'changed-shape', reason: 'no title' }, 3],
    ['is not there', { kind: 'not-found' }, 1],
    ['may not be read', { kind: 'forbidden', reason: 'No.', missing: null, authoriseAt: null }, 1],
  ] satisfies [string, TrackerError, number][])('that %s is let be for the day', async (_, error, tries) => {
    const { run, clock, sync, times } = await home(error, 100);
    await run(clock.now + 20 * HOUR);
    await sync.visit(SHOP, [keyOf(6), keyOf(500)], 'Acme/Shop');
    await run(clock.now + HOUR);
    expect(times()).toBe(tries);
  });

  test('is asked for until a server in trouble answers', async () => {
    const { run, clock, store, times } = await home({ kind: 'server', status: 502, retryAt: null }, 5);
    await run(clock.now + 2 * HOUR);
    expect(times()).toBe(6);
    const rows = await store.issues([keyOf(6), keyOf(500)]);
    expect([rows.get(keyOf(6))?.dependencies?.blockers, rows.has(keyOf(500))]).toEqual([[keyOf(7)], true]);
  });
});
