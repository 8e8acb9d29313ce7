import type { StorageFailure } from '../storage/storage-failure.ts';

/** Whether it was the store that failed, told by the name that it gives its failures: to us it is a port, whose values we do not know. */
export function isStorageFailure(error: unknown): error is StorageFailure {
  return error instanceof Error && error.name === 'StorageFailure';
}
