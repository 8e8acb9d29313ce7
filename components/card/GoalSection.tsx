import type { Card, CardGoal, MarkOutcome } from '../../lib/messaging/messages.ts';
import { hostOf } from '../../lib/core/keys.ts';
import { keptHere } from '../ui/wording/kept-here.ts';
import { trackerName } from '../ui/wording/tracker-name.ts';
import type { GoalMarkEvents } from './card-events.ts';
import { MarkResult } from './MarkResult.tsx';

interface Props {
  readonly card: Card;
  readonly goal: CardGoal;
  readonly marked: MarkOutcome | null;
  readonly events: GoalMarkEvents;
}

/** What the issue's sprint is for, and whether the issue serves it. */
export function GoalSection({ card, goal, marked, events }: Props) {
  const { mark, goals, title, state } = goal;
  return (
    <section className="card-section" aria-labelledby="waymark-goal">
      <h3 id="waymark-goal">Sprint Goal <span className="muted">· {title}</span></h3>
      {goals.length === 0 && <p className="muted">No goal has been given yet.</p>}
      {goals.length === 1 && <p dir="auto">{goals[0]}</p>}
      {goals.length > 1 && <ol className="goals">{goals.map((text) => <li key={text}>{text}</li>)}</ol>}
      {/* A sprint that is over asks for nothing any more, and whole items are marked at the sprint. */}
      {state !== 'closed' && mark?.via !== 'item' && (
        <label className="goal-mark">
          <input type="checkbox" checked={mark !== null} aria-describedby="waymark-goal-place" onChange={(event) => events.onMark(event.currentTarget.checked)} />
          {card.issue.reference} serves the goal
        </label>
      )}
      <p id="waymark-goal-place" className="small muted">{placeInWords(card, goal)}</p>
      {marked !== null && <MarkResult outcome={marked} one={card.issue.reference} onUndo={() => events.onUndoMark(marked)} />}
    </section>
  );
}

/** Where the mark stands, or what would be written for it. */
function placeInWords({ key, issue: { reference }, tagging, roadmapItem }: Card, { mark, label, state }: CardGoal): string {
  if (mark?.via === 'item') return `Serves the goal, as every issue of ${roadmapItem?.title ?? 'its roadmap item'} does.`;
  if (mark?.via === 'local') return 'Marked in this browser alone.';
  if (mark) return `Label ${label}${mark.pending ? ' · waiting to be sent' : ''}`;
  if (state === 'closed') return 'It did not serve the goal.';
  return tagging.via === 'local' ? keptHere(tagging.because) : `A tick adds the label ${label} to ${reference} on ${trackerName(hostOf(key))}`;
}
