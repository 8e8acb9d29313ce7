import type { SprintKey } from '../../lib/core/issue.ts';
import type { Instant } from '../../lib/core/time.ts';
import type { PopupView } from '../../lib/messaging/messages.ts';
import { ExternalLink } from '../ui/ExternalLink.tsx';
import { BetweenSprints } from './BetweenSprints.tsx';
import { NoRunningSprint } from './NoRunningSprint.tsx';
import { SprintPicker } from './SprintPicker.tsx';

interface Props {
  readonly project: NonNullable<PopupView['project']>;
  readonly view: PopupView;
  readonly now: Instant;
  onPickSprint(sprint: SprintKey | null): void;
}

/** No sprint yet: what it takes, in this tracker, to have one. */
export function NoSprint({ project: { key, name }, view, now, onPickSprint }: Props) {
  const { sprints, connection } = view;
  if (view.between) return <BetweenSprints between={view.between} sprints={sprints} now={now} onPick={onPickSprint} />;
  if (connection.tracker === 'jira') return <NoRunningSprint name={name} sprints={sprints} boards={view.boards} />;
  return (
    <section className="empty">
      <h2 className="goal">No sprint in view</h2>
      {sprints.length > 0 ? (
        <>
          <p>No open milestone of {name} has a due date. Pick the one that is your sprint, or give it a date on GitHub.</p>
          <SprintPicker now={now} current={null} sprints={sprints} picked={false} onPick={onPickSprint} />
        </>
      ) : (
        <>
          <p>Waymark takes the open milestone with the nearest due date as the sprint. {name} has no open milestone.</p>
          <ol className="steps">
            <li>Make a milestone with a due date.</li>
            <li>Begin its description with “Sprint Goal: …”.</li>
            <li>Put the sprint’s issues on it.</li>
          </ol>
          <p><ExternalLink className="button button-primary" to={`https://${key}/milestones/new`}>Make a milestone</ExternalLink></p>
        </>
      )}
    </section>
  );
}
