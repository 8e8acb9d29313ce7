import type { PopupView } from '../../lib/messaging/messages.ts';
import { GearIcon, RefreshIcon, RoadmapIcon, SignIcon, SprintsIcon } from '../ui/icons.tsx';
import type { PopupEvents } from './popup-events.ts';
import { ProjectPicker } from './ProjectPicker.tsx';

interface Props {
  readonly view: PopupView | null;
  readonly events: PopupEvents;
}

/** Which project this is about, the way to another one, and to the options. */
export function PopupHead({ view, events }: Props) {
  const project = view?.project ?? null;
  return (
    <header className="popup-head">
      <SignIcon />
      {view === null || project === null ? <strong>Waymark</strong> : <ProjectPicker current={{ ...project, host: view.connection.host }} projects={view.projects} onPick={events.onPickProject} />}
      <span className="push" />
      {project !== null && (
        <button type="button" className="button button-quiet button-icon" title="Refresh from the tracker" aria-disabled={view?.syncing} onClick={() => { if (view?.syncing !== true) events.onRefresh(); }}><RefreshIcon /></button>
      )}
      {project !== null && <a className="button button-quiet button-icon" href={`/workspace.html#/sprints/${project.key}`} target="_blank" rel="noreferrer" title="Open the sprints"><SprintsIcon /></a>}
      <a className="button button-quiet button-icon" href="/workspace.html#roadmap" target="_blank" rel="noreferrer" title="Open the roadmap"><RoadmapIcon /></a>
      <button type="button" className="button button-quiet button-icon" title="Options" onClick={events.onOptions}><GearIcon /></button>
    </header>
  );
}
