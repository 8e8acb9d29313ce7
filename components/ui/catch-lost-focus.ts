/** Of those that stand beside each other, the next one takes the focus of one that is gone. */
const ROWS = 'tr, li, article, fieldset';
/** What a person came from is one of these. */
const PLACES = 'tr, li, article, fieldset, form, section';
/** As many as the longest form that goes has stops, and some. */
const REMEMBERED = 12;
/** In the order in which they are likely to be wanted next. */
const STOPS = ['input:not(:disabled), textarea', 'button:not(:disabled)', 'a[href], select, summary'];

/** An element on the way up from the focus, with what stood after and before it. */
interface Step {
  readonly element: Element;
  readonly beside: readonly (Element | null)[];
}

/**
 * What has the focus is often gone after what it did: a form that is left, a button that was pressed, a row that was removed; or it was taken out and put in elsewhere, as when a list is sorted anew.
 * The focus then goes on in the row beside, else in the same entry or section, else where it was before: a browser would give it to the page, where a screen reader begins at the top
 * and, on a tracker's page, the next letter is one of the page's shortcuts.
 */
export function catchLostFocus(root: Document | ShadowRoot, signal: AbortSignal = new AbortController().signal): void {
  const page = root.ownerDocument ?? document;
  const nobody: readonly (Element | null)[] = [null, page.body];
  let way: readonly Step[] = [];
  /** The last first. The one before may be gone with the same form, or bar of buttons. */
  let formers: readonly HTMLElement[] = [];
  root.addEventListener('focusin', ({ target }) => {
    const [last] = way;
    if (last?.element === target) return;
    if (last?.element instanceof HTMLElement) formers = [last.element, ...formers].slice(0, REMEMBERED);
    way = target instanceof Element ? wayUp(target) : [];
  }, { signal });
  // Who presses beside everything means to have the focus nowhere.
  root.addEventListener('pointerdown', ({ target }) => { if (!(target instanceof Node && way[0]?.element.contains(target))) way = []; }, { signal, passive: true });
  const observer = new MutationObserver((records) => {
    const last = way[0]?.element;
    // The person, or the page, has it elsewhere.
    if (last === undefined || !nobody.includes(page.activeElement) || !nobody.includes(root.activeElement)) return;
    const wasTaken = records.some(({ removedNodes }) => [...removedNodes].some((node) => node.contains(last)));
    if (last.isConnected && !wasTaken) return;
    const dialog = root.querySelector<HTMLElement>('dialog[open]:not(:has(dialog[open]))');
    // What stands behind an open dialog cannot have it.
    const before = formers.find((one) => one.isConnected && one.checkVisibility() && dialog?.contains(one) !== false);
    const next = last.isConnected ? last : (stopAfter(way) ?? before ?? stopIn(dialog ?? root.querySelector<HTMLElement>('main')));
    way = [];
    if (next instanceof HTMLElement) next.focus({ preventScroll: next.localName === 'dialog' });
  });
  observer.observe(root, { childList: true, subtree: true });
  signal.addEventListener('abort', () => observer.disconnect());
}

const wayUp = (element: Element): Step[] => [{ element, beside: [element.nextElementSibling, element.previousElementSibling] }, ...(element.parentElement ? wayUp(element.parentElement) : [])];

function stopAfter(way: readonly Step[]): HTMLElement | undefined {
  for (const { element, beside } of way) {
    const places = element.isConnected ? (element.matches(PLACES) ? [element] : []) : element.matches(ROWS) ? beside.filter((one) => one?.isConnected && one.localName === element.localName) : [];
    const stop = places.map(stopIn).find((one) => one !== undefined);
    if (stop) return stop;
  }
  return undefined;
}

function stopIn(place: Element | null): HTMLElement | undefined {
  if (place instanceof HTMLDialogElement && place.hasAttribute('tabindex')) return place;
  // All is new: then one begins at its beginning.
  return (place?.localName === 'main' ? [STOPS.join()] : STOPS).flatMap((stops) => [...(place?.querySelectorAll<HTMLElement>(stops) ?? [])]).find((one) => one.checkVisibility());
}
