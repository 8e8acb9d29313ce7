import type { Instant } from '../../../lib/core/time.ts';
import type { LedgerView, PopupView, Problem, SprintMessages, SprintReport, TeamFlowView } from '../../../lib/messaging/messages.ts';
import { nothingToShow, saysItAll } from '../../popup/nothing-to-show.tsx';
import type { PageState } from '../../ui/page-state.ts';
import { ProblemNote } from '../../ui/ProblemNote.tsx';
import { Said } from '../../ui/Said.tsx';
import type { SprintsLook } from '../address.ts';
import { UndoNote, type Undoable } from '../roadmap/UndoNote.tsx';
import { SprintsBody } from './SprintsBody.tsx';
import type { SprintsEvents } from './sprints-events.ts';
import { SprintsHead } from './SprintsHead.tsx';
import { SprintsSkeleton } from './SprintsSkeleton.tsx';

/** What has been read so far; `null` until it has been. */
export interface SprintsReading {
  readonly view: PopupView;
  /** `none`: no sprint runs. `unknown`: the one that the address names is not known. */
  readonly report: SprintReport | 'none' | 'unknown' | null;
  readonly ledger: LedgerView | null;
  readonly comparison: SprintMessages['sprintComparison']['response'] | null;
  readonly flow: TeamFlowView | null;
}

export type SprintsState = PageState<{ readonly reading: SprintsReading; readonly problem: Problem | null }>;

interface Props {
  readonly state: SprintsState;
  readonly look: SprintsLook;
  /** The goal's editor is to stand open. */
  readonly editsGoal?: boolean;
  readonly now: Instant;
  readonly undoable: Undoable | null;
  readonly said: string;
  readonly events: SprintsEvents;
}

/** The sprints of a team: the one that runs, the ledger of goals, the past ones beside each other. */
export function Sprints({ state, look, editsGoal = false, now, undoable, said, events }: Props) {
  const reading = state.kind === 'ready' ? state.reading : null;
  const report = reading === null || typeof reading.report === 'string' ? null : reading.report;
  return (
    <main className="roadmap sprints" aria-busy={isWaiting(state)}>
      <h1 className="visually-hidden">Sprints</h1>
      {reading !== null && reading.view.project !== null && <p className="sprints-whose">Sprints of {reading.view.project.name}, {reading.view.connection.host}</p>}
      {reading !== null && <SprintsHead view={reading.view} report={report} ledger={reading.ledger} look={look} now={now} events={events} />}
      {state.kind === 'loading' && <SprintsSkeleton />}
      {state.kind === 'failed' && <ProblemNote problem={state.problem} tone="late"><button type="button" className="button" onClick={events.onReload}>Try again</button></ProblemNote>}
      {state.kind === 'ready' && state.problem !== null && !saysItAll(state.reading.view) && (
        <ProblemNote problem={state.problem}>{needsToken(state) ? <button type="button" className="button" onClick={events.onOptions}>Add a new token</button> : undefined}</ProblemNote>
      )}
      {reading !== null && <Whole reading={reading} look={look} editsGoal={editsGoal} now={now} events={events} />}
      {undoable !== null && <UndoNote undoable={undoable} onUndo={events.onUndoMarks} />}
      <Said words={said} />
    </main>
  );
}

function Whole({ reading, events, ...props }: Pick<Props, 'look' | 'now' | 'events'> & { readonly reading: SprintsReading; readonly editsGoal: boolean }) {
  const { project } = reading.view;
  const nothing = nothingToShow(reading.view, events.onOptions);
  return nothing !== null || project === null ? <div className="sprints-empty">{nothing}</div> : <SprintsBody reading={reading} project={project} events={events} {...props} />;
}

/** Whether more comes by itself. Without a project, or with something in its way, nothing does, and a page that says to be busy is not read out. */
function isWaiting(state: SprintsState): boolean {
  return state.kind === 'loading' || (state.kind === 'ready' && state.reading.report === null && state.problem === null && state.reading.view.project !== null);
}

/** What a new token mends is one click away. */
function needsToken({ reading: { view }, problem }: Extract<SprintsState, { kind: 'ready' }>): boolean {
  return problem?.kind === 'unauthorised' && view.connection.signIn === 'token';
}
