import type { SprintReport } from '../../lib/messaging/messages.ts';
import { OutcomeForm } from '../workspace/sprints/OutcomeForm.tsx';
import type { PopupEvents } from './popup-events.ts';

interface Props {
  readonly asks: NonNullable<SprintReport['asks']>;
  readonly onOutcome: PopupEvents['onOutcome'];
}

/** A sprint has ended: whether its goal was met is asked while the team still knows. */
export function AskLastGoal({ asks: { sprint, title, goals, open }, onOutcome }: Props) {
  return (
    <details className="ask">
      <summary><strong>{title} has ended.</strong> Was its goal met?</summary>
      {open.map((index) => (
        <div key={index} className="stack">
          <p className="ask-goal">{goals[index]}</p>
          <OutcomeForm name={`${title}, goal ${index + 1}`} outcome={null} onSave={(outcome) => onOutcome(sprint, index, outcome)} />
        </div>
      ))}
    </details>
  );
}
