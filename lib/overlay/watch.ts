import './live-alone.ts';
import { onNavigation } from './navigation.ts';
import { isPlace } from './places.ts';

/** Waits until the tab comes to a page that the overlay is for, and has it brought. From then on the overlay watches for itself. */
export function watchForPlaces(window: Window, document: Document, bring: () => void): void {
  // Looked at first: most of the pages that have an overlay have had it from their beginning.
  if (globalThis.waymarkOverlay) return;
  const waiting = new AbortController();
  const look = () => {
    if (globalThis.waymarkOverlay) waiting.abort();
    if (waiting.signal.aborted || !isPlace(location)) return;
    waiting.abort();
    bring();
  };
  look();
  if (!waiting.signal.aborted) onNavigation(window, document, look, waiting.signal);
}
