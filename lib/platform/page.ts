/** What our own pages (popup, options) need of the browser. */
import browser from 'webextension-polyfill';
import type { Broadcast, PageReport } from '../messaging/messages.ts';
import { mayWorkOn, originsOf } from './site-access.ts';

export const version = (): string => browser.runtime.getManifest().version;

export function sendToWorker(message: unknown): Promise<unknown> {
  return browser.runtime.sendMessage(message);
}

export function onBroadcast(listener: (message: Broadcast) => void): () => void {
  const own = browser.runtime.getURL('');
  const listen = (message: unknown, { url }: browser.Runtime.MessageSender): undefined => {
    // A content script, beside whatever page, can send here as well as the worker.
    if (url?.startsWith(own) && typeof message === 'object' && message !== null && 'waymark' in message) listener(message as Broadcast); // of the worker, or of a page of ours
  };
  browser.runtime.onMessage.addListener(listen);
  return () => browser.runtime.onMessage.removeListener(listen);
}

interface ActiveTab {
  readonly url: string | null;
  readonly report: PageReport | null;
  /** The browser does not let us on that site. */
  readonly barred: boolean;
}

/** The tab that the popup opened over: its address where we may know it, and what our overlay says of itself there. */
export async function activeTab(): Promise<ActiveTab> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  const site = tab?.url !== undefined && URL.canParse(tab.url) ? new URL(tab.url) : null;
  const [report, allowed] = await Promise.all([
    tab?.id === undefined ? null : browser.tabs.sendMessage(tab.id, { waymark: 'report' } satisfies Broadcast, { frameId: 0 }).catch(() => null),
    site?.protocol !== 'https:' || mayWorkOn(site.host),
  ]);
  return { url: tab?.url ?? null, report: isReport(report) ? report : null, barred: !allowed };
}

function isReport(value: unknown): value is PageReport {
  return typeof value === 'object' && value !== null && 'recognised' in value;
}

export async function openOptions(): Promise<void> {
  await browser.runtime.openOptionsPage();
}

/** Asks the browser's own question; must be called straight from a click. Resolves to whether we may now. */
export function askHostPermission(host: string): Promise<boolean> {
  return browser.permissions.request({ origins: originsOf(host) });
}

/** Gives the browser's permission for a site back. Not for one that Waymark came with: Chromium refuses to take those, Firefox would. */
export async function dropHostPermission(host: string): Promise<void> {
  const own = browser.runtime.getManifest().host_permissions ?? [];
  await browser.permissions.remove({ origins: originsOf(host).filter((origin) => !own.includes(origin)) }).catch(() => false);
}
