import { expect, test, type Page } from '@playwright/test';
import { badges, launch, type Waymark } from '../waymark.ts';

let waymark: Waymark;
test.beforeEach(async () => {
  waymark = await launch();
});
test.afterEach(() => waymark.close());

const apiRequests = (): number => waymark.tracker.requests.filter((request) => request.host === 'api.github.com').length;

test('with nothing configured, a public list shows badges from a few anonymous requests', async () => {
  const page = await waymark.open('https://github.com/acme/shop/issues');
  await expect(badges(page).first()).toBeVisible();
  const rows = await page.locator('li[role=listitem] h3 a').count();
  await expect(badges(page)).toHaveCount(rows);
  await page.waitForTimeout(2000);
  expect(apiRequests()).toBeLessThanOrEqual(5);
  expect(waymark.tracker.requests.every((request) => request.authorization === 'none')).toBe(true);
  expect(await badges(page).first().getAttribute('issue')).toMatch(/^github\.com\/acme\/shop#\d+$/);
  expect(await badges(page).first().locator('button [role=img]').getAttribute('aria-label')).toMatch(/^Priority \d+, (high|medium|low); \d+(st|nd|rd|th) of \d+/);
});

test('coming back within minutes costs no request, and the popup tells what is left', async () => {
  const page = await waymark.open('https://github.com/acme/shop/issues');
  await expect(badges(page).first()).toBeVisible();
  await page.waitForTimeout(1500);
  const before = apiRequests();
  await page.reload();
  await expect(badges(page).first()).toBeVisible();
  await page.waitForTimeout(1500);
  expect(apiRequests()).toBe(before);
  const view = await waymark.ask('popup', { project: null, board: null });
  expect(view.connection?.state).toBe('anonymous');
  expect(view.allowance).toMatchObject({ limit: 60, remaining: 60 - before, reserve: 20 });
});

test('the reserve of the anonymous hour is never spent', async () => {
  const now = Date.now();
  waymark.tracker.world.allowances.set('address 127.0.0.1 core', { used: 38, resetAt: now + 1_800_000 });
  const page = await waymark.open('https://github.com/acme/shop/issues');
  await page.waitForTimeout(4000);
  await page.goto('https://github.com/acme/api/issues');
  await page.waitForTimeout(4000);
  const used = waymark.tracker.world.allowances.get('address 127.0.0.1 core')?.used ?? 0;
  // It did ask, as far as it may.
  expect(used).toBeGreaterThan(38);
  expect(used).toBeLessThanOrEqual(41);
});

test('a private repository stays silent', async () => {
  const page = await waymark.open('https://github.com/acme/secret/issues');
  await page.waitForTimeout(3000);
  await expect(badges(page)).toHaveCount(0);
});

test('nothing but the trackers is ever asked', async () => {
  const page = await waymark.open('https://github.com/acme/shop/issues');
  await expect(badges(page).first()).toBeVisible();
  const hosts = new Set(waymark.tracker.requests.map((request) => request.host));
  expect([...hosts].filter((host) => !['github.com', 'api.github.com', 'github.githubassets.com', 'avatars.githubusercontent.com'].includes(host))).toEqual([]);
});

test('only a signed-in Jira tab and a public GitHub tab: badges on both within two seconds of the page, and no page of ours was opened', async () => {
  const jira = await waymark.open('https://acme.atlassian.net/__sign-in?as=maya');
  /** How long after the page was there every row in view had its badge. */
  const waited = async (page: Page, url: string, rows: string): Promise<number> => {
    await page.goto(url, { waitUntil: 'commit' });
    const after = await page.waitForFunction((selector) => {
      const inView = [...document.querySelectorAll(selector)].filter((row) => row.getBoundingClientRect().top < innerHeight);
      const [load] = performance.getEntriesByType('navigation');
      return load instanceof PerformanceNavigationTiming && load.loadEventEnd > 0 && inView.length > 5 && inView.every((row) => row.querySelector('waymark-badge')) && Math.max(1, performance.now() - load.loadEventEnd);
    }, rows);
    return Number(await after.jsonValue());
  };
  expect(await waited(jira, 'https://acme.atlassian.net/jira/software/c/projects/SHOP/boards/1', '[id^="card-"]')).toBeLessThan(2000);
  expect(await waited(await waymark.context.newPage(), 'https://github.com/acme/shop/issues', 'li[role=listitem]')).toBeLessThan(2000);
  expect(waymark.context.pages().filter((page) => page.url().startsWith('chrome-extension:'))).toEqual([]);
  expect(waymark.tracker.requests.filter(({ authorization }) => authorization === 'token')).toEqual([]);
});
