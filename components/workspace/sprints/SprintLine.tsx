import { isOver } from '../../../lib/core/sprint/time-left.ts';
import type { Instant } from '../../../lib/core/time.ts';
import { trackerWords } from '../../../lib/core/tracker-words.ts';
import type { SiteView, SprintReport } from '../../../lib/messaging/messages.ts';
import { ExternalLink } from '../../ui/ExternalLink.tsx';
import { boardName } from '../../ui/wording/board-name.ts';
import { dayInWords, daysLeftInWords } from '../../ui/wording/days-left.ts';

/** Which sprint it is, of which team, from when to when, and how much of it is left. */
export function SprintLine({ report: { sprint, gone, story: { span }, madeAt, ...time }, tracker }: { readonly report: SprintReport; readonly tracker: SiteView['tracker'] }) {
  const { left, due } = daysLeftInWords(time, sprint.dueOn, trackerWords(tracker).due);
  // What is said in front, or was never said, is not said again.
  const end = due ?? (sprint.state === 'open' || sprint.dueOn === null ? null : left);
  const parts = [sprint.board ? boardName(sprint.board.name) : null, beginInWords(sprint, span, madeAt), span.endedOn === null ? end : (span.endedAt ?? 0) > madeAt ? null : `ended ${dayInWords(span.endedOn, madeAt)}`, gone ? 'no longer at the tracker' : null];
  return (
    <p className="sprint-line-wide">
      {gone ? <strong className="sprint-name">{sprint.title}</strong> : <ExternalLink className="sprint-name" to={sprint.url}>{sprint.title}</ExternalLink>}
      {sprint.state === 'open' && <strong className={isOver(time) ? 'severity-late' : undefined}>{left}</strong>}
      {sprint.state === 'future' && <strong>Has not begun</strong>}
      <span className="muted">{parts.filter((part) => part !== null).join(' · ')}</span>
    </p>
  );
}

/** A sprint that nobody has started yet has begun on no day, and was made long before it begins. */
function beginInWords({ state }: SprintReport['sprint'], { from, fromBy, startsAt }: SprintReport['story']['span'], now: Instant): string | null {
  const isAhead = startsAt > now;
  if (state === 'future' && fromBy === 'created') return null;
  return `${isAhead ? 'begins' : state === 'future' ? 'was to begin' : 'began'} ${dayInWords(from, now)}`;
}
