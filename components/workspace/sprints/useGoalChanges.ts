import type { IssueKey } from '../../../lib/core/issue.ts';
import { keptAs } from '../../../lib/core/roadmap/file/place.ts';
import { request } from '../../../lib/messaging/client.ts';
import type { MarkOutcome, Problem } from '../../../lib/messaging/messages.ts';
import { onItsWayInWords } from '../../options/roadmap-file/file-words.ts';
import { previewOf } from '../../options/roadmap-file/roadmap-file-requests.ts';
import { pendingWriteEvents } from '../../ui/pending-write-events.ts';
import { useAttempt } from '../../ui/useAttempt.ts';
import { isOnline } from '../../ui/useOnline.ts';
import { useUndoable } from '../../ui/useUndoable.ts';
import { whenSent } from '../../ui/wording/when-sent.ts';
import type { Undoable } from '../roadmap/UndoNote.tsx';
import { goalsInWords, markedInWords } from './marked-words.ts';
import type { GoalEvents, SprintsEvents } from './sprints-events.ts';

interface Changes {
  readonly failed: Problem | null;
  readonly undoable: Undoable | null;
  readonly said: string;
  /** Awaits a change, announces it, and reads anew whatever became of it. Answers what stood in the way. */
  change(asked: Promise<unknown>, done: string): Promise<Problem | null>;
  readonly events: GoalEvents & Pick<SprintsEvents, 'onSaveItems' | 'onUndoMarks'>;
}

interface Marked extends MarkOutcome {
  readonly keys: readonly IssueKey[];
}

/** Changes of a sprint's goals through the worker: each is announced, and marks can be taken back. */
export function useGoalChanges(renew: () => void): Changes {
  const { failed, said, attempt } = useAttempt(renew);
  const marks = useUndoable(attempt);
  const change: Changes['change'] = (asked, done) => attempt(asked, () => done);
  const send = (asked: Promise<unknown>, done: string) => attempt(asked, () => done, 'form');
  return {
    failed, said, change, undoable: marks.undoable,
    events: {
      onSaveGoals: (sprint, goals, seen) => attempt(request('setGoals', { sprint, goals: [...goals], seen: [...seen] }), (answer) => goalsInWords(goals.length, answer, isOnline()), 'form'),
      onPreviewGoals: previewOf,
      onProposeGoals: (wish) => send(request('proposeRoadmapFile', wish), onItsWayInWords(keptAs(wish.project))),
      onSaveItems: (sprint, items) => send(request('setGoalItems', { sprint, items: [...items] }), 'Saved.'),
      onResolve: (sprint, use) => void change(request('resolveGoalConflict', { sprint, use }), use === 'mine' ? `${whenSent('Yours is', isOnline())}.` : 'Theirs is kept.'),
      onMark: (keys, on) => void marks.change(request('markGoal', { keys: [...keys], on }), (outcome) => ({ words: markedInWords(outcome, isOnline()), back: () => takeBack({ ...outcome, keys }) })),
      onUndoMarks: marks.undo,
      onOutcome: (sprint, goal, outcome) => send(request('setGoalOutcome', { sprint, goal, outcome }), outcome === null ? 'The outcome is taken back.' : 'The outcome is kept.'),
      ...pendingWriteEvents({ attempt }),
    },
  };
}

/** What has not left is withdrawn; what the tracker has already is written back. Only issues that the mark changed are in `keys`. */
async function takeBack({ keys, on, undo }: Marked): Promise<void> {
  const { undone } = await request('undo', { undo });
  if (undone < keys.length) await request('markGoal', { keys: [...keys], on: !on });
}
