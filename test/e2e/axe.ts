import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** What axe finds serious or critical; `host` looks only at elements whose names begin so (the page's own faults are not ours), with all that is in their shadow roots. */
export async function seriousFindings(page: Page, host: string | null): Promise<string[]> {
  // Nothing of ours is in a frame of another origin: so it need not open a page beside this one for each look. What passes is not asked for, and costs nothing.
  const axe = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'] });
  if (host !== null) {
    const names = await page.evaluate((start) => [...new Set([...document.querySelectorAll('*')].map((element) => element.localName).filter((name) => name.startsWith(start)))], host);
    if (names.length === 0) throw new Error(`There is nothing of ours (${host}…) on ${page.url()}: axe would find nothing wrong with that.`);
    for (const name of names) axe.include(name);
  }
  const { violations } = await axe.analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id} at ${target.flat().join(' >>> ')}: ${failureSummary ?? ''}`));
}
