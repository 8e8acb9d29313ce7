import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test, type Locator, type Page } from '@playwright/test';
import type { IssueKey, ProjectKey } from '../../../lib/core/issue.ts';
import { seriousFindings } from '../axe.ts';
import { addressesOf, showState } from '../playground.ts';
import { badges, launch, type Waymark } from '../waymark.ts';

const GITHUB = 'github.com/acme/shop';
const CLOUD = 'acme.atlassian.net';
const SHOP = `${CLOUD}/SHOP` as ProjectKey;
const OPS = `${CLOUD}/OPS` as ProjectKey;

let waymark: Waymark;
const shop = () => waymark.tracker.world.repositories.find(({ name }) => name === 'shop')!;
const milestone = (title: string) => [...shop().milestones.values()].find((one) => one.title === title)!;
const issuesOf = (title: string) => [...shop().issues.values()].filter((issue) => issue.pull === null && issue.milestone === milestone(title).number);
const marked = () => issuesOf('Sprint 24').filter(({ labels }) => labels.includes('sprint-goal')).map(({ number }) => number);
const cloud = () => waymark.tracker.world.jira.sites.find(({ host }) => host === CLOUD)!;

async function openSprints(address = ''): Promise<Page> {
  const page = await waymark.openOwn(`workspace.html#/sprints${address}`);
  await expect(page.locator('main.sprints')).toHaveAttribute('aria-busy', 'false', { timeout: 30_000 });
  return page;
}
const section = (page: Page, name: string): Locator => page.getByRole('region', { name, exact: true });

test.describe('on the demo', () => {
  test.describe.configure({ mode: 'serial' });
  test.beforeAll(async () => {
    // The build for tests may be on a host whose permission prompt nobody can click here.
    waymark = await launch({ extension: resolve('.output/chrome-mv3-e2e') });
    expect((await waymark.ask('connect', { host: 'github.com', token: 'github_pat_demo_writer' })).ok).toBe(true);
    const signIn = await waymark.open(`https://${CLOUD}/__sign-in?as=maya`);
    const list = await waymark.open('https://github.com/acme/shop/issues');
    await expect(badges(list).first()).toBeVisible();
    for (const project of [SHOP, OPS]) await waymark.ask('describe', { keys: [`${project}-1` as IssueKey], project });
    await expect.poll(async () => (await waymark.ask('options', null)).connections.flatMap(({ projects }) => projects).filter(({ syncedAt }) => syncedAt !== null).length, { timeout: 60_000 }).toBe(3);
    await list.close();
    await signIn.close();
  });
  test.afterAll(() => waymark.close());

  test('the roadmap and the sprints are two pages of one workspace, each with its own address and title', async () => {
    const page = await waymark.openOwn('workspace.html#roadmap');
    const pages = page.getByRole('navigation', { name: 'Workspace' });
    await expect(pages.getByRole('link', { name: 'Roadmap' })).toHaveAttribute('aria-current', 'page');
    await pages.getByRole('link', { name: 'Sprints' }).press('Enter');
    await expect(page.getByRole('heading', { name: 'Sprints', level: 1 })).toBeAttached();
    await expect(page).toHaveTitle('Sprints · Waymark');
    await expect(pages.getByRole('link', { name: 'Sprints' })).toHaveAttribute('aria-current', 'page');
    await page.goBack();
    await expect(page).toHaveTitle('Roadmap · Waymark');
    await page.close();
  });

  test('a milestone’s goal stands in large type, and its burn-up counts what the tracker holds, also as a table', async () => {
    const page = await openSprints(`/${GITHUB}`);
    await expect(page.locator('p.sprint-goal-text')).toHaveText(/^Returning customers can pay in under thirty seconds\./);
    await expect(page.getByRole('link', { name: 'Sprint 24' })).toHaveAttribute('href', `https://${GITHUB}/milestone/${milestone('Sprint 24').number}`);
    const own = issuesOf('Sprint 24').filter(({ stateReason }) => stateReason !== 'not_planned' && stateReason !== 'duplicate');
    const done = own.filter(({ state }) => state === 'closed').length;
    const burnUp = page.getByRole('figure', { name: 'Burn-up' });
    await expect(burnUp.getByText(`${done} of ${own.length} issues are done.`)).toBeVisible();
    await expect(burnUp.getByRole('img', { name: 'Burn-up' })).toHaveAccessibleDescription(new RegExp(`^${done} of ${own.length} issues are done\\.`));
    // A screen reader has the table whether or not it is shown.
    const today = burnUp.getByRole('row').filter({ hasText: 'today' });
    await expect(today.getByRole('cell')).toHaveText([String(own.length), String(done)]);
    await burnUp.getByRole('button', { name: 'Table' }).press('Enter');
    await expect(burnUp.locator('.burn-up-table')).toBeVisible();
    await page.close();
  });

  test('what happened is told in lists of links, with how it is known', async () => {
    const page = await openSprints(`/${GITHUB}`);
    const happened = section(page, 'What happened');
    await expect(happened.getByText('By the tracker’s own histories, from the first day on.', { exact: false })).toBeVisible();
    await expect(happened.locator('[data-list] > :first-child')).toContainText(['Committed', 'Added', 'Removed', 'Carried over once', 'Carried over twice or more', 'Re-estimated', 'Reopened', 'Done', 'Still open']);
    const open = issuesOf('Sprint 24').filter(({ state }) => state === 'open');
    await happened.locator('[data-list=left] > summary').click();
    await expect(happened.locator('[data-list=left] a')).toHaveCount(open.length);
    await expect(happened.locator('[data-list=left] a').first()).toHaveAttribute('href', new RegExp(`^https://${GITHUB}/issues/\\d+$`));
    await page.close();
  });

  test('every risk flag of the sprint is listed under its rule, with its reason and the way to the issue', async () => {
    const page = await openSprints(`/${GITHUB}`);
    const { flags } = (await waymark.ask('sprintView', { project: GITHUB as ProjectKey, sprint: null, last: false }))!;
    expect(flags.length).toBeGreaterThan(2);
    const listed = section(page, 'Risk flags in the sprint').locator('details');
    await expect(listed.locator('> summary')).toHaveText(flags.map(({ label, issues }) => new RegExp(`${label} ${issues.length}$`)));
    await listed.first().locator('summary').press('Enter');
    await expect(listed.first().getByRole('listitem')).toHaveCount(flags[0]!.issues.length);
    await expect(listed.first().getByRole('listitem').first()).toContainText(flags[0]!.issues[0]!.reason);
    await expect(listed.first().getByRole('link').first()).toHaveAttribute('href', new RegExp(`^https://${GITHUB}/issues/\\d+$`));
    await page.close();
  });

  test('by keyboard alone issues are marked as serving the goal, become a label once, and can be taken back', async () => {
    const page = await openSprints(`/${GITHUB}`);
    const marks = section(page, 'Which issues serve the goal');
    const boxes = marks.locator('tbody input[type=checkbox]');
    await boxes.first().focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Space');
    await expect(marks.getByText('2 ticked')).toBeVisible();
    await page.keyboard.press('g');
    await expect(marks.locator('.goal-toggle[aria-pressed=true]')).toHaveCount(2);
    await expect(page.locator('main.sprints > output')).toHaveText(/^2 issues serve the goal\./);
    await page.getByRole('button', { name: 'Undo', exact: true }).press('Enter');
    await expect(marks.locator('.goal-toggle[aria-pressed=true]')).toHaveCount(0);
    expect(marked()).toEqual([]);
    await boxes.first().focus();
    await page.keyboard.press('g');
    await expect.poll(marked, { timeout: 40_000 }).toHaveLength(1);
    await expect(section(page, 'Goal and other work').getByText('0 of 1 done')).toBeVisible();
    await expect(section(page, 'How the goal goes').getByText(/goal issue/).first()).toBeVisible();
    // By now the tracker has it, so that taking it back is a change of its own.
    await page.getByRole('button', { name: 'Undo', exact: true }).press('Enter');
    await expect.poll(marked, { timeout: 40_000 }).toEqual([]);
    await page.close();
  });

  test('goals are written in their order to where they came from, and every wording is kept', async () => {
    const page = await openSprints(`/${GITHUB}`);
    await page.getByRole('button', { name: 'Edit the Sprint Goal' }).click();
    const form = page.getByRole('form', { name: 'Goals of the sprint' });
    await expect(form.getByRole('textbox', { name: 'Sprint Goal' })).toBeFocused();
    await form.getByRole('textbox', { name: 'Sprint Goal' }).fill('Vouchers explain themselves');
    await form.getByRole('button', { name: 'Another goal' }).click();
    await expect(form.getByRole('textbox', { name: 'Goal 2' })).toBeFocused();
    await form.getByRole('textbox', { name: 'Goal 2' }).fill('Returning customers pay in two taps');
    await form.getByRole('button', { name: 'Move Goal 2 up' }).click();
    await form.getByRole('button', { name: 'Save' }).click();
    await expect(page.locator('p.sprint-goal-text')).toHaveText('Returning customers pay in two taps');
    await expect(page.locator('.sprint-goals li')).toHaveText(['Vouchers explain themselves']);
    await expect.poll(() => milestone('Sprint 24').description, { timeout: 40_000 }).toMatch(/Returning customers pay in two taps[\s\S]*Vouchers explain themselves/);
    await page.getByText(/wordings so far$/).click();
    await expect(page.locator('.goal-history li')).toHaveCount(2);
    await expect(page.locator('.goal-history li').first()).toContainText('in the milestone’s description');
    await page.close();
  });

  test('a goal that somebody changed meanwhile is not written over: the user says which one stands', async () => {
    const page = await openSprints(`/${GITHUB}`);
    await page.getByRole('button', { name: 'Edit the goals' }).click();
    const form = page.getByRole('form', { name: 'Goals of the sprint' });
    await form.getByRole('textbox', { name: 'Sprint Goal' }).fill('Ours: pay in one tap');
    await form.getByRole('button', { name: 'Save' }).click();
    await expect(page.locator('p.sprint-goal-text')).toHaveText('Ours: pay in one tap');
    Object.assign(milestone('Sprint 24'), { description: 'Sprint Goal: Theirs: pay by invoice', updatedAt: new Date().toISOString() });
    const conflict = page.getByRole('group', { name: /^Somebody changed the goal/ });
    await expect(conflict).toBeVisible({ timeout: 40_000 });
    await expect(conflict).toContainText('Theirs: pay by invoice');
    expect(milestone('Sprint 24').description).toBe('Sprint Goal: Theirs: pay by invoice');
    expect(await seriousFindings(page, null)).toEqual([]);
    await conflict.getByRole('button', { name: 'Use mine' }).click();
    await expect.poll(() => milestone('Sprint 24').description, { timeout: 40_000 }).toContain('Ours: pay in one tap');
    await expect(conflict).toHaveCount(0);
    await page.close();
  });

  test('the outcome of a sprint that has ended is asked for, kept in the ledger, and part of its review', async () => {
    const page = await openSprints(`/${GITHUB}`);
    const ask = section(page, 'Sprint 23 has ended. Was its goal met?');
    await ask.getByRole('radio', { name: 'Partly met' }).check();
    await ask.getByRole('textbox', { name: 'Note for the review' }).fill('The label is printed, the call is not gone');
    await ask.getByRole('button', { name: 'Save' }).click();
    await expect(ask).toHaveCount(0);
    await page.getByRole('navigation', { name: 'Sprints' }).getByRole('link', { name: 'Ledger' }).click();
    const entry = page.getByRole('listitem', { name: 'Sprint 23', exact: true });
    await expect(entry).toContainText('Partly met');
    await expect(entry).toContainText('The label is printed, the call is not gone');
    const saved = page.waitForEvent('download');
    await entry.getByRole('button', { name: 'Download review of Sprint 23' }).click();
    const file = await saved;
    expect(file.suggestedFilename()).toBe('review-sprint-23.md');
    expect(readFileSync(await file.path(), 'utf8')).toMatch(/^## Sprint 23[\s\S]*The label is printed, the call is not gone/);
    await page.getByRole('searchbox', { name: 'Search the ledger' }).fill('call is not gone');
    await expect(page.locator('.ledger-entry')).toHaveCount(1);
    await page.getByRole('searchbox', { name: 'Search the ledger' }).fill('nothing like it');
    await expect(page.getByText('No sprint speaks of that.')).toBeVisible();
    await page.close();
  });

  test('past sprints stand beside each other with their outcome, above how good the forecasts were and how work flows', async () => {
    const page = await openSprints(`/${GITHUB}?look=past`);
    const row = section(page, 'Past sprints').getByRole('row').filter({ hasText: 'Sprint 23' });
    await expect(row).toContainText('Partly met');
    await expect(section(page, 'How good the forecasts are')).toBeVisible();
    await expect(section(page, 'How work flows').getByText('Throughput')).toBeVisible();
    await row.getByRole('link', { name: 'Sprint 23' }).click();
    await expect(page).toHaveURL(new RegExp(`#/sprints/${GITHUB}/milestone/${milestone('Sprint 23').number}$`));
    await expect(page.locator('p.sprint-goal-text')).toHaveText(/^Customers can return a parcel/);
    await page.getByRole('button', { name: 'Back to Sprint 24' }).click();
    await expect(page.locator('p.sprint-goal-text')).toHaveText('Ours: pay in one tap');
    await page.close();
  });

  test('a sprint of Jira is reached by its key, with estimates and its team; the other one that runs can be made ours', async () => {
    const { id } = [...cloud().sprints.values()].find(({ name }) => name === 'Shop Sprint 24')!;
    const page = await openSprints(`/${SHOP}/sprint/${id}`);
    await expect(page.locator('p.sprint-goal-text')).toHaveText(/^Returning customers can pay/);
    const burnUp = page.getByRole('figure', { name: 'Burn-up' });
    await burnUp.getByRole('button', { name: 'By estimate' }).click();
    await expect(burnUp.getByText(/^\d+ of \d+ by estimate are done\./)).toBeVisible();
    const which = page.getByLabel('Sprint', { exact: true });
    await which.selectOption(await which.locator('option', { hasText: 'Checkout Sprint 9' }).getAttribute('value'));
    await expect(page.locator('p.sprint-goal-text')).toHaveText(/^Guests can pay with a passkey/);
    await page.getByRole('button', { name: 'Make it ours' }).click();
    await expect(page).toHaveURL(new RegExp(`#/sprints/${SHOP}$`));
    await expect(page.locator('p.sprint-goal-text')).toHaveText(/^Guests can pay with a passkey/);
    await page.close();
  });

  test('a Kanban project shows how its work flows and no sprint; another project is one choice away', async () => {
    const page = await waymark.openOwn(`workspace.html#/sprints/${OPS}`);
    await expect(page.getByRole('heading', { name: 'Operations has no sprints' })).toBeVisible();
    await expect(section(page, 'How work flows').getByText('Cycle time')).toBeVisible();
    await expect(page.getByRole('navigation', { name: 'Sprints' })).toHaveCount(0);
    expect(await seriousFindings(page, null)).toEqual([]);
    await page.getByLabel('Project').selectOption({ label: 'acme/shop' });
    await expect(page).toHaveURL(new RegExp(`#/sprints/${GITHUB}$`));
    await expect(page.locator('p.sprint-goal-text')).toHaveText('Ours: pay in one tap');
    await page.close();
  });

  test('a roadmap item whose issues serve the goal marks them all, and lets go of them', async () => {
    const label = issuesOf('Sprint 24').flatMap(({ labels }) => labels).find((one) => one.startsWith('roadmap:'))!;
    const own = issuesOf('Sprint 24').filter(({ labels }) => labels.includes(label)).length;
    await waymark.ask('createRoadmapItem', { id: label.slice('roadmap:'.length), title: 'Shop on the phone', outcome: '', horizon: 'now' });
    const page = await openSprints(`/${GITHUB}`);
    await page.getByLabel('A roadmap item whose issues serve the goal').selectOption({ label: 'Shop on the phone' });
    const remove = page.getByRole('button', { name: /^Shop on the phone: its issues no longer serve the goal/ });
    await expect(remove).toBeVisible();
    // Those that inherit it from a parent serve the goal too.
    await expect.poll(() => page.getByText('by its roadmap item').count()).toBeGreaterThanOrEqual(own);
    await remove.click();
    await expect(remove).toHaveCount(0);
    await expect(page.getByText('by its roadmap item')).toHaveCount(0);
    await page.close();
  });

  test('a sprint that nobody knows says so and leads to the current one', async () => {
    const page = await openSprints(`/${GITHUB}/milestone/999`);
    await page.getByRole('link', { name: 'Show the current one' }).click();
    await expect(page.locator('p.sprint-goal-text')).toHaveText('Ours: pay in one tap');
    await page.close();
  });

  test('a killed worker costs nothing: the last report is there, and the page goes on', async () => {
    await waymark.killWorker();
    const page = await openSprints(`/${GITHUB}`);
    await expect(page.locator('p.sprint-goal-text')).toHaveText('Ours: pay in one tap');
    await page.close();
  });
});

for (const [scheme, forced] of [['light', 'none'], ['dark', 'none'], ['light', 'active']] as const) {
  test.describe(`for every person, ${forced === 'active' ? 'forced colours' : scheme}`, () => {
    test.beforeAll(async () => {
      waymark = await launch({ extension: resolve('.output/chrome-mv3-e2e'), colorScheme: scheme });
    });
    test.afterAll(() => waymark.close());

    test('on paper stands the whole ledger, and a sprint that was deleted says so and leads nowhere', async () => {
      const page = await waymark.openOwn(`playground.html?state=sprints-ledger-long&theme=${scheme}`);
      await expect(page.locator('.ledger-entry')).toHaveCount(12);
      await page.emulateMedia({ media: 'print' });
      await expect(page.locator('.ledger-entry')).toHaveCount(26);
      await page.emulateMedia({ media: 'screen' });
      await expect(page.locator('.ledger-entry')).toHaveCount(12);
      await showState(page, `?state=sprints-gone&theme=${scheme}`);
      await expect(page.locator('.sprint-line-wide')).toContainText('no longer at the tracker');
      await expect(page.locator('.sprint-line-wide a')).toHaveCount(0);
      await expect(page.getByRole('button', { name: 'Edit the Sprint Goal' })).toHaveCount(0);
      await page.close();
    });

    test('axe finds nothing serious in any state of the page', async () => {
      test.setTimeout(240_000);
      const page = await waymark.openOwn('playground.html');
      await page.emulateMedia({ reducedMotion: 'reduce', forcedColors: forced });
      const states = await addressesOf(page.locator('a[href*="state=sprints-"], a[href*="state=burn-up"]'));
      expect(states.length).toBeGreaterThan(15);
      for (const state of states) {
        await showState(page, `${state}&theme=${scheme}`);
        await expect(page.locator('.waymark').first()).toBeVisible();
        await page.locator('details').evaluateAll((all) => { for (const details of all) details.setAttribute('open', ''); });
        expect(await seriousFindings(page, null), state).toEqual([]);
        if (!state.endsWith('sprints-several')) continue;
        await page.getByRole('button', { name: 'Edit the goals' }).click();
        await expect(page.getByRole('form', { name: 'Goals of the sprint' })).toBeVisible();
        expect(await seriousFindings(page, null), 'the form').toEqual([]);
      }
    });
  });
}
