import { useState } from 'react';
import type { SprintGoal } from '../../lib/core/sprint/sprint.ts';
import { trackerWords } from '../../lib/core/tracker-words.ts';
import type { Problem, SiteView, SprintView } from '../../lib/messaging/messages.ts';
import { GoalEditor } from './GoalEditor.tsx';

interface Props {
  readonly goal: SprintGoal | null;
  readonly via: SprintView['goalVia'];
  readonly tracker: SiteView['tracker'];
  onSave(text: string): Promise<Problem | null>;
}

/** The Sprint Goal, large enough to be read in one second. */
export function Goal({ goal, via, tracker, onSave }: Props) {
  const [editing, setEditing] = useState(false);
  const note = goal && noteOf(goal, tracker);
  return (
    <section aria-labelledby="goal-label">
      <div className="row goal-head">
        <h2 id="goal-label" className="eyebrow" tabIndex={-1}>Sprint Goal</h2>
        {goal !== null && !editing && <button type="button" className="button button-quiet push" aria-label="Edit the Sprint Goal" onClick={() => setEditing(true)}>Edit</button>}
      </div>
      {editing ? (
        <GoalEditor text={goal?.text ?? ''} via={via} onSave={onSave} onDone={() => setEditing(false)} />
      ) : goal === null ? (
        <div className="goal-none">
          <p className="goal goal-empty">This sprint has no goal yet.</p>
          <p className="muted">One sentence that says why the sprint is worth doing; the issues are only the way there.</p>
          <button type="button" className="button button-primary" onClick={() => setEditing(true)}>Write the Sprint Goal</button>
        </div>
      ) : (
        <>
          <p className={goal.text.length > 140 ? 'goal goal-long' : 'goal'}>{goal.text}</p>
          {note !== null && <p className="muted small goal-note">{note}</p>}
        </>
      )}
    </section>
  );
}

function noteOf(goal: SprintGoal, tracker: SiteView['tracker']): string | null {
  if (goal.pending) return `Waiting to be written into ${trackerWords(tracker).goalPlace}.`;
  if (goal.source === 'local') return 'Kept in this browser: your team does not see it.';
  return goal.source === 'first-paragraph' ? 'Read from the first paragraph of the milestone’s description.' : null;
}
