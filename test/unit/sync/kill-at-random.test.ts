import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { beforeAll, expect, test } from 'vitest';
import type { IssueKey } from '../../../lib/core/issue.ts';
import type { OutboxRow } from '../../../lib/storage/rows.ts';
import { createSync } from '../../../lib/sync/schedule.ts';
import type { TrackerError } from '../../../lib/trackers/tracker.ts';
import { FakeTracker } from './fake-tracker.ts';
import { HOUR, household, type Household, MINUTE } from './household.ts';
import { Life, mortalStore, seeded } from './mortality.ts';
import { aRepository, aSprint, HOST, keyOf, SHOP } from './world.ts';

const SIZE = 1530;
const SEEDS = [1, 2, 3, 4, 5, 6, 7, 8];
const TAGGED = [keyOf(1), keyOf(700), keyOf(1529)];

/** Everything that a person or a badge could tell apart: all rows but the traces of when and how often something was tried. */
async function contents(): Promise<unknown> {
  const database = await openDB('test');
  const stores = ['issues', 'sprints', 'rankings', 'columns', 'drafts', 'localTags', 'entered', 'rejected', 'outbox'];
  const rows = await Promise.all(stores.map((name) => database.getAll(name)));
  database.close();
  return Object.fromEntries(stores.map((name, index) => [name, rows[index]?.map((row) => JSON.parse(JSON.stringify(row, (field, value) => {
    if (field === 'renewedAt' || field === 'at' || field === 'updatedAt') return 0;
    return ArrayBuffer.isView(value) ? Array.from(value as Float64Array) : value;
  })))]));
}

function anOrder(key: IssueKey, now: number): OutboxRow {
  return { id: `label|${key}|roadmap:checkout`, host: HOST, write: { kind: 'label', key, label: 'roadmap:checkout', present: true }, state: 'queued', notBefore: now + 5000, createdAt: now, attempts: 0, failure: null };
}

function aWorld(): FakeTracker {
  const clock = { now: 0 };
  const tracker = new FakeTracker(() => clock.now);
  tracker.add(...aRepository(SIZE));
  tracker.sprints.set(aSprint(1).key, aSprint(1, { dueOn: '2026-12-04' as never }));
  return tracker;
}

/** The scenario: a first sync, three tags made meanwhile, a changed model, a day of polling. */
async function live(home: Household, life: () => Life | null): Promise<number> {
  await home.connect();
  let deaths = 0;
  const end = home.clock.now + 5 * HOUR;
  await home.store.applyTags({ outbox: TAGGED.map((key) => anOrder(key, home.clock.now)), drop: [], localTags: [], clearLocal: [] });
  const settings = await home.store.settings();
  let changedModel = false;
  while (home.clock.now < end) {
    const body = life();
    const store = body ? mortalStore(home.store, body) : home.store;
    const sync = createSync({ store, trackerFor: () => home.tracker, now: () => home.clock.now, random: () => 0.5, changed: () => {}, soon: () => {} });
    const work = (async () => {
      await sync.visit(SHOP, [keyOf(3), keyOf(1530)], 'Acme/Shop');
      return sync.tick(home.clock.now + 20_000);
    })();
    const next = await (body ? Promise.race([work, body.died]) : work);
    if (next === 'died') deaths++;
    home.clock.now = Math.min(end, Math.max(home.clock.now + 500, next === 'died' ? home.clock.now + MINUTE : (next ?? end)));
    if (!changedModel && home.clock.now > end - 3 * HOUR) {
      changedModel = true;
      await home.store.putSettings({ ...settings, model: 'rice' });
    }
  }
  // A last life in fair weather, so that no wait is left over.
  home.tracker.weather = {};
  await home.run(home.clock.now + 2 * HOUR);
  return deaths;
}

let undisturbed: unknown;

beforeAll(async () => {
  const calm = await household({ tracker: aWorld() });
  calm.tracker.now = () => calm.clock.now;
  await live(calm, () => null);
  undisturbed = await contents();
});

test.each(SEEDS)('killed at random points among limits and broken answers, a sync ends as an undisturbed one and tags once (seed %i)', async (seed) => {
  const random = seeded(seed);
  const home = await household({ tracker: aWorld() });
  home.tracker.now = () => home.clock.now;
  const bodies: Life[] = [];
  const current = (): Promise<void> => bodies.at(-1)?.point() ?? Promise.resolve();
  const trouble = (): TrackerError | null => {
    const die = random();
    if (die < 0.03) return { kind: 'rate-limited', until: home.clock.now + MINUTE * (1 + Math.floor(random() * 10)), scope: die < 0.015 ? 'primary' : 'secondary' };
    if (die < 0.08) return { kind: 'server', status: 502, retryAt: null };
    if (die < 0.1) return { kind: 'changed-shape', reason: 'half an answer' };
    if (die < 0.12) return { kind: 'offline' };
    return null;
  };
  home.tracker.weather = {
    before: async () => {
      await current();
      return trouble();
    },
    // The tracker has done its part, and nobody hears of it.
    after: async () => {
      await current();
      const error = trouble();
      return error?.kind === 'rate-limited' ? null : error;
    },
  };
  const deaths = await live(home, () => {
    const body = new Life(() => random() < 0.012);
    bodies.push(body);
    return body;
  });
  expect(deaths).toBeGreaterThan(3);
  expect(home.tracker.effects.toSorted()).toEqual(TAGGED.map((key) => `add-label ${key} roadmap:checkout`).toSorted());
  expect(await contents()).toEqual(undisturbed);
});
