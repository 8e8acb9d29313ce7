import { expect, test, type Locator, type Page } from '@playwright/test';
import { prepareDemo } from '../../tools/demo.ts';
import { meanwhile } from '../meanwhile.ts';
import { badges, launch, type Waymark } from '../waymark.ts';
import { fillDisk } from './fill-disk.ts';
import { onGithub, PICKER } from './on-github.ts';

let waymark: Waymark;
const { milestone, openList, openOptions, someBadge, labelsOf, openCard } = onGithub(() => waymark);

const told = (page: Page | Locator) => page.getByText('The disk is full: Waymark could not keep this. Free some space, then do it again.').first();

test('on a full disk everything is shown, nothing is half kept, each change says so and keeps what was typed; with room again it goes on, and writes once', async () => {
  waymark = await launch();
  try {
    await prepareDemo(waymark);
    const list = await openList();
    const { badge, key, number } = await someBadge(list);
    await expect.poll(async () => { const view = await waymark.ask('popup', { project: 'github.com/acme/shop' as never, board: null }); return view.syncedAt !== null && !view.syncing; }, { timeout: 30_000 }).toBe(true);
    await expect(badge).not.toHaveAttribute('state', 'loading');
    const [before, asked] = [await waymark.ask('exportData', null), { goal: milestone('Sprint 24').description, labels: labelsOf(number) }];
    const giveRoom = await fillDisk(waymark);

    // What is stored is shown, whatever cannot be noted of the visit.
    await list.reload();
    await expect(badges(list)).toHaveCount(await list.locator('li[role=listitem] h3 a').count());
    const card = await openCard(list, badge);
    await card.getByRole('combobox', PICKER).fill('seller');
    await expect(card.getByRole('option', { name: /Seller onboarding/ })).toBeVisible();
    await list.keyboard.press('Enter');
    await expect(card.getByText(/The disk is full: Waymark could not keep this\./).first()).toBeVisible();
    await expect(badge).not.toHaveAttribute('roadmap', 'seller-onboarding');

    const popup = await waymark.openOwn('popup.html');
    await expect(popup.getByText('The disk is full: Waymark can keep nothing new. Free some space, and it goes on by itself. What was kept before is still here.')).toBeVisible();
    await popup.getByRole('button', { name: 'Edit the Sprint Goal' }).click();
    await popup.getByRole('textbox', { name: 'Sprint Goal' }).fill('Shoppers pay in two taps');
    await popup.keyboard.press('Control+Enter');
    await expect(told(popup)).toBeVisible();
    await popup.screenshot({ path: '.artifacts/full-disk-popup.png' });

    const sprints = await waymark.openOwn('workspace.html#/sprints/github.com/acme/shop');
    await expect(sprints.locator('p.sprint-goal-text')).toHaveText(/^Returning customers can pay/);
    await expect(sprints.getByText('The disk is full: Waymark can keep nothing new.')).toBeVisible();
    await sprints.close();

    const roadmap = await waymark.openOwn('workspace.html');
    await roadmap.getByRole('button', { name: 'New item' }).click();
    const form = roadmap.getByRole('form', { name: 'New roadmap item' });
    await form.getByLabel('Title').fill('Pay later');
    await form.getByRole('button', { name: 'Add to the roadmap' }).click();
    await expect(told(form)).toBeInViewport();
    await expect(form.getByLabel('Title')).toHaveValue('Pay later');
    await roadmap.screenshot({ path: '.artifacts/full-disk-roadmap.png' });

    const options = await openOptions();
    await options.getByLabel('Weight of Demand as a number').fill('200');
    await options.getByRole('button', { name: 'Save changes' }).click();
    await expect(told(options)).toBeVisible();
    await expect(options.getByLabel('Weight of Demand as a number')).toHaveValue('200');
    await options.locator('input[type=file]').setInputFiles({ name: 'waymark.json', mimeType: 'application/json', buffer: Buffer.from(before.json.replace('Faster checkout', 'Fastest checkout')) });
    await options.getByRole('button', { name: 'Apply' }).click();
    await expect(options.getByText('The disk is full: Waymark could not keep this.')).toHaveCount(2);
    await options.screenshot({ path: '.artifacts/full-disk-options.png', fullPage: true });

    const data = ({ json }: { json: string }): unknown => (JSON.parse(json) as { data: unknown }).data;
    expect(data(await waymark.ask('exportData', null))).toEqual(data(before));
    expect({ goal: milestone('Sprint 24').description, labels: labelsOf(number) }).toEqual(asked);
    await meanwhile(list, { edit: { repository: 'acme/shop', number, title: 'Edited while the disk was full' } });
    await giveRoom();

    await popup.bringToFront();
    await popup.keyboard.press('Control+Enter');
    await expect(popup.locator('p.goal')).toHaveText('Shoppers pay in two taps');
    await form.getByRole('button', { name: 'Add to the roadmap' }).click();
    await expect(roadmap.getByRole('button', { name: /Pay later/ }).first()).toBeVisible();
    await options.getByRole('button', { name: 'Save changes' }).click();
    await options.getByRole('button', { name: 'Apply' }).click();
    await expect(options.locator('p', { hasText: 'Imported the settings' })).toBeVisible();
    await expect(options.getByText('The disk is full')).toHaveCount(0);
    await waymark.ask('tag', { keys: [key], item: 'seller-onboarding' });
    await expect.poll(() => [labelsOf(number).includes('roadmap:seller-onboarding'), milestone('Sprint 24').description?.startsWith('Sprint Goal: Shoppers pay in two taps')], { timeout: 30_000 }).toEqual([true, true]);
    const writes = waymark.tracker.requests.filter(({ method }) => method !== 'GET').map(({ method, path }) => `${method} ${path}`);
    expect(new Set(writes).size).toBe(writes.length);
    await expect(popup.getByText('The disk is full')).toHaveCount(0);
  } finally {
    await waymark.close();
  }
});
