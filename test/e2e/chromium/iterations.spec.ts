import { expect, test, type Page } from '@playwright/test';
import type { IssueKey, ProjectKey } from '../../../lib/core/issue.ts';
import { seriousFindings } from '../axe.ts';
import { planInto } from '../../tracker/edit/plan.ts';
import { startTracker } from '../../tracker/server.ts';
import { demoWorld } from '../../tracker/world.ts';
import { launch, type Waymark } from '../waymark.ts';

const SHOP = 'github.com/acme/shop' as ProjectKey;
const DAY = 86_400_000;

test.describe.configure({ mode: 'serial' });

let waymark: Waymark;
test.beforeAll(async () => {
  waymark = await launch({ tracker: await startTracker({ world: demoWorld({ plans: true }) }) });
  await waymark.ask('connect', { host: 'github.com', token: 'ghp_demo_writer' });
});
test.afterAll(() => waymark.close());

const plan = (number: number) => waymark.tracker.world.plans.find((one) => one.number === number && one.ownerKind === 'Organization')!;
const now = () => `${new Date().toISOString().slice(0, 19)}Z`;
const day = (offset: number) => new Date(Date.now() + offset * DAY).toISOString().slice(0, 10);
/** Issues of the plan in an iteration, done and in all; what was closed without being done is neither. */
function counted(iteration: string): string {
  const shop = waymark.tracker.world.repositories.find(({ name }) => name === 'shop');
  const issues = plan(1).items.filter((item) => item.iteration === iteration && item.repository === 'acme/shop' && item.archivedAt === null).flatMap(({ number }) => shop?.issues.get(number ?? 0) ?? []).filter(({ state, stateReason }) => state === 'open' || stateReason === 'completed');
  return `${issues.filter(({ state }) => state === 'closed').length} of ${issues.length} done`;
}

async function openPopup(): Promise<Page> {
  const popup = await waymark.openOwn('popup.html');
  await popup.setViewportSize({ width: 380, height: 600 });
  await expect(popup.locator('.popup-foot')).toBeVisible();
  return popup;
}

const read = async () => (await waymark.ask('popup', { project: SHOP, board: null }));
/** A refresh may meet a walk that is under way and has the list already: it is asked for again, as a person would. */
async function refreshed(): Promise<Awaited<ReturnType<typeof read>>> {
  await waymark.ask('refresh', { project: SHOP });
  await expect.poll(async () => (await read()).syncing, { timeout: 30_000 }).toBe(false);
  return read();
}

test('the popup shows the iteration that runs as the current sprint: title, dates, days left, progress', async () => {
  plan(2).closedAt = now();
  await waymark.ask('describe', { keys: [`${SHOP}#1` as IssueKey], project: SHOP });
  await expect.poll(async () => (await read()).sprint?.sprint.title, { timeout: 30_000 }).toBe('Iteration 10');
  await expect.poll(async () => { const { sprint } = await read(); return `${sprint?.issues.done} of ${sprint?.issues.total} done`; }, { timeout: 30_000 }).toBe(counted('cfc16e4d'));
  const popup = await openPopup();
  await expect(popup.getByRole('link', { name: 'Iteration 10' })).toHaveAttribute('href', 'https://github.com/orgs/acme/projects/1');
  await expect(popup.getByText(/working days? left|Last day|Over/).first()).toBeVisible();
  await expect(popup.locator('.sprint-line')).toContainText('ends ');
  await expect(popup.locator('.sprint-origin')).toContainText(/^Project Shop delivery · began /);
  await expect(popup.getByText(counted('cfc16e4d'))).toBeVisible();
  await expect(popup.locator('.verdict .goal-health')).toBeVisible();
  await expect(popup.getByRole('img', { name: 'Burn-up' })).toBeVisible();
  expect(await seriousFindings(popup, null)).toEqual([]);
  await popup.close();
});

test('a milestone can be picked instead, and the iteration again', async () => {
  const popup = await openPopup();
  const picker = popup.getByRole('combobox', { name: /Iteration or milestone/ });
  await picker.selectOption({ label: (await picker.locator('option').allTextContents()).find((label) => label.startsWith('Sprint 24')) ?? '' });
  await expect(popup.getByRole('link', { name: 'Sprint 24' })).toBeVisible();
  await picker.selectOption('');
  await expect(popup.getByRole('link', { name: 'Iteration 10' })).toBeVisible();
  await popup.close();
});

test('an issue that is moved out of the iteration leaves its progress at the next look', async () => {
  const item = plan(1).items.find(({ iteration, repository, number, archivedAt }) => iteration === 'cfc16e4d' && repository === 'acme/shop' && number !== null && archivedAt === null);
  planInto(plan(1), 'acme/shop', item?.number ?? 0, 'd4e5f607', new Date(Date.now() + 5000).toISOString().replace(/\.\d+/, ''));
  await expect.poll(async () => { const { sprint } = await refreshed(); return `${sprint?.issues.done} of ${sprint?.issues.total} done`; }, { timeout: 30_000 }).toBe(counted('cfc16e4d'));
});

test('in a week off the popup says when the next sprint starts', async () => {
  const running = plan(1).iterations.find(({ id }) => id === 'cfc16e4d')!;
  Object.assign(running, { startDate: day(-18), duration: 14 });
  plan(1).updatedAt = new Date(Date.now() + 9000).toISOString().replace(/\.\d+/, '');
  await expect.poll(async () => (await refreshed()).between?.before.title, { timeout: 30_000 }).toBe('Iteration 11');
  const popup = await openPopup();
  await expect(popup.getByRole('heading', { name: 'Between two sprints' })).toBeVisible();
  await expect(popup.getByText(/starts on .*, in 17 days/)).toBeVisible();
  expect(await seriousFindings(popup, null)).toEqual([]);
  await popup.close();
});

test('nothing of a Project was ever written', () => {
  expect(waymark.tracker.world.planWrites).toBe(0);
  expect(waymark.tracker.requests.filter(({ path, method }) => path.includes('projectsV2') && method !== 'GET')).toEqual([]);
});

test('a token that may not read Projects leaves the milestone in the popup and says so in the options', async () => {
  await waymark.ask('forgetSite', { host: 'github.com' });
  await waymark.ask('connect', { host: 'github.com', token: 'ghp_demo_repo_only' });
  await waymark.ask('describe', { keys: [`${SHOP}#1` as IssueKey], project: SHOP });
  await expect.poll(async () => (await read()).sprint?.sprint.title, { timeout: 30_000 }).toBe('Sprint 24');
  await expect.poll(async () => (await waymark.ask('options', null)).connections.find(({ host }) => host === 'github.com')?.planningNeeds, { timeout: 30_000 }).toBe('read:project');
  expect((await read()).problem).toBeNull();
  const options = await waymark.openOwn('options.html');
  await expect(options.getByText('The token may not read Projects, so milestones alone are sprints.', { exact: false })).toBeVisible();
  await options.close();
});
