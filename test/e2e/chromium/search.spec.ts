import { expect, test, type Page } from '@playwright/test';
import { seriousFindings } from '../axe.ts';
import { badges, launch, type Waymark } from '../waymark.ts';
import { onGithub } from './on-github.ts';

const FOUND = 'https://github.com/search?q=repo%3Aacme%2Fshop+repo%3Aacme%2Fapi+is%3Aopen&type=issues';
const TITLES = '[data-testid="results-list"] .search-title a';

let waymark: Waymark;
const { world, calm, openCard, popupOver } = onGithub(() => waymark);

test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => { waymark = await launch(); });
test.afterAll(() => waymark?.close());

const issuesOf = (page: Page): Promise<string[]> => badges(page).evaluateAll((all) => all.map((badge) => badge.getAttribute('issue') ?? ''));
const titlesOf = (page: Page): Promise<string[]> => page.locator(TITLES).evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href.replace(/^https:\/\/(.+)\/(?:issues|pull)\/(\d+)$/, '$1#$2')));

/** One badge for each result that is there by then, of its issue and in its place. */
async function expectAll(page: Page): Promise<void> {
  await expect.poll(async () => {
    const titles = await titlesOf(page);
    const issues = await issuesOf(page);
    return titles.length > 0 && issues.join() === titles.join() ? [] : [`badges: ${issues.join()}`, `results: ${titles.join()}`];
  }, { timeout: 20_000 }).toEqual([]);
}

const asked = (): string[] => waymark.tracker.requests.flatMap(({ host, path }) => (host === 'api.github.com' ? [path.replace(/\?.*$/, '')] : []));

test('of a repository that nobody has visited only what is found is asked for, and the popup goes on without it', async () => {
  const [api] = world().repositories.filter(({ name }) => name === 'api');
  const numbers = [...(api?.issues.values() ?? [])].filter(({ pull, state }) => pull === null && state === 'open').slice(0, 2).map((issue) => {
    issue.title = `Voucher of ${issue.author} is lost`;
    return issue.number;
  });
  const page = await waymark.open('https://github.com/search?q=voucher+lost+is%3Aissue&type=issues');
  await expectAll(page);
  expect((await issuesOf(page)).toSorted()).toEqual(numbers.map((number) => `github.com/acme/api#${number}`).toSorted());
  expect(asked().toSorted()).toEqual(numbers.map((number) => `/repos/acme/api/issues/${number}`).toSorted());
  const popup = await popupOver(page);
  await expect(popup.getByText('Search recognised, 2 badges.')).toBeVisible();
  await expect(popup.getByRole('heading', { name: 'Open a repository’s issues' })).toBeVisible();
  await popup.close();
  await page.close();
});

test('every result has its badge in the line under it, from the first paint of a page to the last of a soft navigation', async () => {
  calm();
  const page = await waymark.open(FOUND);
  await expect(page.locator(TITLES)).toHaveCount(10);
  await expectAll(page);
  expect(await page.locator('.Footer-module__list__kWt2q > li:first-child > waymark-badge:first-child').count()).toBe(10);
  expect(await seriousFindings(page, 'waymark-badge')).toEqual([]);
  const heights = await page.evaluate(() => {
    const measured = () => [...document.querySelectorAll('[data-testid="results-list"] > div')].map((row) => row.getBoundingClientRect().height);
    const before = measured();
    for (const badge of document.querySelectorAll('waymark-badge')) badge.remove();
    return [before, measured()];
  });
  expect(heights[0]).toEqual(heights[1]);
  await expectAll(page);
  await page.getByRole('link', { name: 'Next' }).click();
  await expect(page).toHaveURL(/&p=2$/);
  await expectAll(page);
  await page.getByRole('link', { name: /^Pull requests/ }).click();
  await expect(page).toHaveURL(/type=pullrequests$/);
  await expectAll(page);
  await page.getByRole('link', { name: /^Repositories/ }).click();
  await expect(page).toHaveURL(/type=repositories$/);
  await expect(badges(page)).toHaveCount(0);
  await page.goBack();
  await expectAll(page);
  const card = await openCard(page);
  await expect(card).toBeVisible();
  await page.keyboard.press('Escape');
  await page.close();
});

test('the overlay is brought to a search that a soft navigation comes to, and from there to an issue', async () => {
  const page = await waymark.open('https://github.com/search?q=acme&type=repositories');
  await expect(page.locator(TITLES)).toHaveCount(3);
  expect(await badges(page).count()).toBe(0);
  await page.evaluate((href) => window.demo.navigate(href), FOUND);
  await expectAll(page);
  await page.locator(TITLES).first().click();
  await expect(page.locator('waymark-badge[place="header"]')).toHaveCount(1);
  await expect(badges(page)).toHaveCount(1);
  await page.close();
});
