const OWN = [
  'beforeinput', 'input', 'change', 'submit', 'copy', 'cut', 'paste',
  'pointerdown', 'pointerup', 'mousedown', 'mouseup', 'click', 'dblclick', 'contextmenu', 'touchstart', 'touchend', 'wheel', 'focusin', 'focusout',
] as const;
const KEYS = ['keydown', 'keyup', 'keypress'] as const;

/** What happens in the card is not the page's: its shortcuts and click handlers would act on the card's host. Our own handlers sit inside the shadow root and run first. */
export function keepEventsInside(host: HTMLElement, signal: AbortSignal): void {
  for (const type of OWN) host.addEventListener(type, (event) => event.stopPropagation(), { signal, passive: true });
  for (const type of KEYS) window.addEventListener(type, (event) => keepKeyInside(host, event), { signal, capture: true });
}

/**
 * GitHub listens for shortcuts on the document while the event is on its way down, where our fields look like a plain element: stopping it at the host comes too late.
 * So the key is stopped at the window, and a copy that cannot leave the shadow root takes its place. What the browser itself does with the key (typing, Tab, Enter on a button) still follows the original.
 */
function keepKeyInside(host: HTMLElement, event: KeyboardEvent): void {
  const [target] = event.composedPath();
  if (event.target !== host || !(target instanceof Node) || target === host) return;
  event.stopImmediatePropagation();
  const copy = new KeyboardEvent(event.type, {
    key: event.key, code: event.code, location: event.location, repeat: event.repeat, isComposing: event.isComposing, charCode: event.charCode, keyCode: event.keyCode, which: event.which,
    ctrlKey: event.ctrlKey, shiftKey: event.shiftKey, altKey: event.altKey, metaKey: event.metaKey, bubbles: true, cancelable: true, composed: false,
  });
  if (!target.dispatchEvent(copy)) event.preventDefault();
}
