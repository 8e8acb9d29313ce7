import { useCallback, useState } from 'react';
import type { IssueKey } from '../../lib/core/issue.ts';
import { request } from '../../lib/messaging/client.ts';
import type { BulkReview, BulkView, Problem } from '../../lib/messaging/messages.ts';
import { problemOf } from '../ui/problem-of.ts';
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
      onRetry: () => change(request('retryBulk', { id })),
      onSettle: (key, keep) => change(request('settleConflict', { id, key, keep })),
    },
  };
}

interface Reviewing {
  readonly review: BulkReview | null;
  readonly included: ReadonlySet<IssueKey>;
  readonly problem: Problem | null;
  readonly busy: boolean;
  ask(keys: readonly IssueKey[], item: string | null): void;
  include(included: ReadonlySet<IssueKey>): void;
  start(): void;
  back(): void;
}

/** From the choice to the start: asks what would be written, and begins once. */
export function useReview(onStarted: (id: string) => void): Reviewing {
  const [asked, setAsked] = useState<{ readonly id: string; readonly keys: readonly IssueKey[]; readonly item: string | null; readonly review: BulkReview } | null>(null);
  const [included, include] = useState<ReadonlySet<IssueKey>>(new Set());
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  async function attempt(work: () => Promise<void>) {
    setBusy(true);
    try {
      await work();
      setProblem(null);
    } catch (error) {
      setProblem(problemOf(error));
    } finally {
      setBusy(false);
    }
  }
  return {
    review: asked?.review ?? null, included, problem, busy, include,
    ask: (keys, item) => void attempt(async () => {
      const review = await request('reviewBulk', { keys: [...keys], item });
      include(new Set());
      // Asked twice, as when the worker dies over the answer, it still begins once.
      setAsked({ id: crypto.randomUUID(), keys, item, review });
    }),
    start: () => void attempt(async () => {
      if (asked === null) return;
      await request('startBulk', { id: asked.id, keys: [...asked.keys], item: asked.item, include: [...included] });
      setAsked(null);
      onStarted(asked.id);
    }),
    back: () => setAsked(null),
  };
}
