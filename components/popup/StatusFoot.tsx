import type { Instant } from '../../lib/core/time.ts';
import type { PopupView } from '../../lib/messaging/messages.ts';
import { AllowSite } from '../ui/AllowSite.tsx';
import { ExternalLink } from '../ui/ExternalLink.tsx';
import { CheckIcon, NoteIcon } from '../ui/icons.tsx';
import { AllowanceLine, plentyInWords } from './AllowanceLine.tsx';
import { pageStatus } from './page-status.ts';
import type { PopupEvents } from './popup-events.ts';
import type { Page } from './Popup.tsx';
import { isOld, readInWords } from './read-words.ts';

interface Props {
  readonly view: PopupView;
  readonly page: Page;
  readonly now: Instant;
  readonly events: PopupEvents;
}

/** What Waymark does on this page, how fresh the data are, and what is left of the hour. */
export function StatusFoot({ view, page, now, events }: Props) {
  const status = pageStatus(page.url, page.report, view.projects.map(({ host }) => host), page.barred);
  const who = signedInAs(view.connection);
  const brief = view.project === null || isOld(view, now) ? null : plentyInWords(view);
  return (
    <footer className="popup-foot small">
      <p className={`status status-${status.tone}`}>
        {status.tone === 'good' ? <CheckIcon /> : <NoteIcon />}
        <span>{status.words}{status.connect !== undefined && <> <a href={`/options.html?connect=${encodeURIComponent(status.connect)}#connections`} target="_blank" rel="noreferrer">Connect {new URL(status.connect).host} …</a></>}</span>
        {/* What stands above asks for it already where it is about the same site. */}
        {status.allow !== undefined && view.problem?.allow !== status.allow && <AllowSite host={status.allow} onAllow={events.onAllow} />}
      </p>
      {view.project !== null && (
        <p className="row muted">
          {/* One text: of several, those behind a number would move with it. */}
          <span className={isOld(view, now) ? 'stale' : undefined}>{`${readInWords(view, now)}${brief === null ? '' : ` · ${brief}`}`}</span>
          {who !== null && <span className="push">{who}</span>}
          {who === null && view.connection.link && <ExternalLink className="push" to={view.connection.link.to}>{view.connection.link.words}</ExternalLink>}
        </p>
      )}
      {brief === null && <AllowanceLine connection={view.connection} allowance={view.allowance} now={now} onOptions={events.onOptions} />}
    </footer>
  );
}

/** `signedInAs({login: 'mira', …})` → `as mira`; a session that nobody has asked for its name is the browser’s. */
export function signedInAs({ login, signIn, state }: PopupView['connection']): string | null {
  if (login !== null && state === 'ok') return `as ${login}`;
  return signIn === 'session' && state === 'ok' ? 'with your browser’s sign-in' : null;
}
