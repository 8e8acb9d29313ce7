import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { createSync } from '../../../lib/sync/schedule.ts';
import { StorageFailure } from '../../../lib/storage/storage-failure.ts';
import type { OutboxRow } from '../../../lib/storage/rows.ts';
import { newJob } from '../../../lib/sync/job-rows.ts';
import { queueWish } from '../storage/queue-wish.ts';
import { household, type Household, MINUTE, runUntil } from './household.ts';
import { aRepository, HOST, keyOf, SHOP, SITE, STORE } from './world.ts';

const PLENTY = 1e9;
const LABEL = 'roadmap:checkout';

async function home(): Promise<Household & { readonly disk: { free: number } }> {
  const disk = { free: PLENTY };
  const one = await household({ room: async () => disk.free });
  one.tracker.add(...aRepository(450));
  await one.connect();
  return { ...one, disk };
}

function wish({ clock }: Household): OutboxRow {
  return { id: `label|${keyOf(1)}|${LABEL}`, host: HOST, write: { kind: 'label', key: keyOf(1), label: LABEL, present: true }, state: 'queued', notBefore: clock.now, createdAt: clock.now, attempts: 0, failure: null };
}

test('a disk that fills up during a sync stops it before the next request; with room again it goes on where it was', async () => {
  const { tracker, store, sync, run, clock, disk } = await home();
  await sync.visit(SHOP, [], 'Acme/Shop');
  tracker.weather.after = async () => {
    if (tracker.requests.length === 3) disk.free = 0;
    return null;
  };
  await run(clock.now + 30 * MINUTE);
  expect(tracker.requests).toHaveLength(3);
  const read = await store.countIssues(SHOP);
  expect(await sync.visit(SHOP, [keyOf(1)], 'Acme/Shop')).toBe('ready');
  disk.free = PLENTY;
  await run(clock.now + 2 * MINUTE);
  expect([read < 450, await store.countIssues(SHOP)]).toEqual([true, 450]);
});

test.each(['before it leaves', 'while it is under way'])('a tag that meets a full disk %s is written once', async (when) => {
  const { tracker, store, run, clock, disk, ...rest } = await home();
  await store.commit({ job: null, issues: aRepository(5) });
  await queueWish(store, wish({ tracker, store, run, clock, ...rest }));
  if (when === 'before it leaves') disk.free = 0;
  tracker.weather.after = async (request) => {
    if (!request.startsWith('GET') && tracker.effects.length === 1) disk.free = 0;
    return null;
  };
  await run(clock.now + 10 * MINUTE);
  expect(await store.outbox()).toMatchObject([{ state: when === 'before it leaves' ? 'queued' : 'sending' }]);
  tracker.weather = {};
  disk.free = PLENTY;
  await run(clock.now + 10 * MINUTE);
  expect([tracker.effects, tracker.requests.filter((request) => !request.startsWith('GET')).length, await store.outbox()]).toEqual([[`add-label ${keyOf(1)} ${LABEL}`], 1, []]);
});

test('a step that cannot be kept ends no round in which another site still takes a write', async () => {
  const one = await home();
  const { tracker, store, clock } = one;
  await store.commit({ job: null, issues: aRepository(5), project: { project: SHOP, host: HOST, name: 'Acme/Shop', visitedAt: clock.now, state: 'ready', complete: false, syncedAt: null, error: null } });
  await store.commit({ job: null, project: { project: STORE, host: SITE, name: 'SHOP', visitedAt: clock.now, state: 'ready', complete: false, syncedAt: null, error: null } });
  await store.putConnection({ host: SITE, tracker: 'github', login: 'ada', tokenKind: 'classic', missing: [], state: 'ok', expiresAt: null, checkedAt: 1 }, 'secret');
  await queueWish(store, wish(one));
  await store.putJobs([newJob('changes', STORE, { at: 'since', since: null }, clock.now)]);
  const { promise: kept, resolve: keep } = Promise.withResolvers<void>();
  const full = new Proxy(store, {
    get: (target, name: keyof typeof store) => name !== 'commit' ? target[name] : async (change: Parameters<typeof store.commit>[0]) => {
      if (change.job?.host !== SITE) return target.commit(change);
      keep();
      throw new StorageFailure('full');
    },
  });
  tracker.weather.before = async (request) => {
    if (request.startsWith('GET')) return null;
    // The other site's step fails first, long before this answer.
    await kept;
    await new Promise((later) => setTimeout(later, 50));
    return null;
  };
  const sync = createSync({ store: full, trackerFor: () => tracker, now: () => clock.now, random: () => 0.5, changed: () => {}, soon: () => {} });
  expect(await sync.tick(clock.now + 20_000)).toBe(clock.now + MINUTE);
  expect(tracker.effects).toEqual([`add-label ${keyOf(1)} ${LABEL}`]);
  await runUntil(one.sync, clock, clock.now + 5 * MINUTE);
  expect(tracker.requests.filter((request) => !request.startsWith('GET'))).toHaveLength(1);
});
