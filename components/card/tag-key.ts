import { isKey } from './keep-events-inside.ts';

export const TAG_KEY = 't';

/** One key leads from anywhere in the card to the tag picker; where it is typed as a letter, it stays one. */
export function listenForTagKey(root: ShadowRoot, signal: AbortSignal): void {
  root.addEventListener('keydown', (event) => {
    if (!isKey(event) || event.key.toLowerCase() !== TAG_KEY || event.ctrlKey || event.altKey || event.metaKey) return;
    const { target } = event;
    if (target instanceof Element && target.matches('input:not([type=checkbox], [type=radio]), select, textarea')) return;
    const picker = root.querySelector<HTMLElement>('[role=combobox]');
    if (picker === null) return;
    event.preventDefault();
    picker.focus();
  }, { signal });
}
