import { rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import type { IssueKey } from '../../../lib/core/issue.ts';
import { badges, launch, type Waymark } from '../waymark.ts';
import { onGithub, PICKER } from './on-github.ts';

let waymark: Waymark;
test.beforeAll(async () => {
  waymark = await launch();
  // What the hostile page would like to read or to use.
  await waymark.ask('createRoadmapItem', { id: 'secret-plan', title: 'Secret plan', outcome: 'Nobody knows', horizon: 'now' });
});
test.afterAll(() => waymark.close());

const github = onGithub(() => waymark);
const CARD = 'waymark-card';

/** All that a script of the page can do to an element that it gets hold of. */
function scripted(page: Page, host: string, inner: string): Promise<number> {
  return page.evaluate(async ([name, selector]) => {
    const found = [...document.querySelectorAll(name)].flatMap((one) => [one as HTMLElement, ...(one.shadowRoot?.querySelectorAll<HTMLElement>(selector) ?? [])]);
    const pressed = (type: string, composed: boolean) => type.startsWith('key') ? new KeyboardEvent(type, { key: 'Enter', code: 'Enter', bubbles: true, cancelable: true, composed }) : new MouseEvent(type, { bubbles: true, cancelable: true, composed });
    for (const one of found) {
      for (const composed of [true, false]) for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click', 'keydown', 'keypress', 'keyup']) one.dispatchEvent(pressed(type, composed));
      if (one instanceof HTMLInputElement || one instanceof HTMLTextAreaElement) {
        Object.getOwnPropertyDescriptor(Object.getPrototypeOf(one), 'value')?.set?.call(one, 'secret');
        for (const type of ['input', 'change']) one.dispatchEvent(new Event(type, { bubbles: true }));
      }
      one.click();
    }
    for (const one of found) if (one.isConnected && one instanceof HTMLFormElement) one.requestSubmit();
    await new Promise((resolve) => setTimeout(resolve, 400));
    return found.length;
  }, [host, inner] as const);
}

const tagOf = async (key: IssueKey) => (await waymark.ask('card', { key }))?.tag ?? null;

test('a script of the page opens the card of a badge, as tools of link hints do, and never its picker', async () => {
  const page = await waymark.open('https://github.com/acme/shop/issues/12');
  await expect(badges(page).locator('.roadmap').first()).toBeVisible();
  await badges(page).locator('.roadmap').first().evaluate((part: HTMLElement) => part.click());
  const card = page.locator(CARD);
  await expect(card.getByRole('dialog')).toBeVisible();
  await expect(card.getByRole('combobox', PICKER)).not.toBeFocused();
  await page.keyboard.press('Escape');
  await expect(card).toHaveCount(0);
  // A person asks for a tag there.
  await badges(page).locator('.roadmap').first().click();
  await expect(card.getByRole('combobox', PICKER)).toBeFocused();
  await page.close();
});

test('in a card that a person has opened, a script tags, enters, accepts and creates nothing', async () => {
  const page = await github.openList();
  const { badge, key } = await github.someBadge(page);
  const card = await github.openCard(page, badge);
  const picker = card.getByRole('combobox', PICKER);
  await picker.fill('Secret');
  await expect(card.getByRole('option', { name: /Secret plan/ })).toBeVisible();
  const before = await waymark.ask('card', { key });
  const items = (await waymark.ask('roadmap', null)).items.length;
  for (let round = 0; round < 3; round += 1) expect(await scripted(page, CARD, 'button, [role=option], input, select, form, summary, a')).toBeGreaterThan(4);
  const after = await waymark.ask('card', { key });
  expect([after?.tag, after?.entered, after?.pending, after?.flags]).toEqual([before?.tag, before?.entered, before?.pending, before?.flags]);
  expect((await waymark.ask('roadmap', null)).items.length).toBe(items);
  await page.close();
});

test('a form in the card is sent by a person, by Enter or by its button, and not by a script that asks it to send itself', async () => {
  const page = await github.openList();
  const { badge, key } = await github.someBadge(page);
  const card = await github.openCard(page, badge);
  const picker = card.getByRole('combobox', PICKER);
  await picker.fill('A brand new aim');
  await card.getByRole('option', { name: /brand new aim/ }).click();
  await expect(card.getByRole('form', { name: 'New roadmap item' })).toBeVisible();
  await page.evaluate((name) => {
    for (const form of document.querySelector(name)?.shadowRoot?.querySelectorAll('form') ?? []) form.requestSubmit();
  }, CARD);
  await page.waitForTimeout(500);
  expect((await waymark.ask('roadmap', null)).items.map(({ item }) => item.id)).not.toContain('a-brand-new-aim');
  await card.getByRole('form', { name: 'New roadmap item' }).getByLabel('Title').press('Enter');
  await expect.poll(async () => (await tagOf(key))?.item).toBe('a-brand-new-aim');
  await page.close();
});

test('a script hides no line above the page and opens no page of ours', async () => {
  await waymark.ask('saveRoadmapItem', { item: { id: 'pay-in-two-taps', title: 'Pay in two taps', outcome: '', horizon: 'now', belongs: [{ milestone: 'Sprint 24' }] }, former: null });
  const page = await waymark.open(`https://github.com/acme/shop/milestone/${github.milestone('Sprint 24').number}`);
  const row = page.locator('waymark-line').getByRole('region', { name: 'Waymark: Roadmap item' });
  await expect(row).toBeVisible({ timeout: 30_000 });
  const pages = waymark.context.pages().length;
  expect(await scripted(page, 'waymark-line', 'button')).toBeGreaterThan(2);
  await expect(row).toBeVisible();
  await expect(page.locator('waymark-line .hidden')).toHaveCount(0);
  expect(waymark.context.pages()).toHaveLength(pages);
  await page.close();
});

test('a badge that the page forges or copies goes, tells the page nothing and opens nothing', async () => {
  const page = await github.openList();
  const count = await badges(page).count();
  await page.evaluate(() => {
    const row = document.querySelector('li[role=listitem]');
    for (const issue of ['github.com/acme/secret#1', 'evil.example/a/b#1', '__proto__', '<img src=x onerror=alert(1)>']) {
      const fake = document.createElement('waymark-badge');
      fake.setAttribute('issue', issue);
      fake.attachShadow({ mode: 'open' }).append(document.createElement('button'));
      row?.append(fake);
      document.body.prepend(fake.cloneNode(true));
      fake.shadowRoot?.querySelector('button')?.click();
    }
    row?.after(row.cloneNode(true));
  });
  await expect(page.locator('waymark-badge:not([state])')).toHaveCount(0);
  await expect.poll(() => badges(page).count()).toBeLessThanOrEqual(count + 1);
  await expect(page.locator(CARD)).toHaveCount(0);
  await page.close();
});

test('a page that takes every name, floods itself and answers each badge with its removal stays usable, and has its badges again once it stops', async () => {
  const page = await github.openList();
  const rows = await badges(page).count();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.stack ?? error.message));
  await page.evaluate(() => {
    const ours = globalThis as unknown as { stop(): void };
    const flood = document.createElement('div');
    // Names that a document gives to elements before its own members.
    for (const name of ['body', 'head', 'documentElement', 'hidden', 'readyState', 'activeElement', 'location', 'defaultView', 'createElement', 'querySelector', 'querySelectorAll', 'getElementsByTagName', 'addEventListener', 'dispatchEvent']) {
      const form = document.createElement('form');
      form.name = name;
      for (const member of ['id', 'parentElement', 'parentNode', 'children', 'nextSibling', 'localName', 'isConnected', 'closest', 'matches', 'querySelector', 'getAttribute', 'contains']) form.append(Object.assign(document.createElement('input'), { name: member }));
      flood.append(form);
      const link = document.createElement('a');
      link.href = '/acme/shop/issues/3';
      form.append(link);
    }
    let deep: Element = flood;
    for (let level = 0; level < 500; level += 1) deep = deep.appendChild(document.createElement('div'));
    for (let number = 0; number < 10_000; number += 1) {
      const link = document.createElement('a');
      link.href = `/acme/shop/issues/${number}`;
      link.textContent = `\u202E${'x'.repeat(50)} <b>${number}</b>`;
      flood.append(link, document.createElement('i'), document.createElement('i'));
    }
    Element.prototype.attachShadow = () => { throw new Error('no shadows'); };
    Element.prototype.setAttribute = () => undefined;
    document.querySelector('main')?.append(flood);
    const timer = setInterval(() => {
      for (const badge of Document.prototype.querySelectorAll.call(document, 'waymark-badge')) badge.remove();
      flood.append(new Comment('again'));
      Document.prototype.dispatchEvent.call(document, new Event('soft-nav:end'));
    }, 4);
    ours.stop = () => {
      clearInterval(timer);
      flood.remove();
    };
  });
  await page.waitForTimeout(2000);
  // The page still answers.
  expect(await page.evaluate(() => new Promise((resolve) => { requestAnimationFrame(() => resolve('drawn')); }))).toBe('drawn');
  await page.evaluate(() => (globalThis as unknown as { stop(): void }).stop());
  await expect(badges(page)).toHaveCount(rows, { timeout: 60_000 });
  // Of our scripts; what the page's own make of it is their affair.
  expect([...new Set(complaints)].filter((stack) => stack.includes('chrome-extension://'))).toEqual([]);
  await page.close();
});

test('a file that is too large to be an export is said to be, and nothing is changed', async () => {
  const options = await github.openOptions();
  const file = join(tmpdir(), `waymark-large-${process.pid}.json`);
  writeFileSync(file, '{"format":"waymark-export"');
  truncateSync(file, 70_000_000);
  await options.locator('input[type=file]').setInputFiles(file);
  await expect(options.locator('#data')).toContainText('This file has 70.0 MB, more than an export or a roadmap ever has. Nothing was changed.');
  await expect(options.getByRole('button', { name: 'Apply' })).toHaveCount(0);
  rmSync(file);
  await options.close();
});
