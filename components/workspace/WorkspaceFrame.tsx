import type { ReactNode } from 'react';
import { GearIcon, SignIcon } from '../ui/icons.tsx';

interface Props {
  readonly children: ReactNode;
  onOptions(): void;
}

/** What stands around every page of the workspace. */
export function WorkspaceFrame({ children, onOptions }: Props) {
  return (
    <div className="waymark workspace">
      <header className="workspace-head">
        <p className="workspace-brand"><SignIcon /> Waymark</p>
        <nav aria-label="Workspace"><a href="#roadmap" aria-current="page">Roadmap</a></nav>
        <button type="button" className="button button-quiet button-icon push" aria-label="Options" title="Options" onClick={onOptions}><GearIcon /></button>
      </header>
      {children}
    </div>
  );
}
