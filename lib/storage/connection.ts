import { type Database, openDatabase, type ReadTransaction, type StoreName, type WriteTransaction } from './database.ts';
import { StorageFailure, toStorageFailure } from './storage-failure.ts';

/** The way to the database: whole transactions only, failures as StorageFailure. */
export interface Connection {
  read<T>(stores: readonly StoreName[], work: (transaction: ReadTransaction) => Promise<T>): Promise<T>;
  /** All or nothing: when `work` throws, nothing of it stays. Requests sent side by side stand in async functions, or one that throws at once leaves the others' rejections unheard. */
  write<T>(stores: readonly StoreName[], work: (transaction: WriteTransaction) => Promise<T>): Promise<T>;
  close(): void;
}

/** Keeps one database open and opens it again after the browser has ended it: a worker outlives evictions and upgrades. */
export async function connect(name?: string): Promise<Connection> {
  let current: Promise<Database> | null = null;
  let closed = false;
  const database = (): Promise<Database> => {
    if (closed) return Promise.reject(new StorageFailure('closed'));
    if (current) return current;
    const opening = openDatabase(name, () => {
      if (current === opening) current = null;
    });
    opening.catch(() => {
      if (current === opening) current = null;
    });
    current = opening;
    return opening;
  };
  await database().catch((error: unknown) => { throw toStorageFailure(error); });

  const read: Connection['read'] = async (stores, work) => {
    try {
      const transaction = (await database()).transaction([...stores], 'readonly');
      return await finish(transaction, work(transaction));
    } catch (error) {
      throw toStorageFailure(error);
    }
  };
  const write: Connection['write'] = async (stores, work) => {
    try {
      const transaction = (await database()).transaction([...stores], 'readwrite');
      return await finish(transaction, work(transaction));
    } catch (error) {
      throw toStorageFailure(error);
    }
  };
  return {
    read,
    write,
    close() {
      closed = true;
      current?.then((open) => open.close(), () => {});
    },
  };
}

async function finish<T>(transaction: { readonly done: Promise<void>; readonly error: DOMException | null; abort(): void }, work: Promise<T>): Promise<T> {
  try {
    const result = await work;
    await transaction.done;
    return result;
  } catch (error) {
    transaction.done.catch(() => {}); // the reason is `error`, or the transaction's own below
    try {
      transaction.abort();
    } catch {
      // It had ended already.
    }
    throw transaction.error ?? error;
  }
}
