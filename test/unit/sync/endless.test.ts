import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import type { Exchanged, IssuePage, IssueQuery } from '../../../lib/trackers/tracker.ts';
import { newJob } from '../../../lib/sync/job-rows.ts';
import { FakeTracker } from './fake-tracker.ts';
import { HOUR, household, MINUTE } from './household.ts';
import { anIssue, MORNING, SHOP } from './world.ts';

/** Its pages lead from one to the other and back. */
class Circle extends FakeTracker {
  asked = 0;
  override async readIssues(_: { token: string | null }, query: IssueQuery): Promise<Exchanged<IssuePage>> {
    this.asked += 1;
    const url = query.kind === 'url' ? query.url : 'page 1';
    return { outcome: { ok: true, value: { unchanged: false, issues: [anIssue(1)], rejected: [], next: url === 'page 1' ? 'page 2' : 'page 1', url, etag: '"x"', renamedTo: null } }, allowance: null };
  }
}

test('pages that lead in a circle are followed for so many steps, then the walk rests for an hour', async () => {
  const clock = { now: MORNING };
  const { store, sync, connect, tracker, run } = await household({ clock, tracker: new Circle(() => clock.now) });
  await connect();
  await sync.visit(SHOP, [], 'Acme/Shop');
  // Nearly all of them have been taken.
  await store.putJobs([{ ...newJob('changes', SHOP, { at: 'since', since: null }, clock.now), steps: 4970 }]);
  await run(clock.now + 30 * MINUTE);
  expect(tracker.asked).toBeGreaterThan(20);
  expect(tracker.asked).toBeLessThan(40);
  expect((await store.jobs()).find(({ kind }) => kind === 'changes')?.dueAt).toBe(MORNING + HOUR);
});

test('a walk that comes to its end keeps no count', async () => {
  const { store, sync, connect, tracker, run } = await household();
  tracker.add(anIssue(1), anIssue(2));
  await connect();
  await sync.visit(SHOP, [], 'Acme/Shop');
  await run();
  expect((await store.jobs()).filter(({ steps }) => steps !== undefined)).toEqual([]);
});
