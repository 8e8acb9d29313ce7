import { request } from '../../lib/messaging/client.ts';
import type { PendingWriteEvents } from './PendingWrites.tsx';
import type { Attempts } from './useAttempt.ts';
import { TOO_LATE } from './wording/too-late.ts';

/** What can be done with a change that is on its way or could not be written, through the worker, each announced. */
export function pendingWriteEvents({ attempt }: Pick<Attempts, 'attempt'>): PendingWriteEvents {
  const drop = (id: string, done: string) => void attempt(request('dropWrite', { id }), ({ dropped }) => (dropped ? done : TOO_LATE));
  return {
    onUndo: ({ id }) => drop(id, 'Undone.'),
    onRetry: ({ id, sendAs }) => void attempt(request('retryWrite', { id, ...(sendAs !== undefined && { as: sendAs }) }), () => 'Trying again.'),
    onDiscard: ({ id }) => drop(id, 'Discarded.'),
  };
}
