const STARTED = 'waymark:overlay-started';

declare global {
  // Only `var` declares a property of globalThis.
  /** The overlay of this page and this life of the extension; aborted at its end. */
  var waymarkOverlay: AbortSignal | undefined;
}

/**
 * The life of an overlay: it ends when a newer one starts on the same page. After an update the old one runs on beside the new one,
 * in a world of its own: only an event of the page reaches it.
 */
export function liveAlone(document: Document): AbortSignal {
  const life = new AbortController();
  document.dispatchEvent(new CustomEvent(STARTED));
  document.addEventListener(STARTED, () => life.abort(), { signal: life.signal });
  globalThis.waymarkOverlay = life.signal;
  return life.signal;
}
