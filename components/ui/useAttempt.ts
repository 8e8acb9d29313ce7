import { useState } from 'react';
import type { Problem } from '../../lib/messaging/messages.ts';
import { problemOf } from './problem-of.ts';

export interface Attempts {
  /** What stood in the way of the last one; `null` when it went well. */
  readonly failed: Problem | null;
  /** What the last one did, in words, to be announced; `''` while it is under way, so that the same words are news again, and where it failed: the note of that speaks for itself. */
  readonly said: string;
  /** Awaits a change; `done` says in words what it did. Reads anew whatever became of it, and answers what stood in the way: to a form that shows it itself, or else it is `failed`. */
  attempt<T>(asked: Promise<T>, done: (answer: T) => string, shownBy?: 'room' | 'form'): Promise<Problem | null>;
}

/** Changes through the worker: each is announced, and what it changed is read anew. */
export function useAttempt(renew: () => void): Attempts {
  const [failed, setFailed] = useState<Problem | null>(null);
  const [said, setSaid] = useState('');
  async function attempt<T>(asked: Promise<T>, done: (answer: T) => string, shownBy: 'room' | 'form' = 'room'): Promise<Problem | null> {
    setSaid('');
    try {
      setSaid(done(await asked));
      setFailed(null);
      return null;
    } catch (error) {
      const refused = problemOf(error);
      setFailed(shownBy === 'room' ? refused : null);
      return refused;
    } finally {
      renew();
    }
  }
  return { failed, said, attempt };
}
