import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { eventually, launch, type FirefoxWaymark } from './waymark.ts';

const LIST = 'https://github.com/acme/shop/issues';
const PATH = '.github/waymark.yml';

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
const labels = () => JSON.stringify([...shop().issues.values()].map((issue) => issue.labels));
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
    expect(labels()).toBe(before);
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

  it('renames an item whose tags are labels, which stay and count on', async () => {
    const before = labels();
    await openRoadmap('[data-item=mobile-app]');
    const progress = await text('[data-item=mobile-app] .item-progress');
    expect(progress).toMatch(/^\d+ of \d+ issues/);
    await page.click('[data-item=mobile-app] .item-title');
    await press('Edit', 'dialog.sheet');
    await fill('Title', 'Shop on the phone');
    await page.click('form ::-p-xpath(.//label[normalize-space()="Next"]//input)');
    await fill('Id', 'shop-on-the-phone');
    await press('Save', 'dialog.sheet');
    expect(await eventually(() => text('dialog.sheet'), (sheet) => sheet.includes('as mobile-app'), 60_000)).toContain('as mobile-app');
    expect(await eventually(() => text('[data-item=shop-on-the-phone] .item-progress'), (now) => now === progress, 60_000)).toBe(progress);
    expect(await text('[data-item=mobile-app]')).toBe('');
    expect(labels()).toBe(before);
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

  it('has thrown nothing in any of these pages', () => {
    expect(waymark.errors).toEqual([]);
  });
});
