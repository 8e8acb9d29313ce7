import type { ReactNode } from 'react';
import { GearIcon, SignIcon } from '../ui/icons.tsx';

interface Props {
  readonly here?: 'roadmap' | 'sprints';
  readonly children: ReactNode;
  onOptions(): void;
}

const PAGES = [['roadmap', '#roadmap', 'Roadmap'], ['sprints', '#/sprints', 'Sprints']] as const;

/** What stands around every page of the workspace. */
export function WorkspaceFrame({ here = 'roadmap', children, onOptions }: Props) {
  return (
    <div className="waymark workspace">
      <header className="workspace-head">
        <p className="workspace-brand"><SignIcon /> Waymark</p>
        <nav aria-label="Workspace">
          {PAGES.map(([page, address, name]) => <a key={page} href={address} aria-current={page === here ? 'page' : undefined}>{name}</a>)}
        </nav>
        <button type="button" className="button button-quiet button-icon push" title="Options" onClick={onOptions}><GearIcon /></button>
      </header>
      {children}
    </div>
  );
}
