import { expect, test, type Page } from '@playwright/test';
import { prepareDemo } from '../../tools/demo.ts';
import { historyOf } from '../../tracker/edit/history.ts';
import { badges, launch, type Waymark } from '../waymark.ts';
import { openExtensionsPage, type ExtensionsPage } from './extensions-page.ts';

const LIST = 'https://github.com/acme/shop/issues';
const LINKS = 'li[role=listitem] h3 a';
const OURS = 'waymark-badge, waymark-card';

let waymark: Waymark;
let extensions: ExtensionsPage;
test.beforeAll(async () => {
  waymark = await launch();
  await prepareDemo(waymark);
  extensions = await openExtensionsPage(waymark);
});
test.afterAll(() => waymark.close());

const labelsOf = (number: number): readonly string[] => waymark.tracker.world.repositories.find((candidate) => candidate.name === 'shop')?.issues.get(number)?.labels ?? [];
const dialogIn = (page: Page) => page.locator('waymark-card').getByRole('dialog');
const lastHotkey = (page: Page): Promise<string | undefined> => page.evaluate(() => document.documentElement.dataset['lastHotkey']);

/** The list with a badge on every row; what the page and we print or throw there is kept. */
async function openList(): Promise<{ page: Page; rows: number; complaints: string[] }> {
  const complaints: string[] = [];
  const page = await waymark.context.newPage();
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  await page.goto(LIST);
  const rows = await page.locator(LINKS).count();
  await expect(badges(page)).toHaveCount(rows);
  return { page, rows, complaints };
}

/** Something of the page's own comes, as it does at every turn on GitHub. */
async function stir(page: Page): Promise<void> {
  await page.evaluate(() => document.body.append(document.createElement('section')));
}

/** Injects the overlay once more into every open tab, as the first start of an update does. */
async function injectAgain(): Promise<void> {
  const own = await waymark.openBare();
  await own.evaluate(async () => {
    const { chrome } = globalThis as unknown as { chrome: { tabs: { query(of: object): Promise<{ id: number }[]> }; scripting: { executeScript(what: object): Promise<unknown> } } };
    const tabs = await chrome.tabs.query({ url: 'https://github.com/*' });
    await Promise.all(tabs.map(({ id }) => chrome.scripting.executeScript({ target: { tabId: id }, files: ['/overlay-github.js'] })));
  });
  await own.close();
}

test('a worker that died while a list is open still opens the card, and tags', async () => {
  const { page, complaints } = await openList();
  const issue = await badges(page).evaluateAll((all) => all.find((badge) => !badge.hasAttribute('roadmap'))?.getAttribute('issue') ?? '');
  const badge = page.locator(`waymark-badge[issue="${issue}"]`);
  await waymark.killWorker();
  await badge.locator('button').click();
  await expect(dialogIn(page).getByText('Why this score').first()).toBeVisible();
  await waymark.killWorker();
  const picker = dialogIn(page).getByRole('combobox', { name: /roadmap item/i });
  await picker.fill('seller');
  await expect(dialogIn(page).getByRole('option', { name: /Seller onboarding/ })).toBeVisible();
  await waymark.killWorker();
  await picker.press('Enter');
  await expect(badge).toHaveAttribute('roadmap', 'seller-onboarding');
  await expect.poll(() => labelsOf(Number(issue.split('#')[1])), { timeout: 30_000 }).toContain('roadmap:seller-onboarding');
  expect(complaints).toEqual([]);
  await page.close();
});

test('a sync that is cut off over its first request comes back by its alarm, with no page to ask for it', async () => {
  const alone = await launch();
  try {
    alone.tracker.world.behaviours.slowMs = 25_000;
    const own = await alone.openBare();
    const alarm = () => own.evaluate(async () => ((await (globalThis as unknown as { chrome: { alarms: { get(name: string): Promise<{ scheduledTime: number } | undefined> } } }).chrome.alarms.get('sync'))?.scheduledTime ?? Infinity) - Date.now());
    expect(await alarm()).toBe(Infinity);
    const list = await alone.open(LIST);
    await expect.poll(alarm).toBeLessThan(31_000);
    await list.close();
    await alone.killWorker();
    expect(await alarm()).toBeLessThan(31_000);
  } finally {
    await alone.close();
  }
});

test('a tag that waits while the whole browser is closed goes out once it is open again, exactly once', async () => {
  const first = await launch();
  const { tracker, profile } = first;
  let again: Waymark | undefined;
  try {
    await first.ask('connect', { host: 'github.com', token: 'github_pat_demo_writer' });
    const shop = tracker.world.repositories.find(({ name }) => name === 'shop');
    const issue = [...(shop?.issues.values() ?? [])].find(({ state, labels }) => state === 'open' && labels.every((label) => !label.startsWith('roadmap:')));
    if (!shop || !issue) throw new Error('the demo has no untagged issue');
    await (await first.open(LIST)).locator('waymark-badge').first().waitFor();
    tracker.unplug();
    await first.ask('tag', { keys: [`github.com/acme/shop#${issue.number}` as never], item: 'seller-onboarding' });
    await first.context.close();
    tracker.mend();
    again = await launch({ tracker, profile });
    await expect.poll(() => issue.labels, { timeout: 30_000 }).toContain('roadmap:seller-onboarding');
    await expect.poll(async () => (await again?.ask('card', { key: `github.com/acme/shop#${issue.number}` as never }))?.pending).toEqual([]);
    const events = historyOf(tracker.world, shop, issue) as { event?: string; label?: { name: string } }[]; // GitHub's timeline has thirty kinds of entries
    expect(events.filter(({ event, label }) => event === 'labeled' && label?.name === 'roadmap:seller-onboarding')).toHaveLength(1);
  } finally {
    await again?.close();
    await first.close();
  }
});

test('the popup shows the Sprint Goal with a dead worker', async () => {
  const { page } = await openList();
  await waymark.killWorker();
  const popup = await waymark.openOwn('popup.html');
  await expect(popup.getByText(/working days? left/).first()).toBeVisible();
  await expect(popup.getByText('Sprint 24').first()).toBeVisible();
  await popup.close();
  await page.close();
});

test('keys pressed on a badge never fire the page’s shortcuts', async () => {
  const { page } = await openList();
  await badges(page).first().locator('button').focus();
  for (const key of ['c', '/', 'j', 'k', 'x']) await page.keyboard.press(key);
  expect(await lastHotkey(page)).toBeUndefined();
  expect(page.url()).toBe(LIST);
  expect(await page.evaluate(() => document.activeElement?.localName)).toBe('waymark-badge');
  // The page does listen: its own keys reach it.
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await page.keyboard.press('j');
  expect(await lastHotkey(page)).toBe('j');
  await page.close();
});

/** The page draws the row of the badge that has the focus anew, as React does: in place, or as another element. */
function drawAnew(page: Page, how: 'title' | 'row'): Promise<void> {
  return page.evaluate((what) => {
    if (what === 'title') return window.demo.rerender();
    const row = document.activeElement?.closest('li');
    row?.replaceWith(row.cloneNode(true));
  }, how);
}

for (const how of ['title', 'row'] as const) {
  test(`a badge has the focus again before the next key when the page draws its ${how} anew, and no focus that a person took away`, async () => {
    const { page, rows, complaints } = await openList();
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute('issue') ?? document.activeElement?.localName);
    const badge = badges(page).nth(3);
    const issue = await badge.getAttribute('issue');
    await badge.evaluate((host) => host.setAttribute('data-same', ''));
    await badge.locator('button').focus();
    await drawAnew(page, how);
    expect(await focused()).toBe(issue);
    await page.keyboard.press('Enter');
    await expect(dialogIn(page)).toBeVisible();
    await expect(page.locator('[data-same] button')).toHaveAttribute('aria-expanded', 'true');
    await page.keyboard.press('Escape');
    await expect(page.locator('waymark-card')).toHaveCount(0);
    expect(await focused()).toBe(issue);
    await page.waitForTimeout(1100);
    await drawAnew(page, how);
    expect(await focused()).toBe(issue);
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    await page.waitForTimeout(1100);
    await page.evaluate(() => window.demo.rerender());
    await expect(badges(page)).toHaveCount(rows);
    await page.waitForTimeout(300);
    expect(await focused()).toBe('body');
    expect(await lastHotkey(page)).toBeUndefined();
    expect(complaints).toEqual([]);
    await page.close();
  });
}

test('a card that is on its way when the page draws the badge anew opens beside it, and gives the focus back to it', async () => {
  const page = await waymark.open('https://github.com/acme/shop/issues/61');
  const badge = page.locator('waymark-badge[place=header]');
  await expect(page.locator('[data-hydrated]').first()).toBeAttached();
  await badge.locator('button').focus();
  await waymark.killWorker();
  // Right after the key that presses it: a press by a script would be nobody's.
  await page.evaluate(() => {
    window.addEventListener('keydown', () => setTimeout(() => {
      for (const header of document.querySelectorAll('[data-hydrated]')) header.removeAttribute('data-hydrated');
      window.demo.hydrate();
    }), { capture: true, once: true });
  });
  await page.keyboard.press('Enter');
  await expect(dialogIn(page)).toBeVisible();
  await expect(badge.locator('button')).toHaveAttribute('aria-expanded', 'true');
  const [beside, card] = [await badge.boundingBox(), await page.locator('waymark-card').boundingBox()];
  expect(card?.y).toBe(beside?.y);
  expect((card?.x ?? 0) - (beside?.x ?? 0) - (beside?.width ?? 0)).toBeCloseTo(6, 0);
  await page.keyboard.press('Escape');
  await expect(badge.locator('button')).toBeFocused();
  await page.close();
});

test('badges that the page takes away twenty times come back, and the page comes to rest', async () => {
  const { page, rows, complaints } = await openList();
  for (let time = 0; time < 20; time += 1) {
    await page.evaluate(() => {
      for (const badge of document.querySelectorAll('waymark-badge')) badge.remove();
    });
    await page.waitForTimeout(60);
  }
  await expect(badges(page)).toHaveCount(rows);
  const changes = await page.evaluate(async () => {
    let seen = 0;
    const observer = new MutationObserver((records) => { seen += records.length; });
    observer.observe(document, { childList: true, subtree: true });
    await new Promise((done) => { setTimeout(done, 1500); });
    observer.disconnect();
    return seen;
  });
  expect(changes).toBe(0);
  expect(complaints).toEqual([]);
  await page.close();
});

test('an overlay that is injected again leaves one badge a row, and one that answers', async () => {
  const { page, rows, complaints } = await openList();
  await badges(page).first().locator('button').click();
  await expect(dialogIn(page)).toBeVisible();
  await injectAgain();
  await injectAgain();
  await expect(badges(page)).toHaveCount(rows);
  await stir(page);
  await page.waitForTimeout(500);
  await expect(badges(page)).toHaveCount(rows);
  const keys = await badges(page).evaluateAll((all) => all.map((badge) => badge.getAttribute('issue')));
  expect(new Set(keys).size).toBe(rows);
  await expect(page.locator('waymark-card')).toHaveCount(0);
  await badges(page).first().locator('button').click();
  await expect(dialogIn(page)).toHaveCount(1);
  await expect(dialogIn(page).getByText('Why this score').first()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.locator('waymark-card')).toHaveCount(0);
  expect(complaints).toEqual([]);
  await page.close();
});

test('after an update the new overlay takes over the open tabs, and the old one leaves nothing', async () => {
  const { page, rows, complaints } = await openList();
  await badges(page).first().locator('button').click();
  await expect(dialogIn(page)).toBeVisible();
  await page.evaluate(() => {
    for (const ours of document.querySelectorAll('waymark-badge, waymark-card')) ours.setAttribute('data-old', '');
  });
  await extensions.reload();
  await expect(page.locator('[data-old]')).toHaveCount(0);
  await expect(badges(page)).toHaveCount(rows);
  await badges(page).first().locator('button').click();
  await expect(dialogIn(page).getByText('Why this score').first()).toBeVisible();
  await expect(page.locator('waymark-card')).toHaveCount(1);
  expect(complaints).toEqual([]);
  await page.close();
});

test('an overlay that outlived its extension removes everything of its own and stays silent, until a new one comes as Waymark is switched on again', async () => {
  const { page, rows, complaints } = await openList();
  const issue = await waymark.open(new URL((await page.locator(LINKS).last().getAttribute('href')) ?? '', LIST).href);
  await expect(issue.locator('[data-hydrated]').first()).toBeAttached();
  await issue.locator('waymark-badge[place=header] button').click();
  await expect(dialogIn(issue).getByText('Why this score').first()).toBeVisible();
  await extensions.switch(false);

  // On a page at rest nothing calls the orphan; the next thing that happens there does, or a person who comes back to its window.
  await stir(page);
  await expect(page.locator(OURS)).toHaveCount(0);
  await issue.bringToFront();
  await issue.evaluate(() => window.dispatchEvent(new Event('focus')));
  await expect(issue.locator(OURS)).toHaveCount(0);

  // The page is as it was without us: its keys and its navigation work, and nothing comes back.
  await page.bringToFront();
  await page.keyboard.press('j');
  expect(await lastHotkey(page)).toBe('j');
  await page.locator(LINKS).first().click();
  await expect(page.locator(LINKS)).toHaveCount(0);
  await page.goBack();
  await expect(page.locator(LINKS)).toHaveCount(rows);
  await page.waitForTimeout(300);
  await expect(page.locator(OURS)).toHaveCount(0);

  await extensions.switch(true);
  await expect(badges(page)).toHaveCount(rows);
  await badges(page).first().locator('button').click();
  await expect(dialogIn(page).getByText('Why this score').first()).toBeVisible();
  expect(complaints).toEqual([]);
  await issue.close();
  await page.close();
});

test('a badge of an overlay that outlived its extension goes at a click', async () => {
  const { page, complaints } = await openList();
  await extensions.switch(false);
  // In one go: Playwright's own preparations for a click may already call the orphan.
  await page.evaluate(() => document.querySelector('waymark-badge')?.shadowRoot?.querySelector('button')?.click());
  await expect(page.locator(OURS)).toHaveCount(0);
  expect(page.url()).toBe(LIST);
  expect(complaints).toEqual([]);
  await extensions.switch(true);
  await page.close();
});

test('a site that the browser withholds loses its overlay in open tabs and is asked nothing; the popup names it with a way to allow it, and given back it goes on without a reload', async () => {
  const { page, rows, complaints } = await openList();
  await extensions.access('ON_SPECIFIC_SITES');
  await expect(page.locator(OURS)).toHaveCount(0);
  const asked = () => waymark.tracker.requests.filter(({ host }) => host === 'api.github.com').length;
  const before = asked();
  const popup = await waymark.openOwn('popup.html');
  await expect(popup.getByText('The browser does not let Waymark on github.com.').first()).toBeVisible();
  // Nobody can click the browser's question without a display.
  await expect(popup.getByRole('button', { name: 'Allow github.com' })).toBeVisible();
  await popup.getByRole('button', { name: 'Refresh from the tracker' }).click();
  await page.waitForTimeout(1000);
  expect(asked()).toBe(before);
  await extensions.access('ON_ALL_SITES');
  await page.bringToFront();
  await expect(badges(page)).toHaveCount(rows);
  await expect.poll(asked).toBeGreaterThan(before);
  await expect(popup.getByText('does not let Waymark')).toHaveCount(0);
  expect(complaints).toEqual([]);
  await popup.close();
  await page.close();
});

test('of a list of hundreds the rows far out of sight get their badges before they come into sight', async () => {
  const { page, rows } = await openList();
  for (let more = 1; more <= 5; more += 1) {
    await page.evaluate(() => (globalThis as unknown as { demo: { append(count: number): unknown } }).demo.append(25));
    await expect(page.locator(LINKS)).toHaveCount(rows + 25 * more);
  }
  await expect.poll(() => badges(page).count()).toBeGreaterThanOrEqual(25);
  expect(await badges(page).count()).toBeLessThan(rows + 125);
  const last = page.locator('li[role=listitem]').last();
  // At a jump, past everything between.
  await last.scrollIntoViewIfNeeded();
  await expect(last.locator('waymark-badge')).toHaveCount(1);
  await page.close();
});

test('a page without issues has nothing but the watch, which has the overlay brought when the tab comes to issues', async () => {
  const page = await waymark.open('https://github.com/acme/shop');
  await page.waitForTimeout(500);
  // Nobody of ours answers there: the overlay would.
  const own = await waymark.openBare();
  const answers = () => own.evaluate(async () => {
    const { chrome } = globalThis as unknown as { chrome: { tabs: { query(of: object): Promise<{ id: number }[]>; sendMessage(id: number, message: object): Promise<unknown> } } };
    const [tab] = await chrome.tabs.query({ url: 'https://github.com/acme/shop*' });
    return tab ? chrome.tabs.sendMessage(tab.id, { waymark: 'report' }).catch(() => 'nobody') : 'no tab';
  });
  expect(await answers()).toBe('nobody');
  await page.locator('a[href$="/acme/shop/issues"]').first().click();
  await expect(badges(page).first()).toBeVisible();
  expect(await answers()).toMatchObject({ surface: 'github-issue-list' });
  // One overlay, however often the tab comes and goes.
  await page.goBack();
  await expect(badges(page)).toHaveCount(0);
  await page.goForward();
  await expect(badges(page).first()).toBeVisible();
  expect(await page.evaluate(() => new Set([...document.querySelectorAll('waymark-badge')].map((badge) => badge.getAttribute('issue'))).size === document.querySelectorAll('waymark-badge').length)).toBe(true);
  await own.close();
  await page.close();
});
