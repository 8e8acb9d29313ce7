/** A real Firefox with Waymark in it, looking at the demo tracker through the real addresses. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { launch as launchBrowser, type Browser, type Page } from 'puppeteer-core';
import type { Envelope, MessageName, Messages, Reply } from '../../../lib/messaging/messages.ts';
import { ensureBrowser } from '../../tools/browsers.ts';
import { DEMO_HOSTS } from '../../tracker/hosts.ts';
import { startTracker, type DemoTracker, type World } from '../../tracker/server.ts';
import { eventually } from '../eventually.ts';

export { eventually };

const UUID = '5b0d3c1e-8a52-4f0f-9a67-3f0a6f3d7c11';
const EXTENSION = resolve('.output/firefox-mv3-e2e');

export interface FirefoxWaymark {
  readonly browser: Browser;
  readonly tracker: DemoTracker;
  /** The folder that downloads go to. */
  readonly downloads: string;
  open(url: string): Promise<Page>;
  /** One of our own pages. BiDi loads it but never says that the navigation ended, so its content is waited for instead. */
  openOwn(path: string, ready: string): Promise<Page>;
  /** Asks the background as our own pages do; wakes it where it sleeps. */
  ask<N extends MessageName>(name: N, payload: Messages[N]['request']): Promise<Messages[N]['response']>;
  /** Waits until the browser has put the background page to sleep; false if it stays awake. */
  suspended(): Promise<boolean>;
  /** Tells the overlay of the tab in front what the background tells it on the keyboard command, which BiDi cannot give. */
  tagSelection(): Promise<void>;
  /** Opens the popup from the toolbar over the tab in front, and answers how wide it is and how much of that its window shows. */
  openPopup(): Promise<{ readonly wide: number; readonly seen: number }>;
  /** What the switches of about:addons do. */
  takeAway(...origins: string[]): Promise<void>;
  mayBeOn(...origins: string[]): Promise<boolean>;
  /** Installs the same build over the running one, as an update does. */
  update(): Promise<void>;
  /** What scripts of the page and of ours threw in opened pages. */
  readonly errors: readonly string[];
  close(): Promise<void>;
}

export async function launch(world?: World): Promise<FirefoxWaymark> {
  const tracker = await startTracker(world ? { world } : {});
  const downloads = mkdtempSync(join(tmpdir(), 'waymark-downloads-'));
  const browser = await launchBrowser({
    browser: 'firefox',
    executablePath: await ensureBrowser('firefox'),
    headless: true,
    acceptInsecureCerts: true,
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: {
      'network.dns.localDomains': DEMO_HOSTS.join(','),
      'network.socket.forcePort': `443=${tracker.port}`,
      'network.stricttransportsecurity.preloadlist': false,
      'security.cert_pinning.enforcement_level': 0,
      'network.proxy.type': 0,
      'extensions.webextensions.uuids': JSON.stringify({ 'waymark@waymark.dev': UUID }),
      // As Firefox is when it is installed; Puppeteer would have it let every cookie through.
      'network.cookie.cookieBehavior': 5,
      'browser.contentblocking.features.standard': '-tp,tpPrivate,cookieBehavior5,cookieBehaviorPBM5,cryptoTP,fp',
      'browser.download.folderList': 2,
      'browser.download.dir': downloads,
      'browser.download.alwaysOpenPanel': false,
      // The browser's own question has no button that BiDi could press: it is answered with yes.
      'extensions.webextOptionalPermissionPrompts': false,
      // The background page sleeps after a second instead of half a minute, between any two steps of a test. On a busy machine half a second is not enough for one request, as half a minute is.
      'extensions.background.idle.timeout': 1000,
    },
  });
  await browser.installExtension(EXTENSION);
  const errors: string[] = [];

  const openOwn: FirefoxWaymark['openOwn'] = async (path, ready) => {
    const page = await browser.newPage();
    await page.goto(`moz-extension://${UUID}/${path}`, { timeout: 1500 }).catch(() => undefined);
    await page.waitForSelector(ready, { timeout: 20_000 });
    return page;
  };
  // Opened before anything else: a later tab would hide the page under test, and the overlay rests in hidden pages.
  const own = await openOwn('options.html', 'main');
  return {
    browser,
    tracker,
    downloads,
    errors,
    openOwn,
    tagSelection: () => own.evaluate(tellActiveTab),
    openPopup: async () => {
      await own.evaluate(() => (globalThis as unknown as OwnPage).browser.action.openPopup());
      // Until its window has the height of what is in it.
      return await eventually(() => own.evaluate(measurePopup), ({ scrolls }) => scrolls);
    },
    takeAway: async (...origins) => void (await own.evaluate((all) => (globalThis as unknown as OwnPage).browser.permissions.remove({ origins: all }), origins)),
    mayBeOn: (...origins) => own.evaluate((all) => (globalThis as unknown as OwnPage).browser.permissions.contains({ origins: all }), origins),
    update: async () => {
      await browser.installExtension(EXTENSION);
    },
    open: async (url) => {
      const page = await browser.newPage();
      page.on('pageerror', (error) => errors.push(String(error)));
      await page.setViewport({ width: 1280, height: 900 });
      await page.goto(url, { waitUntil: 'domcontentloaded', timeout: 30_000 });
      return page;
    },
    ask: async (name, payload) => {
      const send = () => own.evaluate((message) => (globalThis as unknown as OwnPage).browser.runtime.sendMessage(message), { waymark: name, payload } as Envelope).catch(() => undefined);
      // A background that falls asleep over a message answers nothing: our pages ask once more, and so do we. The page is ours, and what answers it is our own server.
      const reply = ((await send()) ?? (await send())) as Reply<typeof name> | undefined;
      if (!reply) throw new Error(`${name}: the background did not answer`);
      if (!reply.ok) throw new Error(`${name}: ${reply.problem.sentence}`);
      return reply.value;
    },
    suspended: async () => (await eventually(() => own.evaluate(countBackgrounds), (count) => count === 0)) === 0,
    close: async () => {
      await browser.close();
      await tracker.close();
      rmSync(downloads, { recursive: true, force: true });
    },
  };
}

/** What our pages see of the browser, and the tests' compiler does not. */
interface OwnPage {
  readonly browser: {
    runtime: { sendMessage(message: unknown): Promise<unknown> };
    permissions: { remove(of: { origins: string[] }): Promise<boolean>; contains(of: { origins: string[] }): Promise<boolean> };
    extension: { getViews(of?: { type: 'popup' }): Window[] };
    action: { openPopup(): Promise<void> };
    tabs: { query(about: { active: boolean }): Promise<{ id: number }[]>; sendMessage(tab: number, message: unknown): Promise<unknown> };
  };
}

/** Runs in our page. */
async function tellActiveTab(): Promise<void> {
  const { tabs } = (globalThis as unknown as OwnPage).browser;
  for (const { id } of await tabs.query({ active: true })) await tabs.sendMessage(id, { waymark: 'tag-selection' });
}

/** Runs in our page. A sleeping background page has no view. */
function countBackgrounds(): number {
  return (globalThis as unknown as OwnPage).browser.extension.getViews().filter((view) => view.location.pathname.includes('background')).length;
}

/** Runs in our page. */
function measurePopup(): { wide: number; seen: number; scrolls: boolean } {
  const [popup] = (globalThis as unknown as OwnPage).browser.extension.getViews({ type: 'popup' });
  const { scrollWidth, scrollHeight, clientWidth, clientHeight } = popup?.document.documentElement ?? document.createElement('p');
  return { wide: scrollWidth, seen: clientWidth, scrolls: scrollHeight > clientHeight };
}
