import type { IssueKey } from '../core/issue.ts';
import { BADGE, buttonOf } from './badge.ts';
import type { PanelRequest } from './panel-port.ts';

/** Opens the card. The first time in a tab the worker has to bring it. */
export interface CardOpener {
  open(anchor: HTMLElement, keys: IssueKey[], focus: PanelRequest['focus']): void;
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

  const bring = async (anchor: HTMLElement, [first]: readonly IssueKey[]): Promise<void> => {
    if (globalThis.waymarkPanel || first === undefined) return;
    say(anchor, true, true);
    // Firefox may put the worker to sleep when it has brought the panel and not yet said so: what counts is that the panel is here.
    await fetchPanel(first).catch(() => undefined);
  };

  return {
    async open(anchor, keys, focus) {
      if (shown === anchor && focus === 'card') {
        globalThis.waymarkPanel?.close();
        return;
      }
      shown = anchor;
      say(anchor, true, false);
      await bring(anchor, keys);
      const panel = globalThis.waymarkPanel;
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
