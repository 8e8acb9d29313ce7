import { useRef } from 'react';
import type { SiteView } from '../../lib/messaging/messages.ts';

interface Props {
  readonly host: string;
  readonly tracker: SiteView['tracker'];
  onRemove(): void;
}

/** Takes the token of a site away, after saying what goes with it: nobody keeps it, so it cannot be brought back. */
export function RemoveToken({ host, tracker, onRemove }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const title = `remove-token-${host}`;
  return (
    <>
      <button type="button" className="button button-danger" onClick={() => dialog.current?.showModal()}>Remove token …</button>
      <dialog ref={dialog} className="waymark confirm" aria-labelledby={title}>
        <form method="dialog" className="stack">
          <h3 id={title}>Remove the token of {host}?</h3>
          <p>Waymark erases it from this browser and cannot bring it back: to sign in with it again, you need to have it elsewhere, or make a new one. Without it:</p>
          <ul className="bullets">
            <li>{tracker === 'jira' ? 'Waymark reads there by your browser’s own sign-in, or what is shown to everybody.' : 'Waymark reads public repositories only, within 60 requests an hour.'}</li>
            <li>{tracker === 'jira' ? 'Changes that have not been sent yet wait until it can write there again.' : 'Changes that have not been sent yet wait for another token.'}</li>
            <li>What was read and tagged stays here.</li>
            <li>The token stays valid on {host} until you revoke it there.</li>
          </ul>
          <div className="row"><span className="push" /><button type="submit" className="button">Keep it</button><button type="submit" className="button button-danger" onClick={onRemove}>Remove it</button></div>
        </form>
      </dialog>
    </>
  );
}
