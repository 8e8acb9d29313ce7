import { expect, test } from '@playwright/test';
import { seriousFindings } from '../axe.ts';
import { badges, launch, type Waymark } from '../waymark.ts';
import { onGithub, PICKER } from './on-github.ts';

let waymark: Waymark;
const { world, milestone, calm, openList, popupOver, openOptions, site, giveToken, someBadge, labelsOf, openCard } = onGithub(() => waymark);

test.describe('without a token', () => {
  test.describe.configure({ mode: 'serial' });
  test.beforeAll(async () => {
    waymark = await launch();
  });
  test.afterAll(() => waymark.close());

  test('the first popup says what to open, and leads to the options', async () => {
    const popup = await waymark.openOwn('popup.html');
    await expect(popup.getByRole('heading', { name: 'Open a repository’s issues' })).toBeVisible();
    await expect(popup.getByText('This tab is not a page of a connected tracker.')).toBeVisible();
    const opened = waymark.context.waitForEvent('page');
    await popup.getByRole('button', { name: 'Add a token' }).first().click();
    await expect((await opened).getByRole('heading', { name: 'Connections' })).toBeVisible();
    await (await opened).close();
    await popup.close();
    const sprints = await waymark.openOwn('workspace.html#/sprints');
    await expect(sprints.getByRole('heading', { name: 'Open a repository’s issues' })).toBeVisible();
    // Nothing more comes by itself: what says to be busy is not read out.
    await expect(sprints.locator('main')).toHaveAttribute('aria-busy', 'false');
    await sprints.close();
  });

  test('over a list the popup shows the goal, recognises the page and tells what is left of the hour', async () => {
    const list = await openList();
    const popup = await popupOver(list);
    await expect(popup.getByText('Returning customers can pay in under thirty seconds.')).toBeVisible();
    await expect(popup.getByText(/^Issue list recognised, \d+ badges\.$/)).toBeVisible();
    await expect(popup.getByText(/of 60 anonymous requests left/)).toBeVisible();
    await popup.close();
    await list.close();
  });

  test('another milestone can be picked, and the nearest due date comes back', async () => {
    const popup = await waymark.openOwn('popup.html');
    const picker = popup.getByRole('combobox', { name: 'Milestone used as the sprint' });
    await picker.selectOption({ label: (await picker.locator('option', { hasText: 'Sprint 25' }).textContent()) ?? '' });
    await expect(popup.getByText('Sellers see their stock as customers see it.')).toBeVisible();
    await expect(popup.getByRole('link', { name: 'Sprint 25' })).toBeVisible();
    await picker.selectOption('');
    await expect(popup.getByText('Returning customers can pay in under thirty seconds.')).toBeVisible();
    await popup.close();
  });

  test('a goal edited without a token stays here, says so before and after, and is not written', async () => {
    const before = milestone('Sprint 24').description;
    const popup = await waymark.openOwn('popup.html');
    await popup.getByRole('button', { name: 'Edit the Sprint Goal' }).click();
    await expect(popup.getByText(/Kept in this browser\. Add a token for github\.com/)).toBeVisible();
    await popup.getByRole('textbox', { name: 'Sprint Goal' }).fill('Shoppers pay in two taps');
    await popup.getByRole('button', { name: 'Save' }).click();
    await expect(popup.locator('p.goal')).toHaveText('Shoppers pay in two taps');
    await expect(popup.getByText('Kept in this browser: your team does not see it.')).toBeVisible();
    expect(milestone('Sprint 24').description).toBe(before);
    await popup.close();
  });

  test('a project without a milestone says how a sprint is made', async () => {
    const api = world().repositories.find(({ name }) => name === 'api')!;
    api.milestones.clear();
    for (const issue of api.issues.values()) issue.milestone = null;
    const list = await waymark.open('https://github.com/acme/api/issues');
    await expect(badges(list).first()).toBeVisible();
    const popup = await popupOver(list);
    await expect(popup.getByRole('heading', { name: 'No sprint in view' })).toBeVisible();
    await expect(popup.getByRole('link', { name: 'Make a milestone' })).toHaveAttribute('href', 'https://github.com/acme/api/milestones/new');
    await popup.getByRole('combobox', { name: 'Project' }).selectOption('acme/shop');
    await expect(popup.locator('p.goal')).toHaveText('Shoppers pay in two taps');
    await popup.close();
    await list.close();
  });

  test('on a private repository the popup says that nothing is known, and what a token would do', async () => {
    const secret = await waymark.open('https://github.com/acme/secret/issues');
    const popup = await popupOver(secret);
    await expect(popup.getByRole('heading', { name: 'Nothing known here' })).toBeVisible();
    await expect(popup.getByRole('button', { name: 'Add a token that can read it' })).toBeVisible();
    expect(await badges(secret).count()).toBe(0);
    await popup.close();
    await secret.close();
  });

  test('a spent hour is explained with its end, and what is stored stays in view', async () => {
    world().allowances.set('address 127.0.0.1 core', { used: 60, resetAt: Date.now() + 1_500_000 });
    const popup = await waymark.openOwn('popup.html');
    await popup.getByRole('combobox', { name: 'Project' }).selectOption('acme/shop');
    await popup.getByRole('button', { name: 'Refresh from the tracker' }).click();
    await expect(popup.getByText(/github\.com asks Waymark to wait until (?:\d+ \w+, )?\d\d:\d\d\./)).toBeVisible();
    await expect(popup.getByText(/A token raises the limit/)).toBeVisible();
    await expect(popup.locator('p.goal')).toHaveText('Shoppers pay in two taps');
    calm();
    await popup.close();
  });

  test('a token that is refused or needs single sign-on is not kept, and the form says why', async () => {
    const options = await openOptions();
    await giveToken(options, 'ghp_revoked');
    await expect(site(options).getByText('github.com refused this token.')).toBeVisible();
    await giveToken(options, 'ghp_sso');
    await expect(site(options).getByText(/single sign-on|SAML|Authorise the token|Signed in as maya/).first()).toBeVisible();
    await options.close();
  });

  test('a tag that stays here says where it could be shared and leads there; with a token it is shared from the card, by keyboard', async () => {
    calm();
    await waymark.ask('removeToken', { host: 'github.com' });
    const list = await openList();
    const { badge, number } = await someBadge(list);
    const card = await openCard(list, badge);
    await card.getByRole('combobox', PICKER).fill('kept-here');
    await expect(card.getByRole('option', { name: /Create/ })).toBeVisible();
    await list.keyboard.press('Enter');
    await expect(card.getByLabel(/^Outcome/)).toBeFocused();
    await list.keyboard.press('Enter');
    await expect(card.getByText('Kept in this browser', { exact: true })).toBeVisible();
    expect(await seriousFindings(list, 'waymark-card')).toEqual([]);
    // A value that nobody has given yet is no mistake, and is not told as one.
    await card.getByRole('button', { name: 'Enter Demand by hand' }).press('Enter');
    await expect(card.getByRole('combobox', { name: 'Demand' })).toHaveValue('');
    expect(await card.locator(':invalid').count()).toBe(0);
    await list.keyboard.press('Escape');
    const [options] = await Promise.all([waymark.context.waitForEvent('page'), card.getByRole('button', { name: 'Open Waymark’s connections' }).press('Enter')]);
    await expect(options.getByRole('heading', { name: 'Connections' })).toBeVisible();
    await giveToken(options, 'github_pat_demo_writer');
    await expect(site(options).getByText('Works', { exact: true })).toBeVisible();
    await options.close();
    await list.bringToFront();
    expect(labelsOf(number)).not.toContain('roadmap:kept-here');
    await card.getByRole('button', { name: 'Share it with the team' }).press('Enter');
    await expect.poll(() => labelsOf(number), { timeout: 20_000 }).toContain('roadmap:kept-here');
    await expect(card.getByText('roadmap:kept-here', { exact: true })).toBeVisible();
    await list.close();
  });
});
