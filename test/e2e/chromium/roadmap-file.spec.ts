import { expect, test } from '@playwright/test';
import type { IssueKey, ProjectKey } from '../../../lib/core/issue.ts';
import { seriousFindings } from '../axe.ts';
import { launch, type Waymark } from '../waymark.ts';
import { openRoadmapOf } from './roadmap-page.ts';

const PATH = '.github/waymark.yml';
const SHOP = 'github.com/acme/shop' as ProjectKey;
const CLOUD = 'acme.atlassian.net';
const JIRA = `${CLOUD}/SHOP` as ProjectKey;
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

test('a roadmap that lives in this browser is moved to a file after a review, looked for at another place at once, and a team’s threshold is taken', async () => {
  shop()?.branches.get('main')?.files.set(PATH, `${FILE}team:\n  thresholds:\n    idleDays: 4\n`);
  await waymark.ask('refresh', { project: SHOP });
  const workspace = await waymark.openOwn('workspace.html#roadmap');
  await workspace.getByRole('button', { name: 'Where this roadmap lives …' }).click();
  const home = workspace.getByRole('dialog', { name: 'Where this roadmap lives' });
  await home.getByRole('radio', { name: /acme\/shop/ }).check();
  await home.getByRole('button', { name: 'Review what acme/shop lacks …' }).press('Enter');
  await expect(home.getByRole('checkbox', { name: '“Better search” is only in this browser.' })).toBeChecked();
  await expect(home.getByRole('checkbox').first()).toBeFocused();
  const diff = home.getByRole('textbox', { name: `What changes in ${PATH}` });
  await expect(diff).toHaveValue(/\+ {2}- id: search/);
  expect(await seriousFindings(workspace, null)).toEqual([]);
  await home.getByRole('checkbox', { name: '“Better search” is only in this browser.' }).uncheck();
  await expect(home.getByText('Nothing is chosen: choose what is to be written.')).toBeVisible();
  await home.getByRole('checkbox', { name: '“Better search” is only in this browser.' }).check();
  await home.getByRole('button', { name: 'Open a pull request' }).press('Enter');
  await expect(home.getByText('is proposed.')).toBeVisible();
  await expect(home.getByRole('button', { name: /^Review / })).toBeFocused();

  const options = await waymark.openOwn('options.html#roadmap-file');
  const idle = options.getByRole('spinbutton', { name: /No movement/ });
  await expect(idle).toHaveValue('4');
  await idle.fill('9');
  await options.getByRole('button', { name: /No movement.*use the team’s, 4/ }).click();
  await expect(idle).toHaveValue('4');
  const section = options.getByRole('region', { name: 'Roadmap file' });
  shop()?.branches.get('main')?.files.set('docs/plan.yml', 'items:\n  - { id: gifts, title: Gift cards }\n  - { id: kiosk, title: Kiosk }\n');
  await section.getByText('Where it is …').click();
  await section.getByRole('textbox', { name: 'Path' }).fill('docs/plan.yml');
  await section.getByRole('button', { name: 'Look there' }).click();
  await expect(section.getByText('2 items in use from docs/plan.yml.')).toBeVisible();
  await section.getByText('Where it is …').click();
  await section.getByRole('textbox', { name: 'Path' }).fill('docs/none.yml');
  await section.getByRole('button', { name: 'Look there' }).click();
  await expect(section.getByText('There is no docs/none.yml yet.', { exact: false })).toBeVisible();
  expect((await waymark.ask('roadmap', null)).items.flatMap(({ item, described }) => (described ? [item.id] : [])).toSorted()).toEqual(['gifts', 'kiosk', 'search']);
});

test('what was edited offline, of a file and of a Jira project’s property, is merged with a teammate’s changes; what both have changed is shown, and each side can be taken', async () => {
  test.slow();
  const files = shop()?.branches.get('main')?.files;
  const jira = waymark.tracker.world.jira.sites.find(({ host }) => host === CLOUD)?.projects.get('SHOP');
  if (!files || !jira) throw new Error('the demo lacks a project');
  files.set(PATH, FILE);
  jira.properties = { waymark: { items: [{ id: 'pay', title: 'Pay', horizon: 'now' }] } };
  await waymark.ask('setRoadmapPlace', { project: SHOP, place: { path: PATH, branch: null } });
  await (await waymark.open(`https://${CLOUD}/__sign-in?as=maya`)).close();
  await waymark.ask('describe', { keys: [`${JIRA}-1` as IssueKey], project: JIRA });
  const states = async () => Object.fromEntries((await waymark.ask('roadmapFile', null)).map(({ project, state }) => [project, state]));
  await expect.poll(states, { timeout: 30_000 }).toMatchObject({ [SHOP]: 'good', [JIRA]: 'good' });

  const page = await openRoadmapOf(waymark);
  const title = (words: string) => page.getByRole('button', { name: words, exact: true });
  waymark.tracker.unplug();
  for (const [before, after] of [['Gift cards', 'Gifts here'], ['Pay', 'Pay here']] as const) {
    await title(before).click();
    const sheet = page.getByRole('dialog', { name: before });
    await sheet.getByRole('button', { name: 'Edit', exact: true }).click();
    await sheet.getByLabel('Title').fill(after);
    await sheet.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByRole('dialog', { name: after })).toBeVisible();
    await page.keyboard.press('Escape');
  }
  await title('Gifts here').focus();
  await page.keyboard.press('Shift+ArrowLeft');
  await expect(page.getByRole('region', { name: /^Next/ })).toContainText('Gifts here');
  files.set(PATH, `${FILE.replace('Gift cards', 'Gifts there')}  - id: till\n    title: Till\n    horizon: now\n`);
  jira.properties = { waymark: { items: [{ id: 'pay', title: 'Pay there', horizon: 'now', owner: 'jonas-k' }, { id: 'split', title: 'Split payments', horizon: 'next' }] } };
  waymark.tracker.mend();
  for (const project of [SHOP, JIRA]) await waymark.ask('refresh', { project });

  await expect(title('Till')).toBeVisible({ timeout: 60_000 });
  await expect(title('Split payments')).toBeVisible({ timeout: 60_000 });
  await expect(page.getByRole('region', { name: /^Next/ })).toContainText('Gifts here');
  await expect(page.locator('.item', { hasText: 'Pay here' })).toContainText('jonas-k');
  await expect(page.getByText(/1 conflict among them: a teammate has changed the same/)).toHaveCount(2);
  expect(await seriousFindings(page, null)).toEqual([]);
  expect(files.get(PATH)).toContain('Gifts there');
  expect(jira.properties).toMatchObject({ waymark: { items: [{ title: 'Pay there' }, { id: 'split' }] } });

  const options = await waymark.openOwn('options.html#roadmap-file');
  const of = (name: string) => options.getByRole('region', { name: 'Roadmap file' }).locator('.box').filter({ has: options.getByRole('heading', { name, exact: true }) });
  await of('acme/shop').getByRole('button', { name: /^Use the team’s: .* in title/ }).click();
  await expect(title('Gifts there')).toBeVisible();
  await of('acme/shop').getByRole('button', { name: 'Propose …' }).click();
  await of('acme/shop').getByRole('button', { name: 'Only a branch' }).click();
  const branches = () => [...(shop()?.branches.values() ?? [])].map((branch) => branch.files.get(PATH) ?? '').filter((text) => text.includes('Gifts there') && /id: gifts.*\n.*Gifts there\n.*next/.test(text) && text.includes('id: till'));
  await expect.poll(() => branches().length, { timeout: 60_000 }).toBe(1);

  await of('SHOP').getByRole('button', { name: 'Propose …' }).click();
  await of('SHOP').getByRole('checkbox', { name: /Pay here/ }).check();
  await of('SHOP').getByRole('button', { name: 'Write it' }).click();
  await expect.poll(() => jira.properties?.['waymark'], { timeout: 60_000 }).toMatchObject({ items: expect.arrayContaining([expect.objectContaining({ id: 'pay', title: 'Pay here', owner: 'jonas-k' }), expect.objectContaining({ id: 'split' })]) as unknown });
});

test('where the team keeps its goals in the file, a change of them is seen as a difference on the page of sprints, and proposed', async () => {
  const files = shop()?.branches.get('main')?.files;
  const text = `${FILE}team:\n  sprints:\n    goal: { place: file }\n    goals:\n      - sprint: Sprint 24   # until Christmas\n        goal: Buyers pay in one step\n`;
  files?.set(PATH, text);
  await waymark.ask('setRoadmapPlace', { project: SHOP, place: { path: PATH, branch: null } });
  await waymark.ask('refresh', { project: SHOP });
  const page = await waymark.openOwn(`workspace.html#/sprints/${SHOP}`);
  await expect(page.locator('p.sprint-goal-text')).toHaveText('Buyers pay in one step', { timeout: 30_000 });
  await page.getByRole('button', { name: 'Edit the Sprint Goal' }).press('Enter');
  await page.getByRole('textbox', { name: 'Sprint Goal' }).fill('Buyers pay in under a minute');
  await page.getByRole('button', { name: 'See the change' }).click();
  await expect(page.getByRole('textbox', { name: `What changes in ${PATH}` })).toHaveValue(/-.*Buyers pay in one step[\s\S]*\+.*Buyers pay in under a minute/);
  await expect(page.getByRole('textbox', { name: 'What it is for' })).toHaveValue('Goal of Sprint 24');
  expect(await seriousFindings(page, null)).toEqual([]);
  await page.getByRole('button', { name: 'Open a pull request' }).click();
  await expect.poll(() => proposed().at(-1)?.title, { timeout: 30_000 }).toBe('Goal of Sprint 24');
  const branch = proposed().at(-1)?.pull?.branch ?? '';
  expect(shop()?.branches.get(branch)?.files.get(PATH)).toContain('Buyers pay in under a minute');
  // Until it is merged the team's goal is what its file says.
  expect(files?.get(PATH)).toBe(text);
  await expect(page.locator('p.sprint-goal-text')).toHaveText('Buyers pay in one step');
  await page.screenshot({ path: '.artifacts/goal-file.png', fullPage: true });
});

test('where the file has no goal for the running sprint yet, one click in the popup leads to the page of sprints with the editor open', async () => {
  shop()?.branches.get('main')?.files.set(PATH, `${FILE}team:\n  sprints:\n    goal: { place: file }\n    goals:\n      - sprint: Sprint 23\n        goal: Parcels come back\n`);
  const milestone = [...(shop()?.milestones.values() ?? [])].find(({ title }) => title === 'Sprint 24');
  if (!shop() || !milestone) throw new Error('the demo lacks its sprint');
  Object.assign(milestone, { description: '', updatedAt: new Date().toISOString() });
  Object.assign(shop() ?? {}, { revision: (shop()?.revision ?? 0) + 1 });
  await waymark.ask('refresh', { project: SHOP });
  await expect.poll(async () => (await waymark.ask('popup', { project: SHOP, board: null })).goals?.goals, { timeout: 40_000 }).toEqual([]);
  const popup = await waymark.openOwn('popup.html');
  await popup.setViewportSize({ width: 400, height: 600 });
  await popup.getByRole('combobox', { name: 'Project' }).selectOption(SHOP);
  await expect(popup.getByText('This sprint has no goal yet.')).toBeVisible();
  expect(await seriousFindings(popup, null)).toEqual([]);
  await popup.screenshot({ path: '.artifacts/popup-goal-file.png' });
  const opened = waymark.context.waitForEvent('page');
  await popup.getByRole('link', { name: 'Write the Sprint Goal' }).press('Enter');
  const page = await opened;
  await expect(page.getByRole('textbox', { name: 'Sprint Goal' })).toBeFocused({ timeout: 20_000 });
  await page.screenshot({ path: '.artifacts/goal-editor-open.png' });
  await page.keyboard.type('Buyers pay in one step');
  await page.getByRole('button', { name: 'See the change' }).click();
  await expect(page.getByRole('textbox', { name: `What changes in ${PATH}` })).toHaveValue(/\+.*sprint: Sprint 24[\s\S]*\+.*goal: Buyers pay in one step/);
  await page.close();
  await popup.close();
});
