import { expect, test, type Page } from '@playwright/test';
import { seriousFindings } from '../axe.ts';
import { badges, launch, type Waymark } from '../waymark.ts';
import { listenAsPage } from './overlay-expectations.ts';

const LINE = 'waymark-line';
const BOARD = 'https://acme.atlassian.net/jira/software/c/projects/SHOP/boards/1';

let waymark: Waymark;
const shop = () => waymark.tracker.world.repositories.find(({ name }) => name === 'shop')!;
const milestone = (title: string): string => `https://github.com/acme/shop/milestone/${[...shop().milestones.values()].find((one) => one.title === title)!.number}`;
const row = (page: Page, label: 'Sprint Goal' | 'Roadmap item') => page.locator(LINE).getByRole('region', { name: `Waymark: ${label}` });
const count = (page: Page) => page.locator(LINE).count();

test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
  waymark = await launch();
  await waymark.ask('connect', { host: 'github.com', token: 'github_pat_demo_writer' });
  await (await waymark.open('https://acme.atlassian.net/__sign-in?as=maya&to=/jira/for-you')).close();
  const list = await waymark.open('https://github.com/acme/shop/issues');
  await expect(badges(list).first()).toBeVisible();
  const item = { outcome: 'Returning customers pay in thirty seconds', declared: { health: 'on-track', note: '', on: null } } as const;
  await waymark.ask('saveRoadmapItem', { item: { ...item, id: 'two-taps', title: 'Pay in two taps', horizon: null, window: { from: '2026-11-01', to: '2026-12-20' }, belongs: [{ milestone: 'Sprint 24', project: 'acme/shop' }] } as never, former: null });
  await waymark.ask('saveRoadmapItem', { item: { ...item, id: 'checkout', title: 'Faster checkout', horizon: 'now', belongs: [{ parent: 'SHOP-12' }] }, former: null });
  await list.close();
});
test.afterAll(() => waymark?.close());
test.afterEach(async () => {
  for (const page of waymark.context.pages()) if (page.url().startsWith('https:') || page.url().includes('workspace.html')) await page.close();
});

test('a milestone has one line that says which roadmap item it is, how it goes and why, and one for its goal', async () => {
  const page = await waymark.open(milestone('Sprint 24'));
  await expect(row(page, 'Roadmap item')).toBeVisible();
  await expect(row(page, 'Roadmap item')).toContainText(/Pay in two taps.*(On track|At risk|Off track|Inactive).*1 Nov – 20 Dec 2026.*\d+ of \d+ issues done/);
  await expect(row(page, 'Sprint Goal')).toContainText(/Returning customers can pay.*Sprint 24.*(working days? left|last day|over).*\d+ of \d+ issues done/);
  expect(await count(page)).toBe(1);
  expect(await seriousFindings(page, LINE)).toEqual([]);
});

test('a milestone that no item names and that is not the sprint which runs has none', async () => {
  const page = await waymark.open(milestone('Marketplace 2.0'));
  await expect(badges(page).first()).toBeVisible();
  await page.waitForTimeout(1500);
  expect(await count(page)).toBe(0);
});

test('the line takes its own height from the page and nothing else moves', async () => {
  const page = await waymark.open(milestone('Sprint 24'));
  await expect(row(page, 'Roadmap item')).toBeVisible();
  await page.waitForTimeout(1000);
  const [height, shifts, widths] = await page.evaluate((name) => {
    const line = document.querySelector(name);
    const places = () => [...document.querySelectorAll('h1, main li h3, header')].map((one) => one.getBoundingClientRect());
    const own = line?.getBoundingClientRect().height ?? 0;
    const before = places();
    line?.remove();
    const after = places();
    return [own, [...new Set(before.map(({ y }, index) => Math.round(y - (after[index]?.y ?? 0))))], before.every(({ width, x }, index) => width === after[index]?.width && x === after[index]?.x)] as const;
  }, LINE);
  expect(height).toBeGreaterThan(30);
  expect(height).toBeLessThan(90);
  expect(shifts.filter((shift) => shift !== 0)).toEqual([Math.round(height)]);
  expect(widths).toBe(true);
});

test('it returns, once, when the page takes it away or draws itself anew, and leaves with the page', async () => {
  const page = await waymark.open(milestone('Sprint 24'));
  await expect(row(page, 'Roadmap item')).toBeVisible();
  await page.evaluate(async (name) => {
    for (let time = 0; time < 10; time += 1) {
      document.querySelector(name)?.remove();
      await new Promise((resolve) => setTimeout(resolve, 120));
    }
  }, LINE);
  await expect(row(page, 'Roadmap item')).toBeVisible();
  await page.evaluate(() => {
    const main = document.querySelector('main')!;
    main.replaceWith(main.cloneNode(true));
  });
  await expect(row(page, 'Roadmap item')).toBeVisible();
  expect(await count(page)).toBe(1);
  await page.evaluate(() => {
    history.pushState(null, '', '/acme/shop/issues');
    document.dispatchEvent(new Event('soft-nav:end'));
  });
  await expect(page.locator(LINE)).toHaveCount(0);
  await page.evaluate(() => history.back());
  await expect(row(page, 'Roadmap item')).toBeVisible();
});

test('its button opens the roadmap at the item, and what happens on it stays there', async () => {
  const page = await waymark.open(milestone('Sprint 24'));
  await expect(row(page, 'Roadmap item')).toBeVisible();
  const heard = await listenAsPage(page);
  const opened = waymark.context.waitForEvent('page');
  await row(page, 'Roadmap item').getByRole('button', { name: 'Open roadmap: Pay in two taps' }).focus();
  await page.keyboard.press('c');
  await page.keyboard.press('Enter');
  const workspace = await opened;
  await expect(workspace.getByRole('dialog', { name: 'Pay in two taps' })).toBeVisible();
  expect(((await heard()) as string[]).filter((type) => type.startsWith('key'))).toEqual([]);
});

for (const [name, url, text] of [
  ['the list of milestones', 'https://github.com/acme/shop/milestones', 'Sprint 24'],
  ['a GitHub board of several repositories', 'https://github.com/orgs/acme/projects/1/views/1', 'Sprint 24'],
  ['a Jira board', BOARD, 'Shop Sprint 24'],
  ['a Jira backlog', `${BOARD}/backlog`, 'Shop Sprint 24'],
] as const) {
  test(`the goal stands above ${name}`, async () => {
    const page = await waymark.open(url);
    await expect(row(page, 'Sprint Goal')).toContainText('Returning customers can pay', { timeout: 30_000 });
    await expect(row(page, 'Sprint Goal').getByRole('link')).toHaveText(text);
    await expect(page.locator(LINE).getByRole('region')).toHaveCount(1);
    expect(await seriousFindings(page, LINE)).toEqual([]);
  });
}

test('the page of a Jira epic says which roadmap item it is; its children say nothing', async () => {
  const epic = await waymark.open('https://acme.atlassian.net/browse/SHOP-12');
  await expect(row(epic, 'Roadmap item')).toContainText('Faster checkout', { timeout: 30_000 });
  expect(await seriousFindings(epic, LINE)).toEqual([]);
  const child = await waymark.open('https://acme.atlassian.net/browse/SHOP-1');
  await expect(badges(child).first()).toBeVisible();
  await child.waitForTimeout(1500);
  expect(await count(child)).toBe(0);
});

test('a goal is hidden by keyboard, brought back by Undo, and stays hidden on every page of its sprint', async () => {
  const page = await waymark.open(BOARD);
  await expect(row(page, 'Sprint Goal')).toBeVisible({ timeout: 30_000 });
  const hide = row(page, 'Sprint Goal').getByRole('button', { name: 'Hide this goal until the next sprint' });
  await hide.focus();
  await page.keyboard.press('Enter');
  await expect(row(page, 'Sprint Goal').getByRole('status')).toHaveText('Hidden for as long as Shop Sprint 24 runs.');
  await expect(row(page, 'Sprint Goal').getByRole('button', { name: 'Undo hiding it' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(hide).toBeFocused();
  await page.keyboard.press('Enter');
  // For as long as somebody is at its Undo it stays (WCAG 2.2.1), and it goes soon after they have left.
  await page.waitForTimeout(9000);
  await expect(row(page, 'Sprint Goal').getByRole('button', { name: 'Undo hiding it' })).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(page.locator(LINE)).toHaveCount(0, { timeout: 15_000 });
  const backlog = await waymark.open(`${BOARD}/backlog`);
  await expect(badges(backlog).first()).toBeVisible();
  await backlog.waitForTimeout(1500);
  expect(await count(backlog)).toBe(0);
});

test('a goal that changes is changed above the page', async () => {
  const page = await waymark.open('https://github.com/acme/shop/milestones');
  await expect(row(page, 'Sprint Goal')).toBeVisible();
  const { sprint, goals } = await waymark.ask('popup', { project: 'github.com/acme/shop' as never, board: null });
  await waymark.ask('setGoals', { sprint: sprint!.sprint.key, goals: ['Guests pay without an account'], seen: [...goals!.goals] });
  await expect(row(page, 'Sprint Goal')).toContainText('Guests pay without an account');
});

test('badges say horizon and health in words, shape and attributes', async () => {
  const page = await waymark.open(milestone('Sprint 24'));
  const badge = page.locator('waymark-badge[roadmap="two-taps"]').first();
  await expect(badge).toHaveAttribute('health', /^(on-track|at-risk|off-track|inactive|complete)$/);
  await expect(badge.locator('.score')).toHaveAttribute('aria-label', /roadmap item Pay in two taps, 1 Nov – 20 Dec 2026, (on track|at risk|off track|inactive|complete): /);
  await expect(badge.locator('button')).toHaveAttribute('title', /Pay in two taps: 1 Nov – 20 Dec 2026, /);
  expect(await badge.locator('.roadmap').evaluate((part) => getComputedStyle(part).backgroundImage)).toContain('gradient');
  for (const [horizon, style] of [['now', 'solid'], ['next', 'dashed'], ['later', 'dotted']] as const) {
    await waymark.ask('moveRoadmapItem', { id: 'two-taps', to: { horizon } });
    await expect(badge).toHaveAttribute('horizon', horizon);
    // Asked until it holds: a badge is drawn anew while it is looked at.
    await expect(badge.locator('.roadmap')).toHaveCSS('text-decoration-style', style);
  }
  await waymark.ask('moveRoadmapItem', { id: 'two-taps', to: { window: { from: '2026-11-01', to: '2026-12-20' } as never } });
  await expect(badge).not.toHaveAttribute('horizon');
});

test('in the narrow cards of a board the marks make no badge wider', async () => {
  const page = await waymark.open('https://github.com/orgs/acme/projects/1/views/1');
  await expect(page.locator('waymark-badge[narrow][health]').first()).toBeVisible();
  await page.waitForTimeout(1000);
  const [withMarks, without] = await page.evaluate(() => {
    const marked = [...document.querySelectorAll('waymark-badge[narrow][health]')];
    const widths = () => marked.map((badge) => badge.getBoundingClientRect().width);
    const now = widths();
    for (const badge of marked) badge.removeAttribute('health');
    return [now, widths()];
  });
  expect(withMarks.length).toBeGreaterThan(2);
  expect(withMarks).toEqual(without);
});

test('the card says how the roadmap item goes and leads to its other issues and to the roadmap', async () => {
  const page = await waymark.open(milestone('Sprint 24'));
  const badge = page.locator('waymark-badge[roadmap="two-taps"]').first();
  const own = (await badge.getAttribute('issue'))?.split('#')[1];
  await badge.locator('button').click();
  const card = page.locator('waymark-card');
  const brief = card.getByRole('region', { name: /^How Pay in two taps goes/ });
  await expect(brief).toContainText('1 Nov – 20 Dec 2026');
  await expect(brief).toContainText(/said to be on track|as declared/);
  await expect(brief.getByRole('progressbar')).toBeVisible();
  const others = brief.locator('.siblings li');
  await expect(others).toHaveCount(5);
  const scores = await others.locator('.sibling-score').allInnerTexts();
  expect(scores.map((text) => Number(text.replace(/\D/g, '')))).toEqual(scores.map((text) => Number(text.replace(/\D/g, ''))).toSorted((a, b) => b - a));
  expect((await others.allInnerTexts()).join(' ')).not.toContain(`#${own} `);
  expect(await seriousFindings(page, 'waymark-card')).toEqual([]);
  const opened = waymark.context.waitForEvent('page');
  await brief.getByRole('button', { name: 'See all of its issues in the roadmap' }).click();
  await expect((await opened).getByRole('dialog', { name: 'Pay in two taps' })).toBeVisible();
});
