import { resolve } from 'node:path';
import { expect, test, type Locator, type Page } from '@playwright/test';
import type { IssueKey, ProjectKey } from '../../../lib/core/issue.ts';
import { seriousFindings } from '../axe.ts';
import { badges, launch, type Waymark } from '../waymark.ts';

const CLOUD = 'acme.atlassian.net';
const GITHUB = 'github.com/acme/shop' as ProjectKey;
const SHOP = `${CLOUD}/SHOP` as ProjectKey;
const OPS = `${CLOUD}/OPS` as ProjectKey;
const TOKEN = 'github_pat_demo_writer';

let waymark: Waymark;
const shop = () => waymark.tracker.world.repositories.find(({ name }) => name === 'shop')!;
const milestone = () => [...shop().milestones.values()].find(({ title }) => title === 'Sprint 24')!;
const marked = () => [...shop().issues.values()].filter(({ labels }) => labels.includes('sprint-goal')).map(({ number }) => number);
const cloud = () => waymark.tracker.world.jira.sites.find(({ host }) => host === CLOUD)!;
const section = (page: Page, name: string): Locator => page.getByRole('region', { name, exact: true });

async function openSprints(project: ProjectKey, look = ''): Promise<Page> {
  const page = await waymark.openOwn(`workspace.html#/sprints/${project}${look}`);
  await expect(page.locator('main.sprints')).toHaveAttribute('aria-busy', 'false', { timeout: 30_000 });
  return page;
}

async function signInToJira(): Promise<void> {
  await (await waymark.open(`https://${CLOUD}/__sign-in?as=maya`)).close();
}

test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
  waymark = await launch({ extension: resolve('.output/chrome-mv3-e2e') });
  expect((await waymark.ask('connect', { host: 'github.com', token: TOKEN })).ok).toBe(true);
  await signInToJira();
  const list = await waymark.open('https://github.com/acme/shop/issues');
  await expect(badges(list).first()).toBeVisible();
  await waymark.ask('describe', { keys: [`${SHOP}-1` as IssueKey], project: SHOP });
  for (const project of [GITHUB, SHOP]) await expect.poll(async () => { const view = await waymark.ask('popup', { project, board: null }); return view.syncedAt !== null && !view.syncing; }, { timeout: 60_000 }).toBe(true);
  await list.close();
});
test.afterAll(() => waymark.close());

test.describe('offline', () => {
  test.beforeAll(() => waymark.tracker.unplug());
  test.afterAll(() => waymark.tracker.mend());

  test('all sides of the page stand as they were read, and say why they are not renewed', async () => {
    const page = await openSprints(GITHUB);
    await page.getByRole('button', { name: 'Refresh from the tracker' }).press('Enter');
    await expect(page.getByText('github.com could not be reached. What you see is the last known state. Waymark tries again by itself.')).toBeVisible({ timeout: 20_000 });
    await expect(page.locator('p.sprint-goal-text')).toHaveText(/^Returning customers can pay in under thirty seconds\./);
    await expect(page.getByRole('img', { name: 'Burn-up' })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Refresh from the tracker' })).toBeEnabled();
    expect(await seriousFindings(page, null)).toEqual([]);
    await page.screenshot({ path: '.artifacts/sprints-offline.png', fullPage: true });
    await page.getByRole('link', { name: 'Ledger', exact: true }).press('Enter');
    await expect(page.getByRole('heading', { name: /Sprint 23/ }).first()).toBeVisible();
    await page.getByRole('link', { name: 'Past sprints and flow' }).press('Enter');
    await expect(page.getByRole('heading', { name: 'How work flows' })).toBeVisible();
    await expect(page.getByText('github.com could not be reached.')).toBeVisible();
    await page.close();
  });

  test('with the worker dead as well it opens from what is stored', async () => {
    await waymark.killWorker();
    const page = await openSprints(SHOP);
    await expect(page.locator('p.sprint-goal-text')).toHaveText(/^Returning customers can pay/);
    await page.close();
  });

  test('a goal and a mark wait as what they are, can be taken back, and are written once the tracker answers', async () => {
    const page = await openSprints(GITHUB);
    await page.getByRole('button', { name: 'Edit the Sprint Goal' }).press('Enter');
    await page.getByRole('textbox', { name: 'Sprint Goal' }).fill('Vouchers explain themselves');
    await page.getByRole('form', { name: 'Goals of the sprint' }).getByRole('button', { name: 'Save' }).press('Enter');
    await expect(page.locator('p.sprint-goal-text')).toHaveText('Vouchers explain themselves');
    await expect(page.getByText('Waiting to be written into the milestone’s description.')).toBeVisible();
    const marks = section(page, 'Which issues serve the goal');
    await marks.locator('tbody input[type=checkbox]').first().focus();
    await page.keyboard.press('g');
    await expect(marks.locator('.goal-toggle[aria-pressed=true]')).toHaveCount(1);
    await expect(section(page, 'Goal and other work').getByText('0 of 1 done')).toBeVisible();
    expect([marked(), milestone().description]).toEqual([[], expect.not.stringContaining('Vouchers explain themselves')]);
    expect(await seriousFindings(page, null)).toEqual([]);
    await page.screenshot({ path: '.artifacts/sprints-offline-waiting.png', fullPage: true });
    waymark.tracker.mend();
    await page.getByRole('button', { name: 'Refresh from the tracker' }).press('Enter');
    await expect.poll(() => [marked().length, milestone().description?.includes('Vouchers explain themselves')], { timeout: 90_000 }).toEqual([1, true]);
    await expect(page.getByText('Read from the milestone’s description.')).toBeVisible({ timeout: 30_000 });
    await expect(page.getByText('could not be reached')).toHaveCount(0);
    await page.close();
    waymark.tracker.unplug();
  });

  test('a project of which nothing has been read says so instead of seeming to read on for ever', async () => {
    await waymark.ask('describe', { keys: [`${OPS}-1` as IssueKey], project: OPS });
    const page = await waymark.openOwn(`workspace.html#/sprints/${OPS}`);
    await expect(page.getByRole('heading', { name: 'Nothing read yet' })).toBeVisible({ timeout: 30_000 });
    await expect(page.getByText(`${CLOUD} could not be reached. Nothing has been read of it yet. Waymark tries again by itself.`)).toBeVisible();
    await expect(page.locator('.skeleton')).toHaveCount(0);
    expect(await seriousFindings(page, null)).toEqual([]);
    await page.screenshot({ path: '.artifacts/sprints-offline-unread.png', fullPage: true });
    const popup = await waymark.openOwn('popup.html');
    await popup.setViewportSize({ width: 400, height: 600 });
    await popup.getByRole('combobox', { name: 'Project' }).selectOption(OPS);
    await expect(popup.getByRole('heading', { name: 'Nothing read yet' })).toBeVisible();
    await popup.screenshot({ path: '.artifacts/popup-offline-unread.png' });
    await popup.close();
    waymark.tracker.mend();
    await page.getByRole('button', { name: 'Try again' }).press('Enter');
    await expect(page.getByRole('heading', { name: 'Nothing read yet' })).toHaveCount(0, { timeout: 60_000 });
    await page.close();
  });
});

test.describe('signed out', () => {
  test('of Jira, the last known sprint stands with the way back in; a mark made meanwhile is written after it', async () => {
    await (await waymark.open(`https://${CLOUD}/__sign-out`)).close();
    await waymark.ask('refresh', { project: SHOP });
    const page = await openSprints(SHOP);
    await expect(page.getByText(`You are not signed in to ${CLOUD} in this browser.`)).toBeVisible({ timeout: 30_000 });
    await expect(page.getByRole('link', { name: `Sign in to ${CLOUD}` })).toHaveAttribute('href', `https://${CLOUD}/login.jsp`);
    await expect(page.locator('p.sprint-goal-text')).toHaveText(/^Returning customers can pay/);
    const marks = section(page, 'Which issues serve the goal');
    await marks.locator('tbody input[type=checkbox]').first().focus();
    await page.keyboard.press('g');
    await expect(marks.locator('.goal-toggle[aria-pressed=true]')).toHaveCount(1);
    expect(await seriousFindings(page, null)).toEqual([]);
    await page.screenshot({ path: '.artifacts/sprints-signed-out.png', fullPage: true });
    const labelled = () => [...cloud().issues.values()].filter(({ labels }) => labels.includes('sprint-goal')).length;
    expect(labelled()).toBe(0);
    // Nobody signs in faster, and sooner nobody is asked again.
    await page.waitForTimeout(2000);
    await signInToJira();
    await waymark.ask('describe', { keys: [`${SHOP}-1` as IssueKey], project: SHOP });
    await page.getByRole('button', { name: 'Refresh from the tracker' }).press('Enter');
    await expect.poll(labelled, { timeout: 90_000 }).toBe(1);
    await expect(page.getByText('You are not signed in')).toHaveCount(0);
    await page.close();
  });

  test('of GitHub, whose token was revoked, what was read stays, and a new token is one click away', async () => {
    waymark.tracker.world.tokens.get(TOKEN)!.revoked = true;
    const page = await openSprints(GITHUB);
    await page.getByRole('button', { name: 'Refresh from the tracker' }).press('Enter');
    await expect(page.getByText('github.com no longer accepts the token.')).toBeVisible({ timeout: 30_000 });
    await expect(page.locator('p.sprint-goal-text')).toHaveText('Vouchers explain themselves');
    expect(await seriousFindings(page, null)).toEqual([]);
    await page.screenshot({ path: '.artifacts/sprints-refused.png' });
    await page.bringToFront();
    await page.getByRole('button', { name: 'Add a new token' }).press('Enter');
    const inFront = () => page.evaluate(async () => (await (globalThis as unknown as { chrome: { tabs: { query(of: object): Promise<{ url?: string }[]> } } }).chrome.tabs.query({ active: true }))[0]?.url); // the types of the browser are not here
    await expect.poll(inFront).toMatch(/\/options\.html/);
    await page.close();
  });
});
