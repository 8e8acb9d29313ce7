import { expect, test, type Page } from '@playwright/test';
import { resolve } from 'node:path';
import { prepareDemo } from '../../tools/demo.ts';
import { seriousFindings } from '../axe.ts';
import { badges, launch, type Waymark } from '../waymark.ts';

const MARK = 'sprint-goal';

let waymark: Waymark;
test.beforeEach(async () => {
  waymark = await launch();
  await prepareDemo(waymark);
});
test.afterEach(() => waymark.close());

const shop = () => waymark.tracker.world.repositories.find(({ name }) => name === 'shop')!;
const labelsOf = (number: number): readonly string[] => shop().issues.get(number)?.labels ?? [];
const badgeOf = (page: Page, number: number) => page.locator(`waymark-badge[issue$="shop#${number}"]`);

/** Open issues of the sprint that runs which do not serve its goal yet. */
function unmarked() {
  const sprint = [...shop().milestones.values()].find(({ title }) => title === 'Sprint 24')!;
  return [...shop().issues.values()].filter(({ state, pull, milestone, labels }) => state === 'open' && pull === null && milestone === sprint.number && !labels.includes(MARK));
}

test('an issue is marked as serving the Sprint Goal from its card, by the keyboard, and once undone nothing was written', async () => {
  const { number } = unmarked()[0]!;
  const page = await waymark.open(`https://github.com/acme/shop/issues/${number}`);
  const badge = page.locator('waymark-badge[place=header]');
  await expect(badge).not.toHaveAttribute('goal');
  await badge.locator('button').focus();
  await page.keyboard.press('Enter');
  const card = page.locator('waymark-card').getByRole('dialog');
  const mark = card.getByRole('checkbox', { name: `#${number} serves the goal` });
  await expect(card.getByRole('heading', { name: 'Sprint Goal · Sprint 24' })).toBeVisible();
  await expect(card.getByText(`A tick adds the label ${MARK} to #${number} on GitHub`)).toBeVisible();
  await mark.focus();
  await page.keyboard.press('Space');
  await expect(badge).toHaveAttribute('goal', '');
  await expect(badge).toContainText('Serves the Sprint Goal');
  await expect(mark).toBeChecked();
  await card.getByRole('button', { name: /^Undo/ }).click();
  await expect(badge).not.toHaveAttribute('goal');
  await expect(mark).not.toBeChecked();
  await mark.focus();
  await page.keyboard.press('Space');
  await expect(mark).toBeChecked();
  // Slower than the time for an undo.
  expect(await seriousFindings(page, 'waymark-card')).toEqual([]);
  await page.screenshot({ path: resolve('.artifacts/goal-mark-card.png') });
  await expect.poll(() => labelsOf(number), { timeout: 30_000 }).toContain(MARK);
  await expect(badge).not.toHaveAttribute('state', 'pending');
  // Its teammates' browsers tell it by the label, and it comes off as it came on.
  await page.keyboard.press('Space');
  await expect.poll(() => labelsOf(number), { timeout: 30_000 }).not.toContain(MARK);
  await expect(badge).not.toHaveAttribute('goal');
});

test('several rows of a list are marked at once', async () => {
  const sprint = [...shop().milestones.values()].find(({ title }) => title === 'Sprint 24')!;
  const page = await waymark.open(`https://github.com/acme/shop/issues?q=is%3Aopen+milestone%3A%22${encodeURIComponent(sprint.title)}%22`);
  await expect(badges(page).first()).toBeVisible();
  const shown = new Set(await badges(page).evaluateAll((all) => all.map((one) => Number(one.getAttribute('issue')?.split('#')[1]))));
  const rows = unmarked().filter(({ number }) => shown.has(number)).slice(0, 2);
  expect(rows).toHaveLength(2);
  for (const { title } of rows) await page.getByRole('checkbox', { name: `Select: ${title}` }).check();
  await page.bringToFront();
  await (await waymark.worker()).evaluate(async () => {
    const { tabs } = (globalThis as unknown as { chrome: { tabs: { query(about: object): Promise<{ id: number }[]>; sendMessage(id: number, message: object): Promise<unknown> } } }).chrome; // no types of the browser here
    const [tab] = await tabs.query({ active: true });
    await tabs.sendMessage(tab?.id ?? 0, { waymark: 'tag-selection' });
  });
  const panel = page.locator('waymark-card').getByRole('dialog');
  await expect(panel.getByRole('heading', { name: 'Tag 2 issues' })).toBeVisible();
  await panel.getByRole('button', { name: 'They serve the goal' }).press('Enter');
  for (const { number } of rows) await expect(badgeOf(page, number)).toHaveAttribute('goal', '');
  await expect(panel.getByText('Marked 2 issues as serving the Sprint Goal; the labels are sent in a moment.').first()).toBeVisible();
  await panel.getByRole('button', { name: /^Undo/ }).click();
  for (const { number } of rows) await expect(badgeOf(page, number)).not.toHaveAttribute('goal');
  await panel.getByRole('button', { name: 'They serve the goal' }).press('Enter');
  await expect(panel.getByText(/^Marked 2 issues/).first()).toBeVisible();
  expect(await seriousFindings(page, 'waymark-card')).toEqual([]);
  await page.screenshot({ path: resolve('.artifacts/goal-mark-panel.png') });
  for (const { number } of rows) await expect.poll(() => labelsOf(number), { timeout: 30_000 }).toContain(MARK);
});
