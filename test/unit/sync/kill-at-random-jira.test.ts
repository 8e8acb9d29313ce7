import 'fake-indexeddb/auto';
import { beforeAll, expect, test } from 'vitest';
import type { IssueKey } from '../../../lib/core/issue.ts';
import type { OutboxRow } from '../../../lib/storage/rows.ts';
import { queueWish } from '../storage/queue-wish.ts';
import { aHistory, FakeJira } from './fake-jira.ts';
import { HOUR, household, type Household, MINUTE } from './household.ts';
import { seeded } from './mortality.ts';
import { amongTroubles, contents, live, type Scenario } from './ordeal.ts';
import { aJiraProject, aJiraSprint, jiraKey, MORNING, SITE, STORE } from './world.ts';

const SEEDS = [1, 2, 3, 4, 5, 6];
const TAGGED = [jiraKey(1), jiraKey(200), jiraKey(428)];
const GIVEN = { value: 40, by: 'maya', at: MORNING };

function queued(id: string, write: OutboxRow['write'], now: number): OutboxRow {
  return { id, host: SITE, write, state: 'queued', notBefore: now + 5000, createdAt: now, attempts: 0, failure: null };
}
const aTag = (key: IssueKey, now: number): OutboxRow => queued(`label|${key}|roadmap:checkout`, { kind: 'label', key, label: 'roadmap:checkout', present: true }, now);
const anInput = (key: IssueKey, now: number): OutboxRow => queued(`share|${key}`, { kind: 'share', key, inputs: { reach: GIVEN } }, now);

async function world(): Promise<Household & { readonly tracker: FakeJira }> {
  const tracker = new FakeJira(() => MORNING);
  tracker.add(...aJiraProject(430));
  tracker.sprints.set(aJiraSprint(31).key, aJiraSprint(31, { dueOn: '2026-12-04' as never }));
  for (const issue of tracker.issues.values()) if (issue.status.category === 'doing') tracker.histories.set(issue.key, aHistory(MORNING, [{ at: MORNING - issue.number * HOUR, from: 'To Do', to: 'In Progress', category: 'doing' }]));
  const home = await household({ tracker });
  Object.assign(tracker, { now: () => home.clock.now, lag: 2 * MINUTE, pageLife: 5 * MINUTE, writeGap: 20_000 });
  return home;
}

/** A first sync, tags and an input made meanwhile, teammates who change things, a changed model, hours of polling. */
const scenario: Scenario = {
  project: STORE,
  visitedEvery: 10 * MINUTE,
  shown: [3, 4, 5, 6, 7, 428].map(jiraKey),
  async begin(home) {
    await home.store.applyTags({ outbox: TAGGED.map((key) => aTag(key, home.clock.now)), drop: [], localTags: [], clearLocal: [] });
    await queueWish(home.store, anInput(jiraKey(1), home.clock.now));
    await queueWish(home.store, anInput(jiraKey(9), home.clock.now));
  },
  later: [
    { after: 90 * MINUTE, happen: ({ tracker }) => [2, 77, 300].forEach((number) => tracker.change(jiraKey(number), { title: 'Changed by a teammate', votes: 90 })) },
    { after: 2 * HOUR, happen: (home, settings) => home.store.amendSettings(() => ({ ...settings, model: 'rice' })) },
    { after: 3 * HOUR, happen: ({ tracker }) => tracker.change(jiraKey(4), { title: 'Changed while in progress' }) },
  ],
};

let undisturbed: unknown;

beforeAll(async () => {
  await live(await world(), scenario, () => null);
  undisturbed = await contents();
});

test.each(SEEDS)('killed at random among expired pages, a lagging search, limits of one issue and lost sessions, a sync of Jira ends as an undisturbed one and writes once (seed %i)', async (seed) => {
  const home = await world();
  const random = seeded(seed);
  const deaths = await live(home, scenario, amongTroubles(home, random, () => (random() < 0.01 ? { kind: 'unauthorised', reason: 'session' } : null)));
  expect(deaths).toBeGreaterThan(3);
  expect(home.tracker.effects.filter((effect) => effect.startsWith('add-label')).toSorted()).toEqual(TAGGED.map((key) => `add-label ${key} roadmap:checkout`).toSorted());
  // The tag and the input of the first issue may go in one write or in two; nothing is written twice.
  const shares = home.tracker.effects.filter((effect) => effect.startsWith('share'));
  expect(new Set(shares).size).toBe(shares.length);
  expect(home.tracker.issues.get(jiraKey(1))?.shared).toEqual({ tag: 'checkout', inputs: { reach: GIVEN } });
  expect(home.tracker.issues.get(jiraKey(9))?.shared).toEqual({ tag: null, inputs: { reach: GIVEN } });
  expect(await contents()).toEqual(undisturbed);
});

test('the undisturbed sync holds what the site holds', async () => {
  const home = await world();
  await live(home, scenario, () => null);
  const stored = await home.store.issues([...home.tracker.issues.keys()]);
  for (const [key, issue] of home.tracker.issues) expect(stored.get(key)).toMatchObject({ ...issue });
  expect([...stored.values()].filter((issue) => issue.status.category === 'doing' && issue.kind === 'issue' && !issue.history)).toEqual([]);
});
