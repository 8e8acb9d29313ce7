import type { SprintKey } from '../../lib/core/issue.ts';
import { isIterationKey } from '../../lib/core/keys.ts';
import type { Sprint } from '../../lib/core/sprint/sprint.ts';
import type { Instant, PlainDate } from '../../lib/core/time.ts';
import { sprintHome } from '../ui/wording/board-name.ts';
import { dayInWords } from '../ui/wording/days-left.ts';

interface Props {
  readonly current: Sprint | null;
  readonly sprints: readonly Sprint[];
  readonly picked: boolean;
  readonly now: Instant;
  onPick(sprint: SprintKey | null): void;
}

/** Which milestone or iteration of GitHub counts as the sprint, and why; another one can be picked. */
export function SprintPicker({ current, sprints, picked, now, onPick }: Props) {
  const iterations = sprints.some(({ key }) => isIterationKey(key));
  return (
    <label className="sprint-picker small">
      <span className="muted">{iterations ? 'Iteration or milestone used as the sprint' : 'Milestone used as the sprint'}</span>
      <select className="input" value={picked && current !== null ? current.key : ''} onChange={(event) => onPick(sprints.find((one) => one.key === event.target.value)?.key ?? null)}>
        <option value="">{!iterations ? 'Nearest due date' : current === null ? 'The next iteration, once it runs' : 'The iteration that runs'}{!picked && current !== null ? `: ${current.title}` : ''}</option>
        {sprints.map((sprint) => <option key={sprint.key} value={sprint.key}>{optionWords(sprint, now)}</option>)}
      </select>
    </label>
  );
}

/** A day of another year says so. */
export function optionWords(sprint: Sprint, now: Instant): string {
  const { title, key, startsOn, dueOn, state } = sprint;
  const day = (date: PlainDate) => `${dayInWords(date)}${date.slice(0, 4) === String(new Date(now).getFullYear()) ? '' : ` ${date.slice(0, 4)}`}`;
  const when = state === 'future' && startsOn !== null ? `from ${day(startsOn)}` : dueOn === null ? null : `${isIterationKey(key) ? 'ends' : 'due'} ${day(dueOn)}`;
  return [title, sprintHome(sprint) || null, when].filter((part) => part !== null).join(', ');
}
