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

test('a script of the page opens no card, whatever it does to a badge', async () => {
  const page = await github.openList();
  expect(await scripted(page, 'waymark-badge', 'button, span')).toBeGreaterThan(20);
  await expect(page.locator(CARD)).toHaveCount(0);
  // The same badge opens for a person.
  await badges(page).first().locator('button').click();
  await expect(page.locator(CARD)).toHaveCount(1);
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
