import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { deleteDB, openDB } from 'idb';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openStore } from '../../../lib/storage/indexeddb-store.ts';
import { migrations } from '../../../lib/storage/migration.ts';
import { scorerFor, settings } from '../sync/household.ts';
import { databaseAt } from './database-at.ts';

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(() => vi.useRealTimers());

/** Goes on until the events of the database that are due have been heard. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 50; turn += 1) await new Promise((done) => setImmediate(done));
}

test('an older connection that does not let go is named to whoever asks, each time at once; when it has gone, the same worker goes on', async () => {
  const old = await databaseAt(1);
  const store = await openStore({ name: 'test', scorerFor, standard: settings });
  const first = store.settings().catch((error: unknown) => error);
  await settle();
  vi.advanceTimersByTime(5000);
  expect(await first).toMatchObject({ name: 'StorageFailure', kind: 'blocked', message: expect.stringContaining('close its other tabs') });
  await expect(store.settings()).rejects.toMatchObject({ kind: 'blocked' });
  old.close();
  await settle();
  expect(await store.settings()).toEqual(settings);
  await store.amendSettings((stored) => ({ ...stored, model: 'rice' }));
  store.close();
  await settle();
  // Nothing of the former attempts is left open that would stand in somebody's way.
  const { version } = await openDB('test', migrations.length + 1);
  expect(version).toBe(migrations.length + 1);
});

test('a migration that breaks leaves the database as the version before it, and says so; so does a store that is not there', async () => {
  const old = await databaseAt(4);
  // Migration 5 reads labels as a list.
  await old.put('issues', { key: 'github.com/acme/shop#1', labels: 5 });
  old.close();
  const store = await openStore({ name: 'test', scorerFor, standard: settings });
  await expect(store.settings()).rejects.toMatchObject({ kind: 'damaged' });
  const still = await openDB('test');
  expect([still.version, await still.count('issues'), still.objectStoreNames.contains('memberships')]).toEqual([4, 1, false]);
  await still.clear('issues');
  still.close();
  expect(await store.settings()).toEqual(settings);
  (await openDB('holed', migrations.length, { upgrade: (database) => void database.createObjectStore('settings', { keyPath: 'id' }) })).close();
  const holed = await openStore({ name: 'holed', scorerFor, standard: settings });
  await expect(holed.roadmap()).rejects.toMatchObject({ kind: 'damaged' });
  expect(await holed.settings()).toEqual(settings);
});

test('an opening that fails once is tried again by the next question', async () => {
  const open = indexedDB.open.bind(indexedDB);
  indexedDB.open = () => { throw new DOMException('Internal error opening backing store', 'UnknownError'); };
  const store = await openStore({ name: 'test', scorerFor, standard: settings });
  await expect(store.settings()).rejects.toMatchObject({ kind: 'unknown' });
  indexedDB.open = open;
  expect(await store.settings()).toEqual(settings);
});

test('a database that somebody deletes under the worker is begun anew', async () => {
  const store = await openStore({ name: 'test', scorerFor, standard: settings });
  await store.amendSettings((stored) => ({ ...stored, model: 'rice' }));
  await deleteDB('test');
  expect((await store.settings()).model).toBe(settings.model);
  await store.amendSettings((stored) => ({ ...stored, model: 'rice' }));
  expect((await store.settings()).model).toBe('rice');
});
