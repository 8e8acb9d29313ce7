import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeAll, expect, test } from 'vitest';
import { openStore } from '../../../lib/storage/indexeddb-store.ts';
import { migrations } from '../../../lib/storage/migration.ts';
import type { Store, SyncStore } from '../../../lib/storage/store.ts';
import { createSync } from '../../../lib/sync/schedule.ts';
import { FakeTracker } from '../sync/fake-tracker.ts';
import { HOUR, household, runUntil, scorerFor, settings } from '../sync/household.ts';
import { anIssue, aRepository, aSprint, HOST, keyOf, MORNING, SHOP } from '../sync/world.ts';
import { databaseAt } from './database-at.ts';
import { everything } from './everything.ts';

type Row = Record<string, unknown>;
type Rows = Readonly<Record<string, readonly unknown[]>>;

/** The version that brought a column of a store, or a kind of job: rows of an older one are without. */
const BROUGHT_BY: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  issues: { seenInSweep: 3, estimatedIn: 4, labelledItems: 5, history: 7, historyAsOf: 7, historyDue: 12, alsoIn: 11, beenIn: 12 },
  rankings: { cycleDays: 7, waiting: 13 },
};
const JOBS: Readonly<Record<string, number>> = { histories: 7, recount: 8, file: 9, planning: 11 };

const NUMBERS = Array.from({ length: 60 }, (_, index) => index + 1);
const clock = { now: MORNING };
const tracker = new FakeTracker(() => clock.now);
let full: Rows;
let today: unknown;

beforeAll(async () => {
  tracker.add(...aRepository(60), anIssue(61, { labels: ['bug', 'roadmap:pay'], sprint: aSprint(1).key, estimate: 3 }), anIssue(62, { parent: keyOf(61) }));
  tracker.sprints.set(aSprint(1).key, aSprint(1, { dueOn: '2026-12-04' as never, description: 'Sprint Goal: Buyers pay in one step.' }));
  const { store, sync, connect } = await household({ tracker, clock });
  await connect();
  await sync.visit(SHOP, [keyOf(1)], 'Acme/Shop');
  await runUntil(sync, clock, clock.now + HOUR);
  await store.amendRoadmap(() => [{ put: [{ id: 'pay', title: 'Pay', outcome: 'Paid', horizon: 'now', createdAt: 1, updatedAt: 1 }], remove: [] }, null]);
  const refused = { id: `label|${keyOf(2)}|roadmap:pay`, host: HOST, write: { kind: 'label', key: keyOf(2), label: 'roadmap:pay', present: true }, state: 'failed', notBefore: 0, createdAt: 1, attempts: 1, failure: 'You may not write here.' } as const;
  await store.applyTags({ outbox: [refused], drop: [], localTags: [{ key: keyOf(1), item: 'pay', at: 1 }, { key: keyOf(61), item: null, at: 2 }], clearLocal: [] });
  await store.enter({ key: keyOf(4), input: 'effort', value: 3, by: 'ada', at: 1 });
  await store.accept({ key: keyOf(5), rule: 'unowned', reason: 'On purpose', at: 1 });
  await store.amendGoal(aSprint(1).key, 1, () => ({ local: 'Ship', write: null }));
  await runUntil(sync, clock, clock.now + HOUR);
  today = await shownOf(store);
  full = await everything();
  store.close();
});

/** What a person would miss: what was made here, what waits, the token, and what badges and the roadmap stand on. */
async function shownOf(store: Store & SyncStore): Promise<unknown> {
  const { issues, tags, localTags, rankings } = await store.material([...NUMBERS, 61, 62].map((number) => keyOf(number)));
  const { goalWordings: _seen, ledger: _later, localGoalMarks: _marks, ...own } = await store.exportOwn();
  return {
    own, outbox: await store.outbox(), token: await store.token(HOST), connections: await store.connections(), sprints: await store.sprints(SHOP), statistics: await store.itemStatistics(),
    issues: [...issues.keys()], tags: [...tags], localTags: [...localTags], scores: [...rankings.values()].map(({ backlog, scores, open, load, waiting }) => [backlog, [...scores], open, load, waiting]),
    estimating: await store.sprintBelonging(aSprint(1).key), odd: await store.setOddAside(), rejected: await store.rejected(),
  };
}

test.each(migrations.slice(0, -1).map(({ version }) => version))('a database that version %i has filled opens with all that a person made, and the next rounds bring what it lacked', async (version) => {
  globalThis.indexedDB = new IDBFactory();
  const older = await databaseAt(version);
  for (const name of older.objectStoreNames) for (const row of full[name] ?? []) if (existedIn(version, name, row as Row)) await older.put(name, asOf(version, name, row as Row)); // rows are objects
  older.close();
  const store = await openStore({ name: 'test', scorerFor, standard: settings, now: () => clock.now });
  const later = { now: clock.now };
  await runUntil(createSync({ store, trackerFor: () => tracker, now: () => later.now, random: () => 0.5, changed: () => {}, soon: () => {} }), later, later.now + HOUR);
  expect(await shownOf(store)).toEqual(today);
  store.close();
});

function existedIn(version: number, store: string, row: Row): boolean {
  return store !== 'jobs' || (JOBS[String(row['kind'])] ?? 1) <= version;
}

function asOf(version: number, store: string, row: Row): Row {
  const columns = Object.fromEntries(Object.entries(row).filter(([column]) => (BROUGHT_BY[store]?.[column] ?? 1) <= version));
  // Everybody's load was another sum then.
  return store === 'rankings' && version < 13 ? { ...columns, load: { ada: 99 } } : columns;
}
