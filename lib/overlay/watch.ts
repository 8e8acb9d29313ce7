import './live-alone.ts';
import { onNavigation } from './navigation.ts';
import { isPlace } from './places.ts';

/**
 * Waits until the tab comes to a page that the overlay is for, and has it brought. From then on the overlay watches for itself. The first page is not
 * looked at: if it is a place, its overlay came with it. So nearly every page that is none has one listener of ours; only to touch its `document` and
 * `location` cost each of them 0.5 ms.
 */
export function watchForPlaces(bring: () => void): void {
  let brought = false;
  const look = () => {
    if (brought || globalThis.waymarkOverlay || !isPlace(location)) return;
    brought = true;
    bring();
  };
  // Every way to another address passes here, where there is a Navigation API.
  if ('navigation' in globalThis) navigation.addEventListener('currententrychange', look);
  else onNavigation(window, document, look, new AbortController().signal);
}
