import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { openPopup } from '../../../lib/app/open-popup.ts';
import type { OutboxRow } from '../../../lib/storage/rows.ts';
import { queueWish } from '../storage/queue-wish.ts';
import { HOUR, household, type Household, MINUTE } from './household.ts';
import { aRepository, aSprint, HOST, keyOf, SHOP } from './world.ts';

const LABEL = 'roadmap:checkout';
const JUMPS: readonly [string, number][] = [['a week back', -7 * 24 * HOUR], ['a day back', -24 * HOUR], ['nearly a day back', -23 * HOUR], ['eight hours back', -8 * HOUR], ['half an hour back', -30 * MINUTE], ['eight hours ahead', 8 * HOUR], ['a day ahead', 24 * HOUR]];

function wish({ clock }: Household): OutboxRow {
  return { id: `label|${keyOf(1)}|${LABEL}`, host: HOST, write: { kind: 'label', key: keyOf(1), label: LABEL, present: true }, state: 'queued', notBefore: clock.now + 5000, createdAt: clock.now, attempts: 0, failure: null };
}

async function home(): Promise<Household> {
  const one = await household();
  one.tracker.add(...aRepository(40));
  one.tracker.sprints.set(aSprint(1).key, aSprint(1));
  await one.connect();
  await one.sync.visit(SHOP, [], 'Acme/Shop');
  await one.run();
  one.tracker.requests.length = 0;
  return one;
}

describe.each(JUMPS)('a clock that is put %s', (_name, by) => {
  test('holds up no polling, though nobody opens a page, and drives it no faster', async () => {
    const one = await home();
    one.clock.now += by;
    one.tracker.change(keyOf(1), { title: 'Changed', updatedAt: one.clock.now + 24 * 8 * HOUR });
    await one.run(one.clock.now + 10 * MINUTE);
    expect((await one.store.issues([keyOf(1)])).get(keyOf(1))?.title).toBe('Changed');
    expect(one.tracker.requests.length).toBeLessThan(20);
  });

  test('holds up no tag that was made before it, and sends it once', async () => {
    const one = await home();
    await queueWish(one.store, wish(one));
    one.clock.now += by;
    await one.run(one.clock.now + MINUTE);
    expect([one.tracker.effects, await one.store.outbox()]).toEqual([[`add-label ${keyOf(1)} ${LABEL}`], []]);
  });

  test('holds up nothing that failed before it', async () => {
    const one = await home();
    one.tracker.weather.before = async () => ({ kind: 'offline' });
    await one.run(one.clock.now + 2 * HOUR);
    one.tracker.weather = {};
    one.tracker.change(keyOf(1), { title: 'Changed', updatedAt: one.clock.now + 24 * 8 * HOUR });
    one.clock.now += by;
    await one.run(one.clock.now + HOUR);
    expect((await one.store.issues([keyOf(1)])).get(keyOf(1))?.title).toBe('Changed');
  });

  test('has the popup tell of no limit that the sync does not keep', async () => {
    const one = await home();
    one.tracker.allowance = { limit: 5000, remaining: 12, resetAt: one.clock.now + 40 * MINUTE };
    one.tracker.weather.before = async () => ({ kind: 'rate-limited', until: one.clock.now + 40 * MINUTE, scope: 'primary' });
    await one.run(one.clock.now + 10 * MINUTE);
    one.clock.now += by;
    const view = await openPopup({ store: one.store, sync: one.sync, trackerFor: () => one.tracker, now: () => one.clock.now, changed: () => {} }, SHOP);
    const pausedUntil = (await one.store.limiter(HOST))?.pausedUntil ?? 0;
    // Half an hour later or earlier, it may still be so.
    const isKept = pausedUntil > one.clock.now && pausedUntil < one.clock.now + 70 * MINUTE;
    expect([view.problem?.sentence.includes('asks Waymark to wait until') ?? false, (view.allowance?.resetAt ?? 0) > one.clock.now]).toEqual([isKept, isKept]);
  });
});
