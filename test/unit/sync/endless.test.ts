import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import type { Exchanged, IssuePage, IssueQuery } from '../../../lib/trackers/tracker.ts';
import { newJob } from '../../../lib/sync/job-rows.ts';
import { FakeTracker } from './fake-tracker.ts';
import { HOUR, household, MINUTE } from './household.ts';
import { anIssue, aSprint, MORNING, SHOP } from './world.ts';

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

/** Falls over what it reads, as no answer should let it. */
class Broken extends FakeTracker {
  asked = 0;
  override async readIssues(...asked: Parameters<FakeTracker['readIssues']>): Promise<Exchanged<IssuePage>> {
    this.asked += 1;
    // A job that ran hot would never come to an end.
    if (this.asked > 100) return super.readIssues(...asked);
    throw new Error('a mistake of ours');
  }
}

test('a job that falls over is not lost, runs ever more seldom, and keeps nothing else from being read', async () => {
  const clock = { now: MORNING };
  const { store, sync, connect, tracker, run } = await household({ clock, tracker: new Broken(() => clock.now) });
  tracker.sprints.set(aSprint(1).key, aSprint(1));
  await connect();
  await sync.visit(SHOP, [], 'Acme/Shop');
  await run(clock.now + 30 * MINUTE);
  expect(tracker.asked).toBeGreaterThan(1);
  expect(tracker.asked).toBeLessThan(20);
  const job = (await store.jobs()).find(({ kind }) => kind === 'changes');
  expect(job).toMatchObject({ error: { kind: 'changed-shape', reason: 'a mistake of ours' } });
  expect(job?.dueAt).toBeGreaterThan(clock.now);
  expect(await store.sprints(SHOP)).toHaveLength(1);
});

test('a walk that comes to its end keeps no count', async () => {
  const { store, sync, connect, tracker, run } = await household();
  tracker.add(anIssue(1), anIssue(2));
  await connect();
  await sync.visit(SHOP, [], 'Acme/Shop');
  await run();
  expect((await store.jobs()).filter(({ steps }) => steps !== undefined)).toEqual([]);
});
