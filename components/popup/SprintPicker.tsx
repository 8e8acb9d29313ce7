import type { SprintKey } from '../../lib/core/issue.ts';
import type { Sprint } from '../../lib/core/sprint/sprint.ts';
import { dayInWords } from '../ui/wording/days-left.ts';

interface Props {
  readonly current: Sprint | null;
  readonly sprints: readonly Sprint[];
  readonly picked: boolean;
  onPick(sprint: SprintKey | null): void;
}

/** Which milestone of GitHub counts as the sprint, and why; another one can be picked. */
export function SprintPicker({ current, sprints, picked, onPick }: Props) {
  return (
    <label className="sprint-picker small">
      <span className="muted">Milestone used as the sprint</span>
      <select className="input" value={picked && current !== null ? current.key : ''} onChange={(event) => onPick(sprints.find((one) => one.key === event.target.value)?.key ?? null)}>
        <option value="">Nearest due date{!picked && current !== null ? `: ${current.title}` : ''}</option>
        {sprints.map((sprint) => <option key={sprint.key} value={sprint.key}>{sprint.title}{sprint.dueOn === null ? '' : `, due ${dayInWords(sprint.dueOn)}`}</option>)}
      </select>
    </label>
  );
}
