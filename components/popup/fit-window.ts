/** What the popup asks for, in rem; its sheet says the same. */
const WANTED = 400 / 16;
/** Nothing can be read in less. The browser's first frames have less, before it has measured what it shows. */
const LEAST = 200;
const LOOK_AGAIN_MS = 300;

/**
 * A popup is made as wide as it asks for, unless there is no room: zoomed far, or in Firefox's menu of what is left over. Then it takes what there is, in px, and
 * nothing is out of sight. Asked for as a share of the window, its width would be that of the browser's first guess.
 */
export function fitWindow(document: Document, window: Window, before = 0): void {
  const { innerWidth } = window;
  if (before === innerWidth && innerWidth >= LEAST) {
    if (innerWidth < WANTED * Number.parseFloat(window.getComputedStyle(document.documentElement).fontSize)) document.documentElement.style.setProperty('--popup-width', `${document.documentElement.clientWidth}px`);
    return;
  }
  window.setTimeout(() => fitWindow(document, window, innerWidth), LOOK_AGAIN_MS);
}
