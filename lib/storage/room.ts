import type { WriteTransaction } from './database.ts';

/** How many bytes of the disk, or of the browser's share of it, are free; `null` where nobody can tell. */
export type Room = () => Promise<number | null>;

/**
 * What every write leaves free, in bytes. The end of a disk must never be reached: Chromium's LevelDB goes on behind the record that was cut off there, takes its file for damaged at the next opening, and the browser
 * throws the whole database away, tokens and roadmap with it (2026-11: Chromium 156 on a disk that was filled to the last byte).
 */
export const SPARE = 16 * 1024 * 1024;
/** Erasing makes room, but only after it has taken some. */
export const SPARE_TO_ERASE = 2 * 1024 * 1024;

export async function hasRoom(room: Room, spare: number): Promise<boolean> {
  const free = await room().catch(() => null);
  return free === null || free >= spare;
}

/** Writes as much as a page of issues, and takes it away again in the same transaction: where the browser has refused a write and does not tell what is free, trying is the only way to know. */
export async function probe(transaction: WriteTransaction): Promise<void> {
  const store = transaction.objectStore('sprintViews');
  await store.put({ id: PROBE, view: new Uint8Array(256 * 1024) });
  await store.delete(PROBE);
}

const PROBE = 'probe';
