import { useRef, useState } from 'react';
import type { Problem } from '../../lib/messaging/messages.ts';
import type { useAttempt } from './useAttempt.ts';

/** A change that was made: what it did, in words, and the way back. */
export interface Change {
  readonly words: string;
  back(): Promise<unknown>;
}

interface Undoing {
  /** The last change, for as long as it can be taken back and none that may follow it is on its way. */
  readonly undoable: Change | null;
  /** Awaits a change; `done` answers it with the way back, or in words alone where there is none. */
  change<T>(asked: Promise<T>, done: (answer: T) => Change | string, shownBy?: 'room' | 'form'): Promise<Problem | null>;
  undo(): void;
}

/**
 * The way back from the last change. A change shows before its own answer has come, because the worker tells of it at once: what was offered before it is withdrawn when it is asked for, or Undo would take back another
 * one than the one that is seen. What was refused, a taking back too, leaves the way back as it was.
 */
export function useUndoable(attempt: ReturnType<typeof useAttempt>['attempt']): Undoing {
  const [last, setLast] = useState<{ readonly turn: number; readonly change: Change | null }>({ turn: 0, change: null });
  const [onTheirWay, setOnTheirWay] = useState(0);
  const turns = useRef(0);
  const undoable = onTheirWay === 0 ? last.change : null;
  const change: Undoing['change'] = async (asked, done, shownBy) => {
    turns.current += 1;
    const turn = turns.current;
    setOnTheirWay((before) => before + 1);
    const refused = await attempt(asked, (answer) => {
      const made = done(answer);
      // Answers may come in another order than the changes were asked for.
      setLast((before) => (before.turn > turn ? before : { turn, change: typeof made === 'string' ? null : made }));
      return typeof made === 'string' ? made : made.words;
    }, shownBy);
    setOnTheirWay((before) => before - 1);
    return refused;
  };
  return { undoable, change, undo: () => { if (undoable !== null) void change(undoable.back(), () => 'Undone.'); } };
}
