import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ProjectKey } from '../../../lib/core/issue.ts';
import { githubIssueKey } from '../../../lib/core/keys.ts';
import { openStore } from '../../../lib/storage/indexeddb-store.ts';
import { createSync } from '../../../lib/sync/schedule.ts';
import { createGithubTracker } from '../../../lib/trackers/github/tracker.ts';
import { MINUTE, runUntil, scorerFor, settings } from './household.ts';
import { NumberedServer } from './numbered-server.ts';

const HOST = 'git.acme.org';
const SHOP = `${HOST}/acme/shop` as ProjectKey;
const DAY = 24 * 60 * MINUTE;
const NOW = Date.UTC(2026, 10, 22, 12);

/** The real client, sync and store before such a server, whose clock is so far from ours. */
async function reading(size: number, given: { skew?: number; time?: boolean; etag?: boolean; spread?: number } = {}) {
  globalThis.indexedDB = new IDBFactory();
  const clock = { now: NOW };
  const theirs = { get now() { return clock.now + (given.skew ?? 0); } };
  const server = new NumberedServer(HOST, theirs, given);
  for (let number = 1; number <= size; number++) server.put(number, theirs.now - DAY - (size - number) * (given.spread ?? MINUTE));
  const now = () => clock.now;
  const store = await openStore({ name: 'numbered', scorerFor, standard: settings, now });
  const tracker = createGithubTracker({ fetch: server.fetch, now });
  const sync = createSync({ store, trackerFor: () => tracker, now, random: () => 0.5, changed: () => {}, soon: () => {} });
  await store.putConnection({ host: HOST, tracker: 'github', login: 'ada', tokenKind: 'classic', missing: [], state: 'ok', expiresAt: null, checkedAt: NOW }, 'secret');
  await sync.visit(SHOP, [], 'Acme/Shop');
  const titles = async () => {
    const keys = [...server.rows.keys()].map((number) => githubIssueKey(HOST, 'acme', 'shop', number));
    const stored = await store.issues(keys);
    return keys.map((key) => stored.get(key)?.title);
  };
  return { clock, theirs, server, titles, there: () => [...server.rows.values()].map(({ title }) => title), run: (until = MINUTE) => runUntil(sync, clock, clock.now + until) };
}

test('pages by number are read once each while nothing changes', async () => {
  const { server, run, titles, there } = await reading(1000);
  await run();
  expect(server.asked).toHaveLength(10);
  expect(await titles()).toEqual(there());
});

test('a row that moves to the end while pages by number are read pushes none out of sight', async () => {
  const { server, theirs, run, titles, there } = await reading(450);
  server.before = (page) => {
    if (page === 3) server.put(7, theirs.now);
    if (page === 4) server.before = () => {};
  };
  await run();
  expect(await titles()).toEqual(there());
});

test('whatever moves between pages by number, whatever the clocks say, all is there in the end', async () => {
  await fc.assert(fc.asyncProperty(
    fc.integer({ min: 150, max: 420 }),
    fc.array(fc.record({ at: fc.integer({ min: 1, max: 8 }), number: fc.integer({ min: 1, max: 420 }) }), { maxLength: 12 }),
    fc.constantFrom({ skew: 0 }, { skew: 3 * 60 * MINUTE }, { skew: -3 * 60 * MINUTE }, { skew: 0, time: false }, { skew: 3 * 60 * MINUTE, time: false }, { skew: -3 * 60 * MINUTE, etag: false }, { skew: 0, time: false, etag: false }),
    fc.constantFrom(MINUTE, 10),
    async (size, moves, clocks, spread) => {
      const { server, theirs, clock, run, titles, there } = await reading(size, { ...clocks, spread });
      let asked = 0;
      server.before = () => {
        asked += 1;
        clock.now += 1000;
        for (const { at, number } of moves) if (at === asked) server.put(number, theirs.now);
      };
      await run(10 * MINUTE);
      await run(20 * MINUTE);
      expect(await titles()).toEqual(there());
    },
  ), { numRuns: 20 });
}, 60_000);
