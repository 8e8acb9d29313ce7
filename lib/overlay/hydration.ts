const PATIENCE = 3000;

/**
 * True while React has yet to take over what the server drew. A foreign node found then makes it throw the server's
 * work away and draw everything again: a page that is slower for our sake. 2025-09: `react-app` bears `loaded` afterwards.
 */
export function isHydrating(document: Document): boolean {
  if (document.readyState === 'complete' || performance.now() > PATIENCE) return false;
  return document.querySelector('react-app[data-ssr="true"]:not(.loaded)') !== null;
}
