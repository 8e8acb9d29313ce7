import { useState } from 'react';
import { request } from '../../../lib/messaging/client.ts';
import type { MarkOutcome, Problem } from '../../../lib/messaging/messages.ts';
import { problemOf } from '../../ui/problem-of.ts';
import type { Undoable } from '../roadmap/UndoNote.tsx';
import { markedInWords } from './marked-words.ts';
import type { GoalEvents, SprintsEvents } from './sprints-events.ts';

interface Changes {
  readonly failed: Problem | null;
  readonly undoable: Undoable | null;
  readonly said: string;
  /** Awaits a change, announces it, and reads anew whatever became of it. Answers what stood in the way. */
  change(asked: Promise<unknown>, done: string): Promise<Problem | null>;
  readonly events: GoalEvents & Pick<SprintsEvents, 'onUndoMarks'>;
}

/** Changes of a sprint's goals through the worker: each is announced, and marks can be taken back. */
export function useGoalChanges(renew: () => void): Changes {
  const [failed, setFailed] = useState<Problem | null>(null);
  const [marked, setMarked] = useState<MarkOutcome | null>(null);
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
  const change: Changes['change'] = (asked, done) => attempt(asked, () => done);
  return {
    failed, said, change, undoable: marked && { words: markedInWords(marked) },
    events: {
      onSaveGoals: (sprint, goals, seen) => change(request('setGoals', { sprint, goals: [...goals], seen: [...seen] }), goals.length === 0 ? 'The goal is taken back.' : 'The goals are saved.'),
      onResolve: (sprint, use) => void change(request('resolveGoalConflict', { sprint, use }), use === 'mine' ? 'Yours is written.' : 'Theirs is kept.'),
      onMark: (keys, on) => void attempt(request('markGoal', { keys: [...keys], on }), (outcome) => { setMarked(outcome); return markedInWords(outcome); }),
      onUndoMarks: () => {
        if (marked === null) return;
        setMarked(null);
        void attempt(request('undo', { undo: marked.undo }), ({ undone }) => (undone === 0 ? 'It is written already: nothing was undone.' : 'Undone.'));
      },
      onOutcome: (sprint, goal, outcome) => change(request('setGoalOutcome', { sprint, goal, outcome }), outcome === null ? 'The outcome is taken back.' : 'The outcome is kept.'),
      onUndo: ({ id }) => void change(request('dropWrite', { id }), 'Undone.'),
      onRetry: ({ id }) => void change(request('retryWrite', { id }), 'Trying again.'),
      onDiscard: ({ id }) => void change(request('dropWrite', { id }), 'Discarded.'),
    },
  };
}
