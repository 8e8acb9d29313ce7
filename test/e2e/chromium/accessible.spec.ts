import { expect, test } from '@playwright/test';
import { prepareDemo } from '../../tools/demo.ts';
import { seriousFindings } from '../axe.ts';
import { launch, type Waymark } from '../waymark.ts';
import { onGithub, PICKER } from './on-github.ts';

let waymark: Waymark;
const { world, openList, popupOver, openOptions, site, someBadge, openCard } = onGithub(() => waymark);

for (const scheme of ['light', 'dark'] as const) {
  test.describe(`for every person, ${scheme}`, () => {
    test.beforeAll(async () => {
      waymark = await launch({ colorScheme: scheme });
      world().site.colorMode = scheme;
      await prepareDemo(waymark);
    });
    test.afterAll(() => waymark.close());

    test('axe finds nothing serious on the list, its card, the open picker and the form of a new item', async () => {
      const list = await openList();
      const { badge } = await someBadge(list);
      expect(await seriousFindings(list, 'waymark-')).toEqual([]);
      const card = await openCard(list, badge);
      expect(await seriousFindings(list, 'waymark-')).toEqual([]);
      const picker = card.getByRole('combobox', PICKER);
      await picker.focus();
      await picker.fill('nothing like this yet');
      await expect(card.getByRole('option', { name: /Create/ })).toBeVisible();
      expect(await seriousFindings(list, 'waymark-')).toEqual([]);
      await list.keyboard.press('Enter');
      await expect(card.getByRole('form', { name: 'New roadmap item' })).toBeVisible();
      expect(await seriousFindings(list, 'waymark-')).toEqual([]);
    });

    test('axe finds nothing serious in the popup, reading or editing', async () => {
      const list = await openList();
      const popup = await popupOver(list);
      expect(await seriousFindings(popup, null)).toEqual([]);
      await popup.getByRole('button', { name: 'Edit the Sprint Goal' }).click();
      expect(await seriousFindings(popup, null)).toEqual([]);
    });

    test('axe finds nothing serious in any section of the options, with unsaved changes and the questions before a token is removed and a site forgotten', async () => {
      const options = await openOptions();
      await options.locator('details').evaluateAll((all) => all.forEach((one) => { (one as HTMLDetailsElement).open = true; }));
      await options.getByLabel('Weight of Demand as a number').fill('90');
      await options.getByRole('button', { name: 'Show', exact: true }).click();
      await expect(options.getByRole('button', { name: 'Save changes' })).toBeVisible();
      for (const id of ['connections', 'scoring', 'risk', 'calendar', 'data', 'privacy']) await expect(options.locator(`section#${id}`)).toBeAttached();
      expect(await seriousFindings(options, null)).toEqual([]);
      await site(options).getByRole('button', { name: 'Remove token …' }).click();
      expect(await seriousFindings(options, null)).toEqual([]);
      await options.keyboard.press('Escape');
      await site(options).getByRole('button', { name: 'Forget this site …' }).click();
      expect(await seriousFindings(options, null)).toEqual([]);
    });
  });
}
