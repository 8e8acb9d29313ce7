import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { meanwhile } from '../meanwhile.ts';
import { eventually, launch, type FirefoxWaymark } from './waymark.ts';

const CLOUD = 'acme.atlassian.net';
const BOARD = `https://${CLOUD}/jira/software/c/projects/SHOP/boards/1`;
const CARD = '[id^="card-"]';
const BADGE = `${CARD} waymark-badge`;
const PICKER = 'waymark-card >>> [role=combobox]';
const COLUMN = '[data-testid="platform-board-kit.ui.column.draggable-column"]';

let waymark: FirefoxWaymark;
let page: Page;
beforeAll(async () => {
  waymark = await launch();
  const tab = await waymark.open(`https://${CLOUD}/__sign-in?as=maya`);
  await tab.close();
});
afterAll(() => waymark?.close());
afterEach(() => page.close());

const site = () => waymark.tracker.world.jira.sites.find(({ host }) => host === CLOUD)!;
const issue = (key: string) => site().issues.get(site().keys.get(key) ?? '');
const countOf = (selector: string): Promise<number> => page.evaluate((css) => document.querySelectorAll(css).length, selector);
const attributeOf = (selector: string, name: string): Promise<string | null> => page.evaluate((css, attribute) => document.querySelector(css)?.getAttribute(attribute) ?? null, selector, name);

async function openBoard(): Promise<number> {
  page = await waymark.open(BOARD);
  const cards = await countOf(CARD);
  expect(cards).toBeGreaterThan(10);
  expect(await eventually(() => countOf(BADGE), (count) => count === cards, 30_000)).toBe(cards);
  return cards;
}

// One browser, one installation: each test finds what the ones before it left.
describe('Jira in Firefox, by the browser’s own session', () => {
  it('shows a badge on every card of the board with nothing set up', async () => {
    await openBoard();
    expect(await attributeOf(BADGE, 'issue')).toMatch(/^acme\.atlassian\.net\/SHOP-\d+$/);
    expect(waymark.tracker.requests.filter(({ host, authorization }) => host === CLOUD && authorization === 'token')).toEqual([]);
  });

  it('lets a card with its badge be dragged, and gives it its badge in the other column', async () => {
    const cards = await openBoard();
    // The page renders itself anew shortly after it was loaded: a card that is replaced is not being dragged any more.
    await new Promise((resolve) => { setTimeout(resolve, 2000); });
    // BiDi has no drag: the events that Jira's own drag and drop listens to.
    const id = await page.evaluate((columns, card) => {
      const [from, , to] = document.querySelectorAll(columns);
      const moved = from?.querySelector(card);
      const dataTransfer = new DataTransfer();
      const send = (target: Element | null | undefined, type: string) => target?.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer }));
      send(moved?.querySelector('[draggable="true"]'), 'dragstart');
      send(to, 'dragover');
      send(to, 'drop');
      return moved?.id ?? '';
    }, COLUMN, CARD);
    expect(await eventually(() => countOf(`${COLUMN}:nth-child(3) #${id} waymark-badge`), (count) => count === 1)).toBe(1);
    expect(issue(id.replace('card-', ''))?.status).toBe(site().boards.get(1)?.columns[2]?.statuses[0]);
    expect(await eventually(() => countOf(BADGE), (count) => count === cards)).toBe(cards);
  });

  it('tags an issue from its card over Jira’s modal; label and property stand in Jira, once', async () => {
    await waymark.ask('createRoadmapItem', { id: 'seller-onboarding', title: 'Seller onboarding', outcome: '', horizon: 'next' });
    await openBoard();
    const key = ((await attributeOf(`${CARD} waymark-badge:not([roadmap])`, 'issue')) ?? '').split('/')[1] ?? '';
    await page.goto(`${BOARD}?selectedIssue=${key}`, { waitUntil: 'domcontentloaded' });
    const header = '[role=dialog] waymark-badge[place=header]';
    await page.waitForSelector(header, { timeout: 20_000 });
    // The page renders itself anew shortly after it was loaded; the background sleeps by then.
    expect(await waymark.suspended()).toBe(true);
    await page.click(`${header} >>> button`);
    await page.waitForSelector(PICKER, { timeout: 20_000 });
    await page.click(PICKER);
    await page.keyboard.type('seller');
    await page.waitForSelector('waymark-card >>> [role=option]');
    await page.keyboard.press('Enter');
    expect(await eventually(() => attributeOf(header, 'roadmap'), (roadmap) => roadmap !== null)).toBe('seller-onboarding');
    expect(await attributeOf('html', 'data-last-hotkey')).toBeNull();
    // The background sleeps after a second here, so the alarm writes it; where it was cut off, the next alarm.
    expect(await eventually(async () => issue(key)?.labels ?? [], (labels) => labels.includes('roadmap:seller-onboarding'), 100_000)).toContain('roadmap:seller-onboarding');
    expect(issue(key)?.properties['waymark']).toMatchObject({ tag: 'seller-onboarding' });
    expect(issue(key)?.changes.filter(({ items }) => items.some((change) => change.field === 'labels' && String(change.toString).includes('roadmap:seller-onboarding')))).toHaveLength(1);
  }, 150_000);

  it('tags by a page of the site that stands open where Jira refuses the extension itself', async () => {
    waymark.tracker.world.jira.behaviours.xsrf = 'strict';
    await openBoard();
    const key = ((await attributeOf(`${CARD} waymark-badge:not([roadmap])`, 'issue')) ?? '').split('/')[1] ?? '';
    await waymark.ask('tag', { keys: [`${CLOUD}/${key}` as never], item: 'seller-onboarding' });
    expect(await eventually(async () => issue(key)?.labels ?? [], (labels) => labels.includes('roadmap:seller-onboarding'), 100_000)).toContain('roadmap:seller-onboarding');
    expect(issue(key)?.properties['waymark']).toMatchObject({ tag: 'seller-onboarding' });
    const puts = waymark.tracker.requests.filter(({ method, path }) => method === 'PUT' && path.startsWith(`/rest/api/3/issue/${key}`));
    expect(puts.filter(({ status }) => status < 300)).toHaveLength(1);
    expect(puts.at(-1)).toMatchObject({ origin: `https://${CLOUD}`, authorization: 'session' });
    waymark.tracker.world.jira.behaviours.xsrf = true;
  }, 150_000);

  it('shows the sprint’s goal in the popup', async () => {
    page = await waymark.openOwn('popup.html', 'main');
    const text = await eventually(() => page.evaluate(() => document.body.textContent), (shown) => shown.includes('Returning customers can pay'));
    expect(text).toContain('Returning customers can pay in under thirty seconds');
  });

  it('takes the badges away quietly when the session ends, and the popup says so', async () => {
    await openBoard();
    await meanwhile(page, { jira: { signOut: 'maya' } });
    await waymark.ask('refresh', { project: `${CLOUD}/SHOP` as never });
    expect(await eventually(() => countOf('waymark-badge'), (count) => count === 0, 60_000)).toBe(0);
    await page.close();
    page = await waymark.openOwn('popup.html', 'main');
    const text = await eventually(() => page.evaluate(() => document.body.textContent), (shown) => shown.includes('You are not signed in'));
    expect(text).toContain(`You are not signed in to ${CLOUD} in this browser.`);
  });

  it('has thrown nothing in any of these pages', () => {
    expect(waymark.errors).toEqual([]);
  });
});
