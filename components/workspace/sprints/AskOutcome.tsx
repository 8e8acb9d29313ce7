import type { LedgerSprint } from '../../../lib/messaging/messages.ts';
import { OutcomeForm } from './OutcomeForm.tsx';
import { lastWording } from './search-ledger.ts';
import type { GoalEvents } from './sprints-events.ts';

/** A sprint has ended: whether its goal was met is asked while the team still knows. */
export function AskOutcome({ entry, onOutcome }: { readonly entry: LedgerSprint; readonly onOutcome: GoalEvents['onOutcome'] }) {
  const open = entry.goals.flatMap((goal, index) => (goal.outcome === null ? [{ goal, index }] : []));
  return (
    <section className="ask" aria-label={`Outcome of ${entry.title}`}>
      <h2>{entry.title} has ended. Was its goal met?</h2>
      {open.map(({ goal, index }) => (
        <div key={index} className="stack">
          <p className="ask-goal">{lastWording(goal)}</p>
          <OutcomeForm name={`${entry.title}, goal ${index + 1}`} outcome={null} onSave={(outcome) => onOutcome(entry.sprint, index, outcome)} />
        </div>
      ))}
    </section>
  );
}
