import { isIterationKey } from '../../lib/core/keys.ts';
import { isOver } from '../../lib/core/sprint/time-left.ts';
import type { Instant } from '../../lib/core/time.ts';
import { trackerWords } from '../../lib/core/tracker-words.ts';
import type { SiteView, SprintView } from '../../lib/messaging/messages.ts';
import { ExternalLink } from '../ui/ExternalLink.tsx';
import { sprintHome } from '../ui/wording/board-name.ts';
import { dayInWords, daysLeftInWords } from '../ui/wording/days-left.ts';

interface Props {
  readonly view: SprintView;
  readonly tracker: SiteView['tracker'];
  readonly now: Instant;
}

/** Which sprint it is, of which board, and how long it still runs. */
export function SprintLine({ view: { sprint, dueOn, ...time }, tracker, now }: Props) {
  const { left, due } = daysLeftInWords(time, dueOn, isIterationKey(sprint.key) ? 'ends' : trackerWords(tracker).due);
  const late = isOver(time);
  const origin = [sprintHome(sprint), (tracker === 'jira' || isIterationKey(sprint.key)) && sprint.startsOn !== null ? `${sprint.state === 'future' ? 'begins' : 'began'} ${dayInWords(sprint.startsOn, now)}` : null].filter(Boolean).join(' · ');
  return (
    <div>
      <div className="sprint-line">
        <ExternalLink className="sprint-title" to={sprint.url}>{sprint.title}</ExternalLink>
        <span className="push sprint-days"><strong className={late ? 'severity-late' : undefined}>{left}</strong>{due !== null && <span className="muted">, {due}</span>}</span>
      </div>
      {origin !== '' && <p className="muted small sprint-origin">{origin}</p>}
    </div>
  );
}
