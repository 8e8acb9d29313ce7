import { expect, test } from '@playwright/test';
import { badges, launch, type Waymark } from '../waymark.ts';

let waymark: Waymark;
test.beforeAll(async () => {
  waymark = await launch();
  await (await waymark.open('https://acme.atlassian.net/__sign-in?as=maya&to=/jira/for-you')).close();
  await (await waymark.open('https://jira.acme.example/jira/__sign-in?as=maya')).close();
});
test.afterAll(() => waymark?.close());

test('beside the title in a side panel the badge leaves the page’s own buttons where they are', async () => {
  const page = await waymark.open('https://acme.atlassian.net/jira/software/c/projects/SHOP/boards/1/backlog?selectedIssue=SHOP-100');
  const header = page.locator('waymark-badge[place=header]');
  await expect(header.locator('.roadmap')).toBeAttached({ timeout: 15_000 });
  await page.waitForTimeout(1500);
  const badge = (await header.boundingBox())!;
  expect(badge.x + badge.width).toBeLessThan(1280);
  const [withBadge, without] = await page.evaluate(() => {
    const width = document.documentElement.scrollWidth;
    document.querySelector('waymark-badge[place=header]')?.remove();
    return [width, document.documentElement.scrollWidth];
  });
  expect(withBadge).toBe(without);
  await page.close();
});

// Real boards have cards of one width: a badge that asks for more room than there is would widen them all.
for (const [name, url, card] of [
  ['a Jira board', 'https://acme.atlassian.net/jira/software/c/projects/SHOP/boards/1', '[data-testid="platform-board-kit.ui.card.card"]'],
  ['a team-managed Jira board', 'https://acme.atlassian.net/jira/software/projects/MOBI/boards/4', '[data-testid="platform-board-kit.ui.card.card"]'],
  ['a GitHub board', 'https://github.com/orgs/acme/projects/1/views/1', '[data-board-card-id]'],
] as const) {
  test(`badges on ${name} leave every card its width and height`, async () => {
    const page = await waymark.open(url);
    await expect(badges(page).first()).toBeVisible({ timeout: 15_000 });
    await page.waitForTimeout(1500);
    const [withBadges, without] = await page.evaluate((selector) => {
      const sizes = () => [...document.querySelectorAll(selector)].filter((one) => one.querySelector('a')).map((one) => one.getBoundingClientRect()).map(({ width, height }) => `${Math.round(width)} × ${Math.round(height)}`);
      const now = sizes();
      // Measured in the same moment: nothing of the page's own can have changed.
      for (const badge of document.querySelectorAll('waymark-badge')) badge.remove();
      return [now, sizes()];
    }, card);
    expect(withBadges.length).toBeGreaterThan(4);
    expect(withBadges).toEqual(without);
    await page.close();
  });
}
