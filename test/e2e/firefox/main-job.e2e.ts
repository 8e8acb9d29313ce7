import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { IssueKey } from '../../../lib/core/issue.ts';
import { historyOf } from '../../tracker/edit/history.ts';
import type { Issue } from '../../tracker/model/issue.ts';
import type { Repository } from '../../tracker/model/repository.ts';
import { eventually, launch, type FirefoxWaymark } from './waymark.ts';

const LIST = 'https://github.com/acme/shop/issues';
const LINKS = 'li[role=listitem] h3 a';
const HEADER = 'waymark-badge[place=header]';
const PICKER = 'waymark-card >>> [role=combobox]';

let waymark: FirefoxWaymark;
let page: Page;
beforeAll(async () => {
  waymark = await launch();
});
afterAll(() => waymark.close());
afterEach(async () => {
  await page.close();
});

const countOf = (selector: string): Promise<number> => page.evaluate((css) => document.querySelectorAll(css).length, selector);
const attributeOf = (selector: string, name: string): Promise<string | null> => page.evaluate((css, attribute) => document.querySelector(css)?.getAttribute(attribute) ?? null, selector, name);
/** Inside open shadow roots, where a person would look. */
const textIn = (host: string): Promise<string> => page.evaluate((css) => document.querySelector(css)?.shadowRoot?.textContent ?? '', host);
const valueOfPicker = (): Promise<string | undefined> => page.evaluate(() => document.querySelector('waymark-card')?.shadowRoot?.querySelector('input')?.value);

function shop(): Repository {
  const repository = waymark.tracker.world.repositories.find((candidate) => candidate.name === 'shop');
  if (!repository) throw new Error('the demo has no acme/shop');
  return repository;
}

function untagged(): Issue {
  const issue = [...shop().issues.values()].find((candidate) => candidate.state === 'open' && candidate.pull === null && !candidate.labels.some((label) => label.startsWith('roadmap:')));
  if (!issue) throw new Error('the demo has no untagged issue');
  return issue;
}

async function openCard(url: string): Promise<void> {
  page = await waymark.open(url);
  await page.waitForSelector(HEADER, { timeout: 20_000 });
  expect(await waymark.suspended()).toBe(true);
  await page.click(`${HEADER} >>> button`);
  await page.waitForSelector(PICKER, { timeout: 20_000 });
}

// One browser, one installation: each test finds what the ones before it left, and a background page that has slept in between.
describe('the main job in Firefox', () => {
  it('shows badges on every row of a public list with nothing configured', async () => {
    page = await waymark.open(LIST);
    const rows = await countOf(LINKS);
    expect(rows).toBeGreaterThan(10);
    expect(await eventually(() => countOf('waymark-badge'), (count) => count === rows, 45_000)).toBe(rows);
    expect(await attributeOf('waymark-badge', 'issue')).toMatch(/^github\.com\/acme\/shop#\d+$/);
    expect(await attributeOf('waymark-badge[state=ready]', 'score')).toMatch(/^\d+$/);
  });

  it('follows a soft navigation to an issue and back, also with a sleeping background', async () => {
    page = await waymark.open(LIST);
    await page.waitForSelector('waymark-badge');
    await page.evaluate(() => { document.documentElement.dataset['sameDocument'] = ''; });
    expect(await waymark.suspended()).toBe(true);
    const expected = `github.com/acme/shop#${(await attributeOf(LINKS, 'href'))?.split('/').at(-1) ?? ''}`;
    await page.click(LINKS);
    expect(await eventually(() => attributeOf(HEADER, 'issue'), (issue) => issue === expected)).toBe(expected);
    // The page may hydrate in between, and take the badge with it: it comes back.
    expect(await eventually(() => countOf('waymark-badge'), (count) => count === 1)).toBe(1);
    await page.evaluate(() => history.back());
    const rows = await eventually(() => countOf(LINKS), (count) => count > 10);
    expect(await eventually(() => countOf('waymark-badge:not([place])'), (count) => count === rows)).toBe(rows);
    expect(await countOf(HEADER)).toBe(0);
    expect(await attributeOf('html', 'data-same-document')).toBe('');
  });

  it('opens the card from the keyboard, keeps what is typed from the page’s shortcuts, and gives the focus back', async () => {
    page = await waymark.open(`https://github.com/acme/shop/issues/${untagged().number}`);
    await page.waitForSelector(HEADER, { timeout: 20_000 });
    // The page draws its header anew at about this time, and with it the badge that has the focus.
    await page.focus(`${HEADER} >>> button`);
    await page.keyboard.press('Enter');
    await page.waitForSelector(PICKER, { timeout: 20_000 });
    expect(await eventually(() => textIn('waymark-card'), (text) => text.includes('Why this score'))).toContain('Why this score');
    await page.click(PICKER);
    const url = page.url();
    await page.keyboard.type('c/jkx');
    expect(await valueOfPicker()).toBe('c/jkx');
    await page.keyboard.press('Backspace');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Escape');
    expect(await eventually(() => countOf('waymark-card'), (count) => count === 0)).toBe(0);
    expect(await page.evaluate(() => document.activeElement?.localName)).toBe('waymark-badge');
    expect(page.url()).toBe(url);
    expect(await attributeOf('html', 'data-last-hotkey')).toBeNull();
    // The page does listen: its own keys reach it.
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    await page.keyboard.press('j');
    expect(await attributeOf('html', 'data-last-hotkey')).toBe('j');
  });

  it('tags an issue from its card, and the label stands in the tracker, once', async () => {
    expect(await waymark.ask('connect', { host: 'github.com', token: 'github_pat_demo_writer' })).toMatchObject({ ok: true });
    await waymark.ask('createRoadmapItem', { id: 'seller-onboarding', title: 'Seller onboarding', outcome: '', horizon: 'next' });
    const issue = untagged();
    await openCard(`https://github.com/acme/shop/issues/${issue.number}`);
    await page.click(PICKER);
    await page.keyboard.type('seller');
    await page.waitForSelector('waymark-card >>> [role=option]');
    expect(await waymark.suspended()).toBe(true);
    await page.keyboard.press('Enter');
    expect(await eventually(() => attributeOf(HEADER, 'roadmap'), (roadmap) => roadmap === 'seller-onboarding')).toBe('seller-onboarding');
    // The background sleeps before the time to undo is over, so the alarm writes it, half a minute later.
    expect(await waymark.suspended()).toBe(true);
    expect(await eventually(async () => issue.labels, (labels) => labels.includes('roadmap:seller-onboarding'), 60_000)).toContain('roadmap:seller-onboarding');
    expect(await eventually(() => attributeOf(HEADER, 'state'), (state) => state !== 'pending')).toBe('ready');
    const events = historyOf(waymark.tracker.world, shop(), issue) as { event?: string; label?: { name: string } }[]; // GitHub's timeline has thirty kinds of entries
    expect(events.filter((event) => event.event === 'labeled' && event.label?.name === 'roadmap:seller-onboarding')).toHaveLength(1);
  });

  it('tags the selected rows of a list at once, with a sleeping background, and takes it back before anything was written', async () => {
    const labels = () => JSON.stringify([...shop().issues.values()].map((issue) => issue.labels));
    page = await waymark.open(LIST);
    const rows = await countOf(LINKS);
    expect(await eventually(() => countOf('waymark-badge'), (count) => count === rows)).toBe(rows);
    const chosen = await page.evaluate(() => {
      const free = [...document.querySelectorAll('li[role=listitem]')].filter((row) => row.querySelector('waymark-badge:not([roadmap])')).slice(0, 3);
      for (const row of free) row.querySelector<HTMLElement>('input[type=checkbox]')?.click();
      return free.map((row) => row.querySelector('waymark-badge')?.getAttribute('issue') ?? '');
    });
    const items = () => Promise.all(chosen.map((issue) => attributeOf(`waymark-badge[issue="${issue}"]`, 'roadmap')));
    const before = labels();
    expect(await waymark.suspended()).toBe(true);
    await waymark.tagSelection();
    await page.waitForSelector(PICKER, { timeout: 20_000 });
    expect(await textIn('waymark-card')).toContain('Tag 3 issues');
    await page.keyboard.type('seller');
    await page.waitForSelector('waymark-card >>> [role=option]');
    await page.keyboard.press('Enter');
    expect(await eventually(items, (all) => all.every((item) => item !== null))).toEqual(chosen.map(() => 'seller-onboarding'));
    await page.click('waymark-card >>> button::-p-text(Undo)');
    expect(await eventually(items, (all) => all.every((item) => item === null))).toEqual(chosen.map(() => null));
    expect(labels()).toBe(before);
  });

  it('comes back out of the back/forward cache with what was tagged meanwhile', async () => {
    page = await waymark.open(LIST);
    const rows = await countOf(LINKS);
    await eventually(() => countOf('waymark-badge'), (count) => count === rows);
    const issue = (await attributeOf('waymark-badge:not([roadmap])', 'issue')) ?? '';
    await page.evaluate(() => addEventListener('pageshow', ({ persisted }) => { document.documentElement.dataset['persisted'] = String(persisted); }));
    await page.goto('https://github.com/acme/shop/labels', { waitUntil: 'domcontentloaded' });
    await waymark.ask('tag', { keys: [issue.toLowerCase() as IssueKey], item: 'seller-onboarding' });
    expect(await waymark.suspended()).toBe(true);
    await page.evaluate(() => history.back());
    expect(await eventually(() => attributeOf('html', 'data-persisted'), (persisted) => persisted !== null)).toBe('true');
    expect(await eventually(() => attributeOf(`waymark-badge[issue="${issue}"]`, 'roadmap'), (roadmap) => roadmap !== null)).toBe('seller-onboarding');
    expect(await countOf('waymark-badge')).toBe(rows);
  });

  it('shows the Sprint Goal in the popup, waking the background', async () => {
    const milestone = [...shop().milestones.values()].find((candidate) => candidate.title === 'Sprint 24');
    const goal = /Sprint Goal:\s*(.{20})/.exec(milestone?.description ?? '')?.[1] ?? 'no goal in the demo';
    expect(await waymark.suspended()).toBe(true);
    page = await waymark.openOwn('popup.html', 'main');
    const text = await eventually(() => page.evaluate(() => document.body.textContent), (shown) => shown.includes(goal));
    expect(text).toContain(goal);
    expect(text).toMatch(/\d+ working days? left/);
    expect(await eventually(() => page.evaluate(() => document.querySelector('.verdict .goal-health')?.textContent ?? ''), (health) => health !== '')).toMatch(/^(Met|On track|At risk|Off track|(?:Goal: n|N)ot known)$/);
    const copy = '::-p-xpath(//button[starts-with(normalize-space(), "Cop")])';
    await page.click(copy);
    expect(await eventually(async () => (await page.$(copy))?.evaluate((button) => button.textContent.trim()), (words) => words === 'Copied')).toBe('Copied');
    expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/^Sprint 24.*\nSprint Goal: /);
  });

  it('shows the popup from edge to edge in its window, with a scrollbar that takes room', async () => {
    page = await waymark.open(LIST);
    await page.waitForSelector('waymark-badge', { timeout: 20_000 });
    expect(await waymark.openPopup()).toMatchObject({ wide: 400, seen: 400, scrolls: true });
  });

  it('has no grid among what is longer than a sheet when a sprint is printed: Firefox cuts through its lines', async () => {
    page = await waymark.openOwn('workspace.html#/sprints/github.com/acme/shop', '.story li');
    const grids = await page.evaluate(() => {
      for (const sheet of document.styleSheets) for (const rule of sheet.cssRules) if (rule instanceof CSSMediaRule && rule.media.mediaText === 'print') rule.media.mediaText = 'all';
      return [...document.querySelectorAll('main:has(.story), main :has(.story), .story, .story *')].filter((element) => getComputedStyle(element).display === 'grid').map(({ className }) => className);
    });
    expect(grids).toEqual([]);
  });

  it('shows badges on the hosts that were granted beyond github.com', async () => {
    page = await waymark.open('https://github.acme.example/acme/shop/issues');
    const rows = await countOf(LINKS);
    expect(await eventually(() => countOf('waymark-badge'), (count) => count === rows, 45_000)).toBe(rows);
    expect(await attributeOf('waymark-badge', 'issue')).toMatch(/^github\.acme\.example\/acme\/shop#\d+$/);
  });

  it('downloads what was made here, and lays a file over it', async () => {
    page = await waymark.openOwn('options.html#data', 'input[type=file]');
    await page.click('::-p-xpath(//button[normalize-space()="Download"])');
    const files = await eventually(async () => readdirSync(waymark.downloads).filter((name) => name.endsWith('.json')), (names) => names.length === 1);
    expect(files).toEqual([expect.stringMatching(/^waymark-\d{4}-\d\d-\d\d\.json$/)]);
    const file = join(waymark.downloads, files[0] ?? '');
    writeFileSync(file, readFileSync(file, 'utf8').replace('Seller onboarding', 'Sellers at ease'));
    await (await page.$('input[type=file]'))?.uploadFile(file);
    await page.waitForSelector('.import-summary', { timeout: 20_000 });
    await page.click('.import-summary .button-primary');
    expect(await eventually(() => page.evaluate(() => document.querySelector('#data')?.textContent ?? ''), (shown) => shown.includes('Imported'))).toContain('Imported the settings, 1 roadmap item');
    expect((await waymark.ask('findRoadmapItems', { text: 'sellers' })).map(({ title }) => title)).toEqual(['Sellers at ease']);
  });

  it('keeps the focus in the tag picker while its list is scrolled by its scrollbar, so that what is typed next is looked for', async () => {
    for (const n of [1, 2, 3, 4, 5]) await waymark.ask('createRoadmapItem', { id: `kiosk-${n}`, title: `Kiosk ${n}`, outcome: '', horizon: 'next' });
    await openCard(`https://github.com/acme/shop/issues/${untagged().number}`);
    await page.click(PICKER);
    await page.waitForSelector('waymark-card >>> [role=option]');
    const list = await (await page.waitForSelector('waymark-card >>> [role=listbox]'))?.boundingBox();
    if (!list) throw new Error('the picker shows no list');
    const scrollbar = list.x + list.width - 6;
    await page.mouse.move(scrollbar, list.y + 20);
    await page.mouse.down();
    await page.mouse.move(scrollbar, list.y + 90, { steps: 6 });
    await page.mouse.up();
    expect(await page.evaluate(() => document.querySelector('waymark-card')?.shadowRoot?.querySelector('[role=listbox]')?.scrollTop)).toBeGreaterThan(0);
    await page.keyboard.type('Kiosk 3');
    expect(await valueOfPicker()).toBe('Kiosk 3');
  });

  // Last: it closes our own pages, by which the other tests ask.
  it('hands the open tabs to the new overlay at an update', async () => {
    page = await waymark.open(LIST);
    const rows = await countOf(LINKS);
    await eventually(() => countOf('waymark-badge'), (count) => count === rows);
    await page.evaluate(() => {
      for (const badge of document.querySelectorAll('waymark-badge')) badge.setAttribute('data-old', '');
    });
    await waymark.update();
    expect(await eventually(() => countOf('[data-old]'), (count) => count === 0)).toBe(0);
    expect(await eventually(() => countOf('waymark-badge'), (count) => count === rows)).toBe(rows);
    // A click may fall between two redraws of the change-over; whoever clicks again gets the card.
    const open = async (): Promise<number> => {
      if ((await countOf('waymark-card')) === 0) await page.click('waymark-badge >>> button');
      await new Promise((done) => setTimeout(done, 1500));
      return countOf('waymark-card');
    };
    expect(await eventually(open, (cards) => cards > 0)).toBe(1);
    await page.waitForSelector(PICKER, { timeout: 20_000 });
  });

  it('hands it a page that lay in the back/forward cache meanwhile, too', async () => {
    page = await waymark.open(LIST);
    await page.waitForSelector('waymark-badge', { timeout: 20_000 });
    await page.evaluate(() => {
      for (const badge of document.querySelectorAll('waymark-badge')) badge.setAttribute('data-old', '');
      addEventListener('pageshow', ({ persisted }) => { document.documentElement.dataset['persisted'] = String(persisted); });
    });
    // A page that is left before it has loaded is not kept.
    expect(await eventually(() => page.evaluate(() => document.readyState), (state) => state === 'complete')).toBe('complete');
    await page.goto('https://github.com/acme/shop/labels', { waitUntil: 'domcontentloaded' });
    await waymark.update();
    await page.evaluate(() => history.back());
    expect(await eventually(() => attributeOf('html', 'data-persisted'), (persisted) => persisted !== null)).toBe('true');
    expect(await eventually(() => countOf('[data-old]'), (count) => count === 0)).toBe(0);
    expect(await eventually(() => countOf('waymark-badge'), (count) => count > 0)).toBe(await countOf(LINKS));
  });

  it('has thrown nothing in any of these pages', () => {
    expect(waymark.errors).toEqual([]);
  });
});
