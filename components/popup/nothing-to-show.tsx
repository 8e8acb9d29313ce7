import type { ReactNode } from 'react';
import type { PopupView } from '../../lib/messaging/messages.ts';
import { FirstRun } from './FirstRun.tsx';
import { NothingKnown } from './NothingKnown.tsx';
import { SignedOut } from './SignedOut.tsx';

/** Why there is nothing to show of a project, and the way on: nothing has been opened yet, nobody is signed in, or it may not be seen. `null` where there may be something. */
export function nothingToShow(view: PopupView, onOptions: () => void): ReactNode {
  const { project, problem, connection } = view;
  if (project === null) return <FirstRun hasToken={connection.signIn === 'token'} onOptions={onOptions} />;
  if (problem !== null && saysItAll(view)) return <SignedOut problem={problem} onOptions={onOptions} />;
  if (project.state === 'silent') return <NothingKnown name={project.name} lastReadAt={view.lastReadAt ?? null} connection={connection} onOptions={onOptions} />;
  return null;
}

/** Nothing has been read, for want of a sign-in: there is nothing to show but that. */
export function saysItAll({ problem, syncedAt }: Pick<PopupView, 'problem' | 'syncedAt'>): boolean {
  return problem?.kind === 'signed-out' && syncedAt === null;
}
