import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { openStore } from '../../../lib/storage/indexeddb-store.ts';
import { scorerFor, settings } from '../sync/household.ts';
import { aRepository, keyOf, MORNING, SHOP } from '../sync/world.ts';

const DAY = 86_400_000;

test.each([['later', DAY], ['earlier, by a clock that was put back since,', -DAY]])('an issue that a walk does not meet in its Project any more has left it, when the walk before it began %s', async (_, later) => {
  globalThis.indexedDB = new IDBFactory();
  const store = await openStore({ name: 'test', scorerFor, standard: settings, now: () => MORNING });
  const walked = (walk: number, numbers: readonly number[]) => store.commit({
    job: null,
    planning: { project: SHOP, items: { number: 5, walk, last: walk, rows: numbers.map((number) => ({ key: keyOf(number), iteration: 'abc', startOn: null, targetOn: null })) } },
  });
  await store.commit({ job: null, issues: aRepository(3), planning: { project: SHOP, projects: [{ number: 5, title: 'Plan', url: '', summary: '', owner: 'user', updatedAt: 1, status: null }] } });
  await walked(MORNING, [1, 2]);
  await walked(MORNING + later, [1]);
  const { issues } = await store.material([keyOf(1), keyOf(2)]);
  expect([1, 2].map((number) => [issues.get(keyOf(number))?.sprint, ...(issues.get(keyOf(number))?.alsoIn ?? [])].some((sprint) => sprint?.includes('iteration')))).toEqual([true, false]);
});
