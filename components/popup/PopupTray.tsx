import type { PopupView, Problem } from '../../lib/messaging/messages.ts';
import { AllowSite } from '../ui/AllowSite.tsx';
import { PendingWrites } from '../ui/PendingWrites.tsx';
import { ProblemNote } from '../ui/ProblemNote.tsx';
import { WritesSaid } from '../ui/WritesSaid.tsx';
import { type Undoable, UndoNote } from '../workspace/roadmap/UndoNote.tsx';
import type { PopupEvents } from './popup-events.ts';

interface Props {
  readonly view: Pick<PopupView, 'goals' | 'failedWrites'>;
  readonly problem: Problem | null;
  readonly undoable: Undoable | null;
  readonly events: PopupEvents;
}

/** What stands in the way, what is on its way and what can be taken back. It lies over the end of what is above the foot, so that nothing that is being read moves when it comes or goes. */
export function PopupTray({ view: { goals, failedWrites }, problem, undoable, events }: Props) {
  const writes = [...(goals?.writes ?? []), ...failedWrites.filter(({ id }) => !goals?.writes.some((write) => write.id === id))];
  // A goal that somebody else changed meanwhile is asked about beside the goal.
  const shown = goals?.conflict == null ? writes : writes.filter(({ id, state }) => state !== 'failed' || !goals.writes.some((write) => write.id === id));
  return (
    <>
      <WritesSaid writes={writes} />
      {(problem !== null || undoable !== null || shown.length > 0) && (
        <div className="popup-tray">
          {problem !== null && <ProblemNote problem={problem}>{problem.allow !== undefined && <AllowSite host={problem.allow} onAllow={events.onAllow} />}</ProblemNote>}
          <PendingWrites writes={shown} onUndo={events.onUndo} onRetry={events.onRetry} onDiscard={events.onDiscard} />
          {undoable !== null && <UndoNote undoable={undoable} onUndo={events.onUndoMarks} />}
        </div>
      )}
    </>
  );
}
