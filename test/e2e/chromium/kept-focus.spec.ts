import { expect, test, type Page } from '@playwright/test';
import { prepareDemo } from '../../tools/demo.ts';
import { launch, type Waymark } from '../waymark.ts';
import { onGithub } from './on-github.ts';
import { openRoadmapOf } from './roadmap-page.ts';

let waymark: Waymark;
const { openList, openOptions, site, popupOver } = onGithub(() => waymark);

test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
  waymark = await launch();
  await prepareDemo(waymark);
  await (await openList()).close();
  await expect.poll(async () => (await waymark.ask('options', null)).connections.flatMap(({ projects }) => projects)[0]?.syncedAt ?? null, { timeout: 30_000 }).not.toBeNull();
});
test.afterAll(() => waymark?.close());

/** What has the focus; `BODY` for nothing. */
const focused = (page: Page) => page.evaluate(() => { const { activeElement: at } = document; return at === document.body || at === null ? 'BODY' : (at.getAttribute('aria-label') ?? at.textContent ?? at.localName); });

test('on the roadmap the focus stays where the work is: after a form, after Undo, after a menu, after what was deleted', async () => {
  const page = await openRoadmapOf(waymark);
  await page.getByRole('button', { name: 'Write the Product Goal' }).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.type('Half of our shoppers come back');
  await page.keyboard.press('Escape');
  await expect.poll(() => focused(page)).toBe('Write the Product Goal');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Half of our shoppers come back');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect.poll(() => focused(page)).toBe('Edit the Product Goal and the vision');

  const title = page.getByRole('button', { name: 'Faster checkout', exact: true });
  await title.focus();
  await page.keyboard.press('Shift+ArrowRight');
  await expect(page.locator('.undo-note')).toContainText('moved to Next');
  await expect(title).toBeFocused();
  await page.getByRole('button', { name: 'Undo', exact: true }).focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('.undo-note')).toHaveCount(0);
  await expect(page.locator('.column').first().getByRole('button', { name: 'Faster checkout', exact: true })).toBeVisible();
  expect(await focused(page)).not.toBe('BODY');

  // The menu of a card, as menus are: Home and End, round at its ends, Tab leaves it, Escape gives the focus back.
  const mover = page.getByRole('button', { name: 'Move Faster checkout to …' });
  await mover.focus();
  await page.keyboard.press('Enter');
  const item = (name: string) => page.getByRole('menuitemradio', { name });
  for (const [key, name] of [['End', 'Later'], ['ArrowDown', 'Now'], ['ArrowUp', 'Later'], ['Home', 'Now'], ['ArrowRight', 'Now']] as const) {
    await page.keyboard.press(key);
    await expect(item(name)).toBeFocused();
  }
  await page.keyboard.press('Shift+Tab');
  await expect(page.getByRole('menu')).toHaveCount(0);
  await expect(title).toBeFocused();
  await mover.focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await expect(mover).toBeFocused();

  await page.locator('summary', { hasText: 'Export' }).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Markdown' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Markdown' })).toBeHidden();
  await expect(page.locator('summary', { hasText: 'Export' })).toBeFocused();

  await page.getByRole('button', { name: 'Trusted payments', exact: true }).click();
  const sheet = page.getByRole('dialog', { name: 'Trusted payments' });
  await sheet.getByRole('button', { name: 'Edit', exact: true }).press('Enter');
  await expect(sheet.getByLabel('Title')).toBeFocused();
  await page.keyboard.press('Escape');
  // The form is left, the sheet is not.
  await expect(sheet.getByRole('button', { name: 'Edit', exact: true })).toBeFocused();
  await sheet.getByRole('button', { name: 'Delete …' }).press('Enter');
  await page.getByRole('button', { name: 'Delete it' }).press('Enter');
  await expect(page.getByRole('button', { name: 'Trusted payments', exact: true })).toHaveCount(0);
  await expect.poll(() => focused(page)).not.toBe('BODY');
  await page.close();
});

test('in the options the focus stays: after Save, after a number is set back, after a token is removed', async () => {
  const options = await openOptions();
  const weight = options.getByLabel('Weight of Demand as a number');
  await weight.fill('90');
  await options.getByRole('button', { name: 'Save changes' }).press('Enter');
  await expect(options.getByRole('button', { name: 'Save changes' })).toHaveCount(0);
  await expect(weight).toBeFocused();
  await options.getByRole('button', { name: 'Back to the model’s own weights' }).press('Enter');
  await expect(options.getByRole('button', { name: 'Back to the model’s own weights' })).toBeFocused();
  await options.getByRole('button', { name: 'Save changes' }).press('Enter');
  await expect(options.getByRole('button', { name: 'Save changes' })).toHaveCount(0);
  // It is only said to be disabled, and does nothing.
  await options.getByRole('button', { name: 'Back to the model’s own weights' }).press('Enter');
  await expect(options.getByRole('button', { name: 'Save changes' })).toHaveCount(0);
  const row = options.locator('.threshold').first();
  await row.getByRole('spinbutton').fill('9');
  await row.getByRole('button', { name: /^Set .* back to/ }).press('Enter');
  await expect(row.getByRole('button', { name: /^Set .* back to/ })).toHaveCount(0);
  await expect.poll(() => focused(options)).not.toBe('BODY');
  await site(options).getByRole('button', { name: 'Test', exact: true }).press('Enter');
  await expect(options.getByText('github.com works.')).toBeAttached();
  await expect(site(options).getByRole('button', { name: 'Test', exact: true })).toBeFocused();
  await site(options).getByRole('button', { name: 'Remove token …' }).press('Enter');
  await options.getByRole('button', { name: 'Remove it' }).press('Enter');
  await expect(site(options).getByText('No token', { exact: true })).toBeVisible();
  // The button that asked has gone with the token: the site's next one has the focus.
  await expect.poll(() => focused(options)).toMatch(/Add a token/);
  const back = site(options).getByRole('button', { name: 'Add a token …' });
  await options.getByRole('button', { name: 'Show', exact: true }).press('Enter');
  await expect(options.getByRole('textbox', { name: 'Diagnostics' })).toBeFocused();
  await back.focus();
  // Whoever asks for the token's form has it at hand; Escape leaves the form for where it was opened.
  await options.keyboard.press('Enter');
  await expect(site(options).getByLabel('Token', { exact: true })).toBeFocused();
  await options.keyboard.press('Escape');
  await expect(site(options).getByLabel('Token', { exact: true })).toHaveCount(0);
  await expect(back).toBeFocused();
  await options.close();
});

test('in the options, by Tab alone: a weight is emptied and filled anew, Save leaves the focus at what stood before its bar, and a file that is chosen leaves it at its field', async () => {
  const options = await openOptions();
  const weight = options.getByLabel('Weight of Urgency as a number');
  await weight.focus();
  for (const key of ['ControlOrMeta+a', 'Backspace', '4', '0']) await options.keyboard.press(key);
  await expect(weight).toHaveValue('40');
  await expect(options.getByRole('slider', { name: 'Weight of Urgency' })).toHaveValue('40');
  await weight.fill('-5');
  await expect(weight).toHaveAttribute('aria-invalid', 'true');
  await options.keyboard.press('Tab');
  // What is no weight has changed nothing.
  await expect(weight).toHaveValue('40');

  const show = options.getByRole('button', { name: 'Show', exact: true });
  await show.focus();
  await options.keyboard.press('Tab');
  await expect(options.getByRole('button', { name: 'Discard' })).toBeFocused();
  await options.keyboard.press('Tab');
  await options.keyboard.press('Enter');
  await expect(options.getByRole('button', { name: 'Save changes' })).toHaveCount(0);
  await expect(show).toBeFocused();

  const file = options.getByLabel('Choose a file');
  await file.focus();
  await file.setInputFiles({ name: 'export.json', mimeType: 'application/json', buffer: Buffer.from('{"hello":') });
  await expect(options.getByText('Nothing was changed.')).toBeVisible();
  await expect(file).toBeFocused();
  await options.close();
});

test('one Escape does not lose what was written in an item’s form: it is asked first, of a form without a change it is not', async () => {
  const page = await openRoadmapOf(waymark);
  const opener = page.getByRole('button', { name: 'New item' });
  const asks = page.getByRole('dialog', { name: 'Discard what you have written?' });
  await opener.press('Enter');
  const title = page.getByRole('dialog').getByLabel('Title');
  await page.keyboard.type('Loyalty points');
  await page.keyboard.press('Escape');
  await expect(asks.getByRole('button', { name: 'Keep it' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(title).toHaveValue('Loyalty points');
  await expect(title).toBeFocused();
  await page.keyboard.press('Escape');
  await asks.getByRole('button', { name: 'Discard it' }).press('Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(opener).toBeFocused();
  await opener.press('Enter');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);

  await page.getByRole('button', { name: 'Seller onboarding', exact: true }).press('Enter');
  const sheet = page.getByRole('dialog', { name: 'Seller onboarding' });
  const edit = sheet.getByRole('button', { name: 'Edit', exact: true });
  await edit.press('Enter');
  await page.keyboard.type('Quick ');
  await page.keyboard.press('Escape');
  await asks.getByRole('button', { name: 'Discard it' }).press('Enter');
  await expect(edit).toBeFocused();
  await expect(sheet.getByRole('heading', { name: 'Seller onboarding' })).toBeVisible();
  await page.close();
});

test('in the popup the focus stays: after the goal’s form, after Refresh', async () => {
  const list = await openList();
  const popup = await popupOver(list);
  await popup.getByRole('button', { name: 'Edit the Sprint Goal' }).press('Enter');
  await expect(popup.getByRole('textbox', { name: 'Sprint Goal' })).toBeFocused();
  await popup.keyboard.press('Escape');
  await expect(popup.getByRole('button', { name: 'Edit the Sprint Goal' })).toBeFocused();
  await popup.getByRole('button', { name: 'Edit the Sprint Goal' }).press('Enter');
  await popup.getByRole('button', { name: 'Another goal' }).press('Enter');
  await expect(popup.getByRole('textbox', { name: 'Goal 2' })).toBeFocused();
  // What cannot go further up or down keeps the focus, and so does what goes: by the row beside when it is removed.
  await popup.getByRole('button', { name: 'Move Goal 2 up' }).press('Enter');
  await expect.poll(() => focused(popup)).toMatch(/^Move Sprint Goal up/);
  await popup.getByRole('button', { name: 'Remove Goal 2' }).press('Enter');
  await expect(popup.getByRole('textbox', { name: 'Sprint Goal' })).toBeFocused();
  await popup.keyboard.press('Escape');
  const refresh = popup.getByRole('button', { name: 'Refresh from the tracker' });
  await refresh.focus();
  await popup.keyboard.press('Enter');
  await expect(popup.getByText('Reading from the tracker.', { exact: true })).toBeAttached();
  await expect(refresh).toBeFocused();
  await popup.close();
  await list.close();
});
