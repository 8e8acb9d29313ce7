/** Why the database could not do what was asked, with a sentence for people. */
export class StorageFailure extends Error {
  override readonly name = 'StorageFailure';
  readonly kind: 'full' | 'closed' | 'newer' | 'blocked' | 'damaged' | 'unknown';

  constructor(kind: StorageFailure['kind'], cause?: unknown) {
    super(SENTENCES[kind], { cause });
    this.kind = kind;
  }
}

const SENTENCES = {
  full: 'The disk, or the browser’s share of it, is full: free some space, or forget a site in Waymark’s options.',
  closed: 'Waymark’s database was closed, most likely by an update of the extension: reload the page.',
  newer: 'Waymark’s database is of a newer version than this Waymark: update Waymark; nothing in it was changed.',
  blocked: 'An older Waymark still holds the database: close its other tabs and windows, then try again.',
  damaged: 'Waymark’s database lacks something that it needs, or could not be brought up to date: it was left as it is.',
  unknown: 'The browser’s database failed: try again, and restart the browser if it happens again.',
} as const;

/** Reads a failure of IndexedDB into one of ours; anything already read passes through. */
export function toStorageFailure(error: unknown): StorageFailure {
  if (error instanceof StorageFailure) return error;
  const name = error instanceof Error || error instanceof DOMException ? error.name : '';
  // Chromium says so where the disk itself has ended.
  if (name === 'QuotaExceededError' || (error instanceof Error && /NO_SPACE|disk full/i.test(error.message))) return new StorageFailure('full', error);
  if (name === 'InvalidStateError') return new StorageFailure('closed', error);
  // An older build was installed over a newer one.
  if (name === 'VersionError') return new StorageFailure('newer', error);
  // A store or an index that is not there, in a database of the right version.
  if (name === 'NotFoundError') return new StorageFailure('damaged', error);
  return new StorageFailure('unknown', error);
}

/** For what is kept by the way of showing something: that there is no room for it is no reason not to show it. */
export async function unlessFull(work: Promise<void>): Promise<void> {
  await work.catch((error: unknown) => {
    if (toStorageFailure(error).kind !== 'full') throw error;
  });
}
