import { expect, test, type Locator, type Page } from '@playwright/test';
import { launch, type Waymark } from '../waymark.ts';
import { type OnTheWay, openWithSlowAnswers } from './slow-answers.ts';

let waymark: Waymark;

const CHECKOUT = { id: 'fast-checkout', title: 'Fast checkout', outcome: 'Returning customers pay in thirty seconds', horizon: 'now' } as const;
const SEARCH = { id: 'better-search', title: 'Better search', outcome: 'Shoppers find it at once', horizon: 'next' } as const;

const cardOf = (page: Page, title: string): Locator => page.locator('.item').filter({ has: page.getByRole('button', { name: title, exact: true }) });
const items = async () => (await waymark.ask('roadmap', null)).items.map(({ item }) => item.id).toSorted();

async function openRoadmap(onTheWay: OnTheWay): Promise<Page> {
  const page = await openWithSlowAnswers(waymark, 'workspace.html#roadmap', onTheWay);
  await expect(page.locator('main.roadmap')).toHaveAttribute('aria-busy', 'false');
  return page;
}

async function saveGoal(page: Page, goal: string): Promise<void> {
  await page.getByRole('button', { name: /Product Goal/ }).click();
  await page.getByLabel('Product Goal', { exact: true }).fill(goal);
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.locator('.undo-note')).toContainText('The Product Goal is saved.');
}

async function deleteItem(page: Page, title: string): Promise<void> {
  await page.getByRole('button', { name: title, exact: true }).click();
  await page.getByRole('button', { name: 'Delete …' }).click();
  await page.getByRole('button', { name: 'Delete it' }).click();
}

/** The columns that an item stands in, one after the other, from now on. */
const columnsOf = (page: Page) =>
  page.evaluateHandle(() => {
    const seen: (string | undefined)[] = [];
    const look = () => { const column = document.querySelector<HTMLElement>('[data-item="fast-checkout"]')?.closest<HTMLElement>('[data-column]')?.dataset['column']; if (column !== seen.at(-1)) seen.push(column); };
    look();
    new MutationObserver(look).observe(document, { childList: true, subtree: true });
    return seen;
  });

test.setTimeout(20_000);
test.describe('undo on the roadmap, while the worker is slow', () => {
  test.beforeAll(async () => { waymark = await launch(); });
  test.beforeEach(async () => {
    for (const id of await items()) await waymark.ask('removeRoadmapItem', { id });
    for (const item of [CHECKOUT, SEARCH]) await waymark.ask('saveRoadmapItem', { item, former: null });
    await waymark.ask('saveRoadmapAim', { vision: '', productGoal: '' });
  });
  test.afterAll(() => waymark.close());

  test('it takes back the deletion that is seen, though its answer is still on its way, and never the change before it', async () => {
    const page = await openRoadmap({ removeRoadmapItem: 2000 });
    await saveGoal(page, 'Half of our shoppers come back');
    await deleteItem(page, 'Fast checkout');
    await expect(cardOf(page, 'Fast checkout')).toHaveCount(0);
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(cardOf(page, 'Fast checkout')).toContainText(CHECKOUT.outcome);
    await expect(page.getByRole('dialog')).toHaveCount(0);
    expect((await waymark.ask('roadmap', null)).aim.productGoal).toBe('Half of our shoppers come back');
    await page.close();
  });

  test('a deletion over which the worker died is no failure, and comes back', async () => {
    const page = await openRoadmap({ removeRoadmapItem: 'first lost' });
    await deleteItem(page, 'Fast checkout');
    await expect(page.locator('.undo-note')).toContainText('Fast checkout is deleted.');
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(cardOf(page, 'Fast checkout')).toContainText(CHECKOUT.outcome);
    await expect(page.getByText('There is no roadmap item')).toHaveCount(0);
    await page.close();
  });

  test('what was read before a move, and comes right behind its answer, does not take the item back', async () => {
    const page = await openRoadmap({ roadmap: { behind: 'moveRoadmapItem' } });
    const title = page.getByRole('button', { name: 'Fast checkout', exact: true });
    await title.focus();
    const columns = await columnsOf(page);
    // The page reads anew, and is answered before it moves anything.
    const asked = page.waitForFunction(() => (globalThis as unknown as { asked: Map<string, number> }).asked.get('roadmap') === 2);
    await waymark.ask('saveRoadmapItem', { item: { ...SEARCH, outcome: 'Shoppers find everything' }, former: SEARCH.id });
    await asked;
    await page.waitForTimeout(500);
    await page.keyboard.press('Shift+ArrowRight');
    await expect(page.locator('.undo-note')).toContainText('Fast checkout moved to Next.');
    await expect(cardOf(page, 'Better search')).toContainText('Shoppers find everything');
    expect(await columns.jsonValue()).toEqual(['now', 'next']);
    await expect(title).toBeFocused();
    await page.close();
  });

  test('an item that is moved on before its first move is written never jumps back', async () => {
    const page = await openRoadmap({ moveRoadmapItem: { asked: 800 } });
    await page.getByRole('button', { name: 'Fast checkout', exact: true }).focus();
    const columns = await columnsOf(page);
    await page.keyboard.press('Shift+ArrowRight');
    await page.waitForTimeout(500);
    await page.keyboard.press('Shift+ArrowRight');
    await expect(page.locator('.undo-note')).toContainText('Fast checkout moved to Later.');
    await page.waitForTimeout(500);
    expect(await columns.jsonValue()).toEqual(['now', 'next', 'later']);
    await page.close();
  });

  test('pressed twice it is done once', async () => {
    const page = await openRoadmap({ removeRoadmapItem: 1500 });
    await page.getByRole('button', { name: 'New item' }).click();
    await page.getByLabel('Title').fill('Gift cards');
    await page.getByRole('button', { name: 'Add to the roadmap' }).click();
    await expect(page.locator('.undo-note')).toContainText('Gift cards is on the roadmap.');
    await page.getByRole('button', { name: 'Undo' }).click();
    // Its answer is still on its way: there is nothing left to press.
    await expect(page.locator('.undo-note')).toHaveCount(0, { timeout: 1000 });
    await expect(cardOf(page, 'Gift cards')).toHaveCount(0);
    await expect(page.getByText('There is no roadmap item')).toHaveCount(0);
    await page.close();
  });

  test('what is there is shown, however often the worker tells of something new', async () => {
    const page = await openRoadmap({ roadmap: 1200 });
    const telling = new AbortController();
    const told = (async () => {
      for (let turn = 0; !telling.signal.aborted; turn++) {
        await waymark.ask('saveRoadmapAim', { vision: `Told ${turn}`, productGoal: '' });
        await new Promise((done) => { setTimeout(done, 200); });
      }
    })();
    await waymark.ask('saveRoadmapItem', { item: { ...SEARCH, id: 'gift-cards', title: 'Gift cards' }, former: null });
    try {
      await expect(cardOf(page, 'Gift cards')).toBeVisible({ timeout: 6000 });
    } finally {
      telling.abort();
      await told;
    }
    await page.close();
  });
});
