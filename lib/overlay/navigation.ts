// Turbo and React each announce their own navigations, and each only those (page-anatomy §1.7).
const ON_DOCUMENT = ['turbo:render', 'turbo:load', 'soft-nav:react-done', 'soft-nav:end'];
const ON_WINDOW = ['popstate', 'hashchange'];

/** Calls back when the page may have become another one. The address is right when it calls. */
export function onNavigation(window: Window, document: Document, listener: (event: Event) => void, signal: AbortSignal): void {
  window.addEventListener('pageshow', listener, { signal });
  // Tells of all of them, after the commit, unlike `navigate` (and `wxt:locationchange`, which is made of it). Firefox has it since 147.
  if ('navigation' in globalThis) return navigation.addEventListener('currententrychange', listener, { signal });
  for (const type of ON_DOCUMENT) document.addEventListener(type, listener, { signal });
  for (const type of ON_WINDOW) window.addEventListener(type, listener, { signal });
}
