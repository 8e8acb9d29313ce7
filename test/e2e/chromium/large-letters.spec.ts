import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { addressesOf, showState } from '../playground.ts';
import { badges, launch, type Waymark } from '../waymark.ts';
import { outside } from './measures.ts';
import { TEST_BUILD } from './overlay-browser.ts';

/** Half as large again as the browser's own. */
const LETTERS = 24;

let profile: string;
let waymark: Waymark;
test.beforeAll(async () => {
  profile = mkdtempSync(join(tmpdir(), 'waymark-letters-'));
  mkdirSync(join(profile, 'Default'));
  // As somebody sets it in the browser's settings.
  writeFileSync(join(profile, 'Default', 'Preferences'), JSON.stringify({ webkit: { webprefs: { default_font_size: LETTERS } } }));
  waymark = await launch({ extension: TEST_BUILD, profile });
});
test.afterAll(async () => {
  await waymark?.close();
  rmSync(profile, { recursive: true, force: true });
});

for (const room of ['popup', 'options', 'workspace'] as const) {
  test(`the ${room} is as large as the letters that a person has set, and nothing of it is out of sight`, async () => {
    test.slow();
    const page = await waymark.openOwn('playground.html');
    const links = page.getByRole('heading', { name: room, exact: true }).locator('xpath=..').getByRole('link');
    const states = await addressesOf(links);
    expect(states.length).toBeGreaterThan(8);
    await page.emulateMedia({ reducedMotion: 'reduce' });
    for (const state of states) {
      await showState(page, state);
      await expect(page.locator('.stage > *').first()).toBeVisible();
      for (const width of room === 'popup' ? [1280, 640, 320] : [1280, 640]) {
        await page.setViewportSize({ width, height: 800 });
        expect([state, width, await page.evaluate(outside)]).toEqual([state, width, []]);
        // Buttons are set in 12 px beside letters of 16.
        const button = page.locator('.button:not(.button-link):visible').first();
        if (await button.count() > 0) await expect(button).toHaveCSS('font-size', `${(12 * LETTERS) / 16}px`);
      }
    }
    await page.close();
  });
}

test('the popup asks for so much more room', async () => {
  const popup = await waymark.openOwn('popup.html');
  await expect(popup.locator('.popup')).toHaveCSS('width', `${(400 * LETTERS) / 16}px`);
  await popup.close();
});

test('on a tracker’s page the card is set as the page is, whose letters have a size of their own', async () => {
  const list = await waymark.open('https://github.com/acme/shop/issues');
  await badges(list).first().locator('button').click();
  await expect(list.locator('waymark-card .button').first()).toHaveCSS('font-size', '12px');
  await list.close();
});
