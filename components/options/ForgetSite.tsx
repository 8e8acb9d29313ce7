import { useRef } from 'react';
import { trackerWords } from '../../lib/core/tracker-words.ts';
import type { SiteView } from '../../lib/messaging/messages.ts';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
import { count } from '../ui/wording/count.ts';

interface Props {
  readonly host: string;
  readonly tracker: SiteView['tracker'];
  readonly hasToken: boolean;
  readonly projects: number;
  onForget(): void;
}

/** Erases everything of one site, after saying what that is. */
export function ForgetSite({ host, tracker, hasToken, projects, onForget }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const { sprints } = trackerWords(tracker);
  return (
    <>
      <div><button type="button" className="button button-quiet button-danger" onClick={() => dialog.current?.showModal()}>Forget this site …</button></div>
      <ConfirmDialog dialog={dialog} title={`Forget ${host}?`} action={`Forget ${host}`} onConfirm={onForget}>
        <p>This erases from this browser, and cannot be undone:</p>
        <ul className="bullets">
          {hasToken && <li>its token (it stays valid on {host} until you revoke it there)</li>}
          <li>everything read from it: {count(projects, 'project')} with all issues and {sprints}</li>
          <li>tags, goals, entered values and accepted flags that are kept in this browser only</li>
          <li>changes that have not been sent yet</li>
          {host !== 'github.com' && !host.endsWith('.atlassian.net') && <li>the permission to work on {host}</li>}
        </ul>
        <p className="muted">Labels and {sprints} on {host} stay as they are.</p>
      </ConfirmDialog>
    </>
  );
}
