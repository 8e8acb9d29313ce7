import { expect, type Locator, type Page } from '@playwright/test';
import type { IssueKey } from '../../../lib/core/issue.ts';
import { noTrouble } from '../../tracker/model/behaviours.ts';
import { badges, type Waymark } from '../waymark.ts';

const LIST = 'https://github.com/acme/shop/issues';
export const PICKER = { name: /roadmap item/i } as const;

/** What a person does on the demo's GitHub and on our own pages. `waymark`: the browser of the test that runs. */
export function onGithub(waymark: () => Waymark) {
  const world = () => waymark().tracker.world;
  const shop = () => world().repositories.find(({ name }) => name === 'shop') ?? world().repositories[0]!;
  const milestone = (title: string) => [...shop().milestones.values()].find((one) => one.title === title)!;

  /** Everything works again, and the allowances are full. */
  function calm(): void {
    Object.assign(world().behaviours, noTrouble());
    world().allowances.clear();
  }

  async function openList(): Promise<Page> {
    const page = await waymark().open(LIST);
    await expect(badges(page).first()).toBeVisible();
    return page;
  }

  /** The popup as it opens over a tab: it asks that tab what Waymark does there. */
  async function popupOver(page: Page): Promise<Page> {
    const popup = await waymark().openOwn('popup.html');
    await popup.setViewportSize({ width: 380, height: 600 });
    await page.bringToFront();
    await popup.reload();
    await expect(popup.locator('.popup-foot')).toBeVisible();
    return popup;
  }

  async function openOptions(): Promise<Page> {
    const page = await waymark().openOwn('options.html');
    await expect(page.getByRole('heading', { name: 'Connections' })).toBeVisible();
    return page;
  }

  const site = (options: Page): Locator => options.getByRole('article', { name: 'github.com' });

  async function giveToken(options: Page, token: string): Promise<void> {
    const box = site(options);
    const opener = box.getByRole('button', { name: /Add a token|Replace token/ });
    if ((await opener.getAttribute('aria-expanded')) === 'false') await opener.click();
    await box.getByLabel('Token', { exact: true }).fill(token);
    await box.getByRole('button', { name: 'Check and save' }).click();
  }

  /** A badge by its issue: what is first may be another a moment later. */
  async function someBadge(page: Page): Promise<{ badge: Locator; key: IssueKey; number: number }> {
    await expect(badges(page)).toHaveCount(await page.locator('li[role=listitem] h3 a').count());
    const issue = (await badges(page).first().getAttribute('issue')) ?? '';
    return { badge: page.locator(`waymark-badge[issue="${issue}"]`), key: issue.toLowerCase() as IssueKey, number: Number(issue.split('#')[1]) };
  }

  const labelsOf = (number: number): readonly string[] => shop().issues.get(number)?.labels ?? [];

  /** The score once nothing that is read behind the page changes it any more. */
  async function settledScore(badge: Locator): Promise<string> {
    let before = '';
    await expect.poll(async () => {
      const now = (await badge.getAttribute('score')) ?? '';
      const same = now === before;
      before = now;
      return same;
    }, { intervals: [1500] }).toBe(true);
    return before;
  }

  async function openCard(page: Page, at = badges(page).first()): Promise<Locator> {
    await at.locator('button').click();
    const card = page.locator('waymark-card').getByRole('dialog');
    await expect(card.getByText('Why this score').first()).toBeVisible();
    return card;
  }

  return { world, shop, milestone, calm, openList, popupOver, openOptions, site, giveToken, someBadge, labelsOf, settledScore, openCard };
}
