import { openDB } from 'idb';

/** All rows of a database, by store, without the stores that have none. */
export async function everything(name = 'test'): Promise<Readonly<Record<string, readonly unknown[]>>> {
  const database = await openDB(name);
  const stores = await Promise.all([...database.objectStoreNames].map(async (store) => [store, await database.getAll(store)] as const));
  database.close();
  return Object.fromEntries(stores.filter(([, rows]) => rows.length > 0));
}
