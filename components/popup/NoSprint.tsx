import type { ProjectKey, SprintKey } from '../../lib/core/issue.ts';
import type { Sprint } from '../../lib/core/sprint/sprint.ts';
import { ExternalLink } from '../ui/ExternalLink.tsx';
import { SprintPicker } from './SprintPicker.tsx';

interface Props {
  readonly project: ProjectKey;
  readonly name: string;
  readonly sprints: readonly Sprint[];
  onPickSprint(sprint: SprintKey | null): void;
}

export function NoSprint({ project, name, sprints, onPickSprint }: Props) {
  return (
    <section className="empty">
      <h2 className="goal">No sprint in view</h2>
      {sprints.length > 0 ? (
        <>
          <p>No open milestone of {name} has a due date. Pick the one that is your sprint, or give it a date on GitHub.</p>
          <SprintPicker current={null} sprints={sprints} picked={false} onPick={onPickSprint} />
        </>
      ) : (
        <>
          <p>Waymark takes the open milestone with the nearest due date as the sprint. {name} has no open milestone.</p>
          <ol className="steps">
            <li>Make a milestone with a due date.</li>
            <li>Begin its description with “Sprint Goal: …”.</li>
            <li>Put the sprint’s issues on it.</li>
          </ol>
          <p><ExternalLink className="button button-primary" to={`https://${project}/milestones/new`}>Make a milestone</ExternalLink></p>
        </>
      )}
    </section>
  );
}
