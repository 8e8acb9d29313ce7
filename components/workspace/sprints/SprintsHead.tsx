import type { Instant } from '../../../lib/core/time.ts';
import type { LedgerView, PopupView, SprintReport } from '../../../lib/messaging/messages.ts';
import { ProjectPicker } from '../../popup/ProjectPicker.tsx';
import { readInWords } from '../../popup/read-words.ts';
import { RefreshIcon } from '../../ui/icons.tsx';
import { sprintsAddress, type SprintsLook } from '../address.ts';
import type { SprintsEvents } from './sprints-events.ts';
import { WhichSprint } from './WhichSprint.tsx';

interface Props {
  readonly view: PopupView;
  readonly report: SprintReport | null;
  readonly ledger: LedgerView | null;
  readonly look: SprintsLook;
  readonly now: Instant;
  readonly events: SprintsEvents;
}

const LOOKS = [['current', 'Sprint'], ['ledger', 'Ledger'], ['past', 'Past sprints and flow']] as const;

/** Whose sprints, which of them, and which side of them. */
export function SprintsHead({ view, report, ledger, look, now, events }: Props) {
  const { project, connection, projects, flow } = view;
  if (project === null) return null;
  // Where nothing was read there is nothing to choose from, and a board without sprints has none.
  const hasSprints = report !== null || (flow === null && view.syncedAt !== null);
  return (
    <div className="bar-row sprints-bar">
      <span className="sprints-project"><ProjectPicker current={{ ...project, host: connection.host }} projects={projects} onPick={events.onPickProject} /></span>
      {hasSprints && (
        <nav className="segments sprints-looks" aria-label="Sprints">
          {LOOKS.map(([one, name]) => <a key={one} href={sprintsAddress(project.key, one)} aria-current={one === look ? 'page' : undefined}>{name}</a>)}
        </nav>
      )}
      {hasSprints && look === 'current' && <WhichSprint view={view} report={report} ledger={ledger} events={events} />}
      <span className="push row">
        <span className="muted small">{readInWords(view, now)}</span>
        <button type="button" className="button button-quiet button-icon" title="Refresh from the tracker" aria-disabled={view.syncing} onClick={() => { if (!view.syncing) events.onRefresh(); }}><RefreshIcon /></button>
      </span>
    </div>
  );
}
