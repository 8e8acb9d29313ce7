import { expect, test } from '@playwright/test';
import { prepareDemo } from '../../tools/demo.ts';
import { launch, type Waymark } from '../waymark.ts';
import { onGithub, PICKER } from './on-github.ts';

let waymark: Waymark;
const { milestone, openList, someBadge, labelsOf, openCard } = onGithub(() => waymark);
test.beforeAll(async () => { waymark = await launch(); });
test.afterAll(() => waymark.close());

test('offline and back with popup, card and roadmap open: each tells what waits, and all of it goes on without a touch', async () => {
  await prepareDemo(waymark);
  const list = await openList();
  const { badge, key, number } = await someBadge(list);
  const roadmap = await waymark.openOwn('workspace.html');
  await expect(roadmap.getByRole('heading', { name: 'Faster checkout' })).toBeVisible();
  const popup = await waymark.openOwn('popup.html');
  await expect(popup.getByText('Sprint 24').first()).toBeVisible();
  await expect.poll(async () => { const view = await waymark.ask('popup', { project: 'github.com/acme/shop' as never, board: null }); return view.syncedAt !== null && !view.syncing; }, { timeout: 30_000 }).toBe(true);

  waymark.tracker.unplug();
  await waymark.context.setOffline(true);
  await list.bringToFront();
  const card = await openCard(list, badge);
  await card.getByRole('combobox', PICKER).fill('seller');
  await expect(card.getByRole('option', { name: /Seller onboarding/ })).toBeVisible();
  await list.keyboard.press('Enter');
  await expect(card.locator('.tag-result')).toContainText('sent once you are online again');
  await popup.bringToFront();
  await popup.getByRole('button', { name: 'Edit the Sprint Goal' }).click();
  await popup.getByRole('textbox', { name: 'Sprint Goal' }).fill('Shoppers pay in two taps');
  await popup.keyboard.press('Control+Enter');
  await expect(popup.getByText('waiting until you are online again')).toBeVisible();
  await popup.getByRole('button', { name: 'Refresh from the tracker' }).click();
  await expect(popup.getByText('github.com could not be reached.')).toBeVisible();
  await roadmap.bringToFront();
  await roadmap.getByRole('button', { name: 'New item' }).click();
  await roadmap.getByRole('form', { name: 'New roadmap item' }).getByLabel('Title').fill('Pay later');
  await roadmap.keyboard.press('Enter');
  await expect(roadmap.getByRole('heading', { name: 'Pay later' })).toBeVisible();
  // Long enough for the next try to be farther away than anybody waits here.
  await expect.poll(async () => Math.max(...((await waymark.ask('card', { key }))?.pending ?? []).map(({ againAt = 0 }) => againAt - Date.now())), { timeout: 40_000 }).toBeGreaterThan(9000);
  expect([labelsOf(number).includes('roadmap:seller-onboarding'), milestone('Sprint 24').description?.includes('two taps')]).toEqual([false, false]);
  await waymark.killWorker();
  // Nothing but the pages that stand open can wake it now.
  await roadmap.evaluate(() => (globalThis as unknown as { chrome: { alarms: { clearAll(): Promise<boolean> } } }).chrome.alarms.clearAll());
  waymark.tracker.mend();
  await waymark.context.setOffline(false);

  await expect.poll(() => [labelsOf(number).includes('roadmap:seller-onboarding'), milestone('Sprint 24').description?.startsWith('Sprint Goal: Shoppers pay in two taps')], { timeout: 20_000 }).toEqual([true, true]);
  await expect(card.locator('.tag-result')).not.toContainText('online again');
  await expect(popup.getByText('could not be reached')).toHaveCount(0);
  await expect(popup.getByText('waiting until you are online again')).toHaveCount(0);
  await expect(badge).toHaveAttribute('roadmap', 'seller-onboarding');
});
