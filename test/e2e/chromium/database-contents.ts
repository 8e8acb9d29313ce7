import { expect } from '@playwright/test';
import type { Waymark } from '../waymark.ts';

/** Every row that a sync brings once no more histories are read, as a text that two browsers on like worlds have in common: without the moments of this browser, and of the writing of its labels. */
async function syncedRows(waymark: Waymark): Promise<string[]> {
  const page = await waymark.openBare();
  const rows = await page.evaluate(async () => {
    const [name] = (await indexedDB.databases()).map((database) => database.name ?? '').filter(Boolean);
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open(name ?? '');
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error ?? new Error('the database did not open'));
    });
    const all = (store: string) => new Promise<Record<string, unknown>[]>((resolve, reject) => {
      const request = db.transaction(store).objectStore(store).getAll();
      request.onsuccess = () => resolve(request.result as Record<string, unknown>[]);
      request.onerror = () => reject(request.error ?? new Error(store));
    });
    // What happened to an issue is read after all else, an issue at a time. The rows are megabytes: looking at them meanwhile holds that up.
    const due = () => new Promise<number>((resolve, reject) => {
      const request = db.transaction('issues').objectStore('issues').index('historyDue').count();
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error ?? new Error('historyDue'));
    });
    for (let before = Infinity, left = await due(); left < before; left = await due()) {
      before = left;
      await new Promise((resolve) => setTimeout(resolve, 2000));
    }
    const local = new Set(['seenInSweep', 'renewedAt', 'baseline', 'readAt', 'updatedAt', 'historyAsOf']);
    const common = function common(this: { added?: unknown[]; removed?: unknown[] }, key: string, value: unknown) {
      const isOurs = key === 'at' && [...(this.added ?? []), ...(this.removed ?? [])].some((label) => String(label).startsWith('roadmap:'));
      if (local.has(key) || isOurs) return undefined;
      return ArrayBuffer.isView(value) ? Array.from(value as Float64Array) : value;
    };
    const read = [];
    for (const store of ['issues', 'sprints', 'rankings', 'columns']) {
      for (const row of await all(store)) read.push(`${store} ${JSON.stringify(row, common)}`);
    }
    db.close();
    return read.sort();
  });
  await page.close();
  return rows;
}

/** The rows of an undisturbed browser, once another one on a like world has the same; fails when it has not in so many milliseconds. */
export async function untilAlike(undisturbed: Waymark, troubled: Waymark, timeout: number): Promise<readonly string[]> {
  let rows: readonly string[] = [];
  await expect.poll(async () => {
    const [own, others] = await Promise.all([syncedRows(undisturbed), syncedRows(troubled)]);
    rows = own;
    return firstDifference(own, others);
  }, { timeout, intervals: [2000] }).toBeUndefined();
  return rows;
}

/** Megabytes: what differs is said by its first row only. */
function firstDifference(expected: readonly string[], actual: readonly string[]): string | undefined {
  const rest = new Set(expected);
  return actual.find((row) => !rest.delete(row)) ?? [...rest][0];
}
