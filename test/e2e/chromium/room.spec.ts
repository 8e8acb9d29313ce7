import { expect, test } from '@playwright/test';
import type { IssueKey } from '../../../lib/core/issue.ts';
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

test('beside an open issue a backlog’s badges leave its summaries room, and the open issue’s badge says its number before its words', async () => {
  const page = await waymark.open('https://acme.atlassian.net/jira/software/c/projects/SHOP/boards/1/backlog?selectedIssue=SHOP-100');
  await expect(page.locator('waymark-badge[place=header] .word').first()).toBeAttached({ timeout: 15_000 });
  const rows = page.locator('[data-testid$="card-contents.card-container"]:has(waymark-badge)');
  await expect(rows.locator('waymark-badge[roadmap]').first()).toBeVisible();
  const squeezed = await rows.evaluateAll((all) => all.flatMap((row) => {
    const badge = row.querySelector('waymark-badge')!;
    const { width } = badge.getBoundingClientRect();
    // Where even the number alone is too much for the line, that is all that is left.
    const isLeast = width <= 41;
    return width > Math.max(97, row.clientWidth - 470) || (row.scrollWidth > row.clientWidth && !isLeast) ? [`${width}: ${row.textContent}`] : [];
  }));
  expect(squeezed).toEqual([]);
  const words = await page.locator('waymark-badge[place=header]').evaluate((badge) => [...badge.shadowRoot!.querySelector('.score')!.childNodes].map((node) => {
    const range = document.createRange();
    range.selectNodeContents(node);
    // In the first line, or in one that nobody sees.
    const lines = [...range.getClientRects()].filter(({ width }) => width > 0);
    const { right, bottom } = badge.getBoundingClientRect();
    return { text: node.textContent, isWhole: lines.every((line) => line.right <= right), isSeen: lines.some((line) => line.top < bottom - 4) };
  }));
  expect(words).toEqual([
    { text: 'Priority ', isWhole: true, isSeen: false },
    { text: expect.stringMatching(/^\d+ ·\u00a0(High|Medium|Low)$/), isWhole: true, isSeen: true },
  ]);
  await page.close();
});

test('in the table of an epic’s children the badges leave the summaries more room than they take', async () => {
  const page = await waymark.open('https://acme.atlassian.net/browse/SHOP-18');
  const cells = page.locator('[data-vc="merged-cell"]:has(waymark-badge)');
  await expect(cells.locator('waymark-badge[roadmap][flags]').first()).toBeVisible({ timeout: 15_000 });
  const greedy = await cells.evaluateAll((all) => all.flatMap((cell) => {
    const badge = cell.querySelector('waymark-badge')!.getBoundingClientRect().width;
    const summary = cell.querySelector('[data-testid$="issue-summary.action-container"]')!.getBoundingClientRect().width;
    return badge <= 77 && summary > badge ? [] : [`${badge} px of badge, ${summary} px of summary: ${cell.textContent}`];
  }));
  expect(greedy).toEqual([]);
  // What could not be left out: the score and how many flags there are.
  const cut = await cells.locator('waymark-badge:not([flags="0"])').evaluateAll((all) => all.filter((badge) => badge.shadowRoot!.querySelector('.flags')!.getBoundingClientRect().top > badge.getBoundingClientRect().bottom - 4).map((badge) => badge.getAttribute('issue')));
  expect(cut).toEqual([]);
  await page.close();
});

test('beside a title a roadmap item is said in more than a few letters, or not at all', async () => {
  const shop = waymark.tracker.world.repositories.find(({ name }) => name === 'shop');
  const open = [...(shop?.issues.values() ?? [])].find((issue) => issue.state === 'open' && issue.pull === null);
  const page = await waymark.open(`https://github.com/acme/shop/issues/${open?.number}`);
  const badge = badges(page).and(page.locator('[place="header"]'));
  await expect(badge).toBeVisible({ timeout: 15_000 });
  for (const width of [1280, 560, 520, 480, 440, 400]) {
    await page.setViewportSize({ width, height: 900 });
    const seen = await badge.evaluate((host) => {
      const item = host.shadowRoot!.querySelector('.roadmap')!.getBoundingClientRect();
      return item.top < host.getBoundingClientRect().bottom - 4 ? item.width : null;
    });
    expect([width, seen === null || seen >= 56]).toEqual([width, true]);
  }
  await page.close();
});

test('beside a title a badge without room for the word before its number has no gap there', async () => {
  const shop = waymark.tracker.world.repositories.find(({ name }) => name === 'shop');
  const pull = [...(shop?.issues.values() ?? [])].find((issue) => issue.state === 'open' && issue.pull !== null);
  const page = await waymark.open(`https://github.com/acme/shop/pull/${pull?.number}`);
  const badge = badges(page).and(page.locator('[place="header"]'));
  await expect(badge.locator('.word').first()).toBeAttached({ timeout: 15_000 });
  const left: Record<number, readonly [words: number, offset: number]> = {};
  for (const width of [1280, 700, 660, 620, 600, 560, 480, 400]) {
    await page.setViewportSize({ width, height: 900 });
    left[width] = await badge.evaluate((host) => {
      const { bottom } = host.getBoundingClientRect();
      const score = host.shadowRoot!.querySelector<HTMLElement>('.score')!;
      const start = score.getBoundingClientRect().left + parseFloat(getComputedStyle(score).paddingInlineStart);
      const seen = [...score.children].map((word) => word.getBoundingClientRect()).filter(({ top }) => top < bottom - 4);
      return [seen.length, Math.round(Math.min(...seen.map((word) => word.left)) - start)] as const;
    });
  }
  expect(new Set(Object.values(left).map(([, offset]) => offset))).toEqual(new Set([0]));
  expect([left[1280]?.[0], left[600]?.[0]]).toEqual([2, 1]);
  await page.close();
});

test('in a small window what is the last in a badge stands apart from its edge', async () => {
  await waymark.ask('createRoadmapItem', { id: 'apart', title: 'Apart', outcome: '', horizon: 'now' });
  const page = await waymark.open('https://github.com/acme/shop/issues');
  const flagged = badges(page).and(page.locator(':not([flags="0"])'));
  await expect(flagged.first()).toBeVisible({ timeout: 15_000 });
  await waymark.ask('tag', { keys: [(await flagged.first().getAttribute('issue')) as IssueKey], item: 'apart' });
  await expect(badges(page).and(page.locator('[roadmap=apart]'))).toBeVisible();
  await page.setViewportSize({ width: 400, height: 900 });
  const rooms = await badges(page).evaluateAll((all) => all.flatMap((host) => {
    const button = host.shadowRoot!.querySelector('button')!;
    const last = [...button.children].map((part) => part.getBoundingClientRect()).filter(({ width }) => width > 0).at(-1)!;
    return button.children.length > 1 ? [Math.round(button.getBoundingClientRect().right - last.right)] : [];
  }));
  expect(rooms.length).toBeGreaterThan(2);
  expect(new Set(rooms)).toEqual(new Set([8]));
  await page.close();
});

test('a title that has no room is cut between two signs, and through none', async () => {
  await waymark.ask('createRoadmapItem', { id: 'signs', title: `Ships ${'🚀'.repeat(40)}`, outcome: '', horizon: 'now' });
  const page = await waymark.open('https://github.com/acme/shop/issues');
  await waymark.ask('tag', { keys: [(await badges(page).nth(1).getAttribute('issue')) as IssueKey], item: 'signs' });
  const item = badges(page).and(page.locator('[roadmap=signs]')).locator('.roadmap');
  await expect(item).toHaveText(`Ships ${'🚀'.repeat(19)}…`);
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

// All that a badge can say beside a title is as wide as a small window: what has no room is left out.
for (const kind of ['issue', 'pull'] as const) {
  test(`the badge of an open ${kind} with many words stays in its label's line, and widens no window`, async () => {
    const shop = waymark.tracker.world.repositories.find(({ name }) => name === 'shop');
    const one = [...(shop?.issues.values() ?? [])].find((issue) => issue.state === 'open' && (issue.pull !== null) === (kind === 'pull'));
    // As the demo's repository writes it.
    const key = `github.com/acme/shop#${one?.number}` as IssueKey;
    await waymark.ask('createRoadmapItem', { id: `long-${kind}`, title: 'Faster checkout for customers who return', outcome: 'Checkout completion from 61 % to 70 %', horizon: 'now' });
    const page = await waymark.open(`https://github.com/acme/shop/${kind === 'pull' ? 'pull' : 'issues'}/${one?.number}`);
    const badge = badges(page).and(page.locator('[place="header"]'));
    await expect(badge).toBeVisible({ timeout: 15_000 });
    await waymark.ask('tag', { keys: [key], item: `long-${kind}` });
    await expect(badge).toHaveAttribute('roadmap', `long-${kind}`);
    for (const width of [1280, 800, 390]) {
      await page.setViewportSize({ width, height: 900 });
      const measured = await badge.evaluate((host) => {
        const { scrollingElement } = document;
        const [top, label] = [host, host.previousElementSibling].map((element) => element?.getBoundingClientRect().top);
        const wide = scrollingElement?.scrollWidth;
        const parent = host.parentElement;
        const next = host.nextSibling;
        // Measured in the same moment, and put back: the page is the same one.
        host.remove();
        const without = scrollingElement?.scrollWidth;
        parent?.insertBefore(host, next);
        return { top, label, wide, without };
      });
      expect([width, measured.wide]).toEqual([width, measured.without]);
      expect([width, Math.abs((measured.top ?? 0) - (measured.label ?? 99)) < 6]).toEqual([width, true]);
    }
    await page.close();
  });
}
