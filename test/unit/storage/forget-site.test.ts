import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { beforeEach, expect, test } from 'vitest';
import { openStore } from '../../../lib/storage/indexeddb-store.ts';
import type { ProjectKey } from '../../../lib/core/issue.ts';
import type { Store, SyncStore } from '../../../lib/storage/store.ts';
import { scorerFor, settings } from '../sync/household.ts';
import { aRepository, aSprint, HOST, keyOf } from '../sync/world.ts';
import { everything } from './everything.ts';

let store: Store & SyncStore;

beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  store = await openStore({ name: 'test', scorerFor, standard: settings, now: () => 1 });
});

test('forgetting a site leaves no bulk tagging of its issues alone, and no line that was hidden on its pages', async () => {
  const elsewhere = 'acme.atlassian.net/SHOP-1' as ReturnType<typeof keyOf>;
  const entry = { bulk: 'here', key: keyOf(1), host: HOST, reference: '#1', title: '', url: '', state: 'local', because: null, left: 0, before: { items: [], labels: [], shared: null, local: null } } as const;
  const begin = (id: string, entries: readonly (typeof entry | (Omit<typeof entry, 'key' | 'host'> & { key: typeof elsewhere; host: string }))[]) =>
    store.amendBulk(id, [], () => ({ bulk: { id, item: 'checkout', by: ['ada'], createdAt: 1, state: 'running' }, entries: entries.map((one) => ({ ...one, bulk: id })), outbox: [], drop: [], localTags: [], clearLocal: [] }));
  await begin('here', [entry]);
  await begin('both', [entry, { ...entry, key: elsewhere, host: 'acme.atlassian.net' }]);
  await store.amendSettings((now) => ({ ...now, hiddenLines: [`goal|${aSprint(1).key}`, 'goal|github.company/acme/shop/milestone/1', 'item|checkout'] }));
  await store.forgetSite(HOST);
  expect((await store.bulks(9)).map(({ bulk, entries }) => [bulk.id, entries.map(({ key }) => key)])).toEqual([['both', [elsewhere]]]);
  expect((await store.settings()).hiddenLines).toEqual(['goal|github.company/acme/shop/milestone/1', 'item|checkout']);
});

test('forgetting a site says how many entries went, whichever store they stood in', async () => {
  expect((await store.forgetSite(HOST)).removed).toBe(0);
  await store.putConnection({ host: HOST, tracker: 'github', login: 'ada', tokenKind: 'classic', missing: [], state: 'ok', expiresAt: null, checkedAt: 1 }, 'secret');
  await store.enter({ key: keyOf(1), input: 'reach', value: 3, by: 'me', at: 1 });
  await store.applyTags({ outbox: [], drop: [], clearLocal: [], localTags: [{ key: keyOf(1), item: 'checkout', at: 1 }] });
  expect((await store.forgetSite(HOST)).removed).toBe(4);
});

test('rows that nobody could read go with any site, for they may be of it; those of another site’s pages stay', async () => {
  await store.commit({ job: null, issues: aRepository(3) });
  const elsewhere = 'acme.atlassian.net/SHOP' as ProjectKey;
  await store.commit({ job: null, rejected: [{ id: `${elsewhere}|9`, project: elsewhere, reason: 'x', at: 1 }] });
  const database = await openDB('test');
  await database.put('secrets', { host: HOST, token: 7 });
  await database.put('limiters', { host: HOST, strikes: 'many' });
  database.close();
  expect(await store.setOddAside()).toBe(2);
  expect((await everything()).rejected).toHaveLength(3);
  await store.forgetSite(HOST);
  expect((await everything()).rejected).toMatchObject([{ project: elsewhere }]);
});
