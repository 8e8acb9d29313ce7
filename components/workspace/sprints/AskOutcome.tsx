import { useState } from 'react';
import type { GoalOutcome } from '../../../lib/core/sprint/ledger.ts';
import type { SprintReport } from '../../../lib/messaging/messages.ts';
import { OutcomeForm } from './OutcomeForm.tsx';
import { OutcomeMark } from './OutcomeMark.tsx';
import type { GoalEvents } from './sprints-events.ts';

interface Props {
  readonly asks: NonNullable<SprintReport['asks']>;
  readonly onOutcome: GoalEvents['onOutcome'];
}

/** A sprint has ended: whether its goals were met is asked while the team still knows. */
export function AskOutcome({ asks: { sprint, title, goals }, onOutcome }: Props) {
  const [said, setSaid] = useState<Readonly<Record<number, GoalOutcome['result']>>>({});
  return (
    <section className="ask" aria-labelledby="ask">
      <h2 id="ask">{title} has ended. {goals.length === 1 ? 'Was its goal met?' : 'Were its goals met?'}</h2>
      {goals.map((goal, index) => (
        <div key={goal} className="stack">
          <p className="ask-goal">{goal}</p>
          {said[index] !== undefined ? <p><OutcomeMark result={said[index]} /></p> : (
            <OutcomeForm
              name={goals.length === 1 ? title : `${title}, goal ${index + 1}`} outcome={null}
              onSave={async (outcome) => {
                const refused = await onOutcome(sprint, index, outcome);
                if (refused === null && outcome !== null) setSaid((before) => ({ ...before, [index]: outcome.result }));
                return refused;
              }}
            />
          )}
        </div>
      ))}
    </section>
  );
}
