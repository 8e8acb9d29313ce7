import { useState } from 'react';
import type { IssueKey } from '../../lib/core/issue.ts';
import { request } from '../../lib/messaging/client.ts';
import type { MarkOutcome, Problem } from '../../lib/messaging/messages.ts';
import type { GoalMarkEvents } from './card-events.ts';
import { markResultInWords } from './MarkResult.tsx';
import { undoneInWords } from './undone-in-words.ts';
import { useAttempt } from './useAttempt.ts';

interface Marking {
  readonly marked: MarkOutcome | null;
  readonly problem: Problem | null;
  readonly said: string;
  readonly events: GoalMarkEvents;
}

/** Says through the worker of one issue or many that they serve their sprint's goal, or that they do not. */
export function useGoalMark(keys: readonly IssueKey[], onDone: () => void): Marking {
  const [marked, setMarked] = useState<MarkOutcome | null>(null);
  const { problem, said, say, attempt } = useAttempt(onDone);
  return {
    marked, problem, said,
    events: {
      onMark: (on) => void attempt(async () => {
        const outcome = await request('markGoal', { keys: [...keys], on });
        setMarked(outcome);
        say(markResultInWords(outcome, null));
      }),
      onUndoMark: ({ undo }) => void attempt(async () => {
        const { undone } = await request('undo', { undo });
        setMarked(null);
        say(undoneInWords(undone));
      }),
    },
  };
}
