import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** What axe finds serious or critical; `host` keeps only findings inside our own elements (the page's own faults are not ours). */
export async function seriousFindings(page: Page, host: string | null): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes
        // A target inside a shadow root is a path whose first step is its host.
        .filter(({ target }) => host === null || target.flat().some((step) => step.includes(host)))
        .map(({ target, failureSummary }) => `${id} at ${target.flat().join(' >>> ')}: ${failureSummary ?? ''}`),
    );
}
