import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import type { SprintPage } from '../../../lib/trackers/tracker.ts';
import { FakeTracker } from './fake-tracker.ts';
import { HOUR, household, MINUTE } from './household.ts';
import { anIssue, aRepository, aSprint, keyOf, SHOP } from './world.ts';

const NAME = 'Acme/Shop';
const DAY = 24 * HOUR;

test('a row that could not be read is told until it can be', async () => {
  const { tracker, store, sync, connect, run, clock } = await household();
  const late = anIssue(7);
  tracker.add(...aRepository(6));
  tracker.unreadable.push({ id: late.id, reason: 'updated_at: invalid_format' }, { id: '9', reason: 'title: invalid_type' });
  await connect();
  await sync.visit(SHOP, [], NAME);
  await run();
  expect((await store.rejected()).map(({ id }) => id).toSorted()).toEqual([`${SHOP}|9`, `${SHOP}|${late.id}`]);
  tracker.unreadable.length = 0;
  tracker.add({ ...late, updatedAt: clock.now });
  await run(clock.now + 10 * MINUTE);
  expect((await store.issues([keyOf(7)])).size).toBe(1);
  expect((await store.rejected()).map(({ id }) => id)).toEqual([`${SHOP}|9`]);
});

/** Sprints on two pages, of which the first has a row that cannot be read. */
class TwoPages extends FakeTracker {
  broken = false;

  override readSprints(credentials: { token: string | null }, project: typeof SHOP, next: string | null): ReturnType<FakeTracker['readSprints']> {
    return this.answer<SprintPage>(`GET sprints ${project}`, credentials, () => {
      const [first, second] = [aSprint(1), aSprint(2)];
      const told = next === null ? (this.broken ? [] : [first]) : [second];
      const rejected = next === null && this.broken ? [{ id: '1', reason: 'title: invalid_type' }] : [];
      return { unchanged: false, sprints: told, rejected, next: next === null ? 'second' : null, etag: null };
    });
  }
}

test('a milestone that cannot be read for a while stays, whichever page it is on', async () => {
  const clock = { now: Date.UTC(2026, 10, 22, 8) };
  const tracker = new TwoPages(() => clock.now);
  const { store, sync, connect, run } = await household({ tracker, clock });
  tracker.add(...aRepository(6));
  await connect();
  await sync.visit(SHOP, [], NAME);
  await run();
  expect(await store.sprints(SHOP)).toHaveLength(2);
  tracker.broken = true;
  await run(clock.now + DAY);
  expect((await store.rejected()).map(({ id }) => id)).toEqual([`${SHOP}|1`]);
  expect(await store.sprints(SHOP)).toHaveLength(2);
});

test.each([0, 3 * HOUR, -3 * HOUR])('a visit finds what has changed since the last one, though the clocks stand %d ms apart', async (ahead) => {
  const clock = { now: Date.UTC(2026, 10, 22, 8) };
  const tracker = new FakeTracker(() => clock.now - ahead);
  const { store, sync, run } = await household({ tracker, clock });
  tracker.add(...aRepository(40), anIssue(41, { createdAt: tracker.now() - HOUR, updatedAt: tracker.now() - HOUR }));
  await sync.visit(SHOP, [keyOf(40)], NAME);
  await run();
  clock.now += 20 * MINUTE;
  tracker.change(keyOf(40), { title: 'Changed' });
  clock.now += MINUTE;
  await sync.visit(SHOP, [keyOf(40)], NAME);
  await run();
  expect((await store.issues([keyOf(40)])).get(keyOf(40))?.title).toBe('Changed');
});
