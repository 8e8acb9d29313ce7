import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { eventually, launch, type FirefoxWaymark } from './waymark.ts';

const LINE = 'waymark-line';
const BOARD = 'https://acme.atlassian.net/jira/software/c/projects/SHOP/boards/1';
const HIDE = 'Hide this goal until the next sprint';

let waymark: FirefoxWaymark;
let page: Page;
beforeAll(async () => {
  waymark = await launch();
  await waymark.ask('connect', { host: 'github.com', token: 'github_pat_demo_writer' });
  await (await waymark.open('https://acme.atlassian.net/__sign-in?as=maya')).close();
  const list = await waymark.open('https://github.com/acme/shop/issues');
  await list.waitForSelector('waymark-badge', { timeout: 45_000 });
  await list.close();
  const item = { id: 'two-taps', title: 'Pay in two taps', horizon: 'now', outcome: '', declared: { health: 'on-track', note: '', on: null }, belongs: [{ milestone: 'Sprint 24', project: 'acme/shop' }] } as const;
  await waymark.ask('saveRoadmapItem', { item, former: null });
});
afterAll(() => waymark?.close());
afterEach(() => page.close());

const milestone = (): string => `https://github.com/acme/shop/milestone/${[...waymark.tracker.world.repositories.find(({ name }) => name === 'shop')!.milestones.values()].find(({ title }) => title === 'Sprint 24')!.number}`;
const countOf = (selector: string): Promise<number> => page.evaluate((css) => document.querySelectorAll(css).length, selector);
/** The lines of the page by their names, inside the open shadow root, where a person would look. */
const lines = (): Promise<Record<string, string>> =>
  page.evaluate((name) => Object.fromEntries([...(document.querySelector(name)?.shadowRoot?.querySelectorAll('section') ?? [])].map((row) => [row.ariaLabel ?? '', row.textContent])), LINE);
const shows = (name: string, words: string): Promise<string> => eventually(async () => (await lines())[`Waymark: ${name}`] ?? '', (text) => text.includes(words), 45_000);
/** The name of what has the focus in the line. */
const focused = (): Promise<string | null> => page.evaluate((name) => document.querySelector(name)?.shadowRoot?.activeElement?.ariaLabel ?? null, LINE);

// One browser, one installation: each test finds what the ones before it left, and a background page that has slept in between.
describe('the lines above pages in Firefox', () => {
  it('a milestone says which roadmap item it is and how it goes, and the goal of its sprint, in one place', async () => {
    page = await waymark.open(milestone());
    // While closed issues are still being read nobody can tell how it goes; once they are, the line says so by itself.
    const going = /Pay in two taps.*(On track|At risk|Off track|Inactive).*\d+ of \d+ issues done/;
    expect(await eventually(async () => (await lines())['Waymark: Roadmap item'] ?? '', (text) => going.test(text), 45_000)).toMatch(going);
    expect(await shows('Sprint Goal', 'Returning customers can pay')).toMatch(/Sprint 24.*\d+ of \d+ issues done/);
    expect(await countOf(LINE)).toBe(1);
  });

  it('they return, once, when the page draws itself anew, leave with the page, and come with it again', async () => {
    page = await waymark.open(milestone());
    expect(await shows('Roadmap item', 'Pay in two taps')).toContain('Pay in two taps');
    await page.evaluate(() => {
      const main = document.querySelector('main');
      main?.replaceWith(main.cloneNode(true));
    });
    expect(await shows('Roadmap item', 'Pay in two taps')).toContain('Pay in two taps');
    expect(await countOf(LINE)).toBe(1);
    expect(await waymark.suspended()).toBe(true);
    await page.evaluate(() => {
      history.pushState(null, '', '/acme/shop/issues');
      document.dispatchEvent(new Event('soft-nav:end'));
    });
    expect(await eventually(() => countOf(LINE), (count) => count === 0)).toBe(0);
    await page.evaluate(() => history.back());
    expect(await shows('Roadmap item', 'Pay in two taps')).toContain('Pay in two taps');
  });

  it('comes back out of the back/forward cache with the goal that was written meanwhile', async () => {
    page = await waymark.open('https://github.com/acme/shop/milestones');
    expect(await shows('Sprint Goal', 'Returning customers can pay')).toContain('Sprint 24');
    await page.evaluate(() => addEventListener('pageshow', ({ persisted }) => { document.documentElement.dataset['persisted'] = String(persisted); }));
    await page.goto('https://github.com/acme/shop/labels', { waitUntil: 'domcontentloaded' });
    const { sprint, goals } = await waymark.ask('popup', { project: 'github.com/acme/shop' as never, board: null });
    await waymark.ask('setGoals', { sprint: sprint!.sprint.key, goals: ['Guests pay without an account'], seen: [...goals!.goals] });
    expect(await waymark.suspended()).toBe(true);
    await page.evaluate(() => history.back());
    expect(await eventually(() => page.evaluate(() => document.documentElement.dataset['persisted'] ?? null), (persisted) => persisted !== null)).toBe('true');
    expect(await shows('Sprint Goal', 'Guests pay without an account')).toContain('Guests pay without an account');
  });

  it('the goal above a Jira board is hidden by keyboard, brought back by Undo, and stays hidden above its backlog', async () => {
    page = await waymark.open(BOARD);
    expect(await shows('Sprint Goal', 'Returning customers can pay')).toContain('Shop Sprint 24');
    expect(await waymark.suspended()).toBe(true);
    await page.focus(`${LINE} >>> button.hide`);
    expect(await focused()).toBe(HIDE);
    await page.keyboard.press('Enter');
    expect(await shows('Sprint Goal', 'Hidden for as long as')).toContain('Shop Sprint 24');
    expect(await focused()).toBe('Undo hiding it');
    await page.keyboard.press('Enter');
    expect(await eventually(focused, (name) => name === HIDE)).toBe(HIDE);
    await page.keyboard.press('Enter');
    // At its Undo nobody is hurried.
    await page.keyboard.press('Tab');
    expect(await eventually(() => countOf(LINE), (count) => count === 0)).toBe(0);
    await page.goto(`${BOARD}/backlog`, { waitUntil: 'domcontentloaded' });
    await page.waitForSelector('waymark-badge', { timeout: 30_000 });
    await new Promise((resolve) => { setTimeout(resolve, 2000); });
    expect(await countOf(LINE)).toBe(0);
  });

  it('has thrown nothing in any of these pages', () => {
    expect(waymark.errors).toEqual([]);
  });
});
