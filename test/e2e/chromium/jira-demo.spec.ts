/** How the demo's Jira pages behave by themselves: what the overlay's tests on them rest on. No extension here. */
import { chromium, expect, test, type BrowserContext, type Page } from '@playwright/test';
import { ensureBrowser } from '../../tools/browsers.ts';
import { SESSION_COOKIE } from '../../tracker/jira/model/jira.ts';
import { type DemoTracker, startTracker } from '../../tracker/server.ts';
import { demoWorld } from '../../tracker/world.ts';

const BOARD = 'https://acme.atlassian.net/jira/software/c/projects/SHOP/boards/1';
const RAPID = 'https://jira.acme.example/jira/secure/RapidBoard.jspa?rapidView=1&projectKey=SHOP';
const MODAL = '[data-testid="issue.views.issue-details.issue-modal.modal-dialog"]';
const ROWS = '[data-testid^="software-backlog.card-list.card.content-container."]';

let tracker: DemoTracker;
let context: BrowserContext;
let close: () => Promise<void>;

test.beforeAll(async () => {
  tracker = await startTracker({ world: demoWorld({ issues: 20 }) });
  const browser = await chromium.launch({ executablePath: await ensureBrowser('chromium'), args: ['--no-sandbox', '--ignore-certificate-errors', `--host-resolver-rules=${tracker.resolverRules}`] });
  context = await browser.newContext({ ignoreHTTPSErrors: true, viewport: { width: 1300, height: 900 } });
  await context.addCookies([['acme.atlassian.net', SESSION_COOKIE.cloud], ['jira.acme.example', SESSION_COOKIE.dc]].map(([domain = '', name = '']) => ({ domain, name, value: 'session-of-maya', path: '/', secure: true })));
  close = async () => {
    await browser.close();
    await tracker.close();
  };
});
test.afterAll(() => close());

async function open(url: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(url);
  // The page renders itself anew shortly after load, and says nothing of it.
  await page.waitForTimeout(400);
  return page;
}

/** What a stranger puts beside each key. */
const mark = (page: Page): Promise<number> => page.evaluate(() => {
  const keys = document.querySelectorAll('[data-testid="platform-card.common.ui.key.key"], [data-testid="software-backlog.card-list.card.card-contents.accessible-card-key"], [data-testid="native-issue-table.common.ui.issue-cells.issue-key.action-container"]');
  for (const key of keys) key.append(document.createElement('some-stranger'));
  return keys.length;
});
const strangers = (page: Page): Promise<number> => page.locator('some-stranger').count();
const column = (page: Page, index: number) => page.getByTestId('platform-board-kit.ui.column.draggable-column').nth(index);

test('a card dragged to another column is a new element there, and its status has changed', async () => {
  const page = await open(BOARD);
  await mark(page);
  const card = column(page, 0).locator('[id^="card-"]').first();
  const id = (await card.getAttribute('id')) ?? '';
  await card.dragTo(column(page, 2), { targetPosition: { x: 100, y: 150 } });
  await expect(column(page, 2).locator(`#${id}`)).toHaveCount(1);
  // Cards that the pointer crossed have rendered too; the rest keep what they had.
  await expect(page.locator(`#${id} some-stranger`)).toHaveCount(0);
  expect(await strangers(page)).toBeGreaterThan(5);
  const issues = tracker.world.jira.sites[0];
  expect(issues?.issues.get(issues.keys.get(id.replace('card-', '')) ?? '')?.status).toBe(issues?.boards.get(1)?.columns[2]?.statuses[0]);
});

test('a click anywhere on a card opens its issue, a stranger’s element among it; Escape closes', async () => {
  const page = await open(BOARD);
  await mark(page);
  const card = page.locator('[id^="card-"]').first();
  const key = (await card.getAttribute('id'))?.replace('card-', '') ?? '';
  await card.locator('some-stranger').evaluate((element: HTMLElement) => element.click());
  await expect(page.locator(MODAL)).toBeVisible();
  expect(page.url()).toContain(`?selectedIssue=${key}`);
  await page.keyboard.press('Escape');
  await expect(page.locator(MODAL)).toHaveCount(0);
  expect(page.url()).toBe(BOARD);
});

test('an open modal fetches the focus back, but not from what is free of its lock', async () => {
  const page = await open(`${BOARD}?selectedIssue=SHOP-12`);
  const focusOn = (free: boolean) => page.evaluate((lock) => {
    const field = document.body.appendChild(document.createElement('input'));
    field.toggleAttribute('data-no-focus-lock', lock);
    field.className = 'field';
    field.focus();
  }, free);
  await focusOn(false);
  await expect(page.locator(MODAL)).toBeFocused();
  await focusOn(true);
  await expect(page.locator('.field[data-no-focus-lock]')).toBeFocused();
});

test('a backlog has only the rows near the viewport, and uses them again with whatever is in them', async () => {
  const page = await open(`${BOARD}/backlog`);
  await page.locator('[data-demo-rows="backlog"]').evaluate((rows) => rows.scrollIntoView());
  await expect(page.locator(`[data-demo-rows="backlog"] ${ROWS}`).first()).toBeVisible();
  await mark(page);
  const shown = (): Promise<string[]> => page.locator(`[data-demo-rows="backlog"] ${ROWS}`).evaluateAll((rows) => rows.map((row) => row.getAttribute('data-testid') ?? ''));
  const before = await shown();
  await page.getByTestId('software-backlog.backlog-content.scrollable').evaluate((scroller) => scroller.scrollBy(0, 600));
  await expect.poll(async () => (await shown()).filter((row) => !before.includes(row)).length).toBeGreaterThan(8);
  const after = await shown();
  expect(new Set(after).size).toBe(after.length);
  expect(after.length).toBeLessThan(40);
  const reused = await page.locator(`[data-demo-rows="backlog"] ${ROWS}:has(some-stranger)`).evaluateAll((rows) => rows.map((row) => row.getAttribute('data-testid') ?? ''));
  expect(reused.some((row) => !before.includes(row))).toBe(true);
});

test('tabs lead to other pages without an event, and what is shown again is made anew', async () => {
  const page = await open(BOARD);
  await page.evaluate(() => {
    for (const type of ['popstate', 'hashchange', 'turbo:render', 'soft-nav:end']) for (const target of [window, document]) target.addEventListener(type, () => document.documentElement.setAttribute('data-heard', type));
    document.documentElement.dataset['same'] = '';
  });
  await mark(page);
  await page.getByRole('link', { name: 'List', exact: true }).click();
  await expect(page.getByTestId('native-issue-table.ui.issue-row').first()).toBeVisible();
  expect(page.url()).toMatch(/\/list$/);
  await expect(page.locator('html[data-same]:not([data-heard])')).toHaveCount(1);
  expect(await strangers(page)).toBe(0);
});

test('rendering anew takes strangers away; recycled rows keep them and show another issue', async () => {
  const page = await open('https://acme.atlassian.net/jira/software/c/projects/SHOP/list');
  const links = page.getByTestId('native-issue-table.common.ui.issue-cells.issue-key.issue-key-cell');
  const marked = await mark(page);
  const [first, second] = await links.allInnerTexts();
  await page.evaluate(() => window.jiraDemo.recycle());
  expect(await links.first().innerText()).toBe(second);
  expect(second).not.toBe(first);
  expect(await strangers(page)).toBe(marked);
  await page.evaluate(() => window.jiraDemo.rerender());
  expect(await strangers(page)).toBe(0);
});

test('single letters are the page’s, except in its fields', async () => {
  const page = await open(BOARD);
  await page.getByLabel('Search board').fill('');
  await page.keyboard.press('c');
  await expect(page.locator('html[data-last-hotkey]')).toHaveCount(0);
  await page.locator('h1').click();
  await page.keyboard.press('c');
  await expect(page.locator('html[data-last-hotkey="c"]')).toHaveCount(1);
});

test('Data Center moves a card by the mouse and opens a panel by a click', async () => {
  const page = await open(RAPID);
  const lane = page.locator('.ghx-swimlane').first();
  const card = lane.locator('.ghx-issue').first();
  const key = (await card.getAttribute('data-issue-key')) ?? '';
  const to = lane.locator('.ghx-column').nth(3);
  const place = await to.boundingBox();
  await card.hover();
  await page.mouse.down();
  await page.mouse.move((place?.x ?? 0) + 60, (place?.y ?? 0) + 30, { steps: 6 });
  await page.mouse.up();
  await expect(to.locator(`[data-issue-key="${key}"]`)).toHaveCount(1);
  await page.locator(`.ghx-issue[data-issue-key="${key}"] .ghx-summary`).click();
  await expect(page.locator(`#ghx-detail-issue[data-issuekey="${key}"] #summary-val`)).toBeVisible();
});

test('a browser without a session is shown the way in, and comes back to what it wanted', async () => {
  const stranger = await context.browser()?.newContext({ ignoreHTTPSErrors: true });
  for (const wanted of ['https://acme.atlassian.net/browse/SHOP-12', 'https://jira.acme.example/jira/browse/SHOP-12']) {
    const page = await stranger?.newPage();
    await page?.goto(wanted);
    await page?.locator('input[name="as"]').fill('maya');
    await page?.keyboard.press('Enter');
    await page?.waitForURL(wanted);
  }
});
