/** What a person came from is one of these; the card itself at the last. */
const PLACES = 'tr, li, section, dialog';
/** In the order in which they are likely to be wanted next. */
const STOPS = ['input:not(:disabled)', 'button:not(:disabled)', 'a[href], select, summary'];

/**
 * What has the focus is often gone after what it did: a form that is left, a button that was pressed. The focus then goes on in the same row, entry or section:
 * a browser would give it to the page, where the next letter is one of the page's shortcuts.
 */
export function catchLostFocus(root: ShadowRoot, signal: AbortSignal): void {
  const page = root.ownerDocument;
  let way: Element[] = [];
  root.addEventListener('focusin', ({ target }) => { way = target instanceof Element ? wayUp(target) : []; }, { signal });
  const observer = new MutationObserver(() => {
    const [last] = way;
    if (last === undefined || last.isConnected || root.activeElement !== null) return;
    // The person, or the page, has it elsewhere.
    if (page.activeElement !== null && page.activeElement !== page.body) return;
    const place = way.find((element) => element.isConnected && element.matches(PLACES)) ?? root.querySelector('dialog');
    way = [];
    (place && firstStop(place))?.focus({ preventScroll: place?.localName === 'dialog' });
  });
  observer.observe(root, { childList: true, subtree: true });
  signal.addEventListener('abort', () => observer.disconnect());
}

const wayUp = (element: Element): Element[] => [element, ...(element.parentElement ? wayUp(element.parentElement) : [])];

function firstStop(place: Element): HTMLElement | undefined {
  if (place instanceof HTMLDialogElement) return place;
  return STOPS.flatMap((stops) => [...place.querySelectorAll<HTMLElement>(stops)]).find((one) => one.checkVisibility());
}
