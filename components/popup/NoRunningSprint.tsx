import type { PopupView } from '../../lib/messaging/messages.ts';
import { ExternalLink } from '../ui/ExternalLink.tsx';
import { boardName } from '../ui/wording/board-name.ts';
import { dayInWords } from '../ui/wording/days-left.ts';

interface Props {
  readonly name: string;
  readonly sprints: PopupView['sprints'];
  readonly boards: PopupView['boards'];
}

/** As many as fit without a scroll bar. */
const SHOWN = 3;

/** A project of Jira whose boards mean to have sprints, and none runs. */
export function NoRunningSprint({ name, sprints, boards }: Props) {
  const coming = sprints.filter(({ state }) => state === 'future').slice(0, SHOWN);
  const planned = boards.filter(({ kind }) => kind !== 'kanban').slice(0, SHOWN);
  return (
    <section className="empty">
      <h2 className="goal">No sprint is running</h2>
      <p>{coming.length > 0 ? `${name} has planned its next sprint and not started it.` : `Start one in the backlog of ${planned.length > 1 ? 'one of its boards' : 'its board'}: its goal and its dates then show here.`}</p>
      {coming.length > 0 && (
        <ul className="lines">
          {coming.map(({ key, title, url, startsOn, board }) => (
            <li key={key} className="line"><ExternalLink className="line-link line-title" to={url}>{title}</ExternalLink> <span className="muted">· {[board && boardName(board.name), startsOn === null ? 'no start date' : `from ${dayInWords(startsOn)}`].filter(Boolean).join(', ')}</span></li>
          ))}
        </ul>
      )}
      {planned.length > 0
        ? <p className="row row-wrap">{planned.map((board) => <ExternalLink key={board.url} className="button" to={board.url}>Open {boardName(board.name)}</ExternalLink>)}</p>
        : <p className="muted">Waymark has found no board of {name} that your account may see.</p>}
    </section>
  );
}
