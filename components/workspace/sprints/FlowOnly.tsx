import type { FlowView, TeamFlowView } from '../../../lib/messaging/messages.ts';
import { ageOf } from '../../popup/flow-words.ts';
import { IssueLine } from '../../popup/IssueLine.tsx';
import { ExternalLink } from '../../ui/ExternalLink.tsx';
import { TeamFlow } from './TeamFlow.tsx';

interface Props {
  readonly name: string;
  readonly flow: FlowView;
  /** `null` until it has been read. */
  readonly measures: TeamFlowView | null;
}

/** A team without sprints has no Sprint Goal: what counts is that work flows. */
export function FlowOnly({ name, flow: { board, inProgress }, measures }: Props) {
  return (
    <>
      <section className="sprint-section" aria-labelledby="no-sprints">
        <h2 id="no-sprints" className="sprint-goal-text">{board === null ? name : <ExternalLink className="line-link" to={board.url}>{board.name}</ExternalLink>} has no sprints</h2>
        <p className="muted">{board?.kind === 'kanban' ? 'It is a Kanban board, so there is no Sprint Goal. This is how its work flows.' : 'So there is no Sprint Goal. This is how its work flows.'}</p>
      </section>
      {measures !== null && <TeamFlow flow={measures} />}
      <section className="sprint-section" aria-labelledby="oldest">
        <h2 id="oldest">In progress, the oldest first <span className="count">{inProgress.length}</span></h2>
        {inProgress.length === 0 && <p className="muted">Nothing is in progress.</p>}
        <ul className="lines">{inProgress.map((issue) => <IssueLine key={issue.key} issue={issue} note={ageOf(issue)} />)}</ul>
      </section>
    </>
  );
}
