import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import type { OutboxRow } from '../../../lib/storage/rows.ts';
import { queueWish } from '../storage/queue-wish.ts';
import { HOUR, household, type Household, MINUTE } from './household.ts';
import { aRepository, HOST, keyOf, SHOP } from './world.ts';

const LABEL = 'roadmap:checkout';

function wish({ clock }: Household, number: number): OutboxRow {
  return { id: `label|${keyOf(number)}|${LABEL}`, host: HOST, write: { kind: 'label', key: keyOf(number), label: LABEL, present: true }, state: 'queued', notBefore: clock.now + 5000, createdAt: clock.now, attempts: 0, failure: null };
}

/** Hours without a network, with a tag made in them. */
async function offline(): Promise<Household> {
  const one = await household();
  one.tracker.add(...aRepository(40));
  await one.connect();
  await one.sync.visit(SHOP, [], 'Acme/Shop');
  await one.run();
  one.tracker.weather.before = async () => ({ kind: 'offline' });
  await queueWish(one.store, wish(one, 1));
  await one.run(one.clock.now + 3 * HOUR);
  one.tracker.weather = {};
  one.tracker.change(keyOf(2), { title: 'Changed meanwhile' });
  return one;
}

const state = async ({ tracker, store }: Household) => [tracker.effects, (await store.issues([keyOf(2)])).get(keyOf(2))?.title];
const DONE = [[`add-label ${keyOf(1)} ${LABEL}`], 'Changed meanwhile'];

test('what the network held up goes on at once when it is back; what is held for second thoughts still is', async () => {
  const one = await offline();
  await queueWish(one.store, wish(one, 4));
  await one.sync.backOnline();
  await one.run(one.clock.now + 4000);
  expect(await state(one)).toEqual(DONE);
  await one.sync.backOnline();
  await one.run(one.clock.now + 5000);
  expect(one.tracker.effects).toHaveLength(2);
});

test('a network that is announced before it answers is tried again within seconds, not where the waits had come to', async () => {
  const one = await offline();
  let refusals = 0;
  one.tracker.weather.before = async () => ((refusals += 1) <= 2 ? { kind: 'offline' } : null);
  await one.sync.backOnline();
  await one.run(one.clock.now + 12_000);
  expect(await state(one)).toEqual(DONE);
});

test('nobody tells of it, and it goes on within some minutes', async () => {
  const one = await offline();
  await one.run(one.clock.now + 6 * MINUTE);
  expect(await state(one)).toEqual(DONE);
});

test('without anything that waited, nothing is asked', async () => {
  const one = await household();
  one.tracker.add(...aRepository(40));
  await one.connect();
  await one.sync.visit(SHOP, [], 'Acme/Shop');
  await one.run();
  one.tracker.requests.length = 0;
  await one.sync.backOnline();
  await one.run(one.clock.now + 1000);
  expect(one.tracker.requests).toEqual([]);
});
