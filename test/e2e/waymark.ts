/** A real Chromium with Waymark in it, looking at the demo tracker through the real addresses. Used by the e2e tests, the demo and the benches. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { chromium, type BrowserContext, type Page, type Worker } from '@playwright/test';
import type { Envelope, MessageName, Messages, Reply } from '../../lib/messaging/messages.ts';
import { ensureBrowser } from '../tools/browsers.ts';
import { startTracker, type DemoTracker } from '../tracker/server.ts';

export interface Waymark {
  readonly context: BrowserContext;
  readonly tracker: DemoTracker;
  readonly id: string;
  readonly profile: string;
  worker(): Promise<Worker>;
  open(url: string): Promise<Page>;
  /** One of our own pages in a tab, as the toolbar and the options open them. */
  openOwn(path: string): Promise<Page>;
  /** A document of ours that has all that an extension has and does nothing of itself: the options would read, and score their example anew, with every change. */
  openBare(): Promise<Page>;
  /** Asks the worker as our own pages do. */
  ask<N extends MessageName>(name: N, payload: Messages[N]['request']): Promise<Messages[N]['response']>;
  killWorker(): Promise<void>;
  close(options?: { keepProfile?: boolean }): Promise<void>;
}

export interface LaunchOptions {
  readonly tracker?: DemoTracker;
  readonly extension?: string;
  readonly profile?: string;
  readonly headless?: boolean;
  readonly colorScheme?: 'light' | 'dark';
  readonly viewport?: { width: number; height: number };
}

export const EXTENSION = resolve('.output/chrome-mv3');

/**
 * What Chromium is told not to do. Of several such switches the last one counts, so this holds Playwright's list as well (`disabledFeatures` in its 1.65), without what is Edge's.
 * The three of the omnibox are Chromium's own: at each start it draws two pages for an address bar that nobody uses here, for more than a second of a processor's time.
 */
const OFF = [
  'WebUIOmniboxPopup', 'WebUIOmniboxAimPopup', 'WebUIOmniboxFullPopup',
  'AimEnabled', 'AvoidCorsURLLoaderRestartOnRedirect', 'AvoidUnnecessaryBeforeUnloadCheckSync', 'DestroyProfileOnBrowserClose', 'HttpsFirstBalancedModeAutoEnable', 'HttpsUpgrades', 'LensOverlay',
  'MediaRouter', 'NetworkTimeServiceQuerying', 'OptimizationHints', 'PaintHolding', 'PreconnectToSearch', 'TcpPortRandomizationWin', 'ThirdPartyStoragePartitioning',
];

export async function launch(options: LaunchOptions = {}): Promise<Waymark> {
  const tracker = options.tracker ?? (await startTracker());
  const profile = options.profile ?? mkdtempSync(join(tmpdir(), 'waymark-'));
  const extension = options.extension ?? EXTENSION;
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: await ensureBrowser('chromium'),
    headless: options.headless ?? true,
    ignoreHTTPSErrors: true,
    colorScheme: options.colorScheme ?? 'light',
    viewport: options.viewport ?? { width: 1280, height: 900 },
    args: [
      '--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-quic',
      `--disable-features=${OFF.join(',')}`, '--ignore-certificate-errors', `--host-resolver-rules=${tracker.resolverRules}`, `--disable-extensions-except=${extension}`, `--load-extension=${extension}`,
    ],
  });
  const worker = async (): Promise<Worker> => context.serviceWorkers()[0] ?? context.waitForEvent('serviceworker', { timeout: 20_000 });
  const id = new URL((await worker()).url()).host;
  let own: Page | undefined;

  const openOwn = async (path: string): Promise<Page> => {
    const page = await context.newPage();
    await page.goto(`chrome-extension://${id}/${path}`);
    return page;
  };
  const openBare = (): Promise<Page> => openOwn('manifest.json');
  const ownPage = async (): Promise<Page> => (own ??= await openBare());
  return {
    context, tracker, id, profile, worker, openOwn, openBare,
    open: async (url) => {
      const page = await context.newPage();
      await page.goto(url);
      return page;
    },
    ask: async (name, payload) => {
      const page = await ownPage();
      // Playwright's page cannot see the extension's types; the reply's shape is the protocol's.
      const reply = (await page.evaluate((message) => (globalThis as unknown as { chrome: { runtime: { sendMessage(message: unknown): Promise<unknown> } } }).chrome.runtime.sendMessage(message), { waymark: name, payload } as Envelope)) as Reply<typeof name>;
      if (!reply.ok) throw new Error(`${name}: ${reply.problem.sentence}`);
      return reply.value;
    },
    killWorker: async () => {
      const session = await context.newCDPSession(await ownPage());
      await session.send('ServiceWorker.enable');
      await session.send('ServiceWorker.stopAllWorkers');
      await session.detach();
    },
    close: async ({ keepProfile = false } = {}) => {
      await context.close();
      if (!options.tracker) await tracker.close();
      if (!keepProfile && !options.profile) rmSync(profile, { recursive: true, force: true });
    },
  };
}

/** Badges of a page, as the public contract shows them. */
export function badges(page: Page) {
  return page.locator('waymark-badge');
}
