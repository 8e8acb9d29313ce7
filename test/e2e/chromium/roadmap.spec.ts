import { resolve } from 'node:path';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { seriousFindings } from '../axe.ts';
import { openRoadmapOf } from './roadmap-page.ts';
import { addressesOf, showState } from '../playground.ts';
import { badges, launch, type Waymark } from '../waymark.ts';

const LIST = 'https://github.com/acme/shop/issues';

let waymark: Waymark;
const shop = () => waymark.tracker.world.repositories.find(({ name }) => name === 'shop')!;
const labels = () => JSON.stringify([...shop().issues.values()].map((issue) => issue.labels));

const column = (page: Page, name: string): Locator => page.getByRole('region', { name: new RegExp(`^${name}`) });
const cardOf = (page: Page, title: string): Locator => page.locator('.item').filter({ has: page.getByRole('button', { name: title, exact: true }) });

const openRoadmap = () => openRoadmapOf(waymark);

test.describe('on the demo', () => {
  test.describe.configure({ mode: 'serial' });
  test.beforeAll(async () => {
    waymark = await launch();
    // Without a token what is closed is not read.
    const connected = await waymark.ask('connect', { host: 'github.com', token: 'github_pat_demo_writer' });
    expect(connected.ok).toBe(true);
    const list = await waymark.open(LIST);
    await expect(badges(list).first()).toBeVisible();
    await expect.poll(async () => (await waymark.ask('options', null)).connections.flatMap(({ projects }) => projects)[0]?.syncedAt ?? null, { timeout: 30_000 }).not.toBeNull();
    await list.close();
  });
  test.afterAll(() => waymark.close());

  test('the popup leads to the roadmap, which is built from milestones in one step and writes nothing to the tracker', async () => {
    const before = labels();
    const popup = await waymark.openOwn('popup.html');
    const opened = waymark.context.waitForEvent('page');
    await popup.getByRole('link', { name: 'Open the roadmap' }).click();
    const page = await opened;
    await expect(page.getByRole('heading', { name: 'Build your first roadmap' })).toBeVisible();
    await expect(page.getByRole('checkbox', { name: /^Sprint 24/ })).toBeChecked();
    // On paper there is nothing to press.
    await page.emulateMedia({ media: 'print' });
    await expect(page.locator('.first button:visible')).toHaveCount(0);
    await page.emulateMedia({ media: 'screen' });
    await page.getByRole('button', { name: 'Tick none' }).click();
    await page.getByRole('checkbox', { name: /^Sprint 24/ }).check();
    await page.getByRole('button', { name: 'Build from 1 of these' }).click();
    await expect(cardOf(page, 'Sprint 24')).toBeVisible();
    await expect(cardOf(page, 'Sprint 25')).toHaveCount(0);
    await expect(page.locator('.undo-note')).toContainText('1 item is on the roadmap.');
    expect(labels()).toBe(before);
    await popup.close();
    await page.close();
  });

  test('an item counts the issues of its milestone, but for those that were tagged otherwise or closed without being done', async () => {
    const page = await openRoadmap();
    const tagged = (number: number | null): boolean => {
      const issue = number === null ? undefined : shop().issues.get(number);
      return issue !== undefined && (issue.labels.some((label) => label.startsWith('roadmap:')) || tagged(issue.parent));
    };
    const milestone = [...shop().milestones.values()].find(({ title }) => title === 'Sprint 24')!;
    const own = [...shop().issues.values()].filter((issue) => issue.milestone === milestone.number && issue.pull === null && issue.stateReason !== 'not_planned' && issue.stateReason !== 'duplicate' && !tagged(issue.number));
    const done = own.filter(({ state }) => state === 'closed').length;
    expect(done).toBeGreaterThan(0);
    await expect(cardOf(page, 'Sprint 24').getByText(`${done} of ${own.length} issues`)).toBeVisible({ timeout: 30_000 });
    await page.close();
  });

  test('an item is dragged to another horizon and taken back', async () => {
    const page = await openRoadmap();
    await expect(column(page, 'Now').locator('.item', { hasText: 'Sprint 24' })).toBeVisible();
    await cardOf(page, 'Sprint 24').dragTo(column(page, 'Later'));
    await expect(column(page, 'Later').locator('.item', { hasText: 'Sprint 24' })).toBeVisible();
    await expect(page.locator('.undo-note')).toContainText('Sprint 24 moved to Later.');
    await page.reload();
    await expect(column(page, 'Later').locator('.item', { hasText: 'Sprint 24' })).toBeVisible();
    await cardOf(page, 'Sprint 24').dragTo(column(page, 'Next'));
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(column(page, 'Later').locator('.item', { hasText: 'Sprint 24' })).toBeVisible();
    await expect(page.locator('.undo-note')).toHaveCount(0);
    await page.close();
  });

  test('by keyboard alone: arrows walk, with Shift they move, the menu moves, and all of it is announced', async () => {
    const page = await openRoadmap();
    const title = page.getByRole('button', { name: 'Sprint 24', exact: true });
    await title.focus();
    await page.keyboard.press('Shift+ArrowLeft');
    await expect(column(page, 'Next').locator('.item', { hasText: 'Sprint 24' })).toBeVisible();
    await expect(title).toBeFocused();
    await expect(page.locator('main.roadmap > output')).toHaveText('Sprint 24 moved to Next.');
    await page.keyboard.press('Tab');
    await expect(page.getByRole('button', { name: 'Move Sprint 24 to …' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('menuitemradio', { name: 'Next' })).toHaveAttribute('aria-checked', 'true');
    await page.getByRole('menuitemradio', { name: 'Now' }).focus();
    await page.keyboard.press('Enter');
    await expect(column(page, 'Now').locator('.item', { hasText: 'Sprint 24' })).toBeVisible();
    await expect(title).toBeFocused();
    await page.close();
  });

  test('the focus goes along with an item that is moved just when something else has changed, on a slow machine', async () => {
    const other = { id: 'gift-cards', title: 'Gift cards', outcome: 'Shoppers give what we sell', horizon: 'later' } as const;
    await waymark.ask('saveRoadmapItem', { item: other, former: null });
    const page = await openRoadmap();
    const title = page.getByRole('button', { name: 'Sprint 24', exact: true });
    await title.focus();
    await page.evaluate(() => {
      // Each text that changes takes longer than React works without a pause: what it puts off until it has drawn is then still to be done.
      const own = Object.getOwnPropertyDescriptor(Node.prototype, 'nodeValue')!;
      Object.defineProperty(Node.prototype, 'nodeValue', { ...own, set(value: string) {
        own.set!.call(this, value);
        for (const until = performance.now() + 50; performance.now() < until;);
      } });
      new MutationObserver((_, observer) => {
        observer.disconnect();
        document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', shiftKey: true, bubbles: true }));
      }).observe(document.querySelector('.board')!, { characterData: true, subtree: true });
    });
    await waymark.ask('saveRoadmapItem', { item: { ...other, title: 'Gifts' }, former: other.id });
    await expect(column(page, 'Next').locator('.item', { hasText: 'Sprint 24' })).toBeVisible();
    await expect(title).toBeFocused();
    await waymark.ask('removeRoadmapItem', { id: other.id });
    await page.close();
  });

  test('an item is edited in its sheet: mistakes are said, what is right is kept, and its issues are listed by score', async () => {
    const page = await openRoadmap();
    await page.getByRole('button', { name: 'Sprint 24', exact: true }).click();
    const sheet = page.getByRole('dialog', { name: 'Sprint 24' });
    await expect(sheet.locator('.issues li').first()).toBeVisible();
    // Its list has pull requests too, which the progress leaves out: then it says so.
    const counted = /of (\d+) done/.exec(await sheet.getByText(/^\d+ of \d+ done$/).first().innerText())?.[1] ?? '';
    expect(Number(await sheet.locator('#sheet-issues .count').innerText())).toBeGreaterThan(Number(counted));
    await expect(sheet.getByText(`The progress counts ${counted} of them`)).toBeVisible();
    await sheet.getByRole('button', { name: 'Edit', exact: true }).click();
    await sheet.getByLabel('Title').fill('');
    await sheet.getByRole('button', { name: 'Save' }).click();
    await expect(sheet.getByText('Give it a title.')).toBeVisible();
    await expect(sheet.getByLabel('Title')).toBeFocused();
    await sheet.getByLabel('Title').fill('Fast checkout');
    await sheet.getByLabel(/^Outcome/).fill('Returning customers pay in thirty seconds');
    await sheet.getByLabel('Theme').fill('Growth');
    await sheet.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByRole('dialog', { name: 'Fast checkout' })).toContainText('Returning customers pay in thirty seconds');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(cardOf(page, 'Fast checkout')).toContainText('Growth');
    await page.getByLabel('Search the roadmap').fill('nothing like it');
    await expect(page.getByText('No item fits.')).toBeVisible();
    await page.close();
  });

  test('an item known from labels only is described and renamed in one go, its labels staying as they are and counting on', async () => {
    const before = labels();
    const page = await openRoadmap();
    const progress = await cardOf(page, 'mobile-app').locator('.item-progress').textContent();
    expect(progress).toMatch(/^\d+ of \d+ issues/);
    await page.getByRole('button', { name: 'mobile-app', exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Edit', exact: true }).click();
    const form = page.getByRole('form', { name: 'Edit mobile-app' });
    await form.getByLabel('Title').fill('Shop on the phone');
    await form.getByRole('radio', { name: 'Next' }).check();
    await form.getByLabel(/^Id/).fill('shop-on-the-phone');
    await expect(form.getByText(/^The label roadmap:mobile-app stays on the \d+ issues that belong to it/)).toBeVisible();
    await form.getByRole('button', { name: 'Save' }).click();
    const sheet = page.getByRole('dialog', { name: 'Shop on the phone' });
    await expect(sheet.getByText('as mobile-app').first()).toBeVisible({ timeout: 30_000 });
    await page.keyboard.press('Escape');
    await expect(column(page, 'Next').locator('.item', { hasText: 'Shop on the phone' }).locator('.item-progress')).toHaveText(progress!);
    await expect(cardOf(page, 'mobile-app')).toHaveCount(0);
    expect(labels()).toBe(before);
    await page.close();
  });

  test('two items that are one are merged, and all their issues count for what is left', async () => {
    const page = await openRoadmap();
    const totalOf = async (title: string) => Number(/of (\d+) issue/.exec((await cardOf(page, title).locator('.item-progress').textContent()) ?? '')?.[1]);
    const both = (await totalOf('marketplace')) + (await totalOf('Shop on the phone'));
    await page.getByRole('button', { name: 'marketplace', exact: true }).click();
    const sheet = page.getByRole('dialog', { name: 'marketplace' });
    await sheet.getByLabel('Merge into').selectOption({ label: 'Shop on the phone' });
    await sheet.getByRole('button', { name: 'Merge' }).click();
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(cardOf(page, 'marketplace')).toHaveCount(0);
    await expect.poll(() => totalOf('Shop on the phone'), { timeout: 30_000 }).toBe(both);
    await page.close();
  });

  test('the Product Goal stands above, and a deleted item comes back by Undo', async () => {
    const page = await openRoadmap();
    await page.getByRole('button', { name: 'Write the Product Goal' }).click();
    await page.getByLabel('Product Goal', { exact: true }).fill('Half of our shoppers come back');
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.locator('.aim-goal')).toHaveText('Half of our shoppers come back');
    await page.getByRole('button', { name: 'Fast checkout', exact: true }).click();
    await page.getByRole('button', { name: 'Delete …' }).click();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog', { name: 'Fast checkout' })).toBeVisible();
    await page.getByRole('button', { name: 'Delete …' }).click();
    await page.getByRole('button', { name: 'Delete it' }).click();
    await expect(cardOf(page, 'Fast checkout')).toHaveCount(0);
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(cardOf(page, 'Fast checkout')).toContainText('Returning customers pay in thirty seconds');
    await page.close();
  });

  test('what is on the screen is saved as text, as a table, and as pictures', async () => {
    const page = await openRoadmap();
    for (const [name, ending] of [['Markdown', 'md'], ['CSV', 'csv'], ['JSON', 'json'], ['Picture (SVG)', 'svg'], ['Picture (PNG)', 'png']] as const) {
      await page.locator('.export summary').click();
      const saved = page.waitForEvent('download');
      await page.getByRole('button', { name, exact: true }).click();
      expect((await saved).suggestedFilename()).toMatch(new RegExp(`^roadmap-\\d{4}-\\d\\d-\\d\\d\\.${ending}$`));
    }
    await page.close();
  });
});

for (const scheme of ['light', 'dark'] as const) {
  test.describe(`for every person, ${scheme}`, () => {
    test.beforeAll(async () => {
      waymark = await launch({ extension: resolve('.output/chrome-mv3-e2e'), colorScheme: scheme });
    });
    test.afterAll(() => waymark.close());

    test('axe finds nothing serious in any state of the roadmap, reading or editing', async () => {
      test.slow();
      const page = await waymark.openOwn('playground.html');
      // A sheet that is still coming in is pale.
      await page.emulateMedia({ reducedMotion: 'reduce' });
      const states = await addressesOf(page.locator('a[href*="state=roadmap-"]'));
      expect(states.length).toBeGreaterThan(8);
      for (const state of states) {
        await showState(page, `${state}&theme=${scheme}`);
        await expect(page.locator('.workspace')).toBeVisible();
        expect(await seriousFindings(page, null), state).toEqual([]);
        if (!state.endsWith('roadmap-item')) continue;
        await page.getByRole('button', { name: 'Edit', exact: true }).last().click();
        await expect(page.getByRole('form', { name: 'Edit Faster checkout' })).toBeVisible();
        expect(await seriousFindings(page, null), 'the form').toEqual([]);
      }
    });

    test('axe finds nothing serious in forced colours, nor in any menu or dialog that opens over the roadmap', async () => {
      test.slow();
      const page = await waymark.openOwn(`playground.html?state=roadmap-board&theme=${scheme}`);
      await page.emulateMedia({ reducedMotion: 'reduce', forcedColors: 'active' });
      const opened: readonly (readonly [string, () => Promise<void>, Locator])[] = [
        ['the board', () => page.getByRole('button', { name: 'Board', exact: true }).focus(), page.locator('.item').first()],
        ['the menu of an item', () => page.getByRole('button', { name: 'Move Guest accounts to …' }).click(), page.getByRole('menu')],
        ['the menu that exports', () => page.locator('.export summary').click(), page.getByRole('button', { name: 'Markdown', exact: true })],
        ['the Product Goal', () => page.getByRole('button', { name: 'Edit the Product Goal and the vision' }).click(), page.getByLabel('Product Goal', { exact: true })],
        ['a new item', () => page.getByRole('button', { name: 'New item' }).click(), page.getByRole('form', { name: 'New roadmap item' })],
        ['an item', () => page.getByRole('button', { name: 'Faster checkout', exact: true }).click(), page.getByRole('dialog', { name: 'Faster checkout' })],
        ['its deletion', async () => {
          await page.getByRole('button', { name: 'Faster checkout', exact: true }).click();
          await page.getByRole('button', { name: 'Delete …' }).click();
        }, page.getByRole('button', { name: 'Delete it' })],
      ];
      // The browser's own colours are the same in both schemes.
      for (const forcedColors of scheme === 'light' ? (['active', 'none'] as const) : (['none'] as const)) {
        await page.emulateMedia({ forcedColors });
        for (const [what, open, there] of opened) {
          await page.reload();
          await open();
          await expect(there, what).toBeVisible();
          // Where the browser paints its own colours, axe still reads some of ours.
          const findings = (await seriousFindings(page, null)).filter((finding) => forcedColors === 'none' || !finding.startsWith('color-contrast'));
          expect(findings, `${what}, forced colours ${forcedColors}`).toEqual([]);
        }
      }
      await page.close();
    });

    test('the whole board is one stop of Tab, arrows reach every card, and a sheet gives the focus back to the one that opened it', async () => {
      const page = await waymark.openOwn(`playground.html?state=roadmap-board&theme=${scheme}`);
      const card = (title: string) => page.getByRole('button', { name: title, exact: true });
      await expect(page.locator('.item-title[tabindex="0"]')).toHaveCount(1);
      await card('Faster checkout').focus();
      for (const [key, title] of [['ArrowDown', 'Trusted payments'], ['ArrowRight', 'Seller onboarding'], ['ArrowRight', 'Gift cards'], ['ArrowRight', 'b2b-invoices'], ['ArrowUp', 'VAT rules of 2027'], ['ArrowLeft', 'Returns portal'], ['ArrowLeft', 'Guest accounts']] as const) {
        await page.keyboard.press(key);
        await expect(card(title)).toBeFocused();
      }
      await page.keyboard.press('Enter');
      await expect(page.getByRole('dialog', { name: 'Guest accounts' })).toBeVisible();
      await page.keyboard.press('Escape');
      await expect(card('Guest accounts')).toBeFocused();
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await expect(page.getByRole('menuitemradio', { name: 'Now' })).toBeFocused();
      await page.keyboard.press('Escape');
      await expect(page.getByRole('menu')).toHaveCount(0);
      await expect(page.getByRole('button', { name: 'Move Guest accounts to …' })).toBeFocused();
      await page.close();
    });

    test('on paper stands every item that the filters leave, in light colours, and no column is cut off', async () => {
      const page = await waymark.openOwn(`playground.html?state=roadmap-large&theme=${scheme}`);
      await expect(page.locator('.item').first()).toBeVisible();
      // A landscape sheet of A4 without its margins.
      await page.setViewportSize({ width: 1032, height: 740 });
      await page.emulateMedia({ media: 'print' });
      await expect(page.locator('.item')).toHaveCount(500);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(1032);
      expect(await page.locator('.item').first().evaluate((item) => getComputedStyle(item).backgroundColor)).toBe('rgb(255, 255, 255)');
      await expect(page.getByRole('button', { name: 'New item' })).toBeHidden();
      await expect(page.getByText('P85: done by then in 85 of 100 simulations.')).toBeVisible();
      // As high as a window it would be followed by a blank sheet.
      await expect(page.locator('.workspace')).toHaveCSS('min-height', '0px');
      await page.emulateMedia({ media: 'screen' });
      await expect.poll(() => page.locator('.item').count()).toBeLessThan(200);
      await page.close();
    });

    test('500 items are few enough elements at first, and all of them can be reached', async () => {
      const page = await waymark.openOwn(`playground.html?state=roadmap-large&theme=${scheme}`);
      await expect(page.locator('.item').first()).toBeVisible();
      expect(await page.locator('*').count()).toBeLessThan(6000);
      await page.getByRole('button', { name: /^Show 40 more of / }).first().click();
      // With the last of a column its button goes: the focus is on the first of those that came in its place.
      const grown = page.locator(`.column[data-column="${await page.locator('.column:has(.column-more)').first().getAttribute('data-column')}"]`);
      const more = grown.locator('.column-more');
      let before = 0;
      while (await more.count() > 0) {
        before = await grown.locator('.item').count();
        await more.focus();
        await page.keyboard.press('Enter');
        await expect.poll(() => grown.locator('.item').count()).toBeGreaterThan(before);
      }
      await expect(grown.locator('.item').nth(before).locator('.item-title')).toBeFocused();
      await page.getByLabel('Search the roadmap').fill('500');
      await expect(page.locator('.item')).toHaveCount(1);
    });
  });
}
