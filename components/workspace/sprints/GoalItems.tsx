import { useState } from 'react';
import type { Problem, SprintReport } from '../../../lib/messaging/messages.ts';
import { CloseIcon } from '../../ui/icons.tsx';
import { ProblemNote } from '../../ui/ProblemNote.tsx';
import { useAnswer } from '../../ui/useAnswer.ts';
import type { SprintsEvents } from './sprints-events.ts';

interface Props {
  readonly items: SprintReport['goals']['items'];
  /** Answers what stood in the way. */
  onSave(items: readonly string[]): Promise<Problem | null>;
  readonly onItems: SprintsEvents['onItems'];
}

/** Roadmap items whose issues serve the goal without a mark of their own. */
export function GoalItems({ items, onSave, onItems }: Props) {
  // Without them there is only nothing to add.
  const known = useAnswer(onItems).answer?.value ?? [];
  const [problem, setProblem] = useState<Problem | null>(null);
  const ids = items.map(({ id }) => id);
  const others = known.filter(({ id }) => !ids.includes(id));
  if (items.length === 0 && others.length === 0) return null;
  const save = async (wanted: readonly string[]) => setProblem(await onSave(wanted));
  return (
    <div className="goal-items row row-wrap">
      <span className="small">All issues of</span>
      {items.map(({ id, title }) => <span key={id} className="goal-item">{title}<button type="button" className="button button-quiet" aria-label={`${title}: its issues no longer serve the goal`} onClick={() => void save(ids.filter((other) => other !== id))}><CloseIcon /></button></span>)}
      {others.length > 0 && (
        <select className="input pill" aria-label="A roadmap item whose issues serve the goal" value="" onChange={(event) => void save([...ids, event.target.value])}>
          <option value="">{items.length === 0 ? 'a roadmap item …' : 'and …'}</option>
          {others.map(({ id, title }) => <option key={id} value={id}>{title}</option>)}
        </select>
      )}
      <span className="small">serve it too.</span>
      {problem !== null && <ProblemNote problem={problem} tone="late" />}
    </div>
  );
}
