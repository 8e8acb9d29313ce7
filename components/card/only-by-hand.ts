import { isByHand } from './keep-events-inside.ts';

const ACTS = ['click', 'auxclick', 'dblclick', 'mousedown', 'mouseup', 'pointerdown', 'pointerup', 'touchstart', 'touchend', 'keydown', 'keyup', 'keypress', 'beforeinput', 'paste', 'drop', 'focusin', 'focusout'] as const;
const ENTERS = ['input', 'change'] as const;

/**
 * A shadow root that is open to tests and tools is open to the page's scripts as well: what they press, type or send in the card is not what the person in front of it did, and must not tag, type or find
 * anything; a list alone takes a tool's choice. Has to be the first to listen to the root.
 */
export function onlyByHand(root: ShadowRoot, signal: AbortSignal): void {
  const options = { signal, capture: true };
  const refuse = (event: Event): void => {
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  let pressing = false;
  for (const type of ACTS) root.addEventListener(type, (event) => {
    if (!isByHand(event)) return refuse(event);
    if (type !== 'click') return;
    // Until the browser has done what it does with the click. A form that is sent by Enter is sent by a click on its button.
    pressing = true;
    setTimeout(() => { pressing = false; });
  }, options);
  // What is entered in a form counts when the form is sent. Tools that fill in for people enter so, and choose from lists so.
  for (const type of ENTERS) root.addEventListener(type, (event) => {
    if (!isByHand(event) && !(event.target instanceof Element && event.target.closest('form,select'))) refuse(event);
  }, options);
  // Whoever asks a form to send itself gets an event that the browser vouches for.
  root.addEventListener('submit', (event) => {
    if (!pressing) refuse(event);
  }, options);
}
