/** Why the database could not do what was asked, with a sentence for people. */
export class StorageFailure extends Error {
  override readonly name = 'StorageFailure';
  readonly kind: 'full' | 'closed' | 'blocked' | 'unknown';

  constructor(kind: StorageFailure['kind'], cause?: unknown) {
    super(SENTENCES[kind], { cause });
    this.kind = kind;
  }
}

const SENTENCES = {
  full: 'The disk, or the browser’s share of it, is full: free some space, or forget a site in Waymark’s options.',
  closed: 'Waymark’s database was closed, most likely by an update of the extension: reload the page.',
  blocked: 'An older Waymark still holds the database: close its other tabs and windows, then try again.',
  unknown: 'The browser’s database failed: try again, and restart the browser if it happens again.',
} as const;

/** Reads a failure of IndexedDB into one of ours; anything already read passes through. */
export function toStorageFailure(error: unknown): StorageFailure {
  if (error instanceof StorageFailure) return error;
  const name = error instanceof Error || error instanceof DOMException ? error.name : '';
  if (name === 'QuotaExceededError') return new StorageFailure('full', error);
  if (name === 'InvalidStateError' || name === 'VersionError') return new StorageFailure('closed', error);
  return new StorageFailure('unknown', error);
}
