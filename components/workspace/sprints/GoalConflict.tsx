import type { GoalsView } from '../../../lib/messaging/messages.ts';
import { RiskIcon } from '../../ui/icons.tsx';

interface Props {
  readonly conflict: NonNullable<GoalsView['conflict']>;
  onUse(use: 'mine' | 'theirs'): void;
}

/** Two wordings, and nothing is written over either of them before somebody has said which one stands. */
export function GoalConflict({ conflict: { mine, theirs }, onUse }: Props) {
  return (
    <fieldset className="goal-conflict" aria-labelledby="goal-conflict">
      <p id="goal-conflict" className="row"><RiskIcon /><strong>Somebody changed the goal while yours was on its way.</strong> Theirs stands until you say otherwise; both are kept in its history.</p>
      <dl>
        <div><dt>Yours</dt><dd>{inWords(mine)}</dd></div>
        <div><dt>Theirs</dt><dd>{inWords(theirs)}</dd></div>
      </dl>
      <div className="row row-wrap">
        <button type="button" className="button" onClick={() => onUse('mine')}>Use mine</button>
        <button type="button" className="button" onClick={() => onUse('theirs')}>Keep theirs</button>
      </div>
    </fieldset>
  );
}

function inWords(goals: readonly string[]): string {
  return goals.length === 0 ? 'No goal' : goals.join(' · ');
}
