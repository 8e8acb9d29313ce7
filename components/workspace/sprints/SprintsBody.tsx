import type { Instant } from '../../../lib/core/time.ts';
import type { PopupView } from '../../../lib/messaging/messages.ts';
import { NoSprint } from '../../popup/NoSprint.tsx';
import { NothingReadYet } from '../../popup/NothingReadYet.tsx';
import { sprintsAddress, type SprintsLook } from '../address.ts';
import { Comparison } from './Comparison.tsx';
import { CurrentSprint } from './CurrentSprint.tsx';
import { FlowOnly } from './FlowOnly.tsx';
import { Ledger } from './Ledger.tsx';
import { ReadAgo } from './ReadAgo.tsx';
import type { SprintsReading } from './Sprints.tsx';
import type { SprintsEvents } from './sprints-events.ts';
import { SprintsSkeleton } from './SprintsSkeleton.tsx';
import { TeamFlow } from './TeamFlow.tsx';

interface Props {
  readonly reading: SprintsReading;
  readonly project: NonNullable<PopupView['project']>;
  readonly look: SprintsLook;
  readonly editsGoal: boolean;
  readonly now: Instant;
  readonly events: SprintsEvents;
}

/** The side of a project's sprints that was asked for; where it has none, how its work flows. */
export function SprintsBody({ reading: { view, report, ledger, comparison, flow }, project, look, editsGoal, now, events }: Props) {
  if (view.flow !== null && (typeof report === 'string' || report === null)) {
    return <FlowOnly name={project.name} flow={view.flow} measures={flow} />;
  }
  if (look === 'ledger') return ledger === null ? <SprintsSkeleton /> : <Ledger ledger={ledger} tracker={view.connection.tracker} now={now} events={events} />;
  if (look === 'past') return comparison === null ? <SprintsSkeleton /> : <><Comparison comparison={comparison} />{flow !== null && <TeamFlow flow={flow} />}</>;
  if (report === null) return <SprintsSkeleton />;
  if (report === 'unknown') return <p className="nothing">This sprint is not known here: it may be gone, or it has not been read yet. <a href={sprintsAddress(project.key)}>Show the current one</a></p>;
  if (report === 'none') {
    if (project.state !== 'ready' && view.problem !== null && !view.syncing) return <div className="sprints-empty"><NothingReadYet name={project.name} host={view.connection.host} onRefresh={events.onRefresh} /></div>;
    if (project.state !== 'ready') return <SprintsSkeleton words={`Reading ${project.name} for the first time …`} />;
    return <div className="sprints-empty"><NoSprint project={project} view={view} now={now} onPickSprint={events.onKeepSprint} /></div>;
  }
  return (
    <>
      <ReadAgo report={report} now={now} />
      <CurrentSprint report={report} tracker={view.connection.tracker} editsGoal={editsGoal} events={events} />
    </>
  );
}
