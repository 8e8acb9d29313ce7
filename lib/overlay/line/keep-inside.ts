const OWN = ['click', 'auxclick', 'dblclick', 'contextmenu', 'mousedown', 'mouseup', 'pointerdown', 'pointerup', 'touchstart', 'touchend', 'focusin', 'focusout'] as const;
const KEYS = ['keydown', 'keyup', 'keypress'] as const;

/**
 * What happens on the line is not the page's. Keys are stopped at the window, before the page's shortcuts; nothing of ours listens to them, and what the browser
 * does with them (Tab, Enter on a button) stays.
 */
export function keepInside(host: HTMLElement, signal: AbortSignal): void {
  for (const type of OWN) host.addEventListener(type, (event) => event.stopPropagation(), { signal, passive: true });
  for (const type of KEYS) {
    window.addEventListener(type, (event) => {
      if (event.target === host) event.stopImmediatePropagation();
    }, { signal, capture: true });
  }
}
