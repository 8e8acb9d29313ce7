import { useState } from 'react';
import type { GoalOutcome, LedgerGoal } from '../../../lib/core/sprint/ledger.ts';
import type { Problem, SiteView } from '../../../lib/messaging/messages.ts';
import { momentInWords } from '../../ui/wording/days-left.ts';
import { OutcomeForm } from './OutcomeForm.tsx';
import { OutcomeMark } from './OutcomeMark.tsx';
import { lastWording } from './search-ledger.ts';
import { placeInWords } from './goal-place-words.ts';

interface Props {
  readonly goal: LedgerGoal;
  readonly name: string;
  readonly tracker: SiteView['tracker'];
  /** Its sprint has begun: before that nothing can have become of it. */
  readonly begun: boolean;
  /** Its sprint has ended. */
  readonly over: boolean;
  onSave(outcome: Pick<GoalOutcome, 'result' | 'note'> | null): Promise<Problem | null>;
}

/** One goal with all that it has said, and what became of it. */
export function LedgerGoalView({ goal, name, tracker, begun, over, onSave }: Props) {
  const [editing, setEditing] = useState(false);
  const { wordings, outcome } = goal;
  const asks = over && outcome === null;
  const former = wordings.slice(0, -1).toReversed();
  return (
    <section className="ledger-goal">
      <p className="ledger-goal-text">{lastWording(goal)}</p>
      <div className="row row-wrap">
        {(over || outcome !== null) && <OutcomeMark result={outcome?.result ?? null} />}
        {outcome !== null && <span className="muted small">{[outcome.note, outcome.by === null ? momentInWords(outcome.at) : `${outcome.by}, ${momentInWords(outcome.at)}`].filter((part) => part !== '').join(' · ')}</span>}
        {!editing && !asks && (begun || outcome !== null) && <button type="button" className="button button-quiet" aria-label={`${outcome === null ? 'Say the outcome' : 'Change the outcome'}: ${name}`} onClick={() => setEditing(true)}>{outcome === null ? 'Say the outcome' : 'Change'}</button>}
      </div>
      {(editing || asks) && <OutcomeForm name={name} outcome={outcome} onSave={onSave} {...(asks ? {} : { onDone: () => setEditing(false) })} />}
      {former.length > 0 && (
        <details className="goal-history">
          <summary className="small">Was worded otherwise before</summary>
          <ol reversed>{former.map((wording) => <li key={wording.at}><p>{wording.text === '' ? <em>There was none.</em> : wording.text}</p><p className="muted small">{momentInWords(wording.at)}{wording.by !== null && ` · ${wording.by}`} · {placeInWords(wording.from, tracker)}</p></li>)}</ol>
        </details>
      )}
    </section>
  );
}
