import 'fake-indexeddb/auto';
import { beforeAll, expect, test } from 'vitest';
import type { IssueKey } from '../../../lib/core/issue.ts';
import type { OutboxRow } from '../../../lib/storage/rows.ts';
import { FakeTracker } from './fake-tracker.ts';
import { HOUR, household } from './household.ts';
import { seeded } from './mortality.ts';
import { amongTroubles, contents, live, type Scenario } from './ordeal.ts';
import { aRepository, aSprint, HOST, keyOf, SHOP } from './world.ts';

const SIZE = 1530;
const SEEDS = [1, 2, 3, 4, 5, 6, 7, 8];
const TAGGED = [keyOf(1), keyOf(700), keyOf(1529)];

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
const scenario: Scenario = {
  project: SHOP,
  shown: [keyOf(3), keyOf(1530)],
  async begin(home) {
    await home.connect();
    await home.store.applyTags({ outbox: TAGGED.map((key) => anOrder(key, home.clock.now)), drop: [], localTags: [], clearLocal: [] });
  },
  later: [{ after: 2 * HOUR, happen: (home, settings) => home.store.amendSettings(() => ({ ...settings, model: 'rice' })) }],
};

let undisturbed: unknown;

beforeAll(async () => {
  const calm = await household({ tracker: aWorld() });
  calm.tracker.now = () => calm.clock.now;
  await live(calm, scenario, () => null);
  undisturbed = await contents();
});

test.each(SEEDS)('killed at random points among limits and broken answers, a sync ends as an undisturbed one and tags once (seed %i)', async (seed) => {
  const home = await household({ tracker: aWorld() });
  home.tracker.now = () => home.clock.now;
  const deaths = await live(home, scenario, amongTroubles(home, seeded(seed)));
  expect(deaths).toBeGreaterThan(3);
  expect(home.tracker.effects.toSorted()).toEqual(TAGGED.map((key) => `add-label ${key} roadmap:checkout`).toSorted());
  expect(await contents()).toEqual(undisturbed);
});
