import type { Problem } from '../messaging/messages.ts';

const SENTENCES: Readonly<Record<string, { sentence: string; action: string }>> = {
  full: { sentence: 'The disk is full: Waymark could not keep this.', action: 'Free some space, then do it again. Nothing that was kept before is lost.' },
  closed: { sentence: 'Waymark’s database was closed, probably by an update.', action: 'Reload this page.' },
  newer: { sentence: 'What is stored here was written by a newer Waymark than this one, which cannot read it.', action: 'Reload this page; if that does not help, update Waymark or install the newer one again. Nothing is lost: it was left as it is.' },
  damaged: { sentence: 'Waymark’s database is damaged.', action: 'Copy the diagnostics in the options and report it. If it cannot wait: download there what you made, remove Waymark from the browser and install it anew.' },
  blocked: { sentence: 'An older Waymark still holds the database.', action: 'Close the other tabs that show Waymark, then reload.' },
};

/** What is said where there is no room and nobody has asked for anything to be kept. */
export const DISK_FULL: Problem = { kind: 'full', sentence: 'The disk is full: Waymark can keep nothing new.', action: 'Free some space, and it goes on by itself. What was kept before is still here.' };

/**
 * Any failure as a sentence. What the error itself says is left out: it may hold what must not be shown.
 *
 * @example explainFailure({ name: 'StorageFailure', kind: 'full' }) // → { kind: 'full', sentence: 'The disk is full: …', action: '…' }
 */
export function explainFailure(error: unknown): Problem {
  const kind = typeof error === 'object' && error !== null && 'kind' in error && typeof error.kind === 'string' ? error.kind : 'unexpected';
  const known = SENTENCES[kind];
  return known ? { kind, ...known } : { kind: 'unexpected', sentence: 'Something went wrong inside Waymark.', action: 'Try again; if it stays so, copy the diagnostics in the options and report it.' };
}
