import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import type { ProjectKey, SprintKey } from '../../../lib/core/issue.ts';
import { openStore } from '../../../lib/storage/indexeddb-store.ts';
import { newJob } from '../../../lib/sync/job-rows.ts';
import { scorerFor, settings } from '../sync/household.ts';
import { aRepository, aSprint, keyOf, SHOP } from '../sync/world.ts';

test('what was said under a project’s new name, before all of it had moved there, is not written over by what was said under the former', async () => {
  globalThis.indexedDB = new IDBFactory();
  const store = await openStore({ name: 'test', scorerFor, standard: settings, now: () => 1 });
  const mall = 'github.com/acme/mall' as ProjectKey;
  const [here, there] = [1, 2].map((number) => [aSprint(number).key, aSprint(number).key.replace(SHOP, mall) as SprintKey] as const);
  if (!here || !there) throw new Error('two sprints');
  const job = newJob('rename', SHOP, { to: mall }, 1);
  await store.commit({ job: null, issues: aRepository(3), sprints: [aSprint(1), aSprint(2), { ...aSprint(1), key: here[1], project: mall }], addJobs: [job] });
  const met = (result: 'met' | 'not') => [{ result, note: '', at: 1, by: null }] as const;
  const say = async (sprint: SprintKey, goal: string, result: 'met' | 'not') => {
    await store.amendGoal(sprint, 1, () => ({ local: goal, write: null }));
    await store.changeLedger(sprint, (row) => ({ ...row, outcomes: met(result) }));
  };
  await say(here[0], 'Former', 'not');
  await say(here[1], 'Newer', 'met');
  await say(there[0], 'Only here', 'met');
  await store.enter({ key: keyOf(1), input: 'reach', value: 3, by: 'me', at: 1 });
  await store.enter({ key: keyOf(1, mall), input: 'reach', value: 4, by: 'me', at: 2 });
  await store.enter({ key: keyOf(2), input: 'reach', value: 5, by: 'me', at: 1 });
  expect(await store.rename(job, 10)).toMatchObject({ applied: true });
  expect([(await store.localGoal(here[1]))?.text, (await store.localGoal(there[1]))?.text, await store.localGoal(here[0])]).toEqual(['Newer', 'Only here', undefined]);
  expect((await store.ledger(mall)).map(({ sprint, outcomes }) => [sprint, outcomes])).toEqual([[here[1], met('met')], [there[1], met('met')]]);
  expect(await store.ledger(SHOP)).toEqual([]);
  const { entered } = await store.material([keyOf(1, mall), keyOf(2, mall)]);
  expect([...entered.values()].flat().map(({ key, value }) => [key, value])).toEqual([[keyOf(1, mall), 4], [keyOf(2, mall), 5]]);
});
