import { expect, test, type Page } from '@playwright/test';
import type { Envelope, MessageName, Messages } from '../../../lib/messaging/messages.ts';
import { seriousFindings } from '../axe.ts';
import type { OverlayBrowser } from './overlay-browser.ts';
import { launchOverlay } from './overlay-browser.ts';
import { BOARD, hasCorpus, htmlOf, JIRA_ISSUE } from './overlay-pages.ts';
import { renameHashedClasses, stripTestIds } from './overlay-mutations.ts';
import { backlog, board, cloudPage, dataCenterPage } from './overlay-jira-layouts.ts';

const NOT_SAVED = 'the saved pages of ../shared/corpus are not here: nothing to draw a line above';

const LINE = 'waymark-line';
const day = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString();
const MILESTONE = { id: 1, node_id: 'M_1', number: 4, title: 'Sprint 4', state: 'open', description: 'Sprint Goal: Comments survive a reload', due_on: day(6), created_at: day(-8), updated_at: day(-8), closed_at: null, open_issues: 5, closed_issues: 3, html_url: 'https://github.com/diffplug/gitcasso/milestone/4', url: '', labels_url: '', creator: null };

let browser: OverlayBrowser;
let own: Page;

/** Asks the worker as our own pages do. */
const ask = <N extends MessageName>(name: N, payload: Messages[N]['request']): Promise<unknown> =>
  own.evaluate((message) => (globalThis as unknown as { chrome: { runtime: { sendMessage(message: unknown): Promise<unknown> } } }).chrome.runtime.sendMessage(message), { waymark: name, payload } as Envelope);

test.beforeAll(async () => {
  browser = await launchOverlay();
  await browser.context.route(/api\.github\.com\/repos\/diffplug\/gitcasso\/milestones/, (route) => route.fulfill({ contentType: 'application/json; charset=utf-8', body: JSON.stringify(route.request().url().includes('page=2') ? [] : [MILESTONE]) }));
  own = await browser.context.newPage();
  const id = new URL(browser.context.serviceWorkers()[0]?.url() ?? '').host;
  await own.goto(`chrome-extension://${id}/options.html`);
  const item = { outcome: '', horizon: 'now' } as const;
  await ask('saveRoadmapItem', { item: { ...item, id: 'epic', title: 'Reliable imports', belongs: [{ parent: 'RDC-14817' }] }, former: null });
  await ask('saveRoadmapItem', { item: { ...item, id: 'sprint', title: 'Comments that stay', belongs: [{ milestone: 'Sprint 4' }] }, former: null });
});
test.afterAll(async () => browser?.close());

const lines = (page: Page) => page.locator(LINE);

for (const [name, change] of [['', (html: string) => html], [' without data-testid and with other class hashes', (html: string) => renameHashedClasses(stripTestIds(html))]] as const) {
  test(`a saved GitHub board has the goal above it, once, and keeps what it shows${name}`, async () => {
    test.skip(!hasCorpus, NOT_SAVED);
    const page = await browser.open(BOARD.url, change(htmlOf(BOARD)));
    await expect(lines(page).getByRole('region', { name: 'Waymark: Sprint Goal' })).toContainText('Comments survive a reload', { timeout: 30_000 });
    await expect(lines(page)).toHaveCount(1);
    await expect(lines(page)).toBeInViewport();
    expect(await seriousFindings(page, LINE)).toEqual([]);
    const widths = await page.evaluate((line) => {
      const cards = () => [...document.querySelectorAll('[data-board-card-id]')].map((card) => card.getBoundingClientRect().width);
      const withLine = cards();
      document.querySelector(line)?.remove();
      return [withLine, cards()];
    }, LINE);
    expect(widths[0]).toEqual(widths[1]);
    await expect(lines(page)).toHaveCount(1);
    await page.close();
  });

  test(`a saved piece of a Jira issue, without the page around it, gets no line in a place made up${name}`, async () => {
    test.skip(!hasCorpus, NOT_SAVED);
    const page = await browser.open(JIRA_ISSUE.url, change(htmlOf(JIRA_ISSUE)));
    // Nothing of this page's frame was saved: there is no region to put a line into, and none is made up.
    await page.waitForTimeout(2500);
    expect(await lines(page).count()).toBe(await page.locator('main,[role="main"],#content').count() > 0 ? 1 : 0);
    await page.close();
  });
}

for (const [name, url, change] of [
  ['a page of Jira Cloud', 'https://example.atlassian.net/browse/RDC-14817', (html: string) => html],
  ['a page of Jira Cloud without data-testid', 'https://example.atlassian.net/browse/RDC-14817?x=1', stripTestIds],
] as const) {
  test(`${name} around the saved header has the epic’s line, above what it shows`, async () => {
    test.skip(!hasCorpus, NOT_SAVED);
    const page = await browser.open(url, change(cloudPage(htmlOf(JIRA_ISSUE))));
    await expect(lines(page).getByRole('region', { name: 'Waymark: Roadmap item' })).toContainText('Reliable imports', { timeout: 30_000 });
    expect(await page.evaluate((line) => document.querySelector(line)?.parentElement?.getAttribute('role'), LINE)).toBe('main');
    expect(await seriousFindings(page, LINE)).toEqual([]);
    await page.close();
  });
}

for (const [name, url, html] of [
  ['a board', 'https://example.atlassian.net/jira/software/c/projects/RDC/boards/1', cloudPage(board('RDC-1', 'RDC-2'))],
  ['a backlog', 'https://example.atlassian.net/jira/software/c/projects/RDC/boards/1/backlog', cloudPage(backlog('RDC-1'))],
  ['an issue that no item names', 'https://example.atlassian.net/browse/RDC-7', cloudPage('<main></main>')],
  ['a Data Center’s page that is not ours', 'https://jira.acme.example/browse/GEM-1', dataCenterPage('')],
] as const) {
  test(`${name} without a goal has no line`, async () => {
    const page = await browser.open(url, html);
    await page.waitForTimeout(2500);
    expect(await lines(page).count()).toBe(0);
    await page.close();
  });
}

test('milestones of an uncaptured layout: the item and the goal stand at the beginning of the main region', async () => {
  const page = await browser.open('https://github.com/diffplug/gitcasso/milestone/4', '<!doctype html><html data-color-mode="dark" data-dark-theme="dark"><header>GitHub</header><main><h1>Sprint 4</h1><ul><li><h3><a href="/diffplug/gitcasso/issues/1">One</a></h3></li></ul></main></html>');
  await expect(lines(page).getByRole('region', { name: 'Waymark: Roadmap item' })).toContainText('Comments that stay', { timeout: 30_000 });
  await expect(lines(page).getByRole('region', { name: 'Waymark: Sprint Goal' })).toContainText('Comments survive a reload');
  expect(await page.evaluate((line) => document.querySelector('main')?.firstElementChild?.localName === line, LINE)).toBe(true);
  expect(await lines(page).evaluate((host) => getComputedStyle(host).colorScheme)).toBe('dark');
  await page.close();
});
