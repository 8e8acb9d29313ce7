import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { pauseEnd } from '../../../lib/core/allowance.ts';
import { backoff, limiterAfter } from '../../../lib/sync/limits.ts';
import { HOUR, household, MINUTE } from './household.ts';
import { aRepository, HOST, keyOf, MORNING, SHOP } from './world.ts';

test('no request leaves before a primary limit has passed', async () => {
  const { tracker, store, sync, connect, run, clock } = await household();
  tracker.add(...aRepository(450));
  await connect();
  await sync.visit(SHOP, [], 'Acme/Shop');
  const until = clock.now + 40 * MINUTE;
  const early: number[] = [];
  let limited = false;
  tracker.weather.before = async () => {
    if (limited && clock.now < until) early.push(clock.now);
    if (limited || tracker.requests.length < 3) return null;
    limited = true;
    return { kind: 'rate-limited', until, scope: 'primary' };
  };
  await run(clock.now + HOUR);
  expect(limited).toBe(true);
  expect(early).toEqual([]);
  expect(await store.countIssues(SHOP)).toBe(450);
});

test('an allowance that is used up pauses the lane before the tracker has to refuse', async () => {
  const { tracker, sync, connect, run, clock } = await household();
  tracker.add(...aRepository(450));
  tracker.allowance = { limit: 5000, remaining: 2, resetAt: clock.now + 30 * MINUTE };
  await connect();
  await sync.visit(SHOP, [], 'Acme/Shop');
  await run(clock.now + 20 * MINUTE);
  expect(tracker.requests).toHaveLength(2);
});

test('a secondary limit pauses as it is told, then doubling from two minutes; a success forgives', () => {
  const limited = { kind: 'rate-limited', until: MORNING + MINUTE, scope: 'secondary' } as const;
  const first = limiterAfter(HOST, undefined, null, limited, MORNING);
  const second = limiterAfter(HOST, first, null, limited, MORNING);
  const third = limiterAfter(HOST, second, null, limited, MORNING);
  expect([first, second, third].map((row) => (row.pausedUntil ?? 0) - MORNING)).toEqual([MINUTE, 2 * MINUTE, 4 * MINUTE]);
  expect(limiterAfter(HOST, third, null, null, MORNING)).toMatchObject({ strikes: 0, pausedUntil: null });
});

test('a pause that ends beyond the hour was set before the clock jumped, and is not believed', () => {
  expect(pauseEnd(MORNING + 71 * MINUTE, MORNING)).toBeNull();
  expect(pauseEnd(MORNING + 69 * MINUTE, MORNING)).toBe(MORNING + 69 * MINUTE);
});

test('waits double from five seconds to half an hour, and differ between browsers', () => {
  expect([1, 2, 3, 4].map((attempts) => backoff(attempts, () => 1))).toEqual([5000, 10_000, 20_000, 40_000]);
  expect(backoff(50, () => 1)).toBe(30 * MINUTE);
  expect(backoff(3, () => 0)).toBe(10_000);
});

test('after the clock was put back by a month the polling goes on', async () => {
  const { tracker, store, sync, connect, run, clock } = await household();
  tracker.add(...aRepository(40));
  await connect();
  await sync.visit(SHOP, [], 'Acme/Shop');
  await run();
  clock.now -= 30 * 24 * HOUR;
  tracker.change(keyOf(1), { title: 'Changed', updatedAt: MORNING + MINUTE });
  await sync.visit(SHOP, [], 'Acme/Shop');
  await run(clock.now + 10 * MINUTE);
  expect((await store.issues([keyOf(1)])).get(keyOf(1))?.title).toBe('Changed');
});

test('a token that is refused stops its host until there is a new one', async () => {
  const { tracker, store, sync, connect, run, clock } = await household();
  tracker.add(...aRepository(40));
  await connect();
  let tries = 0;
  tracker.weather.before = async () => {
    tries++;
    return { kind: 'unauthorised', reason: 'Bad credentials' };
  };
  await sync.visit(SHOP, [keyOf(1)], 'Acme/Shop');
  await run(clock.now + 24 * HOUR);
  expect(tries).toBe(1);
  expect((await store.connection(HOST))?.state).toBe('unauthorised');
  tracker.weather = {};
  await connect('another');
  await run(clock.now + MINUTE);
  expect(await store.countIssues(SHOP)).toBe(40);
});

test('a step that breaks in an unforeseen way is tried again later, and nothing is lost', async () => {
  const { tracker, store, sync, connect, run, clock } = await household();
  tracker.add(...aRepository(40));
  await connect();
  await sync.visit(SHOP, [], 'Acme/Shop');
  let breaks = 3;
  tracker.weather.after = async (request) => {
    if (request.includes('changes|') && breaks-- > 0) throw new TypeError('x is undefined');
    return null;
  };
  await run(clock.now + HOUR);
  expect(await store.countIssues(SHOP)).toBe(40);
});

test('a limit of one issue pauses nothing but that issue', () => {
  const former = { host: HOST, limit: null, remaining: null, resetAt: null, pausedUntil: null, strikes: 0 };
  expect(limiterAfter(HOST, former, null, { kind: 'rate-limited', until: MORNING + 10 * MINUTE, scope: 'issue' }, MORNING)).toMatchObject({ pausedUntil: null, strikes: 0 });
});
