import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { pauseEnd } from '../../../lib/core/allowance.ts';
import { backoff, limiterAfter, reserveWait } from '../../../lib/sync/limits.ts';
import type { TrackerError } from '../../../lib/trackers/tracker.ts';
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

test('an answer that tells nothing of the hour leaves what was known, and one that is no answer forgives nothing', () => {
  const allowance = { limit: 60, remaining: 12, resetAt: MORNING + HOUR };
  const known = limiterAfter(HOST, undefined, allowance, null, MORNING);
  expect(known).toEqual({ host: HOST, ...allowance, pausedUntil: null, strikes: 0 });
  expect(limiterAfter(HOST, known, null, null, MORNING)).toEqual(known);
  expect(limiterAfter(HOST, known, { ...allowance, remaining: 11 }, null, MORNING).remaining).toBe(11);
  expect(limiterAfter(HOST, undefined, null, null, MORNING)).toMatchObject({ limit: null, remaining: null, resetAt: null });
  const struck = { ...known, strikes: 2 };
  expect([{ kind: 'offline' }, { kind: 'server', status: 502, retryAt: null }, { kind: 'not-found' }].map((error) => limiterAfter(HOST, struck, null, error as TrackerError, MORNING).strikes)).toEqual([2, 2, 0]);
  // Used up, it waits before it is refused; a limit of one issue is none of the host.
  expect(limiterAfter(HOST, known, { ...allowance, remaining: 0 }, null, MORNING).pausedUntil).toBe(MORNING + HOUR);
  expect(limiterAfter(HOST, struck, null, { kind: 'rate-limited', until: MORNING + MINUTE, scope: 'issue' }, MORNING)).toMatchObject({ pausedUntil: null, strikes: 0 });
});

test('a limit is waited for a second at the least, and an hour at the most', () => {
  const pause = (until: number) => (limiterAfter(HOST, undefined, null, { kind: 'rate-limited', until, scope: 'primary' }, MORNING).pausedUntil ?? 0) - MORNING;
  expect([pause(MORNING - HOUR), pause(MORNING + 2 * MINUTE), pause(MORNING + 5 * HOUR)]).toEqual([1000, 2 * MINUTE, HOUR]);
});

test('without a token the last twenty of an hour are left to the user, until the hour is over', () => {
  const limiter = (remaining: number | null, resetAt: number | null = MORNING + MINUTE) => ({ host: HOST, limit: 60, remaining, resetAt, pausedUntil: null, strikes: 0 });
  expect([limiter(20), limiter(21), limiter(0, MORNING), limiter(0, null), limiter(null), undefined].map((row) => reserveWait(row, MORNING))).toEqual([MORNING + MINUTE, null, null, null, null, null]);
  expect(reserveWait(limiter(1), MORNING, 0)).toBeNull();
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
