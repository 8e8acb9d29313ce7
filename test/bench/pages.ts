import { chromium, type BrowserContext, type Page } from '@playwright/test';
import { ensureBrowser } from '../tools/browsers.ts';
import { startTracker } from '../tracker/server.ts';
import { launch } from '../e2e/waymark.ts';
import { middle } from './middle.ts';

export interface PageCost {
  readonly taskMs: number;
  readonly scriptMs: number;
  readonly nodes: number;
}

export interface PageResults {
  readonly rows: number;
  readonly without: PageCost;
  readonly with: PageCost;
  readonly firstBadgeMs: number;
  readonly lastBadgeMs: number;
}

/** Notes when rows and badges come into the document. Runs before the page's own scripts. */
function watch(): void {
  const seen = { row: 0, first: 0, last: 0, badges: 0 };
  Object.assign(globalThis, { benchSeen: seen });
  new MutationObserver(() => {
    if (seen.row === 0 && document.querySelector('li[role=listitem] h3 a')) seen.row = performance.now();
    const count = document.querySelectorAll('waymark-badge').length;
    if (count > 0 && seen.first === 0) seen.first = performance.now();
    if (count > seen.badges) seen.last = performance.now();
    seen.badges = count;
  }).observe(document, { childList: true, subtree: true });
}

async function load(context: BrowserContext, url: string, observed: boolean): Promise<PageCost & { first: number; last: number; rows: number }> {
  const page: Page = await context.newPage();
  if (observed) await page.addInitScript(watch);
  const session = await context.newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  await page.goto(url);
  await page.waitForTimeout(1800);
  const { metrics } = await session.send('Performance.getMetrics');
  const metric = (name: string): number => metrics.find((candidate) => candidate.name === name)?.value ?? 0;
  const seen = await page.evaluate(() => ({ ...((globalThis as { benchSeen?: { row: number; first: number; last: number } }).benchSeen ?? { row: 0, first: 0, last: 0 }), rows: document.querySelectorAll('li[role=listitem] h3 a').length }));
  await page.close();
  return { taskMs: metric('TaskDuration') * 1000, scriptMs: metric('ScriptDuration') * 1000, nodes: metric('Nodes'), first: seen.first - seen.row, last: seen.last - seen.row, rows: seen.rows };
}

/** The same list with and without Waymark, loads alternating, in one run: only the ratios mean something. */
export async function measurePages(turns: number): Promise<PageResults> {
  const waymark = await launch();
  const bare = await startTracker({ world: waymark.tracker.world });
  const browser = await chromium.launch({
    executablePath: await ensureBrowser('chromium'),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--ignore-certificate-errors', `--host-resolver-rules=${bare.resolverRules}`],
  });
  const url = 'https://github.com/acme/shop/issues?per_page=100';
  try {
    const without = await browser.newContext({ ignoreHTTPSErrors: true, viewport: { width: 1280, height: 900 } });
    for (let warm = 0; warm < 3; warm += 1) {
      await load(waymark.context, url, false);
      await load(without, url, false);
    }
    const costs = { with: [] as Awaited<ReturnType<typeof load>>[], without: [] as Awaited<ReturnType<typeof load>>[], seen: [] as Awaited<ReturnType<typeof load>>[] };
    for (let turn = 0; turn < turns; turn += 1) {
      costs.with.push(await load(waymark.context, url, false));
      costs.without.push(await load(without, url, false));
      costs.seen.push(await load(waymark.context, url, true));
    }
    const summary = (rows: readonly PageCost[]): PageCost => ({ taskMs: middle(rows.map((row) => row.taskMs)), scriptMs: middle(rows.map((row) => row.scriptMs)), nodes: middle(rows.map((row) => row.nodes)) });
    return { rows: costs.with[0]?.rows ?? 0, with: summary(costs.with), without: summary(costs.without), firstBadgeMs: middle(costs.seen.map((row) => row.first)), lastBadgeMs: middle(costs.seen.map((row) => row.last)) };
  } finally {
    await browser.close();
    await bare.close();
    await waymark.close();
  }
}
