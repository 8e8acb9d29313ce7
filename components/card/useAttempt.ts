import { useState } from 'react';
import type { Problem } from '../../lib/messaging/messages.ts';
import { problemOf } from '../ui/problem-of.ts';

interface Attempts {
  readonly problem: Problem | null;
  /** For screen readers. */
  readonly said: string;
  say(words: string): void;
  /** Does something and renews what is shown, whatever came of it; answers what stood in the way. */
  attempt(what: () => Promise<void>): Promise<Problem | null>;
}

/** What a card asks of the worker, and how it says that it failed. */
export function useAttempt(onDone: () => void): Attempts {
  const [problem, setProblem] = useState<Problem | null>(null);
  const [said, say] = useState('');
  async function attempt(what: () => Promise<void>): Promise<Problem | null> {
    try {
      await what();
      setProblem(null);
      return null;
    } catch (error) {
      const failed = problemOf(error);
      setProblem(failed);
      say(failed.sentence);
      return failed;
    } finally {
      onDone();
    }
  }
  return { problem, said, say, attempt };
}
