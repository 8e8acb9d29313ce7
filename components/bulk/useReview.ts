import { useState } from 'react';
import type { IssueKey } from '../../lib/core/issue.ts';
import { request } from '../../lib/messaging/client.ts';
import type { BulkReview, Problem } from '../../lib/messaging/messages.ts';
import { problemOf } from '../ui/problem-of.ts';

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
