import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { IssueKey, ProjectKey } from '../../../lib/core/issue.ts';
import { eventually, launch, type FirefoxWaymark } from './waymark.ts';

const LIST = 'https://github.com/acme/shop/issues';
const SHOP = 'github.com/acme/shop' as ProjectKey;
const GITHUB = ['https://github.com/*', 'https://api.github.com/*'];

let waymark: FirefoxWaymark;
beforeAll(async () => {
  waymark = await launch();
});
afterAll(() => waymark?.close());

const badgesOn = (page: Page): Promise<number> => page.evaluate(() => document.querySelectorAll('waymark-badge').length);
const textOf = (page: Page): Promise<string> => page.evaluate(() => document.body.textContent);
const asked = (host: string): number => waymark.tracker.requests.filter((request) => request.host === host).length;
const issue = (number: number) => waymark.tracker.world.repositories.find(({ name }) => name === 'shop')?.issues.get(number);

async function openList(): Promise<Page> {
  const page = await waymark.open(LIST);
  expect(await eventually(() => badgesOn(page), (count) => count > 10, 45_000)).toBeGreaterThan(10);
  return page;
}

/** In Firefox every site is a switch in about:addons, those that an extension came with as well. One browser, one installation: each test finds what the ones before it left. */
describe('a site that the user switches off', () => {
  it('loses its badges in the tab that stands open and is asked nothing more; the popup says why, and one click brings back the badges and what waited', async () => {
    await waymark.ask('connect', { host: 'github.com', token: 'github_pat_demo_writer' });
    await waymark.ask('createRoadmapItem', { id: 'seller-onboarding', title: 'Seller onboarding', outcome: '', horizon: 'next' });
    const list = await openList();
    const key = (await list.evaluate(() => document.querySelector('waymark-badge:not([roadmap])')?.getAttribute('issue') ?? '')) as IssueKey;
    const label = 'roadmap:seller-onboarding';
    const labels = async () => issue(Number(key.split('#')[1]))?.labels ?? [];
    await eventually(async () => (await waymark.ask('popup', { project: SHOP, board: null })).syncing, (syncing) => !syncing, 45_000);

    expect(await waymark.suspended()).toBe(true);
    await waymark.takeAway(...GITHUB);
    expect(await eventually(() => badgesOn(list), (count) => count === 0)).toBe(0);
    const before = asked('api.github.com');
    await waymark.ask('tag', { keys: [key], item: 'seller-onboarding' });
    await waymark.ask('refresh', { project: SHOP });
    const popup = await waymark.openOwn('popup.html', 'main');
    expect(await eventually(() => textOf(popup), (text) => text.includes('Allow github.com'))).toContain('The browser does not let Waymark on github.com.');
    // Longer than a write waits for second thoughts.
    await new Promise((done) => { setTimeout(done, 6000); });
    await waymark.ask('refresh', { project: SHOP });
    expect([asked('api.github.com'), await labels()]).toEqual([before, expect.not.arrayContaining([label])]);

    await popup.click('::-p-xpath(//button[starts-with(normalize-space(), "Allow github.com")])');
    expect(await eventually(() => waymark.mayBeOn(...GITHUB), Boolean)).toBe(true);
    expect(await eventually(() => textOf(popup), (text) => !text.includes('does not let'))).not.toContain('does not let');
    await list.bringToFront();
    expect(await eventually(() => badgesOn(list), (count) => count > 10)).toBeGreaterThan(10);
    expect(await eventually(labels, (all) => all.includes(label), 60_000)).toContain(label);
    await popup.close();
    await list.close();
  }, 150_000);

  it('is a Jira as any other: what cannot be read for want of the permission is not called a broken network', async () => {
    await (await waymark.open('https://acme.atlassian.net/__sign-in?as=maya')).close();
    const board = await waymark.open('https://acme.atlassian.net/jira/software/c/projects/SHOP/boards/1');
    expect(await eventually(() => badgesOn(board), (count) => count > 10, 45_000)).toBeGreaterThan(10);
    await waymark.takeAway('https://*.atlassian.net/*');
    expect(await eventually(() => badgesOn(board), (count) => count === 0)).toBe(0);
    await board.close();
    const popup = await waymark.openOwn('popup.html', 'main');
    const text = await eventually(() => textOf(popup), (shown) => shown.includes('Allow acme.atlassian.net'));
    expect(text).toContain('The browser does not let Waymark on acme.atlassian.net.');
    expect(text).not.toContain('could not be reached');
    await popup.close();
    const options = await waymark.openOwn('options.html', 'article');
    await options.click('::-p-xpath(//article[@aria-label="acme.atlassian.net"]//button[starts-with(normalize-space(), "Allow")])');
    expect(await eventually(() => waymark.mayBeOn('https://acme.atlassian.net/*'), Boolean)).toBe(true);
    const again = await waymark.open('https://acme.atlassian.net/jira/software/c/projects/SHOP/boards/1');
    expect(await eventually(() => badgesOn(again), (count) => count > 10, 45_000)).toBeGreaterThan(10);
    await options.close();
    await again.close();
  });

  it('is not switched off by having its data forgotten', async () => {
    const options = await waymark.openOwn('options.html', 'article');
    await options.click('::-p-xpath(//article[@aria-label="github.com"]//button[starts-with(normalize-space(), "Forget this site")])');
    await options.click('dialog[open] ::-p-xpath(.//button[normalize-space()="Forget github.com"])');
    expect(await eventually(() => textOf(options), (text) => text.includes('github.com is forgotten'))).toContain('github.com is forgotten');
    expect(await waymark.mayBeOn(...GITHUB)).toBe(true);
    await options.close();
    await (await openList()).close();
  });

  it('has thrown nothing in any of these pages', () => {
    expect(waymark.errors).toEqual([]);
  });
});
