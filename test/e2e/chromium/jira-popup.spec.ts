import { resolve } from 'node:path';
import { expect, test, type Locator, type Page } from '@playwright/test';
import type { IssueKey, ProjectKey } from '../../../lib/core/issue.ts';
import { seriousFindings } from '../axe.ts';
import { launch, type Waymark } from '../waymark.ts';

const CLOUD = 'acme.atlassian.net';
const SERVER = 'jira.acme.example';
const SHOP = `${CLOUD}/SHOP` as ProjectKey;
const OPS = `${CLOUD}/OPS` as ProjectKey;

test.describe.configure({ mode: 'serial' });

let waymark: Waymark;
let tab: Page;
const cloud = () => waymark.tracker.world.jira.sites.find(({ host }) => host === CLOUD)!;
const goalAt = (title: string) => [...cloud().sprints.values()].find(({ name }) => name === title)?.goal;

test.beforeAll(async () => {
  // The build for tests may be on a host whose permission prompt nobody can click here.
  waymark = await launch({ extension: resolve('.output/chrome-mv3-e2e') });
  tab = await waymark.open(`https://${CLOUD}/__sign-in?as=maya`);
});
test.afterAll(() => waymark.close());

/** As an overlay asks when one of the project's issues is on a page. */
async function visit(project: ProjectKey): Promise<void> {
  await waymark.ask('describe', { keys: [`${project}-1` as IssueKey], project });
  await expect.poll(async () => (await waymark.ask('options', null)).connections.flatMap(({ projects }) => projects).find(({ key }) => key === project)?.syncedAt ?? null, { timeout: 30_000 }).not.toBeNull();
}

async function openPopup(): Promise<Page> {
  const popup = await waymark.openOwn('popup.html');
  await popup.setViewportSize({ width: 380, height: 600 });
  await expect(popup.locator('.popup-foot')).toBeVisible();
  return popup;
}

async function openOptions(path = 'options.html'): Promise<Page> {
  const page = await waymark.openOwn(path);
  await expect(page.getByRole('heading', { name: 'Connections' })).toBeVisible();
  return page;
}

const site = (options: Page, host: string): Locator => options.getByRole('article', { name: host });

test('the popup shows the goal as Jira holds it, read by the browser’s own session with nothing set up', async () => {
  await visit(SHOP);
  const popup = await openPopup();
  await expect(popup.locator('p.goal')).toHaveText(/^Returning customers can pay in under thirty seconds\. Express checkout/);
  await expect(popup.getByRole('link', { name: 'Shop Sprint 24' })).toBeVisible();
  await expect(popup.getByText(/working days? left/).first()).toBeVisible();
  await expect(popup.getByText('as Maya Lindqvist')).toBeVisible();
  expect(await seriousFindings(popup, null)).toEqual([]);
  await popup.close();
});

test('sprints that run at once are all there; the one that is picked stays picked', async () => {
  const popup = await openPopup();
  const running = popup.getByRole('region', { name: /Also running/ });
  await expect(running.getByRole('link', { name: 'Checkout Sprint 9' })).toBeVisible();
  await running.getByRole('button', { name: /^Ours.*Checkout Sprint 9/ }).press('Enter');
  await expect(popup.locator('p.goal')).toHaveText(/^Guests can pay with a passkey/);
  await expect(popup.getByRole('heading', { name: 'Sprint Goal', exact: true })).toBeFocused();
  await expect(popup.getByRole('region', { name: /Also running/ }).getByRole('link', { name: 'Shop Sprint 24' })).toBeVisible();
  await popup.reload();
  await expect(popup.locator('p.goal')).toHaveText(/^Guests can pay with a passkey/);
  await popup.close();
});

test('an edited goal is written into the sprint in Jira', async () => {
  const popup = await openPopup();
  await popup.getByRole('button', { name: 'Edit the Sprint Goal' }).click();
  await expect(popup.getByText('Goes into the sprint’s goal in Jira, where the whole team sees it.')).toBeVisible();
  await popup.getByRole('textbox', { name: 'Sprint Goal' }).fill('Guests pay in two taps');
  await popup.getByRole('button', { name: 'Save' }).click();
  await expect(popup.locator('p.goal')).toHaveText('Guests pay in two taps');
  await expect.poll(() => goalAt('Checkout Sprint 9'), { timeout: 40_000 }).toBe('Guests pay in two taps');
  await popup.close();
});

test('a Kanban project has no sprints: the popup says so and shows how its work flows', async () => {
  await visit(OPS);
  const popup = await openPopup();
  await popup.getByRole('combobox', { name: 'Project' }).selectOption('OPS');
  await expect(popup.getByRole('heading', { name: 'Operations has no sprints' })).toBeVisible();
  await expect(popup.getByText(/finished a week \(n = \d+ in 12 weeks\)/)).toBeVisible();
  const ages = await popup.evaluate(() => [...document.querySelectorAll('.line-note')].map((note) => Number(/(\d+) day/.exec(note.textContent)?.[1] ?? 0)));
  expect(ages.length).toBeGreaterThan(2);
  expect(ages).toEqual(ages.toSorted((a, b) => b - a));
  expect(await seriousFindings(popup, null)).toEqual([]);
  await popup.close();
});

test('one list switches between projects of both trackers, each under its site', async () => {
  await waymark.ask('describe', { keys: ['github.com/acme/shop#1' as IssueKey], project: 'github.com/acme/shop' as ProjectKey });
  const popup = await openPopup();
  const picker = popup.getByRole('combobox', { name: 'Project' });
  await expect.poll(() => picker.locator('optgroup').evaluateAll((groups) => groups.map((group) => group.getAttribute('label')).toSorted())).toEqual(['GitHub', CLOUD]);
  await picker.selectOption('acme/shop');
  await expect(popup.getByRole('combobox', { name: 'Milestone used as the sprint' })).toBeVisible();
  await picker.selectOption('SHOP');
  await expect(popup.locator('p.goal')).toHaveText('Guests pay in two taps');
  await popup.close();
});

test('a Data Center is connected by any address of it, by session or by token', async () => {
  await tab.goto(`https://${SERVER}/jira/__sign-in?as=maya`);
  const options = await openOptions(`options.html?connect=${encodeURIComponent(`https://${SERVER}/jira/browse/SHOP-1`)}#connections`);
  await expect(options.getByRole('radio', { name: /Use my browser’s sign-in/ })).toBeChecked();
  await options.getByRole('button', { name: 'Connect', exact: true }).click();
  const box = site(options, SERVER);
  await expect(box.getByText('Jira Data Center')).toBeVisible();
  await expect(box.getByText('Signed in', { exact: true })).toBeVisible();

  await box.getByRole('button', { name: 'Use a token …' }).click();
  await box.getByLabel('Token', { exact: true }).fill('dc-pat-revoked');
  await box.getByRole('button', { name: 'Check and save' }).click();
  await expect(box.getByText(`${SERVER} refused this token.`)).toBeVisible();
  // Another way in is chosen: the page keeps no token that nobody can see.
  await box.getByRole('radio', { name: 'Use my browser’s sign-in' }).check();
  await box.getByRole('radio', { name: 'Personal access token' }).check();
  await expect(box.getByLabel('Token', { exact: true })).toHaveValue('');
  await box.getByLabel('Token', { exact: true }).fill('dc-pat-writer');
  await box.getByRole('button', { name: 'Check and save' }).click();
  await expect(box.getByRole('button', { name: 'Remove token …' })).toBeVisible();
  expect(await seriousFindings(options, null)).toEqual([]);
  await options.close();
});

test('Cloud takes an email address and a token, with scopes or without; what the account lacks is named', async () => {
  const options = await openOptions();
  const box = site(options, CLOUD);
  const give = async (email: string, token: string) => {
    const opener = box.getByRole('button', { name: /Use a token|Replace token/ });
    if ((await opener.getAttribute('aria-expanded')) === 'false') await opener.click();
    await box.getByLabel('Email address of the account').fill(email);
    await box.getByLabel('API token', { exact: true }).fill(token);
    await box.getByRole('button', { name: 'Check and save' }).click();
  };
  await give('maya@acme.example', 'ATATT-demo-revoked');
  await expect(box.getByText(`${CLOUD} refused this email address and token.`)).toBeVisible();
  await give('retail-rita@acme.example', 'ATATT-demo-reader');
  await expect(box.getByText('The token lacks: Edit issues.')).toBeVisible();
  await give('maya@acme.example', 'ATATT-demo-scoped');
  await expect(box.getByText('The token lacks', { exact: false })).toBeHidden();
  await expect(box.getByText(/Signed in as Maya Lindqvist/)).toBeVisible();
  await box.getByRole('button', { name: 'Remove token …' }).click();
  await options.getByRole('dialog', { name: `Remove the token of ${CLOUD}?` }).getByRole('button', { name: 'Remove it' }).click();
  await expect(box.getByRole('button', { name: 'Use a token …' })).toBeVisible();
  await options.close();
});

test('signed out, popup and options say so, with the way back in', async () => {
  await tab.goto(`https://${CLOUD}/__sign-out`);
  const options = await openOptions();
  await site(options, CLOUD).getByRole('button', { name: 'Test', exact: true }).click();
  await expect(site(options, CLOUD).getByText(`You are not signed in to ${CLOUD} in this browser.`).first()).toBeVisible();
  await options.close();
  await waymark.ask('refresh', { project: SHOP });
  await expect.poll(async () => (await waymark.ask('popup', { project: SHOP, board: null })).problem?.kind, { timeout: 30_000 }).toBe('signed-out');
  const popup = await openPopup();
  await popup.getByRole('combobox', { name: 'Project' }).selectOption('SHOP');
  await expect(popup.getByText(`You are not signed in to ${CLOUD} in this browser.`)).toBeVisible();
  await expect(popup.getByRole('link', { name: `Sign in to ${CLOUD}` }).first()).toHaveAttribute('href', `https://${CLOUD}/login.jsp`);
  expect(await seriousFindings(popup, null)).toEqual([]);
  await popup.close();
});
