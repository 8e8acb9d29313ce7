import { useState } from 'react';
import { keptAs } from '../../../lib/core/roadmap/file/place.ts';
import type { SiteView, SprintReport } from '../../../lib/messaging/messages.ts';
import { Proposal } from '../../options/roadmap-file/Proposal.tsx';
import { useProposal } from '../../options/roadmap-file/useProposal.ts';
import { PendingWrites } from '../../ui/PendingWrites.tsx';
import { WritesSaid } from '../../ui/WritesSaid.tsx';
import { standsInWords } from './goal-place-words.ts';
import { GoalConflict } from './GoalConflict.tsx';
import { GoalHistory } from './GoalHistory.tsx';
import { GoalsForm } from './GoalsForm.tsx';
import type { GoalEvents } from './sprints-events.ts';

interface Props {
  readonly report: SprintReport;
  readonly tracker: SiteView['tracker'];
  /** Whoever came here has come to change the goal. */
  readonly opened: boolean;
  readonly events: GoalEvents;
}

/** What the sprint is for, in large type: the first goal is the Sprint Goal, others follow in their order. */
export function GoalPanel({ report: { goals, sprint, gone }, tracker, opened, events }: Props) {
  const [first, ...others] = goals.goals;
  const { via } = goals;
  const mayEdit = via.via !== 'status-update' && !gone;
  const [editing, setEditing] = useState(opened && mayEdit);
  const proposal = useProposal({ onPreview: events.onPreviewGoals, onPropose: events.onProposeGoals });
  const save = (wanted: readonly string[], seen: readonly string[]) => (via.via === 'file'
    ? proposal.begin({ project: via.home, changes: [], goals: { sprint: sprint.title, goals: wanted } }).then(() => null)
    : events.onSaveGoals(sprint.key, wanted, seen));
  return (
    <section className="sprint-goal" aria-labelledby="sprint-goal">
      <div className="row">
        <h2 id="sprint-goal" className="eyebrow">{others.length > 0 ? 'Sprint Goals, in their order' : 'Sprint Goal'}</h2>
        {first !== undefined && !editing && mayEdit && <button type="button" className="button button-quiet" aria-label={others.length > 0 ? 'Edit the goals' : 'Edit the Sprint Goal'} onClick={() => setEditing(true)}>Edit</button>}
      </div>
      {goals.conflict !== null && <GoalConflict conflict={goals.conflict} onUse={(use) => events.onResolve(sprint.key, use)} />}
      {editing && <GoalsForm sprint={sprint.key} goals={goals.goals} via={via} onSave={save} onDone={() => setEditing(false)} />}
      {!editing && via.via === 'file' && <Proposal proposal={proposal} keptAs={keptAs(via.home)} purpose={`Goal of ${sprint.title}`} />}
      {!editing && first === undefined && (
        <div className="goal-missing">
          <p className="sprint-goal-text muted">{sprint.state === 'closed' ? 'This sprint had no goal.' : 'This sprint has no goal yet.'}</p>
          {mayEdit ? <button type="button" className="button button-primary" onClick={() => setEditing(true)}>Write the Sprint Goal</button> : !gone && <p className="muted">{via.because}</p>}
        </div>
      )}
      {!editing && first !== undefined && (
        <>
          <p className="sprint-goal-text">{first}</p>
          {others.length > 0 && <ol className="sprint-goals" start={2}>{others.map((goal) => <li key={goal}>{goal}</li>)}</ol>}
          <p className="muted small">{via.via === 'file' && !goals.pending ? via.because : standsInWords(goals, tracker)}{via.via === 'status-update' && ` ${via.because}`}</p>
        </>
      )}
      <WritesSaid writes={goals.writes} />
      {/* What somebody changed meanwhile is asked about above. */}
      <PendingWrites writes={goals.writes.filter(({ conflict }) => !conflict)} onUndo={events.onUndo} onRetry={events.onRetry} onDiscard={events.onDiscard} />
      {goals.wordings.length > 0 && <GoalHistory wordings={goals.wordings} tracker={tracker} />}
    </section>
  );
}
