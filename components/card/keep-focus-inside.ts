import { isKey } from './keep-events-inside.ts';

const FOCUSABLE = 'a[href], button:not(:disabled), input:not(:disabled), select:not(:disabled), textarea:not(:disabled), summary, [tabindex="0"]';

/** Tab goes round in the card, as in any dialog; Escape leaves it. */
export function keepFocusInside(root: ShadowRoot, signal: AbortSignal): void {
  root.addEventListener('keydown', (event) => {
    if (!isKey(event) || event.key !== 'Tab') return;
    const stops = [...root.querySelectorAll<HTMLElement>(FOCUSABLE)].filter((one) => one.tabIndex >= 0 && one.checkVisibility());
    const [first, last] = [stops[0], stops.at(-1)];
    const at = root.activeElement;
    const leaves = event.shiftKey ? at === first || at?.localName === 'dialog' : at === last;
    if (!leaves) return;
    event.preventDefault();
    (event.shiftKey ? last : first)?.focus();
  }, { signal });
}
