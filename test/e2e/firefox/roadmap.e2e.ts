import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { ProjectKey } from '../../../lib/core/issue.ts';
import { eventually, launch, type FirefoxWaymark } from './waymark.ts';

const LIST = 'https://github.com/acme/shop/issues';
const PATH = '.github/waymark.yml';
const SHOP = 'github.com/acme/shop' as ProjectKey;
const SHEET = 'dialog.sheet';

let waymark: FirefoxWaymark;
let page: Page;
beforeAll(async () => {
  waymark = await launch();
  const list = await waymark.open(LIST);
  await list.waitForSelector('waymark-badge', { timeout: 45_000 });
  // Without a token what is closed is not read.
  await waymark.ask('connect', { host: 'github.com', token: 'ghp_demo_writer' });
  await eventually(async () => (await waymark.ask('options', null)).connections.flatMap(({ projects }) => projects)[0]?.syncedAt ?? null, (syncedAt) => syncedAt !== null, 60_000);
  await list.close();
});
afterAll(() => waymark?.close());
afterEach(() => page.close());

const shop = () => waymark.tracker.world.repositories.find(({ name }) => name === 'shop')!;
const labels = () => [...shop().issues.values()].map((issue) => `#${issue.number} ${issue.labels.join(', ')}`);
const text = (selector: string): Promise<string> => page.evaluate((css) => [...document.querySelectorAll(css)].map((element) => element.textContent).join('\n'), selector);
const column = (name: 'now' | 'next' | 'later' | 'none'): Promise<string> => text(`[data-column=${name}] .item-title`);

async function openRoadmap(ready: string): Promise<void> {
  page = await waymark.openOwn('workspace.html#roadmap', 'main.roadmap');
  await page.waitForSelector(ready, { timeout: 20_000 });
}

/** Presses what a person would read on it. */
async function press(words: string, within = 'body'): Promise<void> {
  await (await page.waitForSelector(`${within} ::-p-xpath(.//button[normalize-space()=${JSON.stringify(words)}])`, { timeout: 20_000 }))?.click();
}

/** Writes over what stands in the field of that label. */
async function fill(label: string, words: string): Promise<void> {
  const field = await page.waitForSelector(`form ::-p-xpath(.//label[starts-with(normalize-space(), "${label}")]/following-sibling::input)`, { timeout: 20_000 });
  await field?.evaluate((element) => { if (element instanceof HTMLInputElement) element.select(); });
  await field?.type(words);
}

// One browser, one installation: each test finds what the ones before it left, and a background page that has slept in between.
describe('the roadmap in Firefox', () => {
  it('builds a first one from milestones in one step, and writes nothing to the tracker', async () => {
    const before = labels();
    await openRoadmap('section.first input[type=checkbox]');
    expect(await waymark.suspended()).toBe(true);
    await press('Tick none');
    await page.click('::-p-xpath(//label[contains(., "Sprint 24")]//input)');
    await press('Build from 1 of these');
    expect(await eventually(() => text('.item-title'), (titles) => titles.includes('Sprint 24'))).toContain('Sprint 24');
    expect(await text('.undo-note')).toContain('1 item is on the roadmap.');
    expect(labels()).toEqual(before);
  });

  it('moves an item by drag and drop and by keyboard, and takes both back', async () => {
    await openRoadmap('[data-item=sprint-24]');
    expect(await column('now')).toContain('Sprint 24');
    // BiDi has no drag: the events that a browser sends for one.
    await page.evaluate(() => {
      const dataTransfer = new DataTransfer();
      const send = (target: Element | null, type: string) => target?.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer }));
      send(document.querySelector('[data-item=sprint-24]'), 'dragstart');
      send(document.querySelector('[data-column=later]'), 'dragover');
      send(document.querySelector('[data-column=later]'), 'drop');
    });
    expect(await eventually(() => column('later'), (titles) => titles.includes('Sprint 24'))).toContain('Sprint 24');
    expect(await eventually(() => text('.undo-note'), (note) => note.includes('moved to Later'))).toContain('Sprint 24 moved to Later.');
    await press('Undo');
    expect(await eventually(() => column('now'), (titles) => titles.includes('Sprint 24'))).toContain('Sprint 24');
    expect(await waymark.suspended()).toBe(true);
    await page.focus('[data-item=sprint-24] .item-title');
    await page.keyboard.down('Shift');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.up('Shift');
    expect(await eventually(() => column('next'), (titles) => titles.includes('Sprint 24'))).toContain('Sprint 24');
    expect(await eventually(() => text('main.roadmap > output'), (said) => said.includes('moved to Next'))).toBe('Sprint 24 moved to Next.');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Sprint 24');
    expect((await waymark.ask('roadmap', null)).items.find(({ item }) => item.id === 'sprint-24')?.item.horizon).toBe('next');
  });

  it('tags issues in bulk from the workspace after a review, stops half-way, goes on, and takes the whole back', async () => {
    const before = labels();
    const tagged = () => [...shop().issues.values()].filter((issue) => issue.labels.includes('roadmap:sprint-24')).length;
    // It sleeps after a second here, after half a minute in people's browsers: asked so often it is awake as there, and writes one a second.
    const shows = (words: string): Promise<string> => eventually(async () => (await waymark.ask('bulks', null), text(SHEET)), (shown) => shown.includes(words), 60_000);
    await openRoadmap('[data-item=sprint-24]');
    await press('Tag issues …');
    await page.waitForSelector(`${SHEET} .bulk-list input[type=checkbox]`, { timeout: 20_000 });
    for (const box of (await page.$$(`${SHEET} .bulk-list input[type=checkbox]`)).slice(0, 4)) await box.click();
    await page.select(`${SHEET} .choose-foot select`, 'sprint-24');
    await press('Review 4 issues', SHEET);
    expect(await shows('Tag 4 issues to Sprint 24?')).toContain('4 issues: the label roadmap:sprint-24 on GitHub');
    expect(labels()).toEqual(before);
    await press('Tag 4 issues', SHEET);
    expect(await eventually(async () => tagged(), (count) => count > 0, 60_000)).toBeGreaterThan(0);
    await press('Stop', SHEET);
    const goOn = /Go on with \d issues?/.exec(await shows('Go on with'))?.[0] ?? '';
    expect(tagged()).toBe(4 - Number(/\d/.exec(goOn)));
    expect(await waymark.suspended()).toBe(true);
    await press(goOn, SHEET);
    expect(await shows('4 written')).toContain('4 written');
    expect(tagged()).toBe(4);
    await press('Undo all', SHEET);
    expect(await shows('4 taken back')).toContain('4 taken back');
    expect(labels()).toEqual(before);
  }, 240_000);

  it('renames an item whose tags are labels, which stay and count on', async () => {
    const before = labels();
    await openRoadmap('[data-item=mobile-app]');
    const progress = await text('[data-item=mobile-app] .item-progress');
    expect(progress).toMatch(/^\d+ of \d+ issues/);
    await page.click('[data-item=mobile-app] .item-title');
    await press('Edit', SHEET);
    await fill('Title', 'Shop on the phone');
    await page.click('form ::-p-xpath(.//label[normalize-space()="Next"]//input)');
    await fill('Id', 'shop-on-the-phone');
    await press('Save', SHEET);
    expect(await eventually(() => text(SHEET), (sheet) => sheet.includes('as mobile-app'), 60_000)).toContain('as mobile-app');
    expect(await eventually(() => text('[data-item=shop-on-the-phone] .item-progress'), (now) => now === progress, 60_000)).toBe(progress);
    expect(await text('[data-item=mobile-app]')).toBe('');
    expect(labels()).toEqual(before);
  }, 150_000);

  it('proposes it as the file of a team that has none yet: the pull request stands in the tracker', async () => {
    page = await waymark.openOwn('options.html#roadmap-file', 'main');
    const shows = (words: string): Promise<boolean> => eventually(async () => (await text('main')).includes(words), Boolean, 60_000);
    expect(await shows(`There is no ${PATH} yet.`)).toBe(true);
    expect(await waymark.suspended()).toBe(true);
    await press('Propose …');
    const diff = (): Promise<string> => page.evaluate(() => [...document.querySelectorAll('textarea')].map(({ value }) => value).join('\n'));
    expect(await eventually(diff, (shown) => shown.includes('+  - id: sprint-24'))).toContain('+  - id: shop-on-the-phone\n+    title: Shop on the phone\n');
    await press('Open a pull request');
    const proposed = () => [...shop().issues.values()].filter(({ pull }) => pull?.branch.startsWith('waymark/'));
    // The background sleeps between its requests, so alarms carry it on.
    expect(await eventually(async () => proposed().length, (count) => count > 0, 120_000)).toBe(1);
    const file = shop().branches.get(proposed()[0]?.pull?.branch ?? '')?.files.get(PATH) ?? '';
    expect(file).toMatch(/- id: shop-on-the-phone\n {4}title: Shop on the phone\n(?: {4}.*\n)*? {4}formerIds:/);
    expect(shop().branches.get('main')?.files.get(PATH)).toBeUndefined();
    expect(await shows('is proposed')).toBe(true);
  }, 240_000);

  it('merges what was edited offline with a teammate’s change of the file, and shows what both have changed', async () => {
    const [pull] = [...shop().issues.values()].filter((issue) => issue.pull?.branch.startsWith('waymark/'));
    const files = shop().branches.get('main')?.files;
    const merged = shop().branches.get(pull?.pull?.branch ?? '')?.files.get(PATH) ?? '';
    files?.set(PATH, merged);
    const file = async () => (await waymark.ask('roadmapFile', null)).find(({ project }) => project === SHOP);
    await waymark.ask('refresh', { project: SHOP });
    // It was good before as well, and differed: what counts is that it has been read again.
    expect(await eventually(file, (one) => one?.state === 'good' && one.differs.length === 0, 60_000)).toMatchObject({ state: 'good', differs: [] });

    waymark.tracker.unplug();
    await openRoadmap('[data-item=sprint-24]');
    await page.focus('[data-item=sprint-24] .item-title');
    await page.keyboard.down('Shift');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.up('Shift');
    expect(await eventually(() => column('later'), (titles) => titles.includes('Sprint 24'))).toContain('Sprint 24');
    await page.click('[data-item=shop-on-the-phone] .item-title');
    await press('Edit', SHEET);
    await fill('Title', 'My phone shop');
    await press('Save', SHEET);
    expect(await eventually(() => text('[data-item=shop-on-the-phone] .item-title'), (title) => title === 'My phone shop')).toBe('My phone shop');
    files?.set(PATH, `${merged.replace('title: Shop on the phone', 'title: Their phone shop')}  - id: kiosk\n    title: Kiosk\n    horizon: next\n`);
    waymark.tracker.mend();
    await waymark.ask('refresh', { project: SHOP });

    expect(await eventually(() => column('next'), (titles) => titles.includes('Kiosk'), 60_000)).toContain('Kiosk');
    expect(await column('later')).toContain('Sprint 24');
    expect(await text('[data-item=shop-on-the-phone] .item-title')).toBe('My phone shop');
    expect(await eventually(() => text('main.roadmap'), (shown) => shown.includes('1 conflict'), 30_000)).toContain('1 conflict among them: a teammate has changed the same');
    await page.close();
    page = await waymark.openOwn('options.html#roadmap-file', 'main');
    expect(await eventually(() => text('.differences'), (shown) => shown.includes('Their phone shop'), 30_000)).toContain('The team has changed it too: nothing is written over.');
    expect(files?.get(PATH)).toContain('Their phone shop');
  }, 240_000);

  it('has thrown nothing in any of these pages', () => {
    expect(waymark.errors).toEqual([]);
  });
});
