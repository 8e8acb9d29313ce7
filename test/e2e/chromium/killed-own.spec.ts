import { readdirSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import { prepareDemo } from '../../tools/demo.ts';
import { launch, type Waymark } from '../waymark.ts';

const MANY = 4000;
/** A migration is a file. */
const NEWEST = readdirSync('lib/storage/migrations').length;

let waymark: Waymark;
test.beforeAll(async () => { waymark = await launch(); });
test.afterAll(() => waymark.close());

/** How long the worker has for it before it is killed, in ms: how long it takes, no two machines agree on. */
const MOMENTS = [60, 30, 90, 45, 120, 20, 200, 70, 500, 1000, 4000];

/** Sends a message and kills the worker over it, until it was killed within it and it has come through after that. What comes through at once is undone, and killed at another moment. */
async function killedOver(page: Page, message: object, done: () => Promise<boolean>, undo: () => Promise<unknown>): Promise<void> {
  let within = false;
  for (const moment of MOMENTS) {
    const sent = page.evaluate((one) => (globalThis as unknown as { chrome: { runtime: { sendMessage(message: unknown): Promise<unknown> } } }).chrome.runtime.sendMessage(one).catch(() => null), message);
    await page.waitForTimeout(moment);
    await waymark.killWorker();
    if ((await sent) === null) within = true;
    if (!(await done())) continue;
    if (within) return;
    await undo();
  }
  throw new Error('It never came through after a kill that came within it.');
}

interface Raw { readonly version: number; readonly issues: number; readonly stores: readonly string[] }

/** What stands in the database, past the worker. */
function raw(page: Page): Promise<Raw> {
  return page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('waymark');
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error!);
    });
    database.onversionchange = () => database.close();
    const issues = await new Promise<number>((resolve) => {
      const request = database.transaction('issues').objectStore('issues').count();
      request.onsuccess = () => resolve(request.result);
    });
    const all = { version: database.version, issues, stores: [...database.objectStoreNames] };
    database.close();
    return all;
  });
}

/** The database as version 11 left it, with many issues for the next migration to write anew. */
function makeOlder(page: Page, many: number): Promise<void> {
  return page.evaluate(async (count) => {
    const asked = <T>(request: IDBRequest<T>): Promise<T> => new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error!);
    });
    const present = await asked(indexedDB.open('waymark'));
    const later = ['goalWordings', 'ledger', 'snapshots', 'localGoalMarks', 'sprintViews'];
    const shape = [...present.objectStoreNames].filter((name) => !later.includes(name)).map((name) => {
      const store = present.transaction(name).objectStore(name);
      return { name, keyPath: store.keyPath, indexes: [...store.indexNames].filter((index) => index !== 'beenIn').map((index) => store.index(index)).map(({ name: called, keyPath, multiEntry }) => ({ called, keyPath, multiEntry })) };
    });
    present.close();
    await asked(indexedDB.deleteDatabase('waymark'));
    const opening = indexedDB.open('waymark', 11);
    opening.onupgradeneeded = () => {
      for (const { name, keyPath, indexes } of shape) {
        const store = opening.result.createObjectStore(name, { keyPath });
        for (const index of indexes) store.createIndex(index.called, index.keyPath, { multiEntry: index.multiEntry });
      }
    };
    const older = await asked(opening);
    const transaction = older.transaction('issues', 'readwrite');
    for (let number = 1; number <= count; number += 1) transaction.objectStore('issues').put({ key: `github.com/acme/shop#${number}`, project: 'github.com/acme/shop', tracker: 'github', kind: 'issue', number, seenInSweep: 0, sprint: 'github.com/acme/shop/milestone/1', labels: [], title: 'x'.repeat(500) });
    await new Promise((resolve) => { transaction.oncomplete = resolve; });
    older.close();
  }, many);
}

test('a worker killed in the midst of an import, of forgetting a site and of a migration leaves each done or not begun, and the next life does it', async () => {
  await prepareDemo(waymark);
  const page = await waymark.openBare();
  const own = async () => (JSON.parse((await waymark.ask('exportData', null)).json) as { data: { localTags: unknown[]; roadmap: { id: string; title: string }[]; entered: unknown[] } }).data;
  const { json } = await waymark.ask('exportData', null);
  const file = JSON.parse(json) as { data: object };
  const keys = Array.from({ length: MANY }, (_, index) => `github.com/acme/shop#${index + 1}`);
  const large = JSON.stringify({ ...file, data: { ...file.data, localTags: keys.map((key) => ({ key, item: 'faster-checkout', at: 1 })), entered: keys.map((key) => ({ key, input: 'reach', value: 1, by: 'me', at: 1 })) } });
  const importing = { json: large, apply: true };
  const forgetting = { host: 'github.com' };
  await killedOver(page, { waymark: 'importData', payload: importing }, async () => {
    const { localTags, entered } = await own();
    expect([0, MANY]).toContain(localTags.length);
    expect(entered).toHaveLength(localTags.length);
    return localTags.length === MANY;
  }, () => waymark.ask('forgetSite', forgetting));

  await killedOver(page, { waymark: 'forgetSite', payload: forgetting }, async () => {
    const { localTags, entered, roadmap } = await own();
    expect([0, MANY]).toContain(localTags.length);
    expect([entered.length, roadmap.length]).toEqual([localTags.length, 4]);
    return localTags.length === 0;
  }, () => waymark.ask('importData', importing));

  await waymark.killWorker();
  await makeOlder(page, MANY);
  for (const delay of [80, 200]) {
    const sent = page.evaluate(() => (globalThis as unknown as { chrome: { runtime: { sendMessage(message: unknown): Promise<unknown> } } }).chrome.runtime.sendMessage({ waymark: 'roadmap', payload: null }).catch(() => null));
    await page.waitForTimeout(delay);
    await waymark.killWorker();
    await sent;
    const { version, issues, stores } = await raw(page);
    expect([issues, stores.includes('goalWordings')]).toEqual([MANY, version === NEWEST]);
    if (version === NEWEST) break;
  }
  await expect.poll(() => waymark.ask('roadmap', null).then(({ items }) => items.length, () => null), { timeout: 30_000 }).toBe(0);
  expect(await raw(page)).toMatchObject({ version: NEWEST, issues: MANY });
});
