import type { ProjectKey } from '../../lib/core/issue.ts';
import type { PopupView } from '../../lib/messaging/messages.ts';
import { trackerName } from '../ui/wording/tracker-name.ts';

type Project = PopupView['projects'][number];

interface Props {
  readonly current: Project;
  readonly projects: readonly Project[];
  onPick(project: ProjectKey): void;
}

/** Switches the team: projects of all sites in one list. Two sites may have a project of one name, so each stands under its site. */
export function ProjectPicker({ current, projects, onPick }: Props) {
  const choices = projects.some((one) => one.key === current.key) ? projects : [current, ...projects];
  if (choices.length === 1) return <strong>{current.name}</strong>;
  const hosts = [...new Set(choices.map((one) => one.host))];
  const option = (one: Project) => <option key={one.key} value={one.key}>{one.name}</option>;
  return (
    <select className="popup-project" aria-label="Project" value={current.key} onChange={(event) => {
      const picked = choices.find((one) => one.key === event.target.value);
      if (picked !== undefined) onPick(picked.key);
    }}>
      {hosts.length === 1 ? choices.map(option) : hosts.map((host) => <optgroup key={host} label={trackerName(host)}>{choices.filter((one) => one.host === host).map(option)}</optgroup>)}
    </select>
  );
}
