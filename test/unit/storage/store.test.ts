import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { openDB } from 'idb';
import { beforeEach, expect, test } from 'vitest';
import { backlogKey } from '../../../lib/core/keys.ts';
import { openDatabase } from '../../../lib/storage/database.ts';
import { openStore } from '../../../lib/storage/indexeddb-store.ts';
import { StorageFailure, toStorageFailure } from '../../../lib/storage/storage-failure.ts';
import type { Store, SyncStore } from '../../../lib/storage/store.ts';
import { labelWish } from '../../../lib/app/wishes.ts';
import type { OutboxRow } from '../../../lib/storage/rows.ts';
import { newJob } from '../../../lib/sync/job-rows.ts';
import { scorerFor, settings } from '../sync/household.ts';
import { anIssue, aRepository, aSprint, HOST, keyOf, MORNING, SHOP } from '../sync/world.ts';

let store: Store & SyncStore;

beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  store = await openStore({ name: 'test', scorerFor, standard: settings, now: () => MORNING });
});

test('material is what the asked issues stand on, and nothing of the others', async () => {
  const [sprint, other] = [aSprint(1), aSprint(2)];
  await store.commit({
    job: null, sprints: [sprint, other],
    issues: [anIssue(1, { sprint: sprint.key, estimate: 3, dependencies: { blockedBy: 1, blocking: 0, blockers: [keyOf(2)] } }), anIssue(2), anIssue(3), anIssue(10)],
    project: { project: SHOP, host: HOST, name: 'Acme/Shop', visitedAt: MORNING, state: 'ready', complete: true, syncedAt: MORNING, error: null },
  });
  await store.enter({ key: keyOf(1), input: 'reach', value: 3, by: 'me', at: 1 });
  await store.enter({ key: keyOf(10), input: 'reach', value: 4, by: 'me', at: 1 });
  await store.accept({ key: keyOf(1), rule: 'blocked', reason: 'known', at: 1 });
  const material = await store.material([keyOf(1), keyOf(3), keyOf(77)]);
  expect([...material.issues.keys()]).toEqual([keyOf(1), keyOf(3)]);
  expect([...material.blockers.keys()]).toEqual([keyOf(2)]);
  expect([...material.entered.keys()]).toEqual([keyOf(1)]);
  expect(material.accepted.get(keyOf(1))).toMatchObject([{ rule: 'blocked' }]);
  expect([...material.sprints.keys()]).toEqual([sprint.key, other.key]);
  expect([...material.estimatingSprints]).toEqual([sprint.key]);
  expect(material.projects.get(SHOP)?.name).toBe('Acme/Shop');
  expect(material.rankings.size).toBe(1);
  expect(material.settings).toEqual(settings);
});

test('an answer that comes late never replaces a newer state', async () => {
  await store.commit({ job: null, issues: [anIssue(1, { title: 'New', updatedAt: 2000 })] });
  const { changed } = await store.commit({ job: null, issues: [anIssue(1, { title: 'Old', updatedAt: 1000 })] });
  expect(changed).toEqual([]);
  expect((await store.issues([keyOf(1)])).get(keyOf(1))?.title).toBe('New');
});

test('only what really changed is told', async () => {
  await store.commit({ job: null, issues: aRepository(20) });
  expect((await store.commit({ job: null, issues: aRepository(20), seenInSweep: 3 })).changed).toEqual([]);
  expect(await store.unseen(SHOP, 3, 100)).toEqual([]);
  expect(await store.unseen(SHOP, 4, 5)).toHaveLength(5);
});

test('blockers that were asked for outlive a page that only counts them, until the count changes', async () => {
  const blocked = anIssue(1, { dependencies: { blockedBy: 1, blocking: 0, blockers: [] } });
  await store.commit({ job: null, issues: [blocked] });
  await store.commit({ job: null, blockers: { of: keyOf(1), keys: [keyOf(2)] } });
  await store.commit({ job: null, issues: [{ ...blocked, title: 'Again' }] });
  expect((await store.issues([keyOf(1)])).get(keyOf(1))?.dependencies?.blockers).toEqual([keyOf(2)]);
  await store.commit({ job: null, issues: [{ ...blocked, dependencies: { blockedBy: 2, blocking: 0, blockers: [] } }] });
  expect((await store.issues([keyOf(1)])).get(keyOf(1))?.dependencies?.blockers).toEqual([]);
});

test('a step whose job was taken away meanwhile leaves nothing behind', async () => {
  const job = newJob('changes', SHOP, { at: 'since', since: null }, MORNING);
  await store.putJobs([job]);
  await store.forgetSite(HOST);
  expect(await store.commit({ job, issues: aRepository(5) })).toEqual({ applied: false, changed: [] });
  expect(await store.countIssues(SHOP)).toBe(0);
});

test('an added job never takes the place of one that runs', async () => {
  await store.putJobs([newJob('changes', SHOP, { at: 'since', since: 5 }, MORNING)]);
  await store.commit({ job: null, addJobs: [newJob('changes', SHOP, { at: 'since', since: null }, MORNING)] });
  expect(await store.jobs()).toMatchObject([{ cursor: { since: 5 } }]);
});

test('forgetting a site erases all of it, and nothing of another whose name begins alike', async () => {
  await store.putConnection({ host: HOST, tracker: 'github', login: 'ada', tokenKind: 'classic', missing: [], state: 'ok', expiresAt: null, checkedAt: 1 }, 'secret');
  const elsewhere = 'github.company/acme/shop' as typeof SHOP;
  await store.commit({ job: null, issues: [...aRepository(5), anIssue(1, { project: elsewhere })], sprints: [aSprint(1)], rejected: [{ id: `${SHOP}|9`, project: SHOP, reason: 'x', at: 1 }] });
  await store.enter({ key: keyOf(1), input: 'reach', value: 3, by: 'me', at: 1 });
  await store.applyTags({ outbox: [], drop: [], clearLocal: [], localTags: [{ key: keyOf(1), item: 'checkout', at: 1 }] });
  await store.putJobs([newJob('changes', SHOP, { at: 'since', since: null }, 1)]);
  expect((await store.forgetSite(HOST)).removed).toBeGreaterThan(10);
  const database = await openDB('test');
  const left = await Promise.all([...database.objectStoreNames].map(async (name) => (await database.getAllKeys(name)).map((key) => JSON.stringify(key))));
  database.close();
  expect(left.flat().filter((key) => key.includes('github.com/') || key === '"github.com"')).toEqual([]);
  expect(await store.token(HOST)).toBeNull();
  expect(await store.countIssues(elsewhere)).toBe(1);
});

test('forgetting a site unpicks its sprints, and leaves what was picked elsewhere', async () => {
  await store.amendSettings((now) => ({ ...now, pickedSprint: { [SHOP]: aSprint(1).key, 'acme.atlassian.net/SHOP': aSprint(2).key } }));
  await store.forgetSite(HOST);
  expect((await store.settings()).pickedSprint).toEqual({ 'acme.atlassian.net/SHOP': aSprint(2).key });
});

test('a write that is on its way is not taken out with a gesture: it must first be compared with the tracker', async () => {
  const write = (number: number, state: OutboxRow['state']): OutboxRow => ({ ...labelWish({ kind: 'label', key: keyOf(number), label: 'roadmap:pay', present: true }, 1), state });
  const [going, waiting] = [write(1, 'sending'), write(2, 'queued')];
  await store.applyTags({ outbox: [going, waiting], drop: [], localTags: [], clearLocal: [] });
  await store.applyTags({ outbox: [], drop: [going.id, waiting.id], localTags: [], clearLocal: [] });
  expect(await store.outbox()).toEqual([going]);
});

test('another token asks at once for what the former was refused, and forgets no project that is read', async () => {
  const connection = { host: HOST, tracker: 'github', login: 'ada', tokenKind: 'classic', missing: [], state: 'ok', expiresAt: null, checkedAt: 1 } as const;
  await store.putConnection(connection, 'former');
  const read = { ...newJob('changes', SHOP, { at: 'since', since: 5 }, MORNING), finishedAt: MORNING };
  const refused = { ...newJob('sweep', SHOP, { sweep: 1, walk: null }, MORNING + 9), attempts: 3, error: { kind: 'not-found' } as const };
  const sought = { ...newJob('find', SHOP, { key: keyOf(7) }, MORNING, keyOf(7)), finishedAt: MORNING };
  await store.putJobs([read, refused, sought]);
  await store.putConnection(connection, 'another');
  expect(await store.jobs()).toEqual([read, { ...refused, dueAt: 0, attempts: 0, error: null }]);
});

test('an export has what a person made and no token, and restores it in another browser', async () => {
  await store.putConnection({ host: HOST, tracker: 'github', login: 'ada', tokenKind: 'classic', missing: [], state: 'ok', expiresAt: null, checkedAt: 1 }, 'gh-secret-token');
  await store.commit({ job: null, issues: aRepository(5) });
  await store.enter({ key: keyOf(1), input: 'reach', value: 3, by: 'me', at: 1 });
  await store.amendGoal(aSprint(1).key, 1, () => ({ local: 'Ship', write: null }));
  await store.amendRoadmap(() => [{ put: [{ id: 'checkout', title: 'Checkout', outcome: '', horizon: 'now', createdAt: 1, updatedAt: 1 }], remove: [] }, undefined]);
  const own = await store.exportOwn();
  expect(JSON.stringify(own)).not.toContain('gh-secret-token');
  globalThis.indexedDB = new IDBFactory();
  const other = await openStore({ name: 'test', scorerFor, standard: settings, now: () => MORNING });
  await other.importOwn(own);
  expect(await other.exportOwn()).toEqual(own);
});

test('what was restored counts at once in the ranking of what is there', async () => {
  const backlog = backlogKey(SHOP, 'issue');
  await store.commit({ job: null, issues: aRepository(30) });
  const before = await store.ranking(backlog);
  await store.applyTags({ outbox: [], drop: [], clearLocal: [], localTags: [{ key: keyOf(2), item: 'checkout', at: 1 }] });
  const [own, after] = [await store.exportOwn(), await store.ranking(backlog)];
  expect(after?.scores).not.toEqual(before?.scores);
  globalThis.indexedDB = new IDBFactory();
  const other = await openStore({ name: 'test', scorerFor, standard: settings, now: () => MORNING });
  await other.commit({ job: null, issues: aRepository(30) });
  await other.importOwn(own);
  expect((await other.ranking(backlog))?.scores).toEqual(after?.scores);
});

test('a full disk, a closed and a newer database are told apart, each with a sentence', async () => {
  expect(toStorageFailure(new DOMException('', 'QuotaExceededError'))).toMatchObject({ kind: 'full', message: expect.stringContaining('full') });
  expect(toStorageFailure(new Error('x'))).toMatchObject({ kind: 'unknown' });
  store.close();
  await expect(store.settings()).rejects.toMatchObject({ name: 'StorageFailure', kind: 'closed' });
});

test('an older build over a newer database says so, each time it is asked, and changes nothing of it', async () => {
  const newer = await openDB('newer', 99, { upgrade: (database) => void database.createObjectStore('localTags', { keyPath: 'key' }) });
  await newer.put('localTags', { key: 'github.com/acme/shop#1', item: 'checkout', of: 'a later shape' });
  newer.close();
  const older = await openStore({ name: 'newer', scorerFor });
  for (const asked of [() => older.settings(), () => older.exportOwn(), () => older.applyTags({ outbox: [], drop: [], localTags: [], clearLocal: [] }), () => older.setOddAside()]) {
    await expect(asked()).rejects.toMatchObject({ kind: 'newer' });
  }
  const still = await openDB('newer', 99);
  expect(await still.getAll('localTags')).toEqual([{ key: 'github.com/acme/shop#1', item: 'checkout', of: 'a later shape' }]);
  still.close();
});

test('a transaction that fails leaves nothing, and says so as a StorageFailure', async () => {
  const broken = { ...anIssue(2), key: null as never };
  await expect(store.commit({ job: null, issues: [anIssue(1), broken] })).rejects.toBeInstanceOf(StorageFailure);
  expect(await store.countIssues(SHOP)).toBe(0);
});

test('it lets go when another context upgrades, and opens again when it is asked next', async () => {
  await store.amendSettings(() => ({ ...settings, model: 'rice' }));
  const database = await openDatabase('test');
  const version = database.version;
  database.close();
  // A deletion asks everybody to let go, as an upgrade does.
  const upgrade = openDB('test', version + 1);
  (await upgrade).close();
  await expect(store.settings()).rejects.toMatchObject({ kind: 'newer' });
});
