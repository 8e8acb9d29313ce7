import { resolve } from 'node:path';
import { expect, test } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { prepareDemo } from '../../tools/demo.ts';
import { meanwhile } from '../meanwhile.ts';
import { launch, type Waymark } from '../waymark.ts';
import { onGithub, PICKER } from './on-github.ts';

let waymark: Waymark;
const { world, milestone, calm, openList, openOptions, site, giveToken, someBadge, labelsOf, settledScore, openCard } = onGithub(() => waymark);

test.describe('with a token', () => {
  test.describe.configure({ mode: 'serial' });
  test.beforeAll(async () => {
    waymark = await launch();
  });
  test.afterAll(() => waymark.close());

  test('a good token given in the options works at once, can be tested, and never shows again', async () => {
    const options = await openOptions();
    await site(options).getByRole('button', { name: 'Add a token …' }).click();
    await site(options).getByText('Which token, with which permissions?').click();
    // GitHub fills its form in from the address: what a person would have to pick there is picked.
    await expect(site(options).getByRole('link', { name: 'Fine-grained token' })).toHaveAttribute('href', /^https:\/\/github\.com\/settings\/personal-access-tokens\/new\?(?=.*\bname=Waymark\b)(?=.*&issues=write$)/);
    await giveToken(options, 'github_pat_demo_writer');
    await expect(site(options).getByText('Works', { exact: true })).toBeVisible();
    await expect(site(options).getByText(/Signed in as maya · fine-grained token/)).toBeVisible();
    await site(options).getByRole('button', { name: 'Test', exact: true }).click();
    await expect(options.getByText('github.com works.')).toBeAttached();
    expect(await options.content()).not.toContain('github_pat_demo_writer');
    await prepareDemo(waymark);
    await options.close();
  });

  test('other weights are previewed on real issues, nothing changes before Save, and then open lists follow', async () => {
    const list = await openList();
    const { badge } = await someBadge(list);
    const before = await settledScore(badge);
    const options = await openOptions();
    await expect(options.getByText('No issue changes its place.')).toBeVisible();
    await options.getByLabel('Weight of Demand as a number').fill('200');
    await expect(options.getByText(/^\d+ issues? of \d+ would change place\.$/)).toBeVisible();
    expect(await badge.getAttribute('score')).toBe(before);
    await options.getByRole('button', { name: 'Save changes' }).click();
    await expect(badge).not.toHaveAttribute('score', before);
    await expect(options.getByText('No issue changes its place.')).toBeVisible();
    await options.getByRole('button', { name: 'Back to the model’s own weights' }).click();
    await options.getByRole('button', { name: 'Save changes' }).click();
    await expect(badge).toHaveAttribute('score', before);
    await options.close();
    await list.close();
  });

  test('an explicit model leaves issues unscored; the card shows what is known with its source, takes the rest, and scores', async () => {
    const list = await openList();
    const { badge, number } = await someBadge(list);
    const options = await openOptions();
    await options.getByRole('radio', { name: /^RICE/ }).check();
    await options.getByRole('button', { name: 'Save changes' }).click();
    await expect(badge).toHaveAttribute('state', 'unscored');
    await meanwhile(list, { edit: { repository: 'acme/shop', number, labels: [...labelsOf(number), 'effort: 4'] } });
    await waymark.ask('refresh', { project: 'github.com/acme/shop' as never });
    await list.bringToFront();
    await badge.locator('button').click();
    const card = list.locator('waymark-card').getByRole('dialog');
    await expect(card.getByRole('heading', { name: 'What the score needs' })).toBeVisible();
    await expect(card.getByRole('row', { name: /^Effort/ })).toContainText('label effort: 4', { timeout: 20_000 });
    await expect(card.getByText('Needs Reach, Impact and Confidence.')).toBeVisible();
    await card.getByLabel('Reach', { exact: true }).fill('2000');
    await list.keyboard.press('Enter');
    await expect(card.getByText('Needs Impact and Confidence.')).toBeVisible();
    await card.getByLabel('Impact', { exact: true }).selectOption({ index: 1 });
    await card.getByRole('row', { name: /^Impact/ }).getByRole('button', { name: 'Save' }).click();
    await expect(card.getByText('Needs Confidence.')).toBeVisible();
    const confidence = card.getByRole('row', { name: /^Confidence/ });
    const control = confidence.getByLabel('Confidence', { exact: true });
    if ((await control.evaluate((element) => element.localName)) === 'select') await control.selectOption({ index: 1 });
    else await control.fill('80');
    await confidence.getByRole('button', { name: 'Save' }).click();
    await expect(card.getByRole('heading', { name: /Why this score/ })).toBeVisible();
    await expect(badge).toHaveAttribute('state', 'ready');
    await card.getByRole('combobox', { name: 'MoSCoW' }).selectOption({ label: 'Must' });
    await expect(card.getByText('Stands beside the score, never changes it. Entered by you.')).toBeVisible();
    await expect(card.locator('.gate')).toHaveText('Must');
    await options.getByRole('radio', { name: /^Signals/ }).check();
    await options.getByRole('button', { name: 'Save changes' }).click();
    await options.close();
    await list.close();
  });

  test('a tag made offline says that it waits for the network, and not that it is sent', async () => {
    const list = await openList();
    const { badge, number } = await someBadge(list);
    const before = labelsOf(number);
    const card = await openCard(list, badge);
    await waymark.context.setOffline(true);
    await card.getByRole('combobox', PICKER).fill('seller');
    await expect(card.getByRole('option', { name: /Seller onboarding/ })).toBeVisible();
    await list.keyboard.press('Enter');
    await expect(card.locator('.tag-result')).toContainText(`Tagged #${number} to Seller onboarding; the label is sent once you are online again.`);
    await list.screenshot({ path: resolve('.artifacts/tagged-offline.png') });
    await waymark.context.setOffline(false);
    await expect(card.locator('.tag-result')).not.toContainText('online again');
    await card.getByRole('button', { name: /^Undo/ }).click();
    await expect(badge).not.toHaveAttribute('roadmap', 'seller-onboarding');
    expect(labelsOf(number)).toEqual(before);
    await list.close();
  });

  test('a roadmap item that was made with a tag goes with it when that is undone', async () => {
    const list = await openList();
    const { badge, number } = await someBadge(list);
    const before = labelsOf(number);
    const card = await openCard(list, badge);
    await card.getByRole('combobox', PICKER).fill('Gift cards for all');
    await card.getByRole('option', { name: /Gift cards for all/ }).click();
    await card.getByRole('button', { name: 'Create and tag' }).click();
    await expect(badge).toHaveAttribute('roadmap', 'gift-cards-for-all');
    await card.getByRole('button', { name: /^Undo/ }).click();
    await expect(card.getByText('Undone for 1 issue, and Gift cards for all is off the roadmap again.')).toBeAttached();
    await expect(badge).not.toHaveAttribute('roadmap', 'gift-cards-for-all');
    expect((await waymark.ask('roadmap', null)).items.map(({ item }) => item.id)).not.toContain('gift-cards-for-all');
    expect(labelsOf(number)).toEqual(before);
    await list.close();
  });

  test('a tag says its item and can be undone in the card; an item known only from a label is offered, taken and described', async () => {
    const list = await openList();
    const { badge, number } = await someBadge(list);
    const before = labelsOf(number);
    const card = await openCard(list, badge);
    const picker = card.getByRole('combobox', PICKER);
    await picker.fill('seller');
    await expect(card.getByRole('option', { name: /Seller onboarding/ })).toBeVisible();
    await list.keyboard.press('Enter');
    await expect(picker).toBeFocused();
    await expect(card.locator('.tag-result')).toContainText(`Tagged #${number} to Seller onboarding; the label is sent in a moment.`);
    await card.getByRole('button', { name: /^Undo/ }).click();
    await expect(badge).not.toHaveAttribute('roadmap', 'seller-onboarding');
    expect(labelsOf(number)).toEqual(before);

    await picker.fill('marketpl');
    await expect(card.getByRole('option', { name: /marketplace Known from a label/ })).toBeVisible();
    await list.keyboard.press('Enter');
    await expect(badge).toHaveAttribute('roadmap', 'marketplace');
    await card.getByRole('button', { name: 'Give it a title, an outcome and a horizon' }).click();
    const form = card.getByRole('form', { name: 'Roadmap item marketplace' });
    await form.getByLabel('Title').fill('Open the marketplace');
    await form.getByLabel(/^Outcome/).fill('20 sellers by June');
    await form.getByLabel('Later').check();
    await form.getByRole('button', { name: 'Add to the roadmap' }).click();
    await expect(card.getByText('20 sellers by June')).toBeVisible();
    await expect(badge.locator('.roadmap')).toHaveText('Open the marketplace');
    // One Escape closes the menu, the next one the card, also after an option has been chosen.
    await picker.fill('seller');
    await expect(card.getByRole('option', { name: /Seller onboarding/ })).toBeVisible();
    await list.keyboard.press('Escape');
    await expect(picker).toHaveAttribute('aria-expanded', 'false');
    await list.keyboard.press('Escape');
    await expect(card).toBeHidden();
    await list.close();
  });

  test('an export is a file without a token; a damaged one is refused with its place, a good one is described and then applied', async () => {
    const options = await openOptions();
    const [download] = await Promise.all([options.waitForEvent('download'), options.getByRole('button', { name: 'Download' }).click()]);
    expect(download.suggestedFilename()).toMatch(/^waymark-\d{4}-\d\d-\d\d\.json$/);
    const json = readFileSync(await download.path(), 'utf8');
    expect(json).toContain('Open the marketplace');
    expect(json).not.toContain('github_pat_');
    const choose = (text: string) => options.locator('input[type=file]').setInputFiles({ name: 'waymark.json', mimeType: 'application/json', buffer: Buffer.from(text) });
    await choose(json.slice(0, -30));
    await expect(options.getByText(/This file is not JSON/)).toBeVisible();
    await choose(json.replace('"horizon": "later"', '"horizon": "some day"'));
    await expect(options.getByText(/damaged at roadmap › \d › horizon\. *Nothing was changed/)).toBeVisible();
    await choose(json.replace('Open the marketplace', 'Marketplace for all').replaceAll(/"updatedAt": \d+/g, `"updatedAt": ${Date.now() + 1000}`));
    await expect(options.locator('.import-summary')).toContainText('The file holds the settings, 5 roadmap items');
    await options.getByRole('button', { name: 'Apply' }).click();
    await expect(options.locator('p', { hasText: 'Imported the settings, 5 roadmap items' })).toBeVisible();
    expect(await waymark.ask('findRoadmapItems', { text: 'marketplace' })).toMatchObject([{ id: 'marketplace', title: 'Marketplace for all' }]);
    await options.getByRole('button', { name: 'Show', exact: true }).click();
    await expect(options.getByLabel('Diagnostics')).toHaveValue(/github\.com fine-grained ok/);
    await options.close();
  });

  test('a goal edited in the popup is written into the milestone, and only its words change', async () => {
    const popup = await waymark.openOwn('popup.html');
    await popup.getByRole('button', { name: 'Edit the Sprint Goal' }).click();
    await expect(popup.getByText('Goes into the milestone’s description, as its “Sprint Goal” line, where the whole team sees it.')).toBeVisible();
    await popup.getByRole('textbox', { name: 'Sprint Goal' }).fill('Shoppers pay in two taps');
    await popup.keyboard.press('Control+Enter');
    await expect(popup.locator('p.goal')).toHaveText('Shoppers pay in two taps');
    await expect(popup.getByText('Waiting to be written into the milestone’s description.')).toBeVisible();
    await expect.poll(() => milestone('Sprint 24').description, { timeout: 20_000 }).toMatch(/^Sprint Goal: Shoppers pay in two taps/);
    await expect(popup.getByText('Waiting to be written into the milestone’s description.')).toBeHidden();
    await popup.close();
  });

  test('a tracker that breaks every answer is said to be out of reach, over what was read last; then all is well again', async () => {
    const popup = await waymark.openOwn('popup.html');
    world().behaviours.dropBody = 1000;
    await popup.getByRole('button', { name: 'Refresh from the tracker' }).click();
    await expect(popup.getByText('github.com could not be reached.')).toBeVisible();
    await expect(popup.getByText(/^Last known, read /)).toBeVisible();
    await expect(popup.locator('p.goal')).toHaveText('Shoppers pay in two taps');
    calm();
    await popup.getByRole('button', { name: 'Refresh from the tracker' }).click();
    await expect(popup.getByText('github.com could not be reached.')).toBeHidden({ timeout: 20_000 });
    await popup.close();
  });

  test('a write that the token may not make fails with its reason, is tried again on demand, and can be discarded', async () => {
    // Taken from it since it was given.
    const writer = world().tokens.get('github_pat_demo_writer')!;
    const { permissions } = writer;
    writer.permissions = { ...permissions, issues: 'read' };
    const list = await openList();
    const { badge, key, number } = await someBadge(list);
    await waymark.ask('tag', { keys: [key], item: 'faster-checkout' });
    const popup = await waymark.openOwn('popup.html');
    const failed = popup.getByRole('list', { name: 'Changes on their way' });
    await expect(failed).toContainText(/Not written:.*roadmap:/, { timeout: 30_000 });
    await expect(failed).toContainText(/issues.?=?.?write|may not|permission/i);
    const writes = () => waymark.tracker.requests.filter(({ method, path }) => method !== 'GET' && path.includes(`/issues/${number}/labels`)).length;
    const before = writes();
    await failed.getByRole('button', { name: 'Retry' }).first().click();
    await expect.poll(writes, { timeout: 20_000 }).toBeGreaterThan(before);
    // While it is being tried again it is no failure.
    await expect(failed.getByRole('button', { name: 'Discard' }).first()).toBeVisible();
    // One that is on its way cannot be given up: it is taken off the list, and comes back.
    await expect(async () => {
      await failed.getByRole('button', { name: 'Discard' }).first().click({ timeout: 1000 }).catch(() => undefined);
      await popup.waitForTimeout(700);
      expect(await failed.count()).toBe(0);
    }).toPass({ timeout: 20_000 });
    await expect(failed).toHaveCount(0);
    await expect(badge).not.toHaveAttribute('roadmap', 'faster-checkout');
    Object.assign(writer, { permissions });
    await popup.close();
    await list.close();
  });

  test('a token that may not write is told so when it is given, and what is tagged then stays in this browser', async () => {
    const options = await openOptions();
    const note = site(options).getByText('The token for github.com lacks Issues: read and write in acme/shop.');
    await site(options).getByRole('button', { name: 'Test', exact: true }).click();
    await expect(options.getByText('github.com works.')).toBeAttached();
    await expect(note).toHaveCount(0);
    await waymark.ask('connect', { host: 'github.com', token: 'github_pat_demo_reader' });
    await options.reload();
    await expect(note).toBeVisible();
    await options.screenshot({ path: resolve('.artifacts/token-that-reads.png') });
    await options.close();
    const list = await openList();
    const { badge, key, number } = await someBadge(list);
    const before = labelsOf(number);
    const card = await openCard(list, badge);
    await expect(card.locator('.picker-hint')).toContainText('the token for github.com lacks Issues: read and write');
    expect(await waymark.ask('tag', { keys: [key], item: 'faster-checkout' })).toMatchObject({ via: 'local' });
    await expect(badge).toHaveAttribute('roadmap', 'faster-checkout');
    await waymark.ask('tag', { keys: [key], item: null });
    expect(labelsOf(number)).toEqual(before);
    await list.close();
  });

  test('a token that the site revokes is named in the popup, with the way to a new one', async () => {
    world().tokens.get('github_pat_demo_reader')!.revoked = true;
    const popup = await waymark.openOwn('popup.html');
    await popup.getByRole('button', { name: 'Refresh from the tracker' }).click();
    await expect(popup.getByText('github.com no longer accepts the token.')).toBeVisible({ timeout: 20_000 });
    await expect(popup.getByRole('button', { name: 'Add a new token' })).toBeVisible();
    const options = await openOptions();
    await expect(site(options).getByText('Token refused', { exact: true })).toBeVisible();
    await options.close();
    await popup.close();
  });

  test('a removed token leaves what was read, after a question that Escape answers with no; forgetting the site erases it after saying what goes', async () => {
    const options = await openOptions();
    const question = options.getByRole('dialog', { name: 'Remove the token of github.com?' });
    for (const answer of ['Escape', 'Keep it'] as const) {
      await site(options).getByRole('button', { name: 'Remove token …' }).click();
      await expect(question).toContainText('cannot bring it back');
      if (answer === 'Escape') await options.keyboard.press('Escape');
      else await question.getByRole('button', { name: answer }).click();
      await expect(question).toBeHidden();
      await expect(site(options).getByRole('button', { name: 'Remove token …' })).toBeFocused();
    }
    await site(options).getByRole('button', { name: 'Remove token …' }).click();
    await question.getByRole('button', { name: 'Remove it' }).click();
    await expect(site(options).getByText('No token', { exact: true })).toBeVisible();
    await expect(site(options).getByRole('row', { name: /acme\/shop/ })).toBeVisible();
    await site(options).getByRole('button', { name: 'Forget this site …' }).click();
    const dialog = options.getByRole('dialog', { name: 'Forget github.com?' });
    await expect(dialog).toContainText('everything read from it: 1 project');
    await dialog.getByRole('button', { name: 'Keep it' }).click();
    await expect(site(options).getByRole('row', { name: /acme\/shop/ })).toBeVisible();
    await site(options).getByRole('button', { name: 'Forget this site …' }).click();
    await dialog.getByRole('button', { name: 'Forget github.com' }).click();
    await expect(site(options).getByText('No project read yet: open one on github.com.')).toBeVisible();
    expect((await waymark.ask('options', null)).store.issues).toBe(0);
    // Nor is anything left of what the popup showed.
    expect(await options.evaluate(() => Object.keys(localStorage))).toEqual([]);
    await options.close();
  });
});
