import { isOver } from '../../../lib/core/sprint/time-left.ts';
import { trackerWords } from '../../../lib/core/tracker-words.ts';
import type { SiteView, SprintReport } from '../../../lib/messaging/messages.ts';
import { ExternalLink } from '../../ui/ExternalLink.tsx';
import { boardName } from '../../ui/wording/board-name.ts';
import { dayInWords, daysLeftInWords, momentInWords } from '../../ui/wording/days-left.ts';

/** Which sprint it is, of which team, from when to when, and how much of it is left. */
export function SprintLine({ report: { sprint, gone, story: { span }, madeAt, ...time }, tracker }: { readonly report: SprintReport; readonly tracker: SiteView['tracker'] }) {
  const { left, due } = daysLeftInWords(time, sprint.dueOn, trackerWords(tracker).due);
  const parts = [sprint.board ? boardName(sprint.board.name) : null, `began ${dayInWords(span.from)}`, span.endedAt === null ? due : span.endedAt > madeAt ? null : `ended ${momentInWords(span.endedAt)}`, gone ? 'no longer at the tracker' : null];
  return (
    <p className="sprint-line-wide">
      {gone ? <strong className="sprint-name">{sprint.title}</strong> : <ExternalLink className="sprint-name" to={sprint.url}>{sprint.title}</ExternalLink>}
      {sprint.state === 'open' && <strong className={isOver(time) ? 'severity-late' : undefined}>{left}</strong>}
      {sprint.state === 'future' && <strong>Has not begun</strong>}
      <span className="muted">{parts.filter((part) => part !== null).join(' · ')}</span>
    </p>
  );
}
