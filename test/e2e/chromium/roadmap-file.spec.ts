import { expect, test } from '@playwright/test';
import type { ProjectKey } from '../../../lib/core/issue.ts';
import { seriousFindings } from '../axe.ts';
import { launch, type Waymark } from '../waymark.ts';

const PATH = '.github/waymark.yml';
const SHOP = 'github.com/acme/shop' as ProjectKey;
const FILE = '# Ours\nitems:\n  - id: gifts   # since spring\n    title: Gift cards\n    horizon: later\n';

let waymark: Waymark;
test.beforeAll(async () => {
  waymark = await launch();
});
test.afterAll(() => waymark.close());

const shop = () => waymark.tracker.world.repositories.find(({ name }) => name === 'shop');
const proposed = () => [...(shop()?.issues.values() ?? [])].filter(({ pull }) => pull?.branch.startsWith('waymark/'));

test('a team’s file is taken up, a change is seen as a diff, proposed as a pull request, and an error is told with its place', async () => {
  shop()?.branches.get('main')?.files.set(PATH, FILE);
  await waymark.ask('connect', { host: 'github.com', token: 'ghp_demo_writer' });
  await (await waymark.open('https://github.com/acme/shop/issues')).waitForSelector('waymark-badge');
  const options = await waymark.openOwn('options.html#roadmap-file');
  const section = options.getByRole('region', { name: 'Roadmap file' });
  await expect(section.getByText('1 item in use from .github/waymark.yml.')).toBeVisible();
  await waymark.ask('createRoadmapItem', { id: 'search', title: 'Better search', outcome: '', horizon: 'now' });
  await section.getByText('Differs from the team’s in 1 thing').click();
  await expect(section.getByText('“Better search” is only in this browser.')).toBeVisible();
  await section.getByRole('button', { name: 'Propose …' }).click();
  await expect(section.getByRole('textbox', { name: `What changes in ${PATH}` })).toHaveValue(/\+ {2}- id: search\n\+ {4}title: Better search\n\+ {4}horizon: now\n$/);
  await section.getByRole('textbox', { name: 'What it is for' }).fill('Plan the search');
  expect(await seriousFindings(options, null)).toEqual([]);
  await section.getByRole('button', { name: 'Open a pull request' }).click();
  await expect(section.getByText('“Plan the search” is proposed.')).toBeVisible();
  expect(proposed().map(({ title }) => title)).toEqual(['Plan the search']);
  const [pull] = proposed();
  expect(shop()?.branches.get(pull?.pull?.branch ?? '')?.files.get(PATH)).toBe(`${FILE}  - id: search\n    title: Better search\n    horizon: now\n`);
  await expect(section.getByRole('link', { name: 'Look at it' })).toHaveAttribute('href', `https://github.com/acme/shop/pull/${pull?.number}`);

  shop()?.branches.get('main')?.files.set(PATH, FILE.replace('later', 'soon'));
  await waymark.ask('refresh', { project: SHOP });
  await expect(section.getByText('Line 5, column 14: “horizon” of Entry 1 of “items” must be one of now, next, later.')).toBeVisible();
  expect((await waymark.ask('findRoadmapItems', { text: 'gift' })).map(({ horizon }) => horizon)).toEqual(['later']);
});
