import { expect, type Page } from '@playwright/test';
import type { Waymark } from '../waymark.ts';

/** The roadmap in the workspace, once it has been read. */
export async function openRoadmapOf(waymark: Waymark): Promise<Page> {
  const page = await waymark.openOwn('workspace.html#roadmap');
  await expect(page.locator('main.roadmap')).toHaveAttribute('aria-busy', 'false');
  return page;
}
