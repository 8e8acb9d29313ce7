import { useState } from 'react';
import type { SprintKey } from '../../lib/core/issue.ts';
import type { GoalsView, SiteView } from '../../lib/messaging/messages.ts';
import { recallGoals } from '../workspace/sprints/begun-goals.ts';
import { GoalConflict } from '../workspace/sprints/GoalConflict.tsx';
import { standsInWords } from '../workspace/sprints/goal-place-words.ts';
import { GoalsForm } from '../workspace/sprints/GoalsForm.tsx';
import { GoalEditorLink } from './GoalEditorLink.tsx';
import type { PopupEvents } from './popup-events.ts';

interface Props {
  readonly sprint: SprintKey;
  readonly goals: GoalsView;
  readonly tracker: SiteView['tracker'];
  readonly events: Pick<PopupEvents, 'onSaveGoals' | 'onResolve'>;
}

/** The Sprint Goal, large enough to be read in one second; where there are several, the first is it. */
export function Goal({ sprint, goals, tracker, events }: Props) {
  const mayEdit = isChangedHere(goals);
  // A click beside the popup has closed it in the midst of a sentence.
  const [editing, setEditing] = useState(() => mayEdit && recallGoals(sprint)?.left === false);
  return (
    <section aria-labelledby="goal-label">
      <div className="row goal-head">
        <h2 id="goal-label" className="eyebrow" tabIndex={-1}>{goals.goals.length > 1 ? 'Sprint Goals, in their order' : 'Sprint Goal'}</h2>
        {goals.goals.length > 0 && !editing && mayEdit && <button type="button" className="button button-quiet push" aria-label={goals.goals.length > 1 ? 'Edit the goals' : 'Edit the Sprint Goal'} onClick={() => setEditing(true)}>Edit</button>}
        {goals.goals.length > 0 && <GoalEditorLink sprint={sprint} goals={goals} />}
      </div>
      {editing
        ? <GoalsForm sprint={sprint} goals={goals.goals} via={goals.via} onSave={(wanted, seen) => events.onSaveGoals(sprint, wanted, seen)} onDone={() => setEditing(false)} />
        : goals.goals.length === 0 ? <><NoGoal goals={goals} onWrite={() => setEditing(true)} /><GoalEditorLink sprint={sprint} goals={goals} /></> : <Goals goals={goals} tracker={tracker} />}
      {goals.conflict !== null && !editing && <GoalConflict conflict={goals.conflict} onUse={(use) => events.onResolve(sprint, use)} />}
    </section>
  );
}

function Goals({ goals: view, tracker }: Pick<Props, 'goals' | 'tracker'>) {
  const { goals: [first = '', ...others], pending, via } = view;
  return (
    <>
      <FirstGoal text={first} />
      {others.length > 0 && <ol className="goals-next" start={2}>{others.map((goal) => <li key={goal}>{goal}</li>)}</ol>}
      <p className="muted small goal-note">{!pending && !isChangedHere(view) ? via.because : standsInWords(view, tracker)}</p>
    </>
  );
}

/** So long, in letters, it takes smaller type; and so long it would push away how it goes, and is cut until somebody wants all of it. */
const LONG = 140;
const A_PAGE = 280;

function FirstGoal({ text }: { readonly text: string }) {
  const [whole, setWhole] = useState(false);
  if (text.length <= A_PAGE) return <p className={text.length > LONG ? 'goal goal-long' : 'goal'}>{text}</p>;
  return (
    <>
      <p className={whole ? 'goal goal-long' : 'goal goal-long goal-cut'}>{text}</p>
      <button type="button" className="button button-link" aria-expanded={whole} onClick={() => setWhole(!whole)}>{whole ? 'Less' : 'All of it'}</button>
    </>
  );
}

function NoGoal({ goals: { via }, onWrite }: Pick<Props, 'goals'> & { onWrite(): void }) {
  return (
    <div className="goal-none">
      <p className="goal goal-empty">This sprint has no goal yet.</p>
      <p className="muted">One sentence that says why the sprint is worth doing; the issues are only the way there.</p>
      {isChangedHere({ via }) ? <button type="button" className="button button-primary" onClick={onWrite}>Write the Sprint Goal</button> : <p className="muted">{via.because}</p>}
    </div>
  );
}

/** What the team keeps in its roadmap is changed on the page of sprints, what it says in status updates there. */
function isChangedHere({ via: { via } }: Pick<GoalsView, 'via'>): boolean {
  return via === 'tracker' || via === 'local';
}
