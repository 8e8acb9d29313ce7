import type { Broadcast, MessageName, Messages, PageReport } from '../messaging/messages.ts';
import type { Address } from './address.ts';
import { followAddress } from './address.ts';
import { removeLeftovers } from './badge.ts';
import { createLines } from './lines.ts';
import { onNavigation } from './navigation.ts';
import { boardOf, projectOf } from './page.ts';
import type { PageBadges } from './page-badges.ts';
import { createPageBadges } from './page-badges.ts';
import type { Site } from './site.ts';
import type { TrackerPages } from './tracker-pages.ts';

/** What the overlay needs of the extension. */
export interface OverlayPort {
  send<N extends MessageName>(name: N, payload: Messages[N]['request']): Promise<Messages[N]['response']>;
  onBroadcast(handler: (broadcast: Broadcast) => PageReport | undefined, signal: AbortSignal): void;
  isAlive(): boolean;
  /** Whose pages these are; `null` while nothing tells it. */
  readSite(): Site | null;
  /** Ends with the life of the content script. */
  readonly signal: AbortSignal;
}

/**
 * Shows a badge at every issue of the page for as long as the signal lives, and leaves no trace afterwards. Where a
 * page can have none, only its address is watched.
 */
export function startOverlay(document: Document, trackers: readonly TrackerPages[], { send, onBroadcast, ...port }: OverlayPort): void {
  const ending = new AbortController();
  const signal = AbortSignal.any([port.signal, ending.signal]);
  if (signal.aborted) return;
  const readAddress = followAddress(port.readSite, trackers);
  let { page, surface }: Pick<Address, 'page' | 'surface'> = { page: null, surface: null };
  let badges: PageBadges | null = null;
  const lines = createLines(document, send, signal);

  /** Nobody tells an orphaned script that its extension is gone, so every callback asks. */
  const isAlive = (): boolean => {
    if (!signal.aborted && !port.isAlive()) ending.abort();
    return !signal.aborted;
  };

  const look = () => {
    if (!isAlive()) return;
    const address = readAddress();
    ({ page, surface } = address);
    lines.at(page);
    if (!surface || !page) badges?.rest();
    else if (!document.hidden) {
      const loading = document.readyState === 'loading' ? { surface, page } : null;
      if (!badges) badges = createPageBadges(document, { send, isAlive }, { look, manner: address.manner, loading }, signal);
      else if (loading) badges.expect(loading);
      if (!loading) badges.watch(surface, page);
    }
  };
  /** Later, since whoever tells us of a navigation may still be at it; and once for the many that tell. */
  const lookSoon = () => (badges ? badges.lookSoon() : look());

  const report = (): PageReport => ({ surface: surface?.id ?? null, links: 0, recognised: false, badges: 0, ...badges?.seen, project: page && projectOf(page), board: page && boardOf(page) });

  const isLoading = document.readyState === 'loading';
  // Before all else: an answer that is a millisecond late comes after the first paint, and costs the page a second one.
  if (isLoading) look();
  else removeLeftovers(document);

  onBroadcast((broadcast) => {
    if (!isAlive()) return;
    if (broadcast.waymark === 'report') return report();
    if (broadcast.waymark === 'tag-selection') badges?.tagSelection();
    if (broadcast.waymark === 'changed') {
      badges?.changed(broadcast.keys, broadcast.projects);
      lines.renew(2000);
    }
  }, signal);
  onNavigation(window, document, (event) => {
    if (!isAlive()) return;
    if (event instanceof PageTransitionEvent) {
      // The first showing is what we started with. Out of the back/forward cache, broadcasts were missed.
      if (!event.persisted) return;
      badges?.doubt();
      lines.renew(0);
    }
    lookSoon();
  }, signal);
  document.addEventListener('visibilitychange', lookSoon, { signal });
  // Whoever switched us off in another window comes back to a page that was in sight all the time.
  window.addEventListener('focus', isAlive, { signal });
  // Not soon but now: the first paint follows.
  if (isLoading) document.addEventListener('DOMContentLoaded', look, { signal });
  else look();
}
