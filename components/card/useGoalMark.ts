import { useState } from 'react';
import type { IssueKey } from '../../lib/core/issue.ts';
import { request } from '../../lib/messaging/client.ts';
import type { MarkOutcome } from '../../lib/messaging/messages.ts';
import type { Attempts } from '../ui/useAttempt.ts';
import { isOnline } from '../ui/useOnline.ts';
import type { GoalMarkEvents } from './card-events.ts';
import { markResultInWords } from './MarkResult.tsx';
import { undoneInWords } from './undone-in-words.ts';

interface Marking {
  readonly marked: MarkOutcome | null;
  readonly events: GoalMarkEvents;
}

/** Says through the worker of one issue or many that they serve their sprint's goal, or that they do not. */
export function useGoalMark(keys: readonly IssueKey[], { attempt }: Pick<Attempts, 'attempt'>): Marking {
  const [marked, setMarked] = useState<MarkOutcome | null>(null);
  return {
    marked,
    events: {
      onMark: (on) => void attempt(request('markGoal', { keys: [...keys], on }), (outcome) => {
        setMarked(outcome);
        return markResultInWords(outcome, null, isOnline() ? 'soon' : 'offline');
      }),
      onUndoMark: ({ undo }) => void attempt(request('undo', { undo }), ({ undone }) => {
        setMarked(null);
        return undoneInWords(undone);
      }),
    },
  };
}
