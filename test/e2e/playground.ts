import type { Locator, Page } from '@playwright/test';

/** Shows another state of the playground, by its address there, from the beginning: without a load of the page, of which the tests would need hundreds. */
export async function showState(page: Page, address: string): Promise<void> {
  await page.evaluate(async (to) => { await navigation.navigate(to).finished; }, address);
}

/** Where links of the playground lead, as they write it: what `showState` takes. */
export function addressesOf(links: Locator): Promise<string[]> {
  return links.evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
}
