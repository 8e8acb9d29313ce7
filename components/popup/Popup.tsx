import type { Instant } from '../../lib/core/time.ts';
import type { PageReport, PopupView, Problem } from '../../lib/messaging/messages.ts';
import { PendingWrites } from '../ui/PendingWrites.tsx';
import { ProblemNote } from '../ui/ProblemNote.tsx';
import { FirstRun } from './FirstRun.tsx';
import { FlowPanel } from './FlowPanel.tsx';
import { NoSprint } from './NoSprint.tsx';
import { NothingKnown } from './NothingKnown.tsx';
import { PopupHead } from './PopupHead.tsx';
import { PopupSkeleton } from './PopupSkeleton.tsx';
import type { PopupEvents } from './popup-events.ts';
import { RunningSprints } from './RunningSprints.tsx';
import { SignedOut } from './SignedOut.tsx';
import { SprintPanel } from './SprintPanel.tsx';
import { StatusFoot } from './StatusFoot.tsx';

export type PopupState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly problem: Problem }
  | { readonly kind: 'ready'; readonly view: PopupView };

interface Props {
  readonly state: PopupState;
  readonly page: { readonly url: string | null; readonly report: PageReport | null };
  readonly now: Instant;
  readonly said: string;
  readonly events: PopupEvents;
}

/** The toolbar's answer to “what is this sprint for?”. */
export function Popup({ state, page, now, said, events }: Props) {
  const view = state.kind === 'ready' ? state.view : null;
  return (
    <main className="waymark popup" aria-busy={state.kind === 'loading'}>
      <h1 className="visually-hidden">Waymark</h1>
      <PopupHead view={view} events={events} />
      <div className="popup-body">
        {state.kind === 'loading' && <PopupSkeleton />}
        {state.kind === 'failed' && <ProblemNote problem={state.problem} tone="late"><button type="button" className="button" onClick={events.onReload}>Try again</button></ProblemNote>}
        {view !== null && (
          <>
            {view.problem !== null && !saysItAll(view) && <ProblemNote problem={view.problem} />}
            <PendingWrites writes={view.failedWrites} onUndo={events.onUndo} onRetry={events.onRetry} onDiscard={events.onDiscard} />
            <Purpose view={view} now={now} events={events} />
          </>
        )}
      </div>
      {view !== null && <StatusFoot view={view} page={page} now={now} events={events} />}
      <output className="visually-hidden">{said}</output>
    </main>
  );
}

function Purpose({ view, now, events }: { readonly view: PopupView; readonly now: Instant; readonly events: PopupEvents }) {
  const { project, sprint, flow } = view;
  if (project === null) return <FirstRun hasToken={view.connection.signIn === 'token'} onOptions={events.onOptions} />;
  if (view.problem !== null && saysItAll(view)) return <SignedOut problem={view.problem} onOptions={events.onOptions} />;
  if (project.state === 'silent') return <NothingKnown name={project.name} connection={view.connection} onOptions={events.onOptions} />;
  if (flow !== null && (sprint === null || sprint.chosenBy === 'date')) return <><FlowPanel name={project.name} flow={flow} /><RunningSprints ours={null} others={running(view)} onPick={events.onPickSprint} /></>;
  if (sprint !== null) return <SprintPanel sprint={sprint} view={view} now={now} events={events} />;
  // Boards come before their sprints: that none is there yet says nothing while they are read.
  const early = view.connection.tracker === 'jira' && view.boards.length === 0 && view.syncing;
  if (project.state !== 'ready' || early) return <PopupSkeleton words={`Reading ${project.name} for the first time …`} />;
  return <NoSprint project={project} view={view} now={now} onPickSprint={events.onPickSprint} />;
}

/** Nothing has been read, for want of a sign-in: there is nothing to show but that. */
function saysItAll({ problem, syncedAt }: PopupView): boolean {
  return problem?.kind === 'signed-out' && syncedAt === null;
}

/** Beside a board without sprints, all of the project's. */
function running({ sprint, alongside }: PopupView): PopupView['alongside'] {
  return sprint === null ? alongside : [sprint, ...alongside];
}
