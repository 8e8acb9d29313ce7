import { expect, test } from '@playwright/test';
import { prepareDemo } from '../../tools/demo.ts';
import { badges, launch, type Waymark } from '../waymark.ts';

let waymark: Waymark;
test.beforeAll(async () => {
  waymark = await launch();
  await prepareDemo(waymark);
});
test.afterAll(() => waymark?.close());

/** How many numbers and words of badges lie on the mark before them. Runs in the page. */
function onTheirMark(): string[] {
  return [...document.querySelectorAll('waymark-badge')].flatMap((host) => [...host.shadowRoot!.querySelectorAll('.score, .flags')].flatMap((part) => {
    const range = document.createRange();
    range.selectNodeContents(part);
    const bare = part.className === 'score' ? !host.hasAttribute('band') : false;
    return bare || range.getBoundingClientRect().left - part.getBoundingClientRect().left >= 13 ? [] : [`${part.className}: ${part.textContent}`];
  }));
}

for (const [name, url] of [['a list', 'https://github.com/acme/shop/issues'], ['a board', 'https://github.com/orgs/acme/projects/1/views/1']] as const) {
  test(`on ${name} that runs from right to left no number lies on its mark`, async () => {
    const page = await waymark.open(url);
    await page.evaluate(() => { document.documentElement.dir = 'rtl'; });
    await expect(badges(page).and(page.locator('[band]:not([flags="0"])')).first()).toBeVisible();
    await expect.poll(() => page.evaluate(onTheirMark)).toEqual([]);
    await page.close();
  });
}

test('in a page that runs from right to left the card and the line read as English does', async () => {
  const page = await waymark.open('https://github.com/orgs/acme/projects/1/views/1');
  await page.evaluate(() => { document.documentElement.dir = 'rtl'; });
  await expect(page.locator('waymark-line .what')).toHaveCSS('direction', 'ltr');
  await badges(page).first().locator('button').click();
  await expect(page.locator('waymark-card dialog')).toHaveCSS('direction', 'ltr');
  await page.close();
});
