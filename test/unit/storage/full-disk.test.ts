import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, expect, test } from 'vitest';
import { openStore } from '../../../lib/storage/indexeddb-store.ts';
import { SPARE, SPARE_TO_ERASE } from '../../../lib/storage/room.ts';
import { toStorageFailure } from '../../../lib/storage/storage-failure.ts';
import type { Store, SyncStore } from '../../../lib/storage/store.ts';
import { newJob } from '../../../lib/sync/job-rows.ts';
import { scorerFor, settings } from '../sync/household.ts';
import { aRepository, aSprint, HOST, keyOf, MORNING, SHOP } from '../sync/world.ts';
import { everything } from './everything.ts';

const disk = { free: SPARE };
const item = { id: 'checkout', title: 'Checkout', outcome: '', horizon: 'now', createdAt: 1, updatedAt: 1 } as const;
const tag = { id: `label|${keyOf(1)}|roadmap:checkout`, host: HOST, write: { kind: 'label', key: keyOf(1), label: 'roadmap:checkout', present: true }, state: 'queued', notBefore: 5000, createdAt: 1, attempts: 0, failure: null } as const;
let store: Store & SyncStore;

beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  disk.free = SPARE;
  store = await openStore({ name: 'test', scorerFor, standard: settings, now: () => MORNING, room: async () => disk.free });
  await store.commit({ job: null, issues: aRepository(20), sprints: [aSprint(1)] });
  await store.enter({ key: keyOf(2), input: 'reach', value: 3, by: 'me', at: 1 });
});

const CHANGES: Readonly<Record<string, () => Promise<unknown>>> = {
  'a tag': () => store.applyTags({ outbox: [tag], drop: [], localTags: [], clearLocal: [] }),
  'a goal': () => store.amendGoal(aSprint(1).key, MORNING, () => ({ local: 'Ship', write: null })),
  'the settings': () => store.amendSettings((stored) => ({ ...stored, model: 'rice' })),
  'a roadmap item': () => store.amendRoadmap(() => [{ put: [item], remove: [] }, undefined]),
  'an import': async () => store.importOwn({ ...(await store.exportOwn()), roadmap: [item], localTags: [{ key: keyOf(1), item: 'checkout', at: 1 }] }),
  'a page of the sync': () => store.commit({ job: null, issues: aRepository(40) }),
  'a token': () => store.putConnection({ host: HOST, tracker: 'github', login: 'ada', tokenKind: 'classic', missing: [], state: 'ok', expiresAt: null, checkedAt: 1 }, 'secret'),
};

test.each(Object.keys(CHANGES))('before the disk is full, %s is refused as a whole and says why; with room again it is kept', async (name) => {
  const before = await everything();
  disk.free = SPARE - 1;
  await expect(CHANGES[name]?.()).rejects.toMatchObject({ name: 'StorageFailure', kind: 'full' });
  expect(await everything()).toEqual(before);
  expect([await store.isFull(), (await store.exportOwn()).entered.length]).toEqual([true, 1]);
  disk.free = SPARE;
  await CHANGES[name]?.();
  expect(await store.isFull()).toBe(false);
  expect(await everything()).not.toEqual(before);
});

test('what is kept only to show it sooner is not kept, and nobody is stopped by that', async () => {
  disk.free = 0;
  await store.keepSprintView('report', { form: 1 });
  await store.noteStanding(aSprint(1).key, '2026-11-22' as never, MORNING, { flags: new Map(), goal: new Set() });
  expect(await store.keptSprintView('report')).toBeUndefined();
});

test('a site can be forgotten to make room, but not into the end of the disk', async () => {
  await store.putJobs([newJob('changes', SHOP, { at: 'since', since: null }, 1)]);
  disk.free = SPARE_TO_ERASE - 1;
  await expect(store.forgetSite(HOST)).rejects.toMatchObject({ kind: 'full' });
  disk.free = SPARE_TO_ERASE;
  expect((await store.forgetSite(HOST)).removed).toBeGreaterThan(20);
});

test('a disk that ended under the browser is told as such, in whatever words', async () => {
  expect(toStorageFailure(new DOMException('Connection is closing because of: IO error: …/000003.log: FILE_ERROR_NO_SPACE', 'UnknownError')).kind).toBe('full');
  const open = indexedDB.open.bind(indexedDB);
  disk.free = 0;
  indexedDB.open = () => { throw new DOMException('Internal error opening backing store for indexedDB.open.', 'UnknownError'); };
  const other = await openStore({ name: 'other', scorerFor, room: async () => disk.free });
  await expect(other.settings()).rejects.toMatchObject({ kind: 'full' });
  disk.free = SPARE;
  await expect(other.settings()).rejects.toMatchObject({ kind: 'unknown' });
  indexedDB.open = open;
  expect(await other.settings()).toMatchObject({ id: 'settings' });
});

test('where the browser tells nothing of the room, a refused write is tried anew to know whether there is some', async () => {
  const blind = await openStore({ name: 'blind', scorerFor });
  const put = IDBObjectStore.prototype.put;
  IDBObjectStore.prototype.put = () => { throw new DOMException('', 'QuotaExceededError'); };
  try {
    expect(await blind.isFull()).toBe(false);
    await expect(blind.amendSettings((stored) => stored)).rejects.toMatchObject({ kind: 'full' });
    expect(await blind.isFull()).toBe(true);
  } finally {
    IDBObjectStore.prototype.put = put;
  }
  expect(await blind.isFull()).toBe(false);
  expect(await everything('blind')).toEqual({});
});
