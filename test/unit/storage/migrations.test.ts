import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import type { IDBPDatabase } from 'idb';
import { beforeEach, expect, test } from 'vitest';
import { openDatabase } from '../../../lib/storage/database.ts';
import { migrations } from '../../../lib/storage/migration.ts';
import { databaseAt } from './database-at.ts';

/** What each step must make of a database that its forerunner left: rows as they were written then, and what must hold now. */
const STEPS: Readonly<Record<number, { before: Readonly<Record<string, readonly object[]>>; after: (database: IDBPDatabase) => Promise<void> }>> = {
  1: {
    before: {},
    after: async (database) => {
      expect([...database.objectStoreNames]).toContain('issues');
      expect([...database.transaction('issues').store.indexNames].toSorted()).toEqual(['open', 'sprint']);
    },
  },
  2: {
    before: { projects: [{ project: 'github.com/acme/shop', state: 'ready' }] },
    after: async (database) => {
      await database.put('rejected', { id: 'github.com/acme/shop|9', project: 'github.com/acme/shop', reason: 'no title', at: 1 });
      expect(await database.countFromIndex('rejected', 'project', 'github.com/acme/shop')).toBe(1);
      expect(await database.getAll('projects')).toEqual([{ project: 'github.com/acme/shop', state: 'ready' }]);
    },
  },
  3: {
    before: { issues: [{ key: 'github.com/acme/shop#1', project: 'github.com/acme/shop', number: 1, title: 'Kept' }, { key: 'github.com/acme/shop#2', project: 'github.com/acme/shop', number: 2, seenInSweep: 4 }] },
    after: async (database) => {
      expect(await database.getAllFromIndex('issues', 'sweep')).toMatchObject([{ number: 1, title: 'Kept', seenInSweep: 0 }, { number: 2, seenInSweep: 4 }]);
    },
  },
  4: {
    before: {
      issues: [
        { key: 'github.com/acme/shop#1', project: 'github.com/acme/shop', seenInSweep: 0, sprint: 'github.com/acme/shop/milestone/1', estimate: 3 },
        { key: 'github.com/acme/shop#2', project: 'github.com/acme/shop', seenInSweep: 0, sprint: 'github.com/acme/shop/milestone/2', estimate: null },
        { key: 'github.com/acme/shop#3', project: 'github.com/acme/shop', seenInSweep: 0, sprint: null, estimate: 5 },
      ],
    },
    after: async (database) => {
      expect(await database.getAllKeysFromIndex('issues', 'estimated')).toEqual(['github.com/acme/shop#1']);
      expect(await database.count('issues')).toBe(3);
    },
  },
  5: {
    before: {
      issues: [
        { key: 'github.com/acme/shop#1', project: 'github.com/acme/shop', seenInSweep: 0, labels: ['bug', 'Roadmap:Faster-checkout', 'roadmap:trusted-payments'] },
        { key: 'github.com/acme/shop#2', project: 'github.com/acme/shop', seenInSweep: 0, labels: ['roadmap:faster-checkout'] },
        { key: 'github.com/acme/shop#3', project: 'github.com/acme/shop', seenInSweep: 0, labels: ['roadmap'] },
      ],
    },
    after: async (database) => {
      expect(await database.getAllKeysFromIndex('issues', 'labelledItems', 'faster-checkout')).toEqual(['github.com/acme/shop#1', 'github.com/acme/shop#2']);
      expect(await database.countFromIndex('issues', 'labelledItems')).toBe(3);
    },
  },
  6: {
    before: {
      issues: [
        { key: 'acme.atlassian.net/SHOP-1', project: 'acme.atlassian.net/SHOP', seenInSweep: 0, closedAt: 20 },
        { key: 'acme.atlassian.net/SHOP-2', project: 'acme.atlassian.net/SHOP', seenInSweep: 0, closedAt: null },
        { key: 'acme.atlassian.net/SHOP-3', project: 'acme.atlassian.net/SHOP', seenInSweep: 0, closedAt: 10 },
      ],
    },
    after: async (database) => {
      expect(await database.getAllKeysFromIndex('issues', 'finished')).toEqual(['acme.atlassian.net/SHOP-3', 'acme.atlassian.net/SHOP-1']);
    },
  },
  7: {
    before: {
      issues: [{ key: 'github.com/acme/shop#1', project: 'github.com/acme/shop', seenInSweep: 0, title: 'Kept' }],
      rankings: [{ backlog: 'github.com/acme/shop:issue', open: 3, finishedDays: new Float64Array([1, 2]) }],
    },
    after: async (database) => {
      expect(await database.getAll('rankings')).toEqual([{ backlog: 'github.com/acme/shop:issue', open: 3, finishedDays: new Float64Array([1, 2]), cycleDays: new Float64Array(0) }]);
      await database.put('issues', { key: 'acme.atlassian.net/SHOP-1', project: 'acme.atlassian.net/SHOP', seenInSweep: 0, historyDue: ['acme.atlassian.net/SHOP', 0] });
      expect(await database.getAllKeysFromIndex('issues', 'historyDue')).toEqual(['acme.atlassian.net/SHOP-1']);
    },
  },
  8: {
    before: {
      projects: [{ project: 'acme.atlassian.net/SHOP', host: 'acme.atlassian.net' }],
      issues: [{ key: 'acme.atlassian.net/SHOP-1', project: 'acme.atlassian.net/SHOP', seenInSweep: 0, parent: 'acme.atlassian.net/SHOP-9' }, { key: 'acme.atlassian.net/SHOP-2', project: 'acme.atlassian.net/SHOP', seenInSweep: 0, parent: null }],
    },
    after: async (database) => {
      expect(await database.getAllKeysFromIndex('issues', 'parent')).toEqual(['acme.atlassian.net/SHOP-1']);
      expect(await database.getAll('jobs')).toEqual([expect.objectContaining({ id: 'recount:acme.atlassian.net/SHOP', kind: 'recount', host: 'acme.atlassian.net', cursor: { recipe: null, towards: null, through: null } })]);
      await database.put('memberships', { key: 'acme.atlassian.net/SHOP-1', item: 'pay', done: 0 });
      expect(await database.getAllKeysFromIndex('memberships', 'item', ['pay', 0])).toEqual(['acme.atlassian.net/SHOP-1']);
    },
  },
  9: {
    before: { roadmap: [{ id: 'pay', title: 'Kept' }] },
    after: async (database) => {
      await database.put('roadmapFiles', { project: 'github.com/acme/shop', state: 'broken' });
      expect(await database.getAll('roadmapFiles')).toEqual([{ project: 'github.com/acme/shop', state: 'broken' }]);
      expect(await database.getAll('roadmap')).toEqual([{ id: 'pay', title: 'Kept' }]);
    },
  },
  10: {
    before: { outbox: [{ id: 'label|github.com/acme/shop#1|roadmap:pay', state: 'queued' }] },
    after: async (database) => {
      await database.put('bulks', { id: 'b', state: 'running' });
      await database.put('bulkEntries', { bulk: 'b', key: 'github.com/acme/shop#1', state: 'waiting' });
      expect(await database.getAllKeys('bulkEntries')).toEqual([['b', 'github.com/acme/shop#1']]);
      expect(await database.getAllKeys('outbox')).toEqual(['label|github.com/acme/shop#1|roadmap:pay']);
    },
  },
  11: {
    before: { issues: [{ key: 'github.com/acme/shop#1', project: 'github.com/acme/shop', seenInSweep: 0, title: 'Kept' }] },
    after: async (database) => {
      await database.put('issues', { key: 'github.com/acme/shop#2', project: 'github.com/acme/shop', seenInSweep: 0, alsoIn: ['a', 'b'] });
      expect(await database.getAllKeysFromIndex('issues', 'alsoIn', 'b')).toEqual(['github.com/acme/shop#2']);
      expect(await database.get('issues', 'github.com/acme/shop#1')).toMatchObject({ title: 'Kept' });
      await database.put('plannings', { key: 'github.com/acme/shop/project/5', project: 'github.com/acme/shop' });
      await database.put('planned', { key: 'github.com/acme/shop#2', planning: 'github.com/acme/shop/project/5', walk: 3 });
      expect([await database.countFromIndex('plannings', 'project', 'github.com/acme/shop'), await database.countFromIndex('planned', 'planning', ['github.com/acme/shop/project/5', 3])]).toEqual([1, 1]);
    },
  },
  12: {
    before: {
      issues: [
        { key: 'github.com/acme/shop#1', project: 'github.com/acme/shop', tracker: 'github', kind: 'issue', seenInSweep: 0, sprint: 'github.com/acme/shop/milestone/1' },
        { key: 'github.com/acme/shop#2', project: 'github.com/acme/shop', tracker: 'github', kind: 'issue', seenInSweep: 0, sprint: null },
        { key: 'acme.atlassian.net/SHOP-1', project: 'acme.atlassian.net/SHOP', tracker: 'jira', kind: 'issue', seenInSweep: 0, sprint: 'acme.atlassian.net/SHOP/sprint/1', history: { sprints: [{ at: 1, added: [1], removed: [7] }] } },
      ],
      localGoals: [{ sprint: 'github.com/acme/shop/milestone/1', text: 'Kept' }],
    },
    after: async (database) => {
      expect(await database.getAllKeysFromIndex('issues', 'historyDue')).toEqual(['github.com/acme/shop#1']);
      expect(await database.getAllKeysFromIndex('issues', 'beenIn', 'acme.atlassian.net/SHOP/sprint/7')).toEqual(['acme.atlassian.net/SHOP-1']);
      expect(await database.getAllKeysFromIndex('issues', 'beenIn', 'github.com/acme/shop/milestone/1')).toEqual(['github.com/acme/shop#1']);
      await database.put('goalWordings', { id: 'github.com/acme/shop/milestone/1|1', sprint: 'github.com/acme/shop/milestone/1' });
      expect(await database.countFromIndex('goalWordings', 'sprint', 'github.com/acme/shop/milestone/1')).toBe(1);
      await database.put('snapshots', { sprint: 'github.com/acme/shop/milestone/1', day: '2026-11-18' });
      expect(await database.getAllKeys('snapshots')).toEqual([['github.com/acme/shop/milestone/1', '2026-11-18']]);
      await database.put('ledger', { sprint: 'github.com/acme/shop/milestone/1', project: 'github.com/acme/shop' });
      expect(await database.countFromIndex('ledger', 'project', 'github.com/acme/shop')).toBe(1);
      expect(await database.getAll('localGoals')).toEqual([{ sprint: 'github.com/acme/shop/milestone/1', text: 'Kept' }]);
    },
  },
  13: {
    before: {
      issues: [
        { key: 'github.com/acme/shop#1', backlog: 'github.com/acme/shop:issue', number: 1, seenInSweep: 0, status: { category: 'doing', guessedFrom: null }, sprint: 'github.com/acme/shop/milestone/1', assignees: ['ada'] },
        { key: 'github.com/acme/shop#2', backlog: 'github.com/acme/shop:issue', number: 2, seenInSweep: 0, status: { category: 'todo', guessedFrom: null }, sprint: 'github.com/acme/shop/milestone/2', assignees: ['ada', 'bob'] },
        { key: 'github.com/acme/shop#3', backlog: 'github.com/acme/shop:issue', number: 3, seenInSweep: 0, status: { category: 'doing', guessedFrom: 'assignee' }, sprint: null, assignees: ['bob'] },
        { key: 'github.com/acme/shop#4', number: 4, seenInSweep: 0, status: { category: 'done', guessedFrom: null }, sprint: 'github.com/acme/shop/milestone/2', assignees: ['bob'] },
      ],
      rankings: [{ backlog: 'github.com/acme/shop:issue', open: 3, load: { ada: 2, bob: 1 } }],
      memberships: [{ key: 'github.com/acme/shop#1', item: 'pay', done: 0 }],
      itemStatistics: [{ item: 'pay', members: 1 }],
      jobs: [{ id: 'recount:github.com/acme/shop', kind: 'recount', dueAt: 0, cursor: { recipe: 'r', towards: null, through: null } }, { id: 'changes:github.com/acme/shop', kind: 'changes', cursor: { at: 'tail' } }],
    },
    after: async (database) => {
      expect(await database.getAll('rankings')).toEqual([{ backlog: 'github.com/acme/shop:issue', open: 3, load: { ada: 1 }, waiting: { 'github.com/acme/shop/milestone/2 ada': 1, 'github.com/acme/shop/milestone/2 bob': 1 } }]);
      expect([await database.getAll('memberships'), await database.getAll('itemStatistics'), await database.count('issues')]).toEqual([[], [], 4]);
      expect(await database.getAll('jobs')).toMatchObject([{ kind: 'changes', cursor: { at: 'tail' } }, { kind: 'recount', cursor: { recipe: null, towards: null, through: null } }]);
    },
  },
};

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

test('every migration has a test; write one for a new step above', () => {
  expect(Object.keys(STEPS).map(Number)).toEqual(migrations.map(({ version }) => version));
});

test.each(migrations.map(({ version }) => version))('step %i keeps the rows of the version before it and adds what it promises', async (version) => {
  const older = version === 1 ? null : await databaseAt(version - 1);
  for (const [store, rows] of Object.entries(STEPS[version]?.before ?? {})) {
    for (const row of rows) await older?.put(store, row);
  }
  older?.close();
  const database = await databaseAt(version);
  expect(database.version).toBe(version);
  await STEPS[version]?.after(database);
  database.close();
});

test('a database of any older version opens as today’s, with the stores and indexes of a new one', async () => {
  const shapes = new Set<string>();
  for (const { version } of [{ version: 0 }, ...migrations]) {
    globalThis.indexedDB = new IDBFactory();
    if (version > 0) (await databaseAt(version)).close();
    const database = await openDatabase('test');
    shapes.add(JSON.stringify([...database.objectStoreNames].toSorted().map((name) => [name, [...database.transaction(name).store.indexNames].toSorted()])));
    database.close();
  }
  expect(shapes.size).toBe(1);
});
