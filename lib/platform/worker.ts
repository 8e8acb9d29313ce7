/** What the background worker needs of the browser. Every listener is registered by the caller synchronously, at start. */
import browser from 'webextension-polyfill';
import type { Broadcast } from '../messaging/messages.ts';
import { everythingOn } from './site-access.ts';

export interface Sender {
  readonly id: string | undefined;
  readonly url: string | undefined;
  readonly tabId: number | undefined;
  readonly tabUrl: string | undefined;
  readonly frameId: number | undefined;
}

export const extensionId = (): string => browser.runtime.id;
export const extensionOrigin = (): string => browser.runtime.getURL('').replace(/\/$/, '');
export const version = (): string => browser.runtime.getManifest().version;

export function onMessage(handle: (message: unknown, sender: Sender) => Promise<unknown>): void {
  browser.runtime.onMessage.addListener((message: unknown, sender: browser.Runtime.MessageSender) =>
    handle(message, { id: sender.id, url: sender.url, tabId: sender.tab?.id, tabUrl: sender.tab?.url, frameId: sender.frameId }),
  );
}

/** Chromium's worker, which Firefox has not. */
const isServiceWorker = 'ServiceWorkerGlobalScope' in globalThis;

/**
 * The tabs that stand open have no living overlay of ours: after installation, an update, and when Waymark was switched off and on again. Of the last `onInstalled` says nothing, but Chromium registers the worker
 * anew at each of the three, and at no mere start. Firefox gives open tabs by itself what the manifest names at each switching on.
 */
export function onInstalled(handle: () => void): void {
  if (isServiceWorker) addEventListener('install', handle);
  else browser.runtime.onInstalled.addListener(handle);
}

/**
 * In Firefox a page that lies in the back/forward cache during an update comes back with an overlay that is dead, and nothing in it can tell (Chromium drops such pages). The browser tells here of each tab that has
 * come to one of these places, by loading or not. Chromium could not pick them out: it would wake the worker for every tab.
 */
export function onArrival(places: readonly string[], handle: (tabId: number) => void): void {
  if (isServiceWorker) return;
  browser.tabs.onUpdated.addListener((tabId, { status }) => {
    if (status === 'complete') handle(tabId);
  }, { urls: [...places], properties: ['status'] });
}

export function onStartup(handle: () => void): void {
  browser.runtime.onStartup.addListener(handle);
}

/** Heard only while the worker lives: pages of ours that stand open tell it otherwise. */
export function onOnline(handle: () => void): void {
  addEventListener('online', handle);
}

export function onCommand(handle: (command: string) => void): void {
  browser.commands.onCommand.addListener(handle);
}

export function onAlarm(handle: () => void): void {
  browser.alarms.onAlarm.addListener(handle);
}

/** One alarm drives the sync. Browsers fire it no sooner than 30 s ahead and may drop it at an update: it is set again after every round. */
export async function wakeAt(at: number): Promise<void> {
  await browser.alarms.create('sync', { when: Math.max(at, Date.now() + 30_000) });
}

/** Runs `work` soon while the worker lives; the alarm catches what a kill cuts off. */
export function soon(delay: number, work: () => void): void {
  setTimeout(work, delay);
}

/** Tells overlays and open pages; whoever is not there is not an error. */
export async function broadcast(message: Broadcast, hosts: readonly string[]): Promise<void> {
  void browser.runtime.sendMessage(message).catch(() => undefined);
  const tabs = await browser.tabs.query({ url: hosts.map(everythingOn) }).catch(() => []);
  await Promise.all(tabs.map((tab) => (tab.id === undefined ? undefined : browser.tabs.sendMessage(tab.id, message).catch(() => undefined))));
}

/** Also tabs whose address we may no longer know. */
export async function tellAllTabs(message: Broadcast): Promise<void> {
  const tabs = await browser.tabs.query({});
  await Promise.all(tabs.map((tab) => (tab.id === undefined ? undefined : browser.tabs.sendMessage(tab.id, message).catch(() => undefined))));
}

export async function tellActiveTab(message: Broadcast): Promise<void> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  if (tab?.id !== undefined) await browser.tabs.sendMessage(tab.id, message).catch(() => undefined);
}

/** Opens a page of ours: the popup where the toolbar has it, and in a tab where the browser opens it for a click in the toolbar only. */
export async function openOwnPage(page: 'workspace' | 'popup' | 'options', place: string): Promise<void> {
  const opened = page === 'popup' && (await browser.action.openPopup().then(() => true, () => false));
  if (!opened) await browser.tabs.create({ url: browser.runtime.getURL(`${page}.html${place}`) });
}

/** What is free of the disk, in bytes: with `unlimitedStorage` Chromium's quota is what is used and all that is free. `null` where the browser does not tell. */
export async function freeSpace(): Promise<number | null> {
  const { quota, usage } = await navigator.storage.estimate();
  return quota === undefined || usage === undefined ? null : quota - usage;
}

export interface ToolbarState {
  readonly text: string;
  readonly title: string;
  readonly colour: string;
}

export async function showInToolbar(state: ToolbarState): Promise<void> {
  await Promise.all([
    browser.action.setBadgeText({ text: state.text }),
    browser.action.setTitle({ title: state.title }),
    browser.action.setBadgeBackgroundColor({ color: state.colour }),
  ]);
}

/** `added`: the hosts, or patterns of hosts, that were given; none where some were taken. */
export function onPermissionsChanged(handle: (added: readonly string[]) => void): void {
  browser.permissions.onAdded.addListener(({ origins = [] }) => handle(origins.flatMap((origin) => /^https:\/\/([^/]+)\/\*$/.exec(origin)?.[1] ?? [])));
  browser.permissions.onRemoved.addListener(() => handle([]));
}
