import { expect, test } from '@playwright/test';
import { seriousFindings } from '../axe.ts';
import { addressesOf, showState } from '../playground.ts';
import { launch, type Waymark } from '../waymark.ts';
import { outside, squeezed, tooSmall } from './measures.ts';
import { TEST_BUILD } from './overlay-browser.ts';

let waymark: Waymark;
test.beforeAll(async () => { waymark = await launch({ extension: TEST_BUILD }); });
test.afterAll(() => waymark?.close());

for (const room of ['card', 'popup', 'options', 'workspace'] as const) {
  test(`at 400 % zoom nothing of the ${room} is out of sight or too small to be hit, in any state`, async () => {
    test.slow();
    const page = await waymark.openOwn('playground.html');
    const links = page.getByRole('heading', { name: room, exact: true }).locator('xpath=..').getByRole('link');
    const states = await addressesOf(links);
    expect(states.length).toBeGreaterThan(8);
    await page.setViewportSize({ width: 320, height: 640 });
    // A sheet that is still coming in stands outside.
    await page.emulateMedia({ reducedMotion: 'reduce' });
    for (const state of states) {
      await showState(page, state);
      await expect(page.locator('.stage > *').first()).toBeVisible();
      expect([state, await page.evaluate(outside)]).toEqual([state, []]);
      expect.soft([state, await page.evaluate(tooSmall)]).toEqual([state, []]);
      // The states of the other rooms have their own tests.
      if (room === 'options') expect(await seriousFindings(page, null), state).toEqual([]);
    }
    // Half as much zoom.
    await page.setViewportSize({ width: 640, height: 640 });
    await showState(page, states[0] ?? '');
    await expect(page.locator('.stage > *').first()).toBeVisible();
    expect(await page.evaluate(squeezed)).toEqual([]);
    await page.close();
  });
}

test('a reason that a line cuts off is shown whole by key and by click, and is a button only then', async () => {
  const page = await waymark.openOwn('playground.html');
  await page.setViewportSize({ width: 400, height: 640 });
  await showState(page, '?state=popup-unmarked');
  const reasons = page.locator('.threat-reason');
  await expect(page.getByRole('button', { name: /^Blocked by #318/, expanded: false })).toHaveCount(2);
  await expect(reasons).toHaveCount(3);
  const first = page.getByRole('button', { name: /^Blocked by #318/ }).first();
  const isWhole = () => first.evaluate((shown) => shown.scrollWidth <= shown.clientWidth && shown.scrollHeight <= shown.clientHeight);
  expect(await isWhole()).toBe(false);
  await first.focus();
  await page.keyboard.press('Enter');
  await expect(first).toHaveAttribute('aria-expanded', 'true');
  expect(await isWhole()).toBe(true);
  await page.keyboard.press('Enter');
  expect(await isWhole()).toBe(false);
  await first.click();
  expect(await isWhole()).toBe(true);
  expect(await page.evaluate(outside)).toEqual([]);
  expect(await seriousFindings(page, null)).toEqual([]);
  await page.close();
});

test('a popup that gets less room than it asks for takes that', async () => {
  const page = await waymark.openOwn('popup.html');
  await expect(page.locator('.popup')).toHaveCSS('width', '400px');
  await page.setViewportSize({ width: 320, height: 600 });
  await page.reload();
  await expect(page.locator('.popup')).toHaveCSS('width', '320px');
  expect(await page.evaluate(outside)).toEqual([]);
  await page.close();
});
