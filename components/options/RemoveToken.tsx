import { useRef } from 'react';
import type { SiteView } from '../../lib/messaging/messages.ts';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';

interface Props {
  readonly host: string;
  readonly tracker: SiteView['tracker'];
  onRemove(): void;
}

/** Takes the token of a site away, after saying what goes with it: nobody keeps it, so it cannot be brought back. */
export function RemoveToken({ host, tracker, onRemove }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  return (
    <>
      <button type="button" className="button button-danger" onClick={() => dialog.current?.showModal()}>Remove token …</button>
      <ConfirmDialog dialog={dialog} title={`Remove the token of ${host}?`} action="Remove it" onConfirm={onRemove}>
        <p>Waymark erases it from this browser and cannot bring it back: to sign in with it again, you need to have it elsewhere, or make a new one. Without it:</p>
        <ul className="bullets">
          <li>{tracker === 'jira' ? 'Waymark reads there by your browser’s own sign-in, or what is shown to everybody.' : 'Waymark reads public repositories only, within 60 requests an hour.'}</li>
          <li>{tracker === 'jira' ? 'Changes that have not been sent yet wait until it can write there again.' : 'Changes that have not been sent yet wait for another token.'}</li>
          <li>What was read and tagged stays here.</li>
          <li>The token stays valid on {host} until you revoke it there.</li>
        </ul>
      </ConfirmDialog>
    </>
  );
}
