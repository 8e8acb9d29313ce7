import { type Database, openDatabase, type ReadTransaction, type StoreName, type WriteTransaction } from './database.ts';
import { hasRoom, probe, type Room, SPARE, SPARE_TO_ERASE } from './room.ts';
import { StorageFailure, toStorageFailure } from './storage-failure.ts';

/** The way to the database: whole transactions only, failures as StorageFailure. */
export interface Connection {
  read<T>(stores: readonly StoreName[], work: (transaction: ReadTransaction) => Promise<T>): Promise<T>;
  /**
   * All or nothing: when `work` throws, nothing of it stays. Requests sent side by side stand in async functions, or one that throws at once leaves the others' rejections unheard.
   * `spare`: how many bytes of the disk it leaves free, or it does not begin.
   */
  write<T>(stores: readonly StoreName[], work: (transaction: WriteTransaction) => Promise<T>, spare?: number): Promise<T>;
  /** Whether nothing can be kept for want of room. */
  isFull(): Promise<boolean>;
  close(): void;
}

export { SPARE_TO_ERASE };

/** Asked for once, it stays asked for until it is there: whoever comes once an older connection has let go finds it open. A second request would wait behind the first, and be told nothing. */
interface Opening {
  readonly database: Promise<Database>;
  /** Rejects once somebody has held it for long. */
  readonly blocked: Promise<never>;
}

/**
 * Keeps one database open and opens it again after the browser has ended it, or has not opened it before: a worker outlives evictions, upgrades and whoever holds an older version. What stands in the way is told to
 * whoever asks. `room` is what is free of the disk.
 */
export function connect(name?: string, room: Room = () => Promise.resolve(null)): Connection {
  let current: Opening | null = null;
  let closed = false;
  // The browser itself has refused a write since the last one that it took.
  let refused = false;
  const end = (opening: Opening): void => {
    if (current === opening) current = null;
  };
  const begin = (): Opening => {
    const { promise: blocked, reject } = Promise.withResolvers<never>();
    const opening: Opening = { blocked, database: openDatabase(name, { lost: () => end(opening), blocked: () => reject(new StorageFailure('blocked')) }) };
    opening.database.catch(() => end(opening));
    blocked.catch(() => {}); // told to whoever waits for it
    return opening;
  };
  const database = (): Promise<Database> => {
    if (closed) return Promise.reject(new StorageFailure('closed'));
    current ??= begin();
    return Promise.race([current.database, current.blocked]);
  };
  const told = async (error: unknown): Promise<StorageFailure> => {
    const failure = toStorageFailure(error);
    // On a full disk Chromium cannot even open the database, and does not say why.
    return failure.kind === 'unknown' && !(await hasRoom(room, SPARE_TO_ERASE)) ? new StorageFailure('full', error) : failure;
  };
  const write: Connection['write'] = async (stores, work, spare = SPARE) => {
    if (!(await hasRoom(room, spare))) throw new StorageFailure('full');
    try {
      const transaction = (await database()).transaction([...stores], 'readwrite');
      const result = await finish(transaction, work(transaction));
      refused = false;
      return result;
    } catch (error) {
      const failure = await told(error);
      refused ||= failure.kind === 'full';
      throw failure;
    }
  };
  database().catch(() => {}); // begun early; whoever asks is told what stands in the way
  return {
    async read(stores, work) {
      try {
        const transaction = (await database()).transaction([...stores], 'readonly');
        return await finish(transaction, work(transaction));
      } catch (error) {
        throw await told(error);
      }
    },
    write,
    isFull: async () => !(await hasRoom(room, SPARE)) || (refused && (await write(['sprintViews'], probe).then(() => false, () => true))),
    close() {
      closed = true;
      current?.database.then((open) => open.close(), () => {});
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
