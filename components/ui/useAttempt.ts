import { useState } from 'react';
import type { Problem } from '../../lib/messaging/messages.ts';
import { problemOf } from './problem-of.ts';

interface Attempts {
  /** What stood in the way of the last one; `null` when it went well. */
  readonly failed: Problem | null;
  /** The last one in words, to be announced. */
  readonly said: string;
  /** Awaits a change; `done` says in words what it did. Reads anew whatever became of it, and answers what stood in the way. */
  attempt<T>(asked: Promise<T>, done: (answer: T) => string): Promise<Problem | null>;
}

/** Changes through the worker: each is announced, and what it changed is read anew. */
export function useAttempt(renew: () => void): Attempts {
  const [failed, setFailed] = useState<Problem | null>(null);
  const [said, setSaid] = useState('');
  async function attempt<T>(asked: Promise<T>, done: (answer: T) => string): Promise<Problem | null> {
    try {
      setSaid(done(await asked));
      setFailed(null);
      return null;
    } catch (error) {
      const refused = problemOf(error);
      setFailed(refused);
      setSaid(refused.sentence);
      return refused;
    } finally {
      renew();
    }
  }
  return { failed, said, attempt };
}
