const OWN = [
  'beforeinput', 'input', 'change', 'submit', 'copy', 'cut', 'paste',
  'pointerdown', 'pointerup', 'mousedown', 'mouseup', 'click', 'dblclick', 'contextmenu', 'touchstart', 'touchend', 'wheel', 'focusin', 'focusout',
] as const;
const KEYS = ['keydown', 'keyup', 'keypress'] as const;
const COPIED = ['key', 'code', 'location', 'repeat', 'isComposing', 'charCode', 'keyCode', 'which', 'ctrlKey', 'shiftKey', 'altKey', 'metaKey'] as const;

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
  // Firefox makes every KeyboardEvent a composed one, whatever it is told (seen in 153): the copy would come back to us, without end. A plain event stays inside.
  const copy = new UIEvent(event.type, { bubbles: true, cancelable: true, composed: false });
  for (const property of COPIED) Object.defineProperty(copy, property, { value: event[property] });
  if (event.isTrusted) COPIES.add(copy);
  if (!target.dispatchEvent(copy)) event.preventDefault();
}

const COPIES = new WeakSet<Event>();

/** Whether a person did this: the browser says so, of an event or of the key that it is the copy of. */
export function isByHand(event: Event): boolean {
  return event.isTrusted || COPIES.has(event);
}

/** Inside the card keys come as copies, which are no instances of `KeyboardEvent`. */
export function isKey(event: Event): event is KeyboardEvent {
  return 'key' in event;
}
