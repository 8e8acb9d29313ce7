import type { Page } from '@playwright/test';
import { launch, type Waymark } from '../e2e/waymark.ts';
import { extensionWith } from './extension-with.ts';
import { middle } from './middle.ts';

/** What one page costs; times in milliseconds. */
interface PageFigures {
  /** From the address to the painted page. */
  readonly painted: number;
  readonly heapMegabytes: number;
  readonly elements: number;
}

export interface RoadmapResults {
  readonly issues: number;
  readonly items: number;
  readonly large: PageFigures;
  /** The same page with nothing in it: what no content can beat. */
  readonly empty: PageFigures;
  /** From the key or the click to the painted change; `frame` is a key that changes nothing. */
  readonly frame: number;
  readonly move: number;
  readonly type: number;
  readonly sheet: number;
  readonly timeline: number;
}

/** The roadmap as people see it: the shipped page over the worker and its real database, empty at first, then with 500 items over so many issues. */
export async function measureRoadmap(count: number, turns: number): Promise<RoadmapResults> {
  const waymark = await launch({ extension: await extensionWith('roadmap-filling') });
  try {
    const empty = await figuresOf(waymark, 'section.first', turns);
    const filling = await waymark.openOwn(`roadmap-filling.html?count=${count}`);
    const filled = await filling.waitForFunction(() => (globalThis as { benchFilled?: unknown }).benchFilled, undefined, { timeout: 540_000 });
    const issues = await filled.jsonValue();
    if (issues !== count) throw new Error(`The store was not filled: ${String(issues)}`);
    await filling.close();
    const large = await figuresOf(waymark, '.board .item', turns);
    const page = await openRoadmap(waymark, '.board .item');
    const items = await page.locator('.column .count').allTextContents();
    const first = '.board [data-item] .item-title';
    const press = (key: string, shift = false) => (): Promise<number> => latency(page, { selector: first, key, shift });
    const figures = {
      frame: await repeated(turns, press('F9')),
      move: await repeated(turns, async (turn) => press(turn % 2 === 0 ? 'ArrowRight' : 'ArrowLeft', true)()),
      type: await repeated(turns, (turn) => latency(page, { selector: '.search', text: 'item 12'.slice(0, 1 + (turn % 7)) })),
      sheet: await repeated(turns, async () => {
        const opened = await latency(page, { selector: first, key: null });
        await page.keyboard.press('Escape');
        await page.getByRole('dialog').waitFor({ state: 'detached' });
        return opened;
      }),
      timeline: 0,
    };
    await page.getByLabel('Search the roadmap').fill('');
    const timeline = await latency(page, { selector: '.segments button:nth-child(2)', key: null });
    return { issues: count, items: items.reduce((sum, text) => sum + Number(text), 0), large, empty, ...figures, timeline };
  } finally {
    await waymark.close();
  }
}

async function openRoadmap(waymark: Waymark, ready: string): Promise<Page> {
  const page = await waymark.openOwn('workspace.html#roadmap');
  await page.locator(ready).first().waitFor();
  return page;
}

async function figuresOf(waymark: Waymark, ready: string, turns: number): Promise<PageFigures> {
  const figures: PageFigures[] = [];
  for (let turn = 0; turn <= turns; turn += 1) {
    const page = await waymark.context.newPage();
    const session = await waymark.context.newCDPSession(page);
    await session.send('Performance.enable');
    const begun = performance.now();
    await page.goto(`chrome-extension://${waymark.id}/workspace.html#roadmap`);
    await page.locator(ready).first().waitFor();
    await page.evaluate(() => new Promise((painted) => { requestAnimationFrame(() => setTimeout(painted)); }));
    const painted = performance.now() - begun;
    await session.send('HeapProfiler.collectGarbage');
    const { metrics } = await session.send('Performance.getMetrics');
    figures.push({ painted, heapMegabytes: (metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? 0) / 1e6, elements: await page.locator('*').count() });
    await page.close();
  }
  // The first one warms the worker and the browser's caches.
  const of = (member: keyof PageFigures): number => middle(figures.slice(1).map((one) => one[member]));
  return { painted: of('painted'), heapMegabytes: of('heapMegabytes'), elements: of('elements') };
}

async function repeated(turns: number, work: (turn: number) => Promise<number>): Promise<number> {
  const taken: number[] = [];
  for (let turn = 0; turn < turns; turn += 1) taken.push(await work(turn));
  return middle(taken);
}

/** From an event in the page to the paint after it, measured in the page: no time of the driver's is in it. */
function latency(page: Page, given: { readonly selector: string; readonly key?: string | null; readonly shift?: boolean; readonly text?: string }): Promise<number> {
  return page.locator(given.selector).first().evaluate(async (element, { key, shift, text }) => {
    // After a frame has just begun, so that all wait about equally long for the next one.
    await new Promise((begun) => { requestAnimationFrame(() => setTimeout(begun)); });
    const at = performance.now();
    if (text !== undefined && element instanceof HTMLInputElement) {
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(element, text);
      element.dispatchEvent(new Event('input', { bubbles: true }));
    } else if (typeof key === 'string') element.dispatchEvent(new KeyboardEvent('keydown', { key, shiftKey: shift ?? false, bubbles: true, cancelable: true }));
    else if (element instanceof HTMLElement) element.click();
    await new Promise((painted) => { requestAnimationFrame(() => setTimeout(painted)); });
    return performance.now() - at;
  }, { key: given.key ?? null, shift: given.shift ?? false, ...(given.text !== undefined && { text: given.text }) });
}
