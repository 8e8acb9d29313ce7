/**
 * The popup's look as it was left, drawn again while React is still being read: the goal can be read in half the time. React then takes its place, and draws the same from what was kept of the data.
 */
export interface Frame {
  readonly markup: string;
  /** Days left are counted anew every morning, and another version may look different. */
  readonly day: string;
  readonly version: string;
}

/** Reading a longer one would keep the goal waiting; characters. */
const MOST = 100_000;

/** How the popup looks now; `null` while something is open in it that would be closed the next time. */
export function takeFrame(root: ParentNode, version: string): Frame | null {
  const drawn = root.querySelector('main');
  if (drawn === null || drawn.querySelector('.goals-form, [open], [aria-expanded=true]') !== null) return null;
  const { outerHTML: markup } = withChoices(drawn);
  return markup.length > MOST ? null : { markup, day: today(), version };
}

/** Draws it and answers `true`; not where the day is another, or the version. */
export function drawFrame(root: Element, frame: Frame | null, version: string): boolean {
  if (frame === null || frame.day !== today() || frame.version !== version) return false;
  const drawn = new DOMParser().parseFromString(frame.markup, 'text/html').querySelector('main');
  if (drawn === null) return false;
  // Nothing answers to a click yet.
  drawn.inert = true;
  drawn.ariaBusy = 'true';
  root.append(drawn);
  return true;
}

/** What is chosen in a list is no attribute, and would not be in the markup. */
function withChoices(drawn: HTMLElement): HTMLElement {
  const copy = drawn.cloneNode(true) as HTMLElement; // a copy is of the same kind
  const chosen = drawn.querySelectorAll('select');
  for (const [index, select] of copy.querySelectorAll('select').entries()) select.options[chosen[index]?.selectedIndex ?? -1]?.setAttribute('selected', '');
  return copy;
}

const today = (): string => new Date().toDateString();
