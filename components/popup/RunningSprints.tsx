import type { SprintKey } from '../../lib/core/issue.ts';
import type { PopupView, RunningSprint, SprintView } from '../../lib/messaging/messages.ts';
import { ExternalLink } from '../ui/ExternalLink.tsx';
import { sprintHome } from '../ui/wording/board-name.ts';
import { daysLeftInWords } from '../ui/wording/days-left.ts';

interface Props {
  readonly ours: SprintView | null;
  readonly others: PopupView['alongside'];
  onPick(sprint: SprintKey | null): void;
}

/** The sprints of the other teams, with their goals; one of them may be ours. */
export function RunningSprints({ ours, others, onPick }: Props) {
  if (others.length === 0) return null;
  return (
    <section aria-labelledby="running-label">
      <h2 id="running-label" className="eyebrow">{ours === null ? 'Running sprints' : 'Also running'} <span className="count">{others.length}</span></h2>
      <ul className="lines">{others.map((other) => <Running key={other.sprint.key} {...other} onPick={onPick} />)}</ul>
      {ours !== null && (
        <p className="muted small running-why">
          {WHY[ours.chosenBy]}
          {ours.chosenBy === 'pick' && <> <button type="button" className="button button-link" onClick={() => onPick(null)}>Choose by date again</button></>}
        </p>
      )}
    </section>
  );
}

const WHY: Readonly<Record<SprintView['chosenBy'], string>> = {
  pick: 'You picked the sprint above for this project; when it is over, the next one of its board or Project follows.',
  board: 'The sprint above is the one of the board in view.',
  date: 'The sprint above ends first. Is another one yours? Waymark remembers it.',
};

function Running({ sprint, goal, issues, onPick, ...time }: RunningSprint & Pick<Props, 'onPick'>) {
  return (
    <li className="line running">
      <div className="row">
        <span><ExternalLink className="line-link line-title" to={sprint.url}>{sprint.title}</ExternalLink>{sprint.board && <span className="muted"> · {sprintHome(sprint)}</span>}</span>
        <button type="button" className="button push" onClick={() => onPick(sprint.key)}>Ours<span className="visually-hidden">: {sprint.title}</span></button>
      </div>
      <p className={goal === null ? 'muted' : undefined}>{goal === null ? 'No goal yet.' : goal.text}</p>
      <p className="muted small">{daysLeftInWords(time, sprint.dueOn, 'ends').left}{issues.total > 0 && ` · ${issues.done} of ${issues.total} done`}</p>
    </li>
  );
}
