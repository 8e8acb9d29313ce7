import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { plainDate } from '../../../lib/core/work-calendar.ts';
import { HOUR, household, type Household } from './household.ts';
import { anIssue, aSprint, keyOf, SHOP } from './world.ts';

const SPRINT = aSprint(1, { dueOn: plainDate('2026-11-27'), openIssues: 2 });

async function home(): Promise<Household> {
  const one = await household();
  one.tracker.add(anIssue(1, { sprint: SPRINT.key, estimate: 3 }), anIssue(2, { sprint: SPRINT.key }), anIssue(3));
  one.tracker.sprints.set(SPRINT.key, SPRINT);
  return one;
}

const kept = async ({ store }: Household) => (await store.everIn(SPRINT.key)).snapshots.map(({ day, issues }) => [day, issues.map(({ key, category, estimate }) => [Number(key.split('#')[1]), category, estimate])]);

test('what a running sprint holds is kept by day, only where it has changed', async () => {
  const one = await home();
  await one.connect();
  await one.sync.visit(SHOP, [], 'Acme/Shop');
  await one.run();
  expect(await kept(one)).toEqual([['2026-11-22', [[1, 'todo', 3], [2, 'todo', null]]]]);
  await one.run(one.clock.now + 24 * HOUR);
  expect(await kept(one)).toHaveLength(1);
  one.tracker.change(keyOf(2), { sprint: null });
  one.tracker.change(keyOf(3), { sprint: SPRINT.key, estimate: 5, status: { category: 'doing', name: 'open', guessedFrom: null } });
  await one.run(one.clock.now + HOUR);
  expect(await kept(one)).toEqual([['2026-11-22', [[1, 'todo', 3], [2, 'todo', null]]], ['2026-11-23', [[1, 'todo', 3], [3, 'doing', 5]]]]);
  expect((await one.store.everIn(SPRINT.key)).issues.map(({ number }) => number).toSorted()).toEqual([1, 2, 3]);
});

test('without a token a sprint is kept once all of it is known, and never a part of it', async () => {
  const one = await home();
  await one.sync.visit(SHOP, [keyOf(1)], 'Acme/Shop');
  await one.run();
  expect(await kept(one)).toEqual([['2026-11-22', [[1, 'todo', 3], [2, 'todo', null]]]]);
  const other = await home();
  other.tracker.sprints.set(SPRINT.key, { ...SPRINT, openIssues: 40 });
  await other.sync.visit(SHOP, [keyOf(1)], 'Acme/Shop');
  await other.run();
  expect(await kept(other)).toEqual([]);
});

test('a sprint that is closed, or deleted, is kept as it was', async () => {
  const one = await home();
  await one.connect();
  await one.sync.visit(SHOP, [], 'Acme/Shop');
  await one.run();
  await one.run(one.clock.now + 24 * HOUR);
  // The list of sprints may tell of the end before the issues' own changes are read.
  one.tracker.sprints.set(SPRINT.key, { ...SPRINT, state: 'closed' });
  const before = await kept(one);
  one.tracker.change(keyOf(1), { status: { category: 'done', name: 'closed', guessedFrom: null }, resolution: 'completed', closedAt: one.clock.now });
  one.tracker.change(keyOf(2), { sprint: null });
  await one.sync.refresh(SHOP);
  await one.run(one.clock.now + HOUR);
  expect(await kept(one)).toEqual(before);
  one.tracker.sprints.delete(SPRINT.key);
  await one.sync.refresh(SHOP);
  await one.run(one.clock.now + HOUR);
  expect(await kept(one)).toEqual(before);
  expect(await one.store.ledger(SHOP)).toMatchObject([{ sprint: SPRINT.key, kept: { title: 'Sprint 1', state: 'closed' } }]);
});
