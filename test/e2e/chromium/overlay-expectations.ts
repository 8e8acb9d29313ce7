import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';

/** What a page should have: its own issue's badge, and one for each row. */
export interface Expected {
  /** The page's own issue. */
  readonly header: string | null;
  readonly rows: readonly string[];
}

/** Long enough for a badge that must not come. */
export const SETTLED = 800;

export const wanted = ({ header, rows }: Expected): string[] => [...(header === null ? [] : [header]), ...rows].toSorted();
export const badges = (page: Page): Promise<string[]> => page.evaluate(() => [...document.querySelectorAll('waymark-badge')].map((badge) => badge.getAttribute('issue') ?? '').toSorted());
export const expectBadges = (page: Page, issues: readonly string[]): Promise<void> => expect.poll(() => badges(page), { timeout: 15_000 }).toEqual([...issues].toSorted());

/** The badges come, no others follow, and each is a small named button in its place. */
export async function expectExactly(page: Page, expected: Expected): Promise<void> {
  await expectBadges(page, wanted(expected));
  await page.waitForTimeout(SETTLED);
  expect(await badges(page)).toEqual(wanted(expected));
  expect(await page.locator('waymark-badge[place="header"]').evaluateAll((all) => all.map((badge) => badge.getAttribute('issue')))).toEqual(expected.header === null ? [] : [expected.header]);
  expect(await page.locator('waymark-badge').evaluateAll(faultsOf)).toEqual([]);
}

function faultsOf(all: Element[]): string[] {
  return all.flatMap((badge) => {
    const buttons = badge.shadowRoot?.querySelectorAll('button') ?? [];
    const [button] = buttons;
    const nodes = 1 + (badge.shadowRoot?.querySelectorAll('*').length ?? 0);
    const { width, height } = badge.getBoundingClientRect();
    return [
      buttons.length === 1 ? '' : 'one button',
      button?.ariaLabel || button?.querySelector('[aria-label]') ? '' : 'a name',
      nodes <= 7 ? '' : `few nodes, not ${nodes}`,
      width > 10 && height >= 16 && height <= 34 ? '' : `a size, not ${width} × ${height}`,
    ].filter(Boolean);
  });
}

/** The page takes the first badge away twenty times, at once each time. Returns how often it came back within a second at most. */
export function removeTwentyTimes(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const times: number[] = [];
    const container = document.querySelector('waymark-badge')?.parentElement;
    const removing = new MutationObserver(() => {
      const badge = container?.querySelector('waymark-badge');
      if (!badge) return;
      times.push(performance.now());
      badge.remove();
    });
    document.querySelector('waymark-badge')?.remove();
    removing.observe(document, { childList: true, subtree: true });
    while (times.length < 19) await new Promise((resolve) => setTimeout(resolve, 50));
    removing.disconnect();
    return Math.max(...times.map((start) => times.filter((time) => time >= start && time < start + 950).length));
  });
}

/** Counts what the page hears of events on a badge, captured or bubbling. `heard` tells. */
export async function listenAsPage(page: Page): Promise<() => Promise<unknown>> {
  await page.evaluate(() => {
    const heard: string[] = [];
    for (const type of ['click', 'mousedown', 'mouseup', 'pointerdown', 'pointerup', 'dblclick', 'keydown', 'keyup', 'keypress', 'dragstart'])
      for (const capture of [true, false]) document.addEventListener(type, () => heard.push(type), { capture });
    Object.assign(globalThis, { heard });
  });
  return () => page.evaluate(() => Reflect.get(globalThis, 'heard') as unknown);
}

/** The heights of these elements with the badges, and without: taken out for a moment, before anything can put them back. */
export function heightsOf(page: Page, selector: string): Promise<{ without: number[]; with: number[] }> {
  return page.evaluate((rows) => {
    const heights = () => [...document.querySelectorAll(rows)].map((row) => row.getBoundingClientRect().height);
    const withBadges = heights();
    for (const badge of document.querySelectorAll('waymark-badge')) badge.remove();
    return { without: heights(), with: withBadges };
  }, selector);
}
