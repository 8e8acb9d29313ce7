import { useCallback } from 'react';
import { request } from '../../lib/messaging/client.ts';
import type { BulkView, Problem } from '../../lib/messaging/messages.ts';
import { useAttempt } from '../ui/useAttempt.ts';
import { useReading } from '../ui/useReading.ts';
import type { BulkEvents } from './BulkProgress.tsx';

interface Following {
  /** `undefined` before the first answer, `null` when it is no longer known. */
  readonly view: BulkView | null | undefined;
  readonly problem: Problem | null;
  readonly events: BulkEvents;
}

/** A bulk tagging as the worker goes on with it. */
export function useBulk(id: string): Following {
  const { answer, problem, renew } = useReading(useCallback(() => request('bulk', { id }), [id]));
  const { failed, attempt } = useAttempt(renew);
  // What it has become is told by its progress.
  const change = (asked: Promise<unknown>): void => void attempt(asked, () => '');
  return {
    view: answer === null ? undefined : answer.value,
    problem: failed ?? problem,
    events: {
      onStop: () => change(request('stopBulk', { id })),
      onUndo: () => change(request('undoBulk', { id })),
      onRetry: (as) => change(request('retryBulk', { id, ...(as !== undefined && { as }) })),
      onSettle: (key, keep) => change(request('settleConflict', { id, key, keep })),
    },
  };
}
