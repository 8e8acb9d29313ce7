import type { IssueKey } from '../core/issue.ts';
import { BADGE, buttonOf } from './badge.ts';
import type { PanelPort, PanelRequest } from './panel-port.ts';

/** Opens the card. The first time in a tab the worker has to bring it. */
export interface CardOpener {
  open(anchor: HTMLElement, keys: IssueKey[], focus: PanelRequest['focus']): Promise<void>;
  /** The panel that has the card, once it is here; `undefined` if it did not come. */
  bring(key: IssueKey): Promise<PanelPort | undefined>;
  close(): void;
}

export function createCardOpener(fetchPanel: (key: IssueKey) => Promise<unknown>, onFailure: (anchor: HTMLElement) => void, signal: AbortSignal): CardOpener {
  let shown: HTMLElement | null = null;

  const ended = (host: HTMLElement) => {
    say(host, false, false);
    if (shown !== host) return;
    shown = null;
    // Only when the card took the focus away with it; who clicked elsewhere is elsewhere.
    if (document.activeElement === null || document.activeElement === document.body) host.focus({ preventScroll: true });
  };

  const bring = async (key: IssueKey): Promise<PanelPort | undefined> => {
    // Firefox may put the worker to sleep when it has brought the panel and not yet said so: what counts is that the panel is here.
    if (!globalThis.waymarkPanel) await fetchPanel(key).catch(() => undefined);
    return globalThis.waymarkPanel;
  };

  return {
    bring,
    async open(anchor, keys, focus) {
      const [first] = keys;
      if (shown === anchor && focus === 'card') {
        globalThis.waymarkPanel?.close();
        return;
      }
      shown = anchor;
      say(anchor, true, !globalThis.waymarkPanel);
      const panel = first && (await bring(first));
      // A second click, or the extension's end, may have come while the card was on its way.
      if (shown !== anchor || signal.aborted || !panel) {
        ended(anchor);
        if (!panel) onFailure(anchor);
        return;
      }
      say(anchor, true, false);
      panel.open({ anchor, keys, focus, onClose: () => ended(anchor) });
    },
    close() {
      globalThis.waymarkPanel?.close();
    },
  };
}

function say(host: HTMLElement, expanded: boolean, busy: boolean): void {
  const button = host.localName === BADGE ? buttonOf(host) : null;
  if (!button) return;
  button.ariaExpanded = String(expanded);
  button.ariaBusy = busy ? 'true' : null;
}
