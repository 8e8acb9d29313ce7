import type { PopupView } from '../../lib/messaging/messages.ts';
import { GearIcon, RefreshIcon, SignIcon } from '../ui/icons.tsx';
import type { PopupEvents } from './popup-events.ts';

interface Props {
  readonly view: PopupView | null;
  readonly events: PopupEvents;
}

/** Which project this is about, the way to another one, and to the options. */
export function PopupHead({ view, events }: Props) {
  const project = view?.project ?? null;
  const others = view?.projects ?? [];
  const choices = project === null || others.some((one) => one.key === project.key) ? others : [project, ...others];
  return (
    <header className="popup-head">
      <SignIcon />
      {project !== null && choices.length > 1 ? (
        <select className="popup-project" aria-label="Project" value={project.key} onChange={(event) => {
          const picked = choices.find((one) => one.key === event.target.value);
          if (picked !== undefined) events.onPickProject(picked.key);
        }}>
          {choices.map((one) => <option key={one.key} value={one.key}>{one.name}</option>)}
        </select>
      ) : (
        <strong>{project?.name ?? 'Waymark'}</strong>
      )}
      <span className="push" />
      {project !== null && (
        <button type="button" className="button button-quiet button-icon" aria-label="Refresh from the tracker" title="Refresh from the tracker" disabled={view?.syncing} onClick={events.onRefresh}><RefreshIcon /></button>
      )}
      <button type="button" className="button button-quiet button-icon" aria-label="Options" title="Options" onClick={events.onOptions}><GearIcon /></button>
    </header>
  );
}
