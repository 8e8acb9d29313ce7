import { expect, test } from '@playwright/test';
import { prepareDemo } from '../../tools/demo.ts';
import { badges, launch, type Waymark } from '../waymark.ts';

/** What GitHub's themes (primer/primitives, 2025) give the variables that a badge is written in: page, ground, ink, pale ink, line, strong line, strong and soft accent, accent ink, attention, severe, danger, success, ink on the accent. */
const NAMES = ['bgColor-default', 'bgColor-muted', 'fgColor-default', 'fgColor-muted', 'borderColor-default', 'borderColor-emphasis', 'bgColor-accent-emphasis', 'bgColor-accent-muted', 'fgColor-accent', 'fgColor-attention', 'fgColor-severe', 'fgColor-danger', 'fgColor-success', 'fgColor-onEmphasis'];
const THEMES = {
  light: ['light', '#ffffff #f6f8fa #1f2328 #59636e #d1d9e0 #818b98 #0969da #ddf4ff #0969da #9a6700 #bc4c00 #d1242f #1a7f37 #ffffff'],
  dark: ['dark', '#0d1117 #151b23 #f0f6fc #9198a1 #3d444d #656c76 #1f6feb #388bfd1a #4493f8 #d29922 #db6d28 #f85149 #3fb950 #ffffff'],
  dark_dimmed: ['dark', '#212830 #262c36 #d1d7e0 #9198a1 #3d444d #656c76 #316dca #4184e41a #478be6 #c69026 #cc6b2c #e5534b #57ab5a #f0f6fc'],
  dark_high_contrast: ['dark', '#010409 #151b23 #ffffff #b7bdc8 #b7bdc8 #b7bdc8 #194fb1 #53a5ff1a #74b9ff #f0b72f #fe9a2d #ff9492 #2bd853 #ffffff'],
} as const;

let waymark: Waymark;
test.beforeAll(async () => {
  waymark = await launch();
  await prepareDemo(waymark);
});
test.afterAll(() => waymark?.close());

/** The least contrast of the badges' letters with what they stand on (WCAG 2.2, 1.4.3), by part of a badge and by band. Runs in the page. */
function leastContrasts(): Record<string, number> {
  type Colour = readonly [number, number, number, number];
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true })!;
  const read = (css: string): Colour => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = css;
    canvas.fillRect(0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0, alpha = 0] = canvas.getImageData(0, 0, 1, 1).data;
    return [red, green, blue, alpha / 255];
  };
  const over = (top: Colour, below: Colour): Colour => [0, 1, 2].map((at) => top[at]! * top[3] + below[at]! * (1 - top[3])).concat(1) as unknown as Colour;
  const light = (colour: Colour): number => [0.2126, 0.7152, 0.0722].reduce((sum, share, at) => sum + share * ((colour[at]! / 255) <= 0.04045 ? colour[at]! / 255 / 12.92 : ((colour[at]! / 255 + 0.055) / 1.055) ** 2.4), 0);
  const least: Record<string, number> = {};
  for (const host of document.querySelectorAll('waymark-badge')) {
    const button = host.shadowRoot!.querySelector('button')!;
    const page = read(getComputedStyle(document.body).backgroundColor);
    const ground = over(read(getComputedStyle(button).backgroundColor), page);
    for (const part of button.querySelectorAll('span')) {
      if (!part.textContent) continue;
      const own = over(read(getComputedStyle(part).backgroundColor), ground);
      const [one, other] = [light(over(read(getComputedStyle(part).color), own)), light(own)].toSorted((a, b) => b - a) as [number, number];
      const name = part.className === 'score' ? `score ${host.getAttribute('band')}` : part.className;
      least[name] = Math.min(least[name] ?? Infinity, Math.round(((one + 0.05) / (other + 0.05)) * 100) / 100);
    }
  }
  return least;
}

for (const [theme, [mode, values]] of Object.entries(THEMES)) {
  test(`every word and number of a badge can be read in GitHub’s theme ${theme}`, async () => {
    const page = await waymark.open('https://github.com/acme/shop/issues');
    await expect(badges(page).and(page.locator('[band=medium]')).first()).toBeVisible();
    await expect(badges(page).and(page.locator('[roadmap]')).first()).toBeVisible();
    // Nor is a ground left out on paper, where the letters were made for it.
    await expect(badges(page).first().locator('.score')).toHaveCSS('print-color-adjust', 'exact');
    const variables = values.split(' ').map((value, at) => `--${NAMES[at]}: ${value} !important;`).join('');
    await page.evaluate(([name, scheme]) => Object.assign(document.documentElement.dataset, { colorMode: scheme, [`${scheme}Theme`]: name }), [theme, mode] as const);
    await page.addStyleTag({ content: `:root, [data-color-mode] { ${variables} } body { background: var(--bgColor-default); }` });
    await expect.poll(async () => Object.keys(await page.evaluate(leastContrasts))).toEqual(expect.arrayContaining(['score medium', 'score low', 'roadmap', expect.stringMatching(/^flags/)]));
    await expect.poll(async () => Object.entries(await page.evaluate(leastContrasts)).filter(([, contrast]) => contrast < 4.5)).toEqual([]);
    await page.close();
  });
}

for (const [theme, mode, background, line] of [
  ['dark_dimmed', 'light', 'rgb(21, 27, 35)', 'rgb(101, 108, 118)'],
  ['dark_high_contrast', 'dark', 'rgb(21, 27, 35)', 'rgb(204, 212, 221)'],
  ['light_high_contrast', 'light', 'rgb(255, 255, 255)', 'rgb(57, 63, 70)'],
] as const) {
  test(`the card is as dark, and its lines as strong, as GitHub’s theme ${theme} asks`, async () => {
    const page = await waymark.open('https://github.com/acme/shop/issues');
    await page.evaluate(([name, scheme]) => Object.assign(document.documentElement.dataset, { colorMode: scheme, [`${scheme}Theme`]: name }), [theme, mode] as const);
    await badges(page).first().locator('button').click();
    await expect(page.locator('waymark-card dialog')).toHaveCSS('background-color', background);
    await expect(page.locator('waymark-card .picker .input')).toHaveCSS('border-top-color', line);
    await page.close();
  });
}
