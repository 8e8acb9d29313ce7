import type { Instant } from '../../lib/core/time.ts';
import type { PageReport, PopupView, SprintReport } from '../../lib/messaging/messages.ts';
import type { PageState } from '../ui/page-state.ts';
import { ProblemNote } from '../ui/ProblemNote.tsx';
import { Said } from '../ui/Said.tsx';
import type { Undoable } from '../workspace/roadmap/UndoNote.tsx';
import { AskLastGoal } from './AskLastGoal.tsx';
import { FlowPanel } from './FlowPanel.tsx';
import { NoSprint } from './NoSprint.tsx';
import { nothingToShow, saysItAll } from './nothing-to-show.tsx';
import { NothingReadYet } from './NothingReadYet.tsx';
import { PopupHead } from './PopupHead.tsx';
import { PopupSkeleton } from './PopupSkeleton.tsx';
import { PopupTray } from './PopupTray.tsx';
import type { PopupEvents } from './popup-events.ts';
import { RunningSprints } from './RunningSprints.tsx';
import { SprintPanel } from './SprintPanel.tsx';
import { StatusFoot } from './StatusFoot.tsx';

export type PopupState = PageState<{ readonly view: PopupView; readonly report: SprintReport | null; readonly asks: SprintReport['asks'] }>;

/** The tab that the popup opened over. */
export interface Page {
  readonly url: string | null;
  readonly report: PageReport | null;
  /** The browser does not let us on its site. */
  readonly barred?: boolean;
}

interface Props {
  readonly state: PopupState;
  readonly page: Page;
  /** What is shown is what was known last. */
  readonly busy: boolean;
  readonly now: Instant;
  readonly said: string;
  /** What was just marked, while it can be taken back. */
  readonly undoable: Undoable | null;
  readonly events: PopupEvents;
}

/** The toolbar's answer to “what is this sprint for?”. */
export function Popup({ state, page, busy, now, said, undoable, events }: Props) {
  const ready = state.kind === 'ready' ? state : null;
  return (
    <main className="waymark popup" aria-busy={busy}>
      <h1 className="visually-hidden">Waymark</h1>
      <PopupHead view={ready?.view ?? null} events={events} />
      <div className="popup-body">
        {state.kind === 'loading' && <PopupSkeleton />}
        {state.kind === 'failed' && <ProblemNote problem={state.problem} tone="late"><button type="button" className="button" onClick={events.onReload}>Try again</button></ProblemNote>}
        {ready !== null && <Purpose view={ready.view} report={ready.report} asks={ready.asks} waiting={ready.report === null && busy} now={now} events={events} />}
      </div>
      {ready !== null && (
        <div className="popup-bottom">
          <PopupTray view={ready.view} problem={saysItAll(ready.view) ? null : ready.view.problem} undoable={undoable} events={events} />
          <StatusFoot view={ready.view} page={page} now={now} events={events} />
        </div>
      )}
      <Said words={said} />
    </main>
  );
}

interface PurposeProps extends Pick<Extract<PopupState, { kind: 'ready' }>, 'view' | 'report' | 'asks'>, Pick<Props, 'now' | 'events'> {
  /** The report is on its way. */
  readonly waiting: boolean;
}

function Purpose({ view, report, asks, waiting, now, events }: PurposeProps) {
  const { project, sprint, flow, goals } = view;
  const nothing = nothingToShow(view, events.onOptions);
  if (nothing !== null || project === null) return nothing;
  if (flow !== null && (sprint === null || sprint.chosenBy === 'date')) return <><FlowPanel name={project.name} flow={flow} /><RunningSprints ours={null} others={running(view)} onPick={events.onPickSprint} /></>;
  if (sprint !== null && goals !== null) return <SprintPanel sprint={sprint} goals={goals} view={view} report={report} waiting={waiting} now={now} events={events} />;
  // Boards come before their sprints: that none is there yet says nothing while they are read.
  const early = view.connection.tracker === 'jira' && view.boards.length === 0 && view.syncing;
  if (project.state !== 'ready' && view.problem !== null && !view.syncing) return <NothingReadYet name={project.name} host={view.connection.host} onRefresh={events.onRefresh} />;
  if (project.state !== 'ready' || early) return <PopupSkeleton words={`Reading ${project.name} for the first time …`} />;
  return (
    <>
      <NoSprint project={project} view={view} now={now} onPickSprint={events.onPickSprint} />
      {asks !== null && <AskLastGoal key={asks.sprint} asks={asks} onOutcome={events.onOutcome} />}
    </>
  );
}

/** Beside a board without sprints, all of the project's. */
function running({ sprint, alongside }: PopupView): PopupView['alongside'] {
  return sprint === null ? alongside : [sprint, ...alongside];
}
