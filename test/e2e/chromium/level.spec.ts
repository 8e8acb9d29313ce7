import { expect, test } from '@playwright/test';
import { launch, type Waymark } from '../waymark.ts';
import { TEST_BUILD } from './overlay-browser.ts';

let waymark: Waymark;
test.beforeAll(async () => { waymark = await launch({ extension: TEST_BUILD }); });
test.afterAll(() => waymark?.close());

test('in a row of the timeline that is as high as its title, the words and the bars stand where the health does', async () => {
  const page = await waymark.openOwn('playground.html?state=roadmap-timeline');
  const rows = page.locator('.timeline tbody tr');
  await expect(rows.filter({ hasText: 'Search that finds' })).toBeVisible();
  const away = await rows.evaluateAll((all) => all.flatMap((row) => {
    const middle = (element: Element | null) => { const { top, bottom } = element!.getBoundingClientRect(); return (top + bottom) / 2; };
    const alone = row.querySelector('.timeline-none, .forecast[data-alone]');
    return alone === null ? [] : [Math.round(Math.abs(middle(alone) - middle(row)))];
  }));
  expect(away.length).toBeGreaterThan(4);
  expect(Math.max(...away)).toBeLessThan(2);
  await page.close();
});

test('a heading with a link in it is of one weight', async () => {
  const page = await waymark.openOwn('playground.html?state=sprints-kanban');
  await expect(page.locator('#no-sprints')).toHaveCSS('font-weight', '600');
  await expect(page.locator('#no-sprints a')).toHaveCSS('font-weight', '600');
  await page.close();
});
