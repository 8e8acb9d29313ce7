import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { describe, expect, it } from 'vitest';
import { openBulks } from '../../../lib/app/bulk-progress.ts';
import { describeIssues } from '../../../lib/app/describe-issues.ts';
import { diagnostics } from '../../../lib/app/diagnostics.ts';
import { openCard } from '../../../lib/app/open-card.ts';
import { openPopup } from '../../../lib/app/open-popup.ts';
import { openRoadmap } from '../../../lib/app/open-roadmap.ts';
import type { Ports } from '../../../lib/app/ports.ts';
import { openOptions } from '../../../lib/app/settings.ts';
import { sprintReport } from '../../../lib/app/sprint-report.ts';
import { SHAPES } from '../../../lib/storage/shapes.ts';
import { createSync } from '../../../lib/sync/schedule.ts';
import { everything } from '../storage/everything.ts';
import { household, MINUTE } from '../sync/household.ts';
import { aRepository, aSprint, HOST, keyOf, SHOP } from '../sync/world.ts';

const SPRINT = aSprint(1).key;
/** A row of every store that has its key, and nothing that its readers rely on; the views of sprints are read with care already. */
const ODD: Readonly<Record<Exclude<keyof typeof SHAPES, 'sprintViews'>, object>> = {
  issues: { key: keyOf(3) }, memberships: { key: keyOf(3) }, itemStatistics: { item: 'checkout' }, plannings: { key: `${SHOP}/project/1`, project: SHOP }, planned: { key: keyOf(3), planning: 'x' },
  sprints: { key: `${SHOP}/milestone/9`, project: SHOP }, projects: { project: 'github.com/acme/odd' }, rankings: { backlog: `${SHOP}:issue` }, columns: { backlog: `${SHOP}:issue` }, drafts: { backlog: `${SHOP}:issue` },
  localTags: { key: keyOf(3) }, entered: { key: keyOf(3), input: 'reach' }, accepted: { key: keyOf(3), rule: 'blocked' }, localGoals: { sprint: SPRINT }, goalWordings: { id: 'x', sprint: SPRINT }, localGoalMarks: { key: keyOf(3) },
  ledger: { sprint: SPRINT, project: SHOP }, snapshots: { sprint: SPRINT, day: '2026-11-01' }, roadmap: { id: 'odd' }, roadmapFiles: { project: SHOP }, settings: { id: 'settings', calendar: 7 }, outbox: { id: 'odd' },
  bulks: { id: 'odd' }, bulkEntries: { bulk: 'odd', key: keyOf(3) }, jobs: { id: 'odd' }, limiters: { host: HOST }, connections: { host: 'odd.example' }, secrets: { host: 'odd.example', token: 7 }, rejected: { id: 'odd', project: SHOP },
};

async function home() {
  const one = await household();
  one.tracker.add(...aRepository(40));
  one.tracker.sprints.set(SPRINT, aSprint(1, { dueOn: '2026-12-04' as never }));
  await one.connect();
  await one.store.enter({ key: keyOf(1), input: 'reach', value: 3, by: 'me', at: 1 });
  await one.sync.visit(SHOP, [], 'acme/shop');
  await one.run();
  const ports: Ports = { store: one.store, sync: one.sync, trackerFor: (subject) => (subject.startsWith(HOST) ? one.tracker : null), now: () => one.clock.now, changed: () => {} };
  return { ...one, ports };
}

async function put(name: string, row: object): Promise<void> {
  const database = await openDB('test');
  await database.put(name, row);
  database.close();
}

describe('a row that no reader can use', () => {
  it.each(Object.keys(ODD))('of %s is set aside with its reason, and the sync and every page go on as if it had never been', async (name) => {
    const { store, sync, run, tracker, clock, ports } = await home();
    const whole = await store.ranking(`${SHOP}:issue` as never);
    await put(name, ODD[name as keyof typeof ODD]);
    expect(await store.setOddAside()).toBe(1);
    // The token itself is kept nowhere.
    expect(JSON.stringify(await store.rejected())).not.toContain('"token":7');
    expect(await store.rejected()).toMatchObject([{ reason: expect.stringMatching(new RegExp(`^${name}: \\w+ is no \\w+$`)), ...(name !== 'secrets' && { row: ODD[name as keyof typeof ODD] }) }]);
    tracker.change(keyOf(1), { title: 'Changed since' });
    await sync.visit(SHOP, [keyOf(1)], 'acme/shop');
    await run(clock.now + 10 * MINUTE);
    expect((await describeIssues(ports, [1, 2, 3].map((number) => keyOf(number)))).badges).toHaveLength(3);
    expect(await openCard(ports, keyOf(1))).toMatchObject({ issue: { title: 'Changed since' }, entered: { reach: 3 } });
    expect(await openPopup(ports, SHOP)).toMatchObject({ project: { state: 'ready' }, problem: null });
    await Promise.all([openRoadmap(ports), openOptions(ports, null), sprintReport(ports, SHOP, null), openBulks(ports)]);
    expect(await diagnostics(ports, '1', 'test')).toContain(`${name}: `);
    expect(await store.ranking(`${SHOP}:issue` as never)).toMatchObject({ scores: whole?.scores, open: whole?.open });
  });

  it('has the database looked through by whoever breaks over it; a sound one is left as it is', async () => {
    const { store, tracker, clock } = await home();
    const before = await everything();
    expect(await store.setOddAside()).toBe(0);
    expect(await everything()).toEqual(before);
    let doubts = 0;
    const sync = createSync({ store, trackerFor: () => tracker, now: () => clock.now, random: () => 0.5, changed: () => {}, soon: () => {}, doubt: () => void (doubts += 1) });
    await put('outbox', ODD.outbox);
    await sync.tick(clock.now + MINUTE).catch(() => null);
    expect(doubts).toBe(1);
  });
});
