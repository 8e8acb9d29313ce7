/** Our scripts in pages: on which hosts they are, and how they get there. */
import browser from 'webextension-polyfill';
import type { Broadcast } from '../messaging/messages.ts';
import { allowedOf, everythingOn } from './site-access.ts';
import type { Sender } from './worker.ts';

/** The scripts that run in pages. The watch is on every page of a tracker and has the others brought; ahead of an overlay that comes with its page its badges are asked for. */
const AHEAD = 'ahead.js';
const OVERLAY = 'overlay.js';
const WATCH = 'watch.js';

/** Brings a script of ours into the frame that asked for it. */
export async function inject(script: 'panel' | 'line' | 'overlay' | 'overlay-github' | 'overlay-jira', { tabId, frameId }: Pick<Sender, 'tabId' | 'frameId'>): Promise<void> {
  if (tabId === undefined) return;
  await browser.scripting.executeScript({ target: { tabId, frameIds: [frameId ?? 0] }, files: [`/${script}.js`] });
}

/** Where our scripts may be now: of the hosts that Waymark came with, those that were not taken away, and every host that was allowed by its name. */
export async function allowedHosts(builtIn: readonly string[]): Promise<string[]> {
  const [{ origins = [] }, left] = await Promise.all([browser.permissions.getAll(), allowedOf(builtIn)]);
  return [...new Set([...left, ...origins.flatMap(namedHost).filter((host) => !host.startsWith('api.'))])];
}

const namedHost = (pattern: string): string[] => /^https:\/\/([^/*]+)\/\*$/.exec(pattern)?.slice(1) ?? [];

/** Hosts that the user granted beyond the built-in ones. A pattern for a whole scheme counts for nothing: only named hosts do. */
export async function grantedHosts(): Promise<string[]> {
  const { origins = [] } = await browser.permissions.getAll();
  const hosts = origins.flatMap(namedHost);
  // A built-in site is named here too once its access was set by hand; its pages have the overlay already.
  return hosts.filter((host) => host !== 'github.com' && !host.endsWith('.atlassian.net') && !host.startsWith('api.'));
}

/**
 * Makes the registered scripts match the granted hosts: registers, updates or takes away, and injects into tabs that are already open.
 * Registering for a host without permission resolves silently and never runs, so only granted hosts are named.
 */
export async function reconcileOverlay(hosts: readonly string[], placesOn: (host: string) => { matches: string[]; excludeMatches: string[] }, overlayAt: OverlayAt): Promise<void> {
  const places = hosts.map(placesOn);
  const scripts = [
    { id: 'overlay-granted', js: [AHEAD, OVERLAY], matches: places.flatMap(({ matches }) => matches), excludeMatches: places.flatMap(({ excludeMatches }) => excludeMatches) },
    { id: 'watch-granted', js: [WATCH], matches: hosts.map(everythingOn) },
  ];
  const registered = await browser.scripting.getRegisteredContentScripts({ ids: scripts.map(({ id }) => id) });
  const before = new Set(registered.flatMap((script) => script.matches ?? []));
  const wanted = scripts.flatMap(({ matches }) => matches);
  if (wanted.length === before.size && wanted.every((match) => before.has(match))) return;
  if (registered.length > 0) await browser.scripting.unregisterContentScripts({ ids: registered.map(({ id }) => id) });
  if (hosts.length === 0) return;
  await browser.scripting.registerContentScripts(scripts.map((script) => ({ ...script, runAt: 'document_start', persistAcrossSessions: true })));
  await injectIntoOpenTabs(hosts.filter((host) => !before.has(everythingOn(host))), overlayAt);
}

/** Which overlay the page at an address has, if any. */
type OverlayAt = (url: URL) => 'overlay' | 'overlay-github' | 'overlay-jira' | null;

/** After installation and updates the tabs that stand open get what the manifest gives to new pages, without a reload. */
export async function injectIntoOpenTabs(hosts: readonly string[], overlayAt: OverlayAt): Promise<void> {
  if (hosts.length === 0) return;
  const tabs = await browser.tabs.query({ url: hosts.map(everythingOn) });
  await Promise.all(
    tabs.map(({ id, url }) => {
      const overlay = url && overlayAt(new URL(url));
      return id === undefined ? undefined : browser.scripting.executeScript({ target: { tabId: id }, files: [...(overlay ? [`/${overlay}.js`] : []), `/${WATCH}`] }).catch(() => undefined);
    }),
  );
}

/** A tab at a place where nobody answers has an overlay that is dead, or a watch that is: it gets a new one. */
export async function reviveOverlay(tabId: number, overlayAt: OverlayAt): Promise<void> {
  const { url } = await browser.tabs.get(tabId);
  const overlay = url && overlayAt(new URL(url));
  if (!overlay) return;
  const answers = await browser.tabs.sendMessage(tabId, { waymark: 'report' } satisfies Broadcast).then(() => true, () => false);
  if (!answers) await inject(overlay, { tabId, frameId: 0 });
}
