import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { describe, expect, it } from 'vitest';
import { tagIssues } from '../../../lib/app/tag-issues.ts';
import { forgetSite } from '../../../lib/app/connections.ts';
import { importSierra } from '../../../lib/app/import-roadmap.ts';
import { markGoal } from '../../../lib/app/mark-goal.ts';
import { exportOwnData, importOwnData } from '../../../lib/app/own-data.ts';
import type { Ports } from '../../../lib/app/ports.ts';
import { mergeRoadmapItem, removeRoadmapItem, saveRoadmapItem, unmergeRoadmapItem } from '../../../lib/app/roadmap-changes.ts';
import { undoTagging } from '../../../lib/app/undo.ts';
import { openStore } from '../../../lib/storage/indexeddb-store.ts';
import { migrations } from '../../../lib/storage/migration.ts';
import { databaseAt } from '../storage/database-at.ts';
import { everything } from '../storage/everything.ts';
import { household, type Household, scorerFor, settings } from '../sync/household.ts';
import { Life, mortalStore } from '../sync/mortality.ts';
import { aRepository, aSprint, HOST, keyOf, SHOP } from '../sync/world.ts';

const KEYS = [1, 2, 4].map((number) => keyOf(number));
const item = (id: string) => ({ id, title: id, outcome: '', horizon: 'now' } as const);

function portsOf({ sync, tracker, clock }: Household, store: Ports['store']): Ports {
  return { store, sync, trackerFor: (subject) => (subject.startsWith(HOST) ? tracker : null), now: () => clock.now, changed: () => {} };
}

async function home(): Promise<Household> {
  const one = await household();
  one.tracker.add(...aRepository(40));
  one.tracker.sprints.set(aSprint(1).key, aSprint(1));
  await one.connect();
  await one.sync.visit(SHOP, [], 'acme/shop');
  await one.run();
  const ports = portsOf(one, one.store);
  for (const id of ['checkout', 'search']) await saveRoadmapItem(ports, item(id), null);
  await one.store.enter({ key: keyOf(1), input: 'reach', value: 3, by: 'me', at: 1 });
  return one;
}

/** What a person does: made ready by what it gives back, then done. */
const GESTURES: Readonly<Record<string, (ports: Ports) => Promise<(ports: Ports) => Promise<unknown>>>> = {
  'undoing a tagging': async (ports) => {
    await tagIssues(ports, [keyOf(1)], 'search');
    const { undo } = await tagIssues(ports, KEYS, 'checkout');
    return (later) => undoTagging(later, undo, null);
  },
  'undoing a mark': async (ports) => {
    const { undo } = await markGoal(ports, KEYS, true);
    return (later) => undoTagging(later, undo, null);
  },
  'an import': async (ports) => {
    const { json } = await exportOwnData(ports);
    await removeRoadmapItem(ports, 'search');
    const changed = json.replace('"title": "checkout"', '"title": "Checkout for all"').replace('"value": 3', '"value": 5');
    return (later) => importOwnData(later, changed, true);
  },
  'an import of another format': async () => (later) => importSierra(later, 'title: Shop\ndescription: Shopping without waiting\nmilestones:\n  - title: First shop\n  - title: Gift cards\n', true),
  'forgetting a site': async (ports) => {
    await tagIssues(ports, KEYS, 'checkout');
    return (later) => forgetSite(later, HOST);
  },
  'undoing a merge': async (ports) => {
    const [source, into] = await Promise.all(['search', 'checkout'].map(async (id) => (await ports.store.roadmap()).find((one) => one.id === id)));
    await mergeRoadmapItem(ports, 'search', 'checkout');
    return (later) => unmergeRoadmapItem(later, { id: 'search', source: source ?? null, into: into! });
  },
};

describe('a worker killed in the midst of', () => {
  it.each(Object.keys(GESTURES))('%s leaves it done or not begun, and it can be done again', async (name) => {
    const prepare = GESTURES[name]!;
    const whole = await home();
    await (await prepare(portsOf(whole, whole.store)))(portsOf(whole, whole.store));
    const after = await everything();
    let deaths = 0;
    for (let point = 0; ; point += 1) {
      const one = await home();
      const gesture = await prepare(portsOf(one, one.store));
      const before = await everything();
      let passed = 0;
      const life = new Life(() => passed++ === point);
      const end = await Promise.race([gesture(portsOf(one, mortalStore(one.store, life))).then(() => 'lived'), life.died]);
      if (end === 'lived') break;
      deaths += 1;
      expect([before, after], `at point ${point}`).toContainEqual(await everything());
      await gesture(portsOf(one, one.store));
      expect(await everything(), `again after point ${point}`).toEqual(after);
    }
    expect(deaths).toBeGreaterThan(1);
  });

  it.each(migrations.slice(0, -1).map(({ version }) => version))('the migrations from version %i leaves that version whole, and the next life brings it to today’s', async (version) => {
    globalThis.indexedDB = new IDBFactory();
    const old = await databaseAt(version);
    await old.put('issues', { key: keyOf(1), project: SHOP, seenInSweep: 0, labels: ['roadmap:pay'], labelledItems: ['pay'], sprint: null, estimate: null, tracker: 'github', kind: 'issue' });
    old.close();
    const before = await everything();
    const open = indexedDB.open.bind(indexedDB);
    indexedDB.open = (...given) => {
      const request = open(...given);
      // The browser takes the transaction of a killed worker back; here it has just begun its work.
      request.addEventListener('upgradeneeded', () => queueMicrotask(() => request.transaction?.abort()));
      return request;
    };
    const dying = await openStore({ name: 'test', scorerFor, standard: settings });
    await expect(dying.settings()).rejects.toMatchObject({ name: 'StorageFailure' });
    dying.close();
    indexedDB.open = open;
    const [{ version: left } = {}] = await indexedDB.databases();
    expect([left, await everything()]).toEqual([version, before]);
    const next = await openStore({ name: 'test', scorerFor, standard: settings });
    expect([await next.settings(), await next.labelledItems()]).toEqual([settings, ['pay']]);
  });
});
