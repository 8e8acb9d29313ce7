import { BADGE } from './badge.ts';

// What full-row links, draggable cards and page shortcuts listen to. Focus events stay free: the page's focus order is the page's.
const CONTAINED = [
  'click', 'auxclick', 'dblclick', 'contextmenu',
  'mousedown', 'mouseup', 'pointerdown', 'pointerup', 'pointercancel', 'touchstart', 'touchend',
  'keydown', 'keyup', 'keypress',
] as const;

/**
 * Keeps what happens on a badge from the page. One set of listeners on the window, before any listener of the page,
 * instead of fourteen on each of a hundred badges; the browser's own actions (focus, Enter pressing the button) stay.
 */
export function containEvents(window: Window, onPress: (host: HTMLElement, press: Event) => void, onEscape: () => void, signal: AbortSignal): void {
  let pressed = false;
  const contain = (event: Event) => {
    const { target, type } = event;
    if (type === 'pointerdown' || type === 'pointerup') pressed = false;
    if (!(target instanceof HTMLElement) || target.localName !== BADGE) return;
    event.stopPropagation();
    if (type === 'pointerdown') pressed = true;
    if (type === 'click') onPress(target, event);
    if (type === 'keydown' && event instanceof KeyboardEvent && event.key === 'Escape') onEscape();
  };
  for (const type of CONTAINED) window.addEventListener(type, contain, { capture: true, passive: true, signal });
  // The card around us is what a drag would start on.
  window.addEventListener('dragstart', (event) => {
    if (!pressed) return;
    event.preventDefault();
    event.stopPropagation();
  }, { capture: true, signal });
}
