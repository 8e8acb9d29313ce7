import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { HOUR, household, MINUTE } from './household.ts';
import { aRepository, aSprint, HOST, keyOf, MORNING, SHOP } from './world.ts';

const NAME = 'Acme/Shop';

test('a first visit of a small public repository costs its open list and its milestones', async () => {
  const { tracker, store, sync, run } = await household();
  tracker.add(...aRepository(90));
  tracker.sprints.set(aSprint(1).key, aSprint(1));
  expect(await sync.visit(SHOP, [keyOf(88)], NAME)).toBe('reading');
  await run();
  expect(tracker.requests).toEqual([`GET open|${SHOP}|`, `GET sprints ${SHOP}`]);
  expect(await store.project(SHOP)).toMatchObject({ state: 'ready', complete: true });
  expect(await sync.visit(SHOP, [keyOf(88)], NAME)).toBe('ready');
});

test('before each request its step is told, for it may be the last of this life', async () => {
  const { tracker, sync, clock } = await household();
  tracker.add(...aRepository(90));
  await sync.tick(clock.now, () => expect.unreachable('there is nothing to do'));
  await sync.visit(SHOP, [keyOf(88)], NAME);
  const told: number[] = [];
  await sync.tick(clock.now + MINUTE, () => told.push(tracker.requests.length));
  expect(tracker.requests).toHaveLength(2);
  expect(told).toEqual(expect.arrayContaining([0, 1]));
});

test('a first visit never costs more than five requests, however much is missing', async () => {
  const { tracker, store, sync, run } = await household();
  tracker.add(...aRepository(1000));
  await sync.visit(SHOP, [keyOf(1), keyOf(2), keyOf(3), keyOf(4), keyOf(5), keyOf(6)], NAME);
  await run();
  expect(tracker.requests).toHaveLength(5);
  expect(tracker.requests.filter((request) => request.startsWith('GET open'))).toHaveLength(3);
  expect((await store.project(SHOP))?.complete).toBe(false);
});

test('an older page is read when what is missing is likely on it, a closed newer issue singly', async () => {
  const { tracker, store, sync, run } = await household();
  tracker.add(...aRepository(400));
  await sync.visit(SHOP, [keyOf(400), keyOf(220), keyOf(399)], NAME);
  await run();
  expect(tracker.requests).toEqual([`GET open|${SHOP}|`, `GET sprints ${SHOP}`, expect.stringContaining(`open|${SHOP}|2`), `GET issue ${keyOf(399)}`]);
  expect((await store.issues([keyOf(400), keyOf(220), keyOf(399)])).size).toBe(3);
});

test('a repeated visit within five minutes costs nothing, unless something is missing that nobody has asked for', async () => {
  const { tracker, sync, run, clock } = await household();
  tracker.add(...aRepository(90));
  await sync.visit(SHOP, [keyOf(88)], NAME);
  await run();
  tracker.requests.length = 0;
  await sync.visit(SHOP, [keyOf(88)], NAME);
  await run();
  expect(tracker.requests).toEqual([]);
  await sync.visit(SHOP, [keyOf(88), keyOf(87), keyOf(5000)], NAME);
  await run();
  expect(tracker.requests.toSorted()).toEqual([`GET issue ${keyOf(5000)}`, `GET issue ${keyOf(87)}`]);
  tracker.requests.length = 0;
  await sync.visit(SHOP, [keyOf(5000)], NAME);
  await run();
  expect(tracker.requests).toEqual([]);
  clock.now += 6 * MINUTE;
  await sync.visit(SHOP, [keyOf(5000)], NAME);
  await run();
  expect(tracker.requests).toEqual([expect.stringContaining('changes|')]);
});

test('a later visit asks for the changes by one request, and for the milestones every half hour', async () => {
  const { tracker, store, sync, run, clock } = await household();
  tracker.add(...aRepository(90));
  await sync.visit(SHOP, [keyOf(88)], NAME);
  await run();
  clock.now += 10 * MINUTE;
  tracker.change(keyOf(1), { title: 'Changed' });
  tracker.requests.length = 0;
  await sync.visit(SHOP, [keyOf(88)], NAME);
  await run();
  expect(tracker.requests).toHaveLength(1);
  expect((await store.issues([keyOf(1)])).get(keyOf(1))?.title).toBe('Changed');
  clock.now += 30 * MINUTE;
  await sync.visit(SHOP, [keyOf(88)], NAME);
  await run();
  expect(tracker.requests).toHaveLength(3);
});

test('a repository that answers under another name takes along what a person made', async () => {
  const { tracker, store, sync, run, clock } = await household();
  const mall = 'github.com/acme/mall' as typeof SHOP;
  tracker.add(...aRepository(40));
  await sync.visit(SHOP, [keyOf(40)], NAME);
  await run();
  await store.applyTags({ outbox: [], drop: [], clearLocal: [], localTags: [{ key: keyOf(40), item: 'checkout', at: 1 }] });
  clock.now += HOUR;
  tracker.issues.clear();
  tracker.add(...aRepository(40).map((issue) => ({ ...issue, key: keyOf(issue.number, mall), project: mall, updatedAt: clock.now })));
  tracker.renamed.set(SHOP, mall);
  await sync.visit(SHOP, [keyOf(40)], NAME);
  await run();
  expect((await store.projects()).map((row) => row.project)).toEqual([mall]);
  expect((await store.material([keyOf(40, mall)])).localTags.get(keyOf(40, mall))?.item).toBe('checkout');
  expect(await store.countIssues(SHOP)).toBe(0);
});

test('nothing is asked between visits', async () => {
  const { tracker, sync, run, clock } = await household();
  tracker.add(...aRepository(90));
  await sync.visit(SHOP, [keyOf(88)], NAME);
  await run();
  tracker.requests.length = 0;
  await run(clock.now + 48 * HOUR);
  expect(tracker.requests).toEqual([]);
});

test('a private or unknown repository is silent, and not asked for again within a day', async () => {
  const { tracker, sync, run, clock } = await household();
  tracker.add(...aRepository(90));
  tracker.privateTo = 'secret';
  await sync.visit(SHOP, [keyOf(88)], NAME);
  await run();
  expect(tracker.requests).toHaveLength(1);
  expect(await sync.visit(SHOP, [keyOf(88)], NAME)).toBe('silent');
  await run(clock.now + HOUR);
  expect(tracker.requests).toHaveLength(1);
  clock.now += 25 * HOUR;
  tracker.privateTo = null;
  expect(await sync.visit(SHOP, [keyOf(88)], NAME)).toBe('reading');
  await run();
  expect(await sync.visit(SHOP, [keyOf(88)], NAME)).toBe('ready');
});

test('what only a token was refused is read again once the token is taken away', async () => {
  const { tracker, store, sync, run, connect, clock } = await household();
  tracker.add(...aRepository(90));
  const page = aRepository(90).slice(0, 25).map(({ key }) => key);
  await connect();
  tracker.weather.before = async () => ({ kind: 'forbidden', reason: 'The organisation wants it authorised.', missing: null, authoriseAt: 'https://github.com/orgs/acme/sso' });
  await sync.visit(SHOP, page, NAME);
  await run();
  expect(await sync.visit(SHOP, page, NAME)).toBe('silent');
  tracker.weather.before = async () => null;
  tracker.requests.length = 0;
  await store.putConnection({ host: HOST, tracker: 'github', login: null, tokenKind: null, missing: [], state: 'unchecked', expiresAt: null, checkedAt: null }, null);
  await run(clock.now + MINUTE);
  expect(tracker.requests).toEqual([]);
  expect(await sync.visit(SHOP, page, NAME)).toBe('reading');
  await run();
  expect(await store.project(SHOP)).toMatchObject({ state: 'ready', error: null });
});

test('automatic requests stop at the reserve and go on after the hour; a refresh by hand may use it', async () => {
  const { tracker, sync, run, clock } = await household();
  tracker.add(...aRepository(1000));
  tracker.allowance = { limit: 60, remaining: 23, resetAt: MORNING + 40 * MINUTE };
  await sync.visit(SHOP, [keyOf(1)], NAME);
  await run(clock.now + 30 * MINUTE);
  expect(tracker.requests).toHaveLength(3);
  expect(tracker.allowance.remaining).toBe(20);
  await sync.refresh(SHOP);
  await run();
  expect(tracker.allowance.remaining).toBeLessThan(20);
});

test('a token that is given later brings the whole backlog', async () => {
  const { tracker, store, sync, run, connect, clock } = await household();
  tracker.add(...aRepository(400));
  await sync.visit(SHOP, [keyOf(400)], NAME);
  await run();
  expect((await store.project(SHOP))?.complete).toBe(false);
  await connect();
  await run(clock.now + 2 * MINUTE);
  expect(await store.countIssues(SHOP)).toBe(400);
  expect((await store.project(SHOP))?.complete).toBe(true);
});

test('what a search shows of a repository that nobody has visited is read singly, and nothing else of it', async () => {
  const { tracker, store, sync, run, clock, told } = await household();
  tracker.add(...aRepository(90));
  expect(await sync.visit(SHOP, [keyOf(88), keyOf(3)], NAME, true)).toBe('reading');
  await run();
  expect(tracker.requests.toSorted()).toEqual([`GET issue ${keyOf(3)}`, `GET issue ${keyOf(88)}`]);
  expect(new Set(told.keys)).toEqual(new Set([keyOf(3), keyOf(88)]));
  expect(await store.projects()).toEqual([]);
  tracker.requests.length = 0;
  expect(await sync.visit(SHOP, [keyOf(88), keyOf(3)], NAME, true)).toBe('ready');
  await run(clock.now + 48 * HOUR);
  expect(tracker.requests).toEqual([]);
});

test('an issue that a search shows is read again after an hour, one that is not there only after a day', async () => {
  const { tracker, store, sync, run, clock } = await household();
  tracker.add(...aRepository(90));
  await sync.visit(SHOP, [keyOf(88), keyOf(5000)], NAME, true);
  await run();
  expect(tracker.requests.toSorted()).toEqual([`GET issue ${keyOf(5000)}`, `GET issue ${keyOf(88)}`]);
  tracker.change(keyOf(88), { title: 'Changed', updatedAt: clock.now });
  clock.now += 2 * HOUR;
  tracker.requests.length = 0;
  expect(await sync.visit(SHOP, [keyOf(88), keyOf(5000)], NAME, true)).toBe('reading');
  await run();
  expect(tracker.requests).toEqual([`GET issue ${keyOf(88)}`]);
  expect((await store.issues([keyOf(88)])).get(keyOf(88))?.title).toBe('Changed');
});

test.each(['before', 'after'])('a page of the repository itself that is opened %s the search is answered reads its list and its milestones', async (order) => {
  const { tracker, store, sync, run } = await household();
  tracker.add(...aRepository(90));
  await sync.visit(SHOP, [keyOf(88)], NAME, true);
  if (order === 'after') await run();
  tracker.requests.length = 0;
  expect(await sync.visit(SHOP, [keyOf(88), keyOf(87)], NAME)).toBe('reading');
  await run();
  expect(tracker.requests).toEqual(expect.arrayContaining([`GET open|${SHOP}|`, `GET sprints ${SHOP}`]));
  expect(await store.project(SHOP)).toMatchObject({ state: 'ready', name: NAME });
});

test('a search that finds as much in one repository as a list would show is a visit of it, and so is one of a repository that is known', async () => {
  const { tracker, store, sync, run, clock } = await household();
  tracker.add(...aRepository(90));
  await sync.visit(SHOP, [keyOf(88), keyOf(87), keyOf(86), keyOf(85)], NAME, true);
  await run();
  expect(tracker.requests).toEqual([`GET open|${SHOP}|`, `GET sprints ${SHOP}`, `GET issue ${keyOf(87)}`]);
  clock.now += 10 * MINUTE;
  tracker.requests.length = 0;
  await sync.visit(SHOP, [keyOf(88)], NAME, true);
  await run();
  expect(tracker.requests).toEqual([expect.stringContaining('changes|')]);
  expect((await store.project(SHOP))?.visitedAt).toBeGreaterThan(MORNING);
});
