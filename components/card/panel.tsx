import { createRoot } from 'react-dom/client';
import type { PanelPort, PanelRequest } from '../../lib/overlay/panel-port.ts';
import { catchLostFocus } from '../ui/catch-lost-focus.ts';
import { EnvironmentContext, environmentOf } from '../ui/environment.ts';
import { ConnectedBulkTag } from './ConnectedBulkTag.tsx';
import { ConnectedCard } from './ConnectedCard.tsx';
import { isKey, keepEventsInside } from './keep-events-inside.ts';
import { keepFocusInside } from './keep-focus-inside.ts';
import { onlyByHand } from './only-by-hand.ts';
import { placeCard } from './place-card.ts';
import { shadowHost } from './shadow-host.ts';
import { listenForTagKey } from './tag-key.ts';

/** The card as the overlay knows it: at most one is open. */
export function panel(): Pick<PanelPort, 'open' | 'close'> {
  let close: ((giveFocusBack: boolean) => void) | null = null;
  return {
    open(request) {
      close?.(false);
      close = openCard(request, () => { close = null; });
    },
    close: () => close?.(true),
  };
}

function openCard({ anchor, keys, focus, onClose }: PanelRequest, onClosed: () => void): (giveFocusBack: boolean) => void {
  const [first, ...others] = keys;
  const life = new AbortController();
  const { host, root } = shadowHost();
  onlyByHand(root, life.signal);
  const react = createRoot(root);
  (document.body ?? document.documentElement).append(host);
  host.showPopover();
  keepEventsInside(host, life.signal);
  keepFocusInside(root, life.signal);
  catchLostFocus(root, life.signal);
  listenForTagKey(root, life.signal);
  const stopPlacing = placeCard(anchor, host);

  function close(giveFocusBack: boolean): void {
    if (life.signal.aborted) return;
    life.abort();
    stopPlacing();
    react.unmount();
    host.remove();
    onClosed();
    if (giveFocusBack) focusAgain(anchor, first);
    onClose();
  }

  // A field inside keeps its own Escape by preventing its default: React has been asked first, on this same root. Keys never come as far as the host.
  root.addEventListener('keydown', (event) => {
    if (isKey(event) && event.key === 'Escape' && !event.defaultPrevented) close(true);
  }, { signal: life.signal });
  // With the focus in the page, Escape closes the card too, and is the page's as well.
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && !event.composedPath().includes(host)) close(false);
  }, { signal: life.signal, capture: true });
  document.addEventListener('pointerdown', (event) => {
    const path = event.composedPath();
    // A press on the badge is the overlay's: it decides whether to open again.
    if (!path.includes(host) && !path.includes(anchor)) close(false);
  }, { signal: life.signal, capture: true });

  react.render(
    <EnvironmentContext value={environmentOf(root)}>
      {first !== undefined && (others.length === 0
        ? <ConnectedCard issue={first} focus={focus} onClose={() => close(true)} />
        : <ConnectedBulkTag keys={[first, ...others]} onClose={() => close(true)} />)}
    </EnvironmentContext>,
  );
  return close;
}

/** The badge may have been drawn anew while the card was open: then its successor gets the focus. */
function focusAgain(anchor: HTMLElement, key: string | undefined): void {
  const badge = anchor.isConnected || key === undefined ? anchor : document.querySelector<HTMLElement>(`waymark-badge[issue="${CSS.escape(key)}" i]`);
  (badge?.shadowRoot?.querySelector<HTMLElement>('button') ?? badge)?.focus({ preventScroll: true });
}
