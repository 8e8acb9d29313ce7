import { afterAll, beforeAll, expect, it } from 'vitest';
import { eventually, launch, type FirefoxWaymark } from './waymark.ts';

let waymark: FirefoxWaymark;
beforeAll(async () => {
  waymark = await launch();
});
afterAll(() => waymark.close());

/** Each once: what is answered while the page asks again may be asked twice. */
const asked = (): string[] => [...new Set(waymark.tracker.requests.flatMap(({ host, path }) => (host === 'api.github.com' ? [path.replace(/\?.*$/, '')] : [])))].toSorted();

it('a search has its badges from its first page, its repositories are not followed for it, and one of them is once it is opened from there', async () => {
  const api = waymark.tracker.world.repositories.find(({ name }) => name === 'api');
  const numbers = [...(api?.issues.values() ?? [])].filter(({ pull, state }) => pull === null && state === 'open').slice(0, 2).map((issue) => {
    issue.title = `Voucher of ${issue.author} is lost`;
    return issue.number;
  });
  const page = await waymark.open('https://github.com/search?q=voucher+lost+is%3Aissue&type=issues');
  const badges = (): Promise<string[]> => page.evaluate(() => [...document.querySelectorAll('waymark-badge')].map((badge) => badge.getAttribute('issue') ?? '').toSorted());
  const expected = numbers.map((number) => `github.com/acme/api#${number}`).toSorted();
  expect(await eventually(badges, (issues) => issues.join() === expected.join(), 30_000)).toEqual(expected);
  expect(asked()).toEqual(numbers.map((number) => `/repos/acme/api/issues/${number}`).toSorted());
  await page.click('.search-repository a');
  await page.waitForFunction(() => location.pathname === '/acme/api');
  await page.evaluate(() => window.demo.navigate('https://github.com/acme/api/issues'));
  expect(await eventually(async () => (await badges()).length, (count) => count === 25, 30_000)).toBe(25);
  expect(asked()).toEqual(expect.arrayContaining(['/repos/acme/api/issues', '/repos/acme/api/milestones']));
  expect(waymark.errors).toEqual([]);
  await page.close();
});
