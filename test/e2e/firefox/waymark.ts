/** A real Firefox with Waymark in it, looking at the demo tracker through the real addresses. */
import { resolve } from 'node:path';
import { launch as launchBrowser, type Browser, type Page } from 'puppeteer-core';
import { ensureBrowser } from '../../tools/browsers.ts';
import { DEMO_HOSTS } from '../../tracker/hosts.ts';
import { startTracker, type DemoTracker } from '../../tracker/server.ts';

const UUID = '5b0d3c1e-8a52-4f0f-9a67-3f0a6f3d7c11';
const EXTENSION = resolve('.output/firefox-mv3-e2e');

export interface FirefoxWaymark {
  readonly browser: Browser;
  readonly tracker: DemoTracker;
  open(url: string): Promise<Page>;
  /** One of our own pages. BiDi loads it but never says that the navigation ended, so its content is waited for instead. */
  openOwn(path: string, ready: string): Promise<Page>;
  close(): Promise<void>;
}

export async function launch(): Promise<FirefoxWaymark> {
  const tracker = await startTracker();
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
      // The background page is suspended soon, as it would be after half a minute.
      'extensions.background.idle.timeout': 3000,
    },
  });
  await browser.installExtension(EXTENSION);
  return {
    browser,
    tracker,
    open: async (url) => {
      const page = await browser.newPage();
      await page.setViewport({ width: 1280, height: 900 });
      await page.goto(url, { waitUntil: 'domcontentloaded', timeout: 30_000 });
      return page;
    },
    openOwn: async (path, ready) => {
      const page = await browser.newPage();
      await page.goto(`moz-extension://${UUID}/${path}`, { timeout: 3000 }).catch(() => undefined);
      await page.waitForSelector(ready, { timeout: 20_000 });
      return page;
    },
    close: async () => {
      await browser.close();
      await tracker.close();
    },
  };
}

/** Asks until the answer is what is expected, or gives the last answer up to the assertion. */
export async function eventually<T>(ask: () => Promise<T>, enough: (answer: T) => boolean, timeout = 20_000): Promise<T> {
  const end = Date.now() + timeout;
  let answer = await ask();
  while (!enough(answer) && Date.now() < end) {
    await new Promise((done) => setTimeout(done, 200));
    answer = await ask();
  }
  return answer;
}
