import { expect, test, type Locator, type Page } from '@playwright/test';
import { prepareDemo } from '../../tools/demo.ts';
import { launch, type Waymark } from '../waymark.ts';
import { onGithub, PICKER } from './on-github.ts';

let waymark: Waymark;
const { openList, someBadge } = onGithub(() => waymark);
test.beforeAll(async () => {
  waymark = await launch();
  await prepareDemo(waymark);
});
test.afterAll(() => waymark?.close());

/** As by a person with a keyboard alone. */
async function openByKeyboard(page: Page, badge: Locator): Promise<Locator> {
  await badge.locator('button').focus();
  await page.keyboard.press('Enter');
  const card = page.locator('waymark-card').getByRole('dialog');
  await expect(card.getByText('Why this score').first()).toBeVisible();
  return card;
}

test('by keyboard alone the focus stays in the card, wherever its form, its field or its button has gone', async () => {
  const list = await openList();
  const { badge } = await someBadge(list);
  const card = await openByKeyboard(list, badge);
  const picker = card.getByRole('combobox', PICKER);

  await list.keyboard.press('t');
  await expect(picker).toBeFocused();
  await list.keyboard.type('Something quite new');
  await expect(card.getByRole('option', { name: /Create/ })).toBeVisible();
  await list.keyboard.press('Enter');
  await expect(card.getByLabel(/^Outcome/)).toBeFocused();
  await list.keyboard.type('Orders from 4 ');
  await card.getByLabel('Later').check();
  await list.keyboard.press('Escape');
  await expect(picker).toBeFocused();
  await expect(picker).toHaveValue('Something quite new');
  await expect(card.getByRole('option', { name: /Create/ })).toBeVisible();
  await list.keyboard.press('Enter');
  // What had been written is there again.
  await expect(card.getByLabel(/^Outcome/)).toHaveValue('Orders from 4 ');
  await expect(card.getByLabel('Later')).toBeChecked();
  await list.keyboard.press('End');
  await list.keyboard.type('to 6 a day');
  await list.keyboard.press('Enter');
  await expect(card.getByText('Something quite new').first()).toBeVisible();
  await expect(picker).toBeFocused();
  // The focus came back by itself: its list stays closed, or one more Enter would tag.
  await expect(picker).toHaveAttribute('aria-expanded', 'false');

  await card.getByRole('button', { name: 'Remove the tag Something quite new' }).focus();
  await list.keyboard.press('Enter');
  await expect(card.getByRole('button', { name: 'Remove the tag Something quite new' })).toHaveCount(0);
  await expect(picker).toBeFocused();
  await expect(picker).toHaveAttribute('aria-expanded', 'false');
  await list.keyboard.press('Enter');
  await expect(card.getByRole('button', { name: /^Remove the tag/ })).toHaveCount(0);
  // Asked for, it opens: from elsewhere in the card, and by a click, which closes it no more than the next one.
  await list.keyboard.press('Shift+Tab');
  await list.keyboard.press('Tab');
  await expect(picker).toHaveAttribute('aria-expanded', 'true');
  await list.keyboard.press('Escape');
  await card.getByRole('button', { name: 'Enter Demand by hand' }).focus();
  for (let click = 0; click < 2; click += 1) {
    await picker.click();
    await expect(picker).toHaveAttribute('aria-expanded', 'true');
  }
  await list.keyboard.press('Escape');

  const pencil = card.getByRole('button', { name: 'Enter Demand by hand' });
  await pencil.focus();
  await list.keyboard.press('Enter');
  await expect(card.getByRole('row', { name: /^Demand/ }).getByRole('combobox').or(card.getByRole('row', { name: /^Demand/ }).getByRole('spinbutton'))).toBeFocused();
  await list.keyboard.press('Escape');
  await expect(pencil).toBeFocused();
  await list.keyboard.press('Escape');
  await expect(list.locator('waymark-card')).toHaveCount(0);
  await expect(badge.locator('button')).toBeFocused();
});
