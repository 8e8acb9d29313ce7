import './live-alone.ts';
import { onNavigation } from './navigation.ts';
import { isPlace } from './places.ts';

interface Watched {
  /** Has the worker bring the overlay. */
  bring(): Promise<unknown>;
  isAlive(): boolean;
}

/** Waits until the tab comes to a page that the overlay is for, and has it brought. From then on the overlay watches for itself. */
export function watchForPlaces(window: Window, document: Document, { bring, isAlive }: Watched): void {
  const waiting = new AbortController();
  const look = () => {
    if (globalThis.waymarkOverlay) waiting.abort();
    if (waiting.signal.aborted || !isPlace(location)) return;
    waiting.abort();
    // An extension that is gone brings nothing; what is there to say, the next reload of the page says.
    if (isAlive()) bring().catch(() => undefined);
  };
  look();
  if (!waiting.signal.aborted) onNavigation(window, document, look, waiting.signal);
}
