import { expect, test, type Page } from '@playwright/test';
import { launch, type Waymark } from '../waymark.ts';
import { openRoadmapOf } from './roadmap-page.ts';

let waymark: Waymark;

const CHECKOUT = { id: 'fast-checkout', title: 'Fast checkout', outcome: 'Returning customers pay in thirty seconds', horizon: 'now' } as const;
const stored = async () => (await waymark.ask('roadmap', null)).items.map(({ item: { id, title, outcome, owner } }) => ({ id, title, outcome, owner }));

async function formOf(page: Page) {
  await page.getByRole('button', { name: 'Fast checkout', exact: true }).click();
  await page.getByRole('button', { name: 'Edit' }).click();
  await page.getByLabel('Owner').fill('ada');
  return page.getByRole('dialog');
}

test.setTimeout(20_000);
test.describe('an item in a form, which changes in another tab', () => {
  test.beforeAll(async () => { waymark = await launch(); });
  test.beforeEach(async () => {
    for (const { id } of await stored()) await waymark.ask('removeRoadmapItem', { id });
    await waymark.ask('saveRoadmapItem', { item: CHECKOUT, former: null });
    await waymark.ask('saveRoadmapItem', { item: { ...CHECKOUT, id: 'other', title: 'Other' }, former: null });
  });
  test.afterAll(() => waymark.close());

  test('keeps what was changed there, says what both have changed, and undo gives back that', async () => {
    const page = await openRoadmapOf(waymark);
    const sheet = await formOf(page);
    await sheet.getByLabel('Title').fill('Checkout at once');
    await waymark.ask('saveRoadmapItem', { item: { ...CHECKOUT, title: 'Fast checkout for all', outcome: 'Everybody pays in ten seconds' }, former: CHECKOUT.id });
    await sheet.getByRole('button', { name: 'Save' }).click();
    await expect(sheet.getByRole('heading', { name: 'Checkout at once' })).toBeVisible();
    await expect(sheet.getByText('Everybody pays in ten seconds')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.locator('.undo-note')).toContainText('Checkout at once is saved. Its title had been changed elsewhere meanwhile: what you wrote stands.');
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(stored).toContainEqual({ id: 'fast-checkout', title: 'Fast checkout for all', outcome: 'Everybody pays in ten seconds', owner: undefined });
    await page.close();
  });

  test('is not put back where it was deleted: the form says so, keeps what was written, and adds it anew when that is wanted', async () => {
    const page = await openRoadmapOf(waymark);
    const sheet = await formOf(page);
    await waymark.ask('removeRoadmapItem', { id: CHECKOUT.id });
    await expect(page.locator('.item', { hasText: 'Fast checkout' })).toHaveCount(0);
    await sheet.getByRole('button', { name: 'Save' }).click();
    await expect(sheet.getByRole('alert')).toContainText('“Fast checkout” is not on the roadmap any more');
    await expect(sheet.getByLabel('Owner')).toHaveValue('ada');
    expect((await stored()).map(({ id }) => id)).toEqual(['other']);
    await sheet.getByRole('button', { name: 'Add it anew' }).click();
    await expect(sheet.getByRole('button', { name: 'Edit' })).toBeFocused();
    expect(await stored()).toContainEqual({ id: 'fast-checkout', title: CHECKOUT.title, outcome: CHECKOUT.outcome, owner: 'ada' });
    await page.close();
  });

  test('is saved under the id that it was given there', async () => {
    const page = await openRoadmapOf(waymark);
    const sheet = await formOf(page);
    await waymark.ask('saveRoadmapItem', { item: { ...CHECKOUT, id: 'checkout' }, former: CHECKOUT.id });
    await sheet.getByRole('button', { name: 'Save' }).click();
    await expect(sheet.getByText('ada')).toBeVisible();
    expect((await stored()).map(({ id, owner }) => [id, owner]).toSorted()).toEqual([['checkout', 'ada'], ['other', undefined]]);
    await page.close();
  });
});
