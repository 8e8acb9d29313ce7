import { expect, test, type Locator, type Page } from '@playwright/test';
import type { IssueKey } from '../../../lib/core/issue.ts';
import { prepareDemo } from '../../tools/demo.ts';
import { listen } from '../heard.ts';
import { badges, launch, type Waymark } from '../waymark.ts';
import { fillDisk } from './fill-disk.ts';
import { onGithub, PICKER } from './on-github.ts';
import { openRoadmapOf } from './roadmap-page.ts';

let waymark: Waymark;
const { world, openList, someBadge, openCard, labelsOf, giveToken, openOptions } = onGithub(() => waymark);

test.beforeAll(async () => {
  waymark = await launch();
  await prepareDemo(waymark);
});
test.afterAll(() => waymark?.close());

/** All that was heard, as it grows. */
async function ear(page: Page, host: string | null) {
  const told = await listen(page, host);
  // A card that had to be waited for says what it is about, once it is there.
  const about = host === 'waymark-card' ? await page.locator(host).locator('h2').first().innerText() : null;
  const heard = async () => (await told()).filter((words) => words !== about);
  const all: string[] = [];
  return {
    expect: (words: readonly (string | RegExp)[], timeout = 15_000) => expect.poll(async () => { all.push(...await heard()); return all; }, { timeout }).toEqual(words.map((one) => (typeof one === 'string' ? one : expect.stringMatching(one)))),
    /** Long enough for whatever would say it again. */
    async silence(): Promise<void> { await page.waitForTimeout(600); const before = all.length; all.push(...await heard()); expect(all.slice(before)).toEqual([]); },
    forget: async () => { await heard(); all.length = 0; },
  };
}

async function tagTo(page: Page, card: Locator, text: string, option: RegExp): Promise<void> {
  await card.getByRole('combobox', PICKER).fill(text);
  await expect(card.getByRole('option', { name: option })).toBeVisible();
  await page.keyboard.press('Enter');
}

test('a tag is told once: when it is made, when it has been sent, when it is undone; and a second value though its words are the same', async () => {
  const list = await openList();
  const { badge, number } = await someBadge(list);
  const before = labelsOf(number);
  const card = await openCard(list, badge);
  const ears = await ear(list, 'waymark-card');
  await tagTo(list, card, 'seller', /Seller onboarding/);
  await ears.expect(['Tagged 1 issue to Seller onboarding; the label is sent in a moment.']);
  await card.getByRole('button', { name: /^Undo/ }).click();
  await ears.expect(['Tagged 1 issue to Seller onboarding; the label is sent in a moment.', 'Undone for 1 issue.']);
  expect(labelsOf(number)).toEqual(before);
  await ears.silence();

  await ears.forget();
  await tagTo(list, card, 'seller', /Seller onboarding/);
  await ears.expect([/^Tagged 1 issue to Seller onboarding/, `Sent: Adds the label roadmap:seller-onboarding to acme/shop#${number}.`], 30_000);
  expect(labelsOf(number)).toContain('roadmap:seller-onboarding');
  await ears.silence();

  await ears.forget();
  for (const times of [1, 2]) {
    await card.getByRole('button', { name: 'Enter Demand by hand' }).click();
    await card.getByRole('row', { name: /^Demand/ }).getByRole('combobox').selectOption({ index: times });
    await card.getByRole('row', { name: /^Demand/ }).getByRole('button', { name: 'Save' }).click();
    await ears.expect(Array.from({ length: times }, () => 'Saved; the score is computed anew.'));
  }
  await ears.silence();
  await list.close();
});

test('what the picker would take is told by its option’s own name, and that there is none', async () => {
  const list = await openList();
  const { badge } = await someBadge(list);
  const card = await openCard(list, badge);
  const picker = card.getByRole('combobox', PICKER);
  const marked = () => picker.evaluate((input) => {
    const root = input.getRootNode() as ShadowRoot;
    const id = input.getAttribute('aria-activedescendant') ?? '';
    return [id, root.getElementById(id)?.textContent ?? ''] as const;
  });
  await picker.fill('seller');
  await expect.poll(async () => (await marked())[1]).toContain('Seller onboarding');
  const [seller] = await marked();
  await picker.fill('trusted');
  await expect.poll(async () => (await marked())[1]).toContain('Trusted payments');
  const [trusted] = await marked();
  // Another option is another element to a screen reader: by its place alone it would be the same, and silent.
  expect(trusted).not.toBe(seller);
  await list.close();
});

test('what is refused is told once, where it was asked for', async () => {
  const list = await openList();
  const { badge } = await someBadge(list);
  const card = await openCard(list, badge);
  const page = await openRoadmapOf(waymark);
  const giveRoom = await fillDisk(waymark);
  const FULL = /^The disk is full: Waymark could not keep this\./;
  await list.bringToFront();
  const ears = await ear(list, 'waymark-card');
  await tagTo(list, card, 'trusted', /Trusted payments/);
  await ears.expect([FULL]);
  await ears.silence();
  await ears.forget();
  await card.getByRole('combobox', PICKER).fill('Something quite new');
  await expect(card.getByRole('option', { name: /Create/ })).toBeVisible();
  await list.keyboard.press('Enter');
  await expect(card.getByLabel(/^Outcome/)).toBeFocused();
  await list.keyboard.press('Enter');
  await expect(card.getByRole('form').getByText(FULL)).toBeVisible();
  await ears.expect([FULL]);
  await ears.silence();
  await list.close();

  await page.bringToFront();
  const beside = await ear(page, null);
  await page.getByRole('button', { name: 'New item' }).click();
  await page.getByRole('dialog').getByLabel('Title').fill('Pay later');
  await page.keyboard.press('Enter');
  await beside.expect([FULL]);
  await expect(page.getByText(FULL)).toHaveCount(1);
  await beside.silence();
  await giveRoom();
  await page.close();
});

test('on the roadmap a move is told once, and what is saved in a sheet is told in it, for the page behind it is not heard', async () => {
  const page = await openRoadmapOf(waymark);
  const ears = await ear(page, null);
  const title = page.getByRole('button', { name: 'Faster checkout', exact: true });
  await title.focus();
  await page.keyboard.press('Shift+ArrowRight');
  await ears.expect(['Faster checkout moved to Next.']);
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await ears.expect(['Faster checkout moved to Next.', 'Undone.']);
  await ears.silence();

  await ears.forget();
  await title.click();
  const sheet = page.getByRole('dialog', { name: 'Faster checkout' });
  await sheet.getByRole('button', { name: 'Edit', exact: true }).click();
  await sheet.getByLabel('Theme').fill('Growth');
  await sheet.getByRole('button', { name: 'Save' }).click();
  await ears.expect(['Faster checkout is saved.']);
  await page.keyboard.press('Escape');
  await expect(sheet).toBeHidden();
  await ears.silence();

  await ears.forget();
  await page.getByRole('button', { name: 'New item' }).click();
  await page.getByRole('dialog').getByLabel('Title').fill('Gift cards');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toBeHidden();
  await ears.expect(['Gift cards is on the roadmap.']);
  await page.close();
});

test('a write that the token may not make is told when it fails, once', async () => {
  // Taken from the token since it was given.
  world().tokens.get('github_pat_demo_writer')!.permissions = { issues: 'read', metadata: 'read' };
  const list = await openList();
  await someBadge(list);
  // One that has no tag yet: another's label would have to come off as well.
  const issue = await badges(list).and(list.locator(':not([roadmap])')).first().getAttribute('issue') ?? '';
  const key = issue.toLowerCase() as IssueKey;
  const card = await openCard(list, list.locator(`waymark-badge[issue="${issue}"]`));
  const ears = await ear(list, 'waymark-card');
  await waymark.ask('tag', { keys: [key], item: 'faster-checkout' });
  await ears.expect([/^Not written: .*roadmap:/], 30_000);
  await expect(card.getByRole('list', { name: 'Changes on their way' })).toContainText('Not written:');
  await ears.silence();
  await list.close();
});

test('a token that is refused in the options is told each time', async () => {
  const options = await openOptions();
  const heard = await listen(options, null);
  const all: string[] = [];
  for (const times of [1, 2]) {
    await giveToken(options, 'github_pat_wrong');
    // The preview of ranks may be told of meanwhile.
    await expect.poll(async () => { all.push(...await heard()); return all.filter((words) => /token/i.test(words)).length; }, { timeout: 15_000 }).toBe(times);
  }
  await options.close();
});

test('an import is told at each step: that it is checked, what is in it, that it is done', async () => {
  const options = await openOptions();
  const exported = await waymark.ask('exportData', null);
  // A region that comes together with its words is silent in most screen readers: the one that tells is there before.
  await expect(options.locator('#data output')).toHaveCount(1);
  const heard = await listen(options, null);
  const all: string[] = [];
  const expectHeard = async (words: RegExp) => expect.poll(async () => { all.push(...await heard()); return all.filter((one) => words.test(one)).length; }).toBe(1);
  await options.getByLabel('Choose a file').setInputFiles({ name: 'export.json', mimeType: 'application/json', buffer: Buffer.from(exported.json) });
  await expectHeard(/ It is laid over what is here\.$/);
  await options.getByRole('button', { name: 'Apply' }).press('Enter');
  await expectHeard(/^Imported the settings/);
  await options.close();
});
