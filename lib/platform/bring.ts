import type { Envelope } from '../messaging/messages.ts';

interface Api {
  readonly runtime?: { readonly id?: string; sendMessage(message: Envelope<'bringOverlay'>): Promise<unknown> };
}

/**
 * Has the worker bring the overlay to this page. The extension's API is touched here and not before, not even by an import:
 * the first touch takes a page 1 ms, and most pages have nothing for us.
 */
export function bringOverlay(): void {
  const { browser, chrome } = globalThis as { browser?: Api; chrome?: Api }; // Firefox has the first, Chromium has the second or both
  const runtime = (browser ?? chrome)?.runtime;
  // An extension that is gone brings nothing; what is there to say, the next reload of the page says.
  if (runtime?.id !== undefined) runtime.sendMessage({ waymark: 'bringOverlay', payload: null }).catch(() => undefined);
}
