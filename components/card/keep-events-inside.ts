const OWN = [
  'keydown', 'keyup', 'keypress', 'beforeinput', 'input', 'change', 'submit', 'copy', 'cut', 'paste',
  'pointerdown', 'pointerup', 'mousedown', 'mouseup', 'click', 'dblclick', 'contextmenu', 'touchstart', 'touchend', 'wheel', 'focusin', 'focusout',
] as const;

/** What happens in the card is not the page's: its shortcuts and click handlers would act on the card's host. Our own handlers sit inside the shadow root and run first. */
export function keepEventsInside(host: HTMLElement, signal: AbortSignal): void {
  for (const type of OWN) host.addEventListener(type, (event) => event.stopPropagation(), { signal, passive: true });
}
