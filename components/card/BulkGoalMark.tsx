import type { Card, MarkOutcome } from '../../lib/messaging/messages.ts';
import { keptHere } from '../ui/wording/kept-here.ts';
import type { GoalMarkEvents } from './card-events.ts';
import { MarkResult } from './MarkResult.tsx';

interface Props {
  /** `5 issues`. */
  readonly target: string;
  readonly tracker: string;
  /** The label that marks them; `null` where the first of them is in no sprint, and so names none. */
  readonly label: string | null;
  readonly tagging: Card['tagging'];
  readonly marked: MarkOutcome | null;
  readonly events: GoalMarkEvents;
}

/** Whether several issues serve the goal of their sprint, said at once. */
export function BulkGoalMark({ target, tracker, label, tagging, marked, events }: Props) {
  const hint = 'waymark-bulk-goal-hint';
  return (
    <section className="card-section" aria-labelledby="waymark-bulk-goal">
      <h3 id="waymark-bulk-goal">Sprint Goal</h3>
      <div className="row">
        <button type="button" className="button" aria-describedby={hint} onClick={() => events.onMark(true)}>They serve the goal</button>
        <button type="button" className="button button-quiet" aria-describedby={hint} onClick={() => events.onMark(false)}>They do not</button>
      </div>
      <p id={hint} className="small muted picker-hint">{tagging.via === 'local' ? keptHere(tagging.because) : `Adds ${label === null ? 'the team’s label for it' : `the label ${label}`} to these ${target} on ${tracker}, or takes it off`}</p>
      {marked !== null && <MarkResult outcome={marked} one={null} onUndo={() => events.onUndoMark(marked)} />}
    </section>
  );
}
