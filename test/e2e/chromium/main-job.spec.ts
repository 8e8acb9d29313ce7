import { expect, test, type Locator, type Page } from '@playwright/test';
import type { IssueKey } from '../../../lib/core/issue.ts';
import { meanwhile } from '../meanwhile.ts';
import { badges, launch, type Waymark } from '../waymark.ts';
import { prepareDemo } from '../../tools/demo.ts';
import { historyOf } from '../../tracker/edit/history.ts';

let waymark: Waymark;
test.beforeEach(async () => {
  waymark = await launch();
  await prepareDemo(waymark);
});
test.afterEach(() => waymark.close());

function shop() {
  const repository = waymark.tracker.world.repositories.find((candidate) => candidate.name === 'shop');
  if (!repository) throw new Error('the demo has no acme/shop');
  return repository;
}

/** Every row has its badge: reading has come as far as this page needs. */
async function settled(page: Page): Promise<void> {
  await expect(badges(page)).toHaveCount(await page.locator('li[role=listitem] h3 a').count());
}

/** The badge of one issue: reading goes on behind the page, so "the first badge" may be another one a moment later. */
async function someBadge(page: Page): Promise<{ badge: Locator; key: IssueKey; number: number }> {
  await settled(page);
  const issue = (await badges(page).first().getAttribute('issue')) ?? '';
  // The attribute is a key but for its capitals.
  return { badge: page.locator(`waymark-badge[issue="${issue}"]`), key: issue.toLowerCase() as IssueKey, number: Number(issue.split('#')[1]) };
}

const PICKER = { name: /roadmap item/i } as const;

const labelsOf = (number: number): string[] => shop().issues.get(number)?.labels.map((label) => (typeof label === 'string' ? label : (label as { name: string }).name)) ?? [];

test('a list, a soft navigation to an issue, and back: badges follow', async () => {
  const page = await waymark.open('https://github.com/acme/shop/issues');
  await expect(badges(page).first()).toBeVisible();
  const link = page.locator('li[role=listitem] h3 a').first();
  const number = (await link.getAttribute('href'))?.split('/').at(-1);
  await link.click();
  const header = page.locator('waymark-badge[place=header]');
  await expect(header).toHaveAttribute('issue', `github.com/acme/shop#${number}`);
  await expect(badges(page)).toHaveCount(1);
  await page.goBack();
  await expect(header).toHaveCount(0);
  const rows = page.locator('li[role=listitem] h3 a');
  await expect(rows.first()).toBeVisible();
  await expect(badges(page)).toHaveCount(await rows.count());
});

test('the card opens from the keyboard, explains the score, and gives the focus back', async () => {
  const page = await waymark.open('https://github.com/acme/shop/issues');
  const { badge } = await someBadge(page);
  const button = badge.locator('button');
  await button.focus();
  await page.keyboard.press('Enter');
  const dialog = page.locator('waymark-card').getByRole('dialog');
  await expect(dialog).toBeVisible();
  await expect(dialog.getByText('Why this score').first()).toBeVisible();
  await expect(button).toHaveAttribute('aria-expanded', 'true');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(button).toHaveAttribute('aria-expanded', 'false');
  expect(await page.evaluate(() => document.activeElement?.localName)).toBe('waymark-badge');
});

test('Enter and T lead from a badge to the tag picker, in sight, and Tab leads on from its open list; in a field T is a letter', async () => {
  const page = await waymark.open('https://github.com/acme/shop/issues');
  const { badge } = await someBadge(page);
  await badge.locator('button').focus();
  await page.keyboard.press('Enter');
  const picker = page.locator('waymark-card').getByRole('combobox', PICKER);
  await expect(picker).toBeInViewport({ ratio: 1 });
  await page.keyboard.press('t');
  await expect(picker).toBeFocused();
  await expect(picker).toHaveValue('');
  await expect(page.locator('waymark-card').getByRole('option').first()).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(page.locator('waymark-card').getByRole('button', { name: /^Enter .+ by hand$/ }).first()).toBeFocused();
  await page.keyboard.press('t');
  await page.keyboard.type('trusted');
  await expect(picker).toHaveValue('trusted');
  await expect(page.locator('waymark-card').getByRole('option', { name: /Trusted payments/ })).toBeVisible();
});

test('beside a title the way to a tag is in sight: pressed, it opens the picker with its first item marked, and Enter takes that', async () => {
  const number = [...shop().issues.values()].find((issue) => issue.state === 'open' && !labelsOf(issue.number).some((label) => label.startsWith('roadmap:')) && !('pullRequest' in issue && issue.pullRequest))?.number ?? 0;
  const page = await waymark.open(`https://github.com/acme/shop/issues/${number}`);
  const badge = page.locator('waymark-badge[place=header]');
  await badge.getByText('+ Roadmap item').click();
  const picker = page.locator('waymark-card').getByRole('combobox', PICKER);
  await expect(picker).toBeFocused();
  const first = page.locator('waymark-card').getByRole('option').first();
  await expect(first).toHaveAttribute('aria-selected', 'true');
  await expect(picker).toHaveAccessibleDescription(/^Adds the label roadmap:/);
  await page.keyboard.press('Enter');
  await expect(badge).toHaveAttribute('state', 'pending');
  await expect(badge.locator('.roadmap')).not.toHaveText('+ Roadmap item');
});

test('the parts of every score on the list sum to the score', async () => {
  const page = await waymark.open('https://github.com/acme/shop/issues');
  await settled(page);
  for (const badge of (await badges(page).all()).slice(0, 10)) {
    const key = ((await badge.getAttribute('issue')) ?? '').toLowerCase();
    const card = await waymark.ask('card', { key: key as never });
    if (card?.score.state !== 'scored') continue;
    expect(card.score.parts.reduce((sum, part) => sum + part.contribution, 0)).toBeCloseTo(card.score.value, 9);
  }
});

test('an issue is tagged from the card and the label stands in the tracker, once', async () => {
  const number = [...shop().issues.values()].find((issue) => issue.state === 'open' && !labelsOf(issue.number).some((label) => label.startsWith('roadmap:')) && !('pullRequest' in issue && issue.pullRequest))?.number ?? 0;
  const page = await waymark.open(`https://github.com/acme/shop/issues/${number}`);
  const badge = page.locator('waymark-badge[place=header]');
  await badge.locator('button').first().click();
  const dialog = page.locator('waymark-card').getByRole('dialog');
  const picker = dialog.getByRole('combobox', PICKER);
  await picker.fill('seller');
  await expect(dialog.getByRole('option', { name: /Seller onboarding/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(badge).toHaveAttribute('roadmap', 'seller-onboarding');
  await expect(badge).toHaveAttribute('state', 'pending');
  await expect.poll(() => labelsOf(number), { timeout: 30_000 }).toContain('roadmap:seller-onboarding');
  await expect(badge).not.toHaveAttribute('state', 'pending');
  const repository = shop();
  const issue = repository.issues.get(number);
  const events = issue ? (historyOf(waymark.tracker.world, repository, issue) as { event?: string; label?: { name: string } }[]) : [];
  expect(events.filter((event) => event.event === 'labeled' && event.label?.name === 'roadmap:seller-onboarding')).toHaveLength(1);
});

test('a tagging can be undone before it leaves, and then nothing was written', async () => {
  const page = await waymark.open('https://github.com/acme/shop/issues');
  const { badge, key, number } = await someBadge(page);
  const before = labelsOf(number);
  const outcome = await waymark.ask('tag', { keys: [key], item: 'search-that-finds' });
  expect(outcome.via).toBe('label');
  await expect(badge).toHaveAttribute('roadmap', 'search-that-finds');
  await waymark.ask('undo', { undo: outcome.undo });
  await page.waitForTimeout(8000);
  expect(labelsOf(number)).toEqual(before);
  expect(waymark.tracker.requests.filter((request) => request.method === 'POST' && request.path !== '/graphql')).toEqual([]);
});

test('a label that a teammate puts on counts as a tag', async () => {
  const page = await waymark.open('https://github.com/acme/shop/issues');
  const { badge, number } = await someBadge(page);
  await meanwhile(page, { edit: { repository: 'acme/shop', number, labels: [...labelsOf(number).filter((label) => !label.startsWith('roadmap:')), 'roadmap:trusted-payments'] } });
  await waymark.ask('refresh', { project: 'github.com/acme/shop' as never });
  await expect(badge).toHaveAttribute('roadmap', 'trusted-payments', { timeout: 20_000 });
});

test('the popup shows the Sprint Goal, and an edited goal is written into the milestone', async () => {
  const list = await waymark.open('https://github.com/acme/shop/issues');
  await expect(badges(list).first()).toBeVisible();
  const popup = await waymark.openOwn('popup.html');
  const milestone = [...shop().milestones.values()].find((candidate) => candidate.title === 'Sprint 24');
  const goal = /Sprint Goal:\s*(.+?)(\n|$)/.exec(milestone?.description ?? '')?.[1] ?? 'no goal in the demo';
  await expect(popup.getByText(goal.slice(0, 30)).first()).toBeVisible();
  await expect(popup.getByText(/working days? left/).first()).toBeVisible();
  const view = await waymark.ask('popup', { project: 'github.com/acme/shop' as never, board: null });
  expect(view.sprint?.sprint.title).toBe('Sprint 24');
  const set = await waymark.ask('setGoals', { sprint: view.sprint!.sprint.key, goals: ['Shoppers pay in two taps'], seen: [...view.goals!.goals] });
  expect(set.via).toBe('tracker');
  await expect.poll(() => milestone?.description, { timeout: 30_000 }).toContain('Shoppers pay in two taps');
  await expect(popup.getByText('Shoppers pay in two taps').first()).toBeVisible();
});

test('what is typed into the tag picker never reaches the page’s shortcuts', async () => {
  const page = await waymark.open('https://github.com/acme/shop/issues');
  const { badge } = await someBadge(page);
  await badge.locator('button').click();
  const picker = page.locator('waymark-card').getByRole('combobox', PICKER);
  await picker.click();
  const url = page.url();
  await page.keyboard.type('c/jkx');
  await page.waitForTimeout(300);
  expect(page.url()).toBe(url);
  await expect(picker).toHaveValue('c/jkx');
});

test('the board, the side panel and a pull request have their badges', async () => {
  const board = await waymark.open('https://github.com/orgs/acme/projects/1/views/1');
  await expect(badges(board).first()).toBeVisible();
  const pull = [...shop().issues.values()].find((issue) => issue.state === 'open' && 'pull' in issue && (issue as { pull?: unknown }).pull)?.number;
  if (pull) {
    await board.goto(`https://github.com/acme/shop/pull/${pull}`);
    await expect(board.locator('waymark-badge[place=header]')).toHaveCount(1);
  }
  const number = [...shop().issues.keys()].find((candidate) => shop().issues.get(candidate)?.state === 'open') ?? 1;
  await board.goto(`https://github.com/orgs/acme/projects/1/views/1?pane=issue&itemId=1&issue=acme%7Cshop%7C${number}`);
  await expect(board.locator('waymark-badge[place=header]')).toHaveAttribute('issue', `github.com/acme/shop#${number}`);
});
