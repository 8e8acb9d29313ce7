import { expect, test, type Page } from '@playwright/test';
import type { IssueKey, ProjectKey } from '../../../lib/core/issue.ts';
import { prepareDemo } from '../../tools/demo.ts';
import { seriousFindings } from '../axe.ts';
import { badges, launch, type Waymark } from '../waymark.ts';

const SHOP = 'github.com/acme/shop' as ProjectKey;
const JIRA = 'acme.atlassian.net/SHOP' as ProjectKey;
const OPS = 'acme.atlassian.net/OPS' as ProjectKey;

test.describe.configure({ mode: 'serial' });

let waymark: Waymark;
test.beforeAll(async () => {
  waymark = await launch();
  await prepareDemo(waymark);
  const list = await waymark.open('https://github.com/acme/shop/issues');
  await expect(badges(list).first()).toBeVisible();
  await expect.poll(async () => (await waymark.ask('popup', { project: SHOP, board: null })).syncing, { timeout: 40_000 }).toBe(false);
  // They wait for what was read last: until then the popup says that there are none yet, in fewer words.
  await expect.poll(async () => (await waymark.ask('sprintView', { project: SHOP, sprint: null, last: false }))?.odds.state, { timeout: 40_000 }).toBe('odds');
  await list.close();
  // From here on every popup tells what moved in it once the goal was there, and how far.
  await waymark.context.addInitScript(() => {
    const moved: string[] = [];
    Object.assign(globalThis, { moved });
    let goalAt = Infinity;
    new MutationObserver(() => { if (goalAt === Infinity && document.querySelector('.goal')?.textContent) goalAt = performance.now(); }).observe(document, { childList: true, subtree: true });
    new PerformanceObserver((seen) => {
      for (const entry of seen.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean; sources: { node: Node | null }[] })[]) {
        // A number at the right edge that has become a digit longer is 0.0001.
        if (entry.startTime >= goalAt && !entry.hadRecentInput && entry.value > 0.0005) moved.push(`${entry.value.toFixed(4)}: ${entry.sources.map(({ node }) => (node instanceof Element ? `${node.localName}.${node.className}` : node?.textContent)).join(', ')}`);
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
});
test.afterAll(() => waymark.close());

const milestone = (title: string) => [...waymark.tracker.world.repositories.find(({ name }) => name === 'shop')!.milestones.values()].find((one) => one.title === title)!;
const sprintKey = async (project: ProjectKey) => (await waymark.ask('popup', { project, board: null })).sprint!.sprint.key;

/** In the popup's own size. `fresh`: until the worker has said all that it knows. */
async function openPopup({ fresh = true } = {}): Promise<Page> {
  const popup = await waymark.context.newPage();
  await popup.setViewportSize({ width: 400, height: 600 });
  await popup.goto(`chrome-extension://${waymark.id}/popup.html`);
  if (fresh) await expect(popup.locator('.popup[aria-busy=false]')).toBeVisible();
  return popup;
}

/** Nothing of what could be read has moved, also not a moment after everything was there. */
async function expectNothingMoved(popup: Page): Promise<void> {
  await popup.waitForTimeout(600);
  expect(await popup.evaluate(() => (globalThis as unknown as { moved: string[] }).moved)).toEqual([]);
}

test('a milestone’s goal stands first, with its odds, both progresses, what threatens it and what changed; nothing moves while that comes', async () => {
  const popup = await openPopup();
  await expect(popup.locator('p.goal')).toHaveText(/^Returning customers can pay in under thirty seconds/);
  await expectNothingMoved(popup);
  const report = (await waymark.ask('sprintView', { project: SHOP, sprint: null, last: false }))!;
  const { sprint } = await waymark.ask('popup', { project: SHOP, board: null });
  const { goal, other } = report.coverage;
  expect(sprint!.issues).toEqual({ done: goal.done + other.done, total: goal.total + other.total });
  await expect(popup.getByText(`${sprint!.issues.done} of ${sprint!.issues.total} done`, { exact: true })).toBeVisible();
  await expect(popup.locator('.verdict .goal-health')).toBeVisible();
  for (const { issue } of report.threats) if (issue !== null) await expect(popup.locator('.threat').getByRole('link', { name: report.issues[issue]!.reference })).toHaveAttribute('href', report.issues[issue]!.url);
  expect(await popup.locator('.threat').count()).toBe(report.threats.length);
  await expect(popup.getByRole('region', { name: /^Since / })).toBeVisible();
  await expect(popup.getByRole('img', { name: 'Burn-up' })).toBeVisible();
  await expect(popup.getByRole('table').first()).toContainText('Scope');
  await expect(popup.getByRole('link', { name: 'All sprints: ledger and comparison' })).toHaveAttribute('href', `/workspace.html#/sprints/${SHOP}`);
  expect(await seriousFindings(popup, null)).toEqual([]);
  await popup.close();
});

test('what was shown last is there without the worker, which then renews it in its place', async () => {
  const before = await openPopup();
  const goal = await before.locator('p.goal').textContent();
  await before.waitForTimeout(300);
  await before.close();
  await waymark.killWorker();
  const popup = await openPopup({ fresh: false });
  await expect(popup.locator('p.goal')).toHaveText(goal ?? '');
  await expect(popup.locator('.verdict .goal-health')).toBeVisible();
  await expect(popup.locator('.popup[aria-busy=false]')).toBeVisible();
  await expectNothingMoved(popup);
  await popup.getByRole('button', { name: 'Refresh from the tracker' }).evaluate((button: HTMLButtonElement) => button.click());
  await expect(popup.getByText('Read just now')).toBeVisible();
  await expectNothingMoved(popup);
  await popup.close();
});

test('the text for the stand-up goes to the clipboard', async () => {
  const popup = await openPopup();
  await popup.getByRole('button', { name: 'Copy for the stand-up' }).click();
  await expect(popup.getByRole('button', { name: 'Copied' })).toBeVisible();
  await popup.evaluate(() => {
    const field = document.createElement('textarea');
    document.body.append(field);
    field.focus();
  });
  await popup.keyboard.press('Control+v');
  expect(await popup.locator('body > textarea').inputValue()).toMatch(/^Sprint 24.*\nSprint Goal: Returning customers can pay/);
  await popup.close();
});

test('whatever has the focus stands clear of the head and the foot', async () => {
  const popup = await openPopup();
  await expect(popup.getByRole('link', { name: 'All sprints: ledger and comparison' })).toBeAttached();
  const covered: string[] = [];
  for (let stops = 0; stops < 60; stops += 1) {
    await popup.keyboard.press('Tab');
    // What is out of sight is brought in with the next frame.
    await popup.waitForTimeout(100);
    const stop = await popup.evaluate(() => {
      const at = document.activeElement;
      if (at === null || at === document.body) return null;
      const edge = (selector: string) => document.querySelector(selector)!.getBoundingClientRect();
      const { top, bottom } = at.getBoundingClientRect();
      const clear = at.closest('.popup-head, .popup-foot') !== null || (top >= edge('.popup-head').bottom && bottom <= edge('.popup-foot').top);
      return { clear, words: at.getAttribute('aria-label') ?? at.textContent };
    });
    if (stop === null) break;
    if (!stop.clear) covered.push(stop.words);
    if (stops === 59) throw new Error('Tab never leaves the popup.');
  }
  expect(covered).toEqual([]);
  await popup.close();
});

test('issues are marked as serving the goal from the popup, by keyboard, and that can be taken back', async () => {
  const popup = await openPopup();
  const serving = popup.locator('details', { hasText: 'Which issues serve the goal' });
  await popup.getByRole('link', { name: 'mark its issues' }).press('Enter');
  await expect(serving.locator('summary')).toBeFocused();
  const box = serving.getByRole('checkbox', { checked: false }).first();
  const name = await box.getAttribute('aria-label');
  await box.press('Space');
  await expect(serving.getByRole('checkbox', { name: name ?? '' })).toBeChecked();
  await expect(popup.locator('.popup-tray')).toContainText('1 issue serves the goal.');
  await popup.locator('.popup-tray').getByRole('button', { name: 'Undo' }).press('Enter');
  await expect(serving.getByRole('checkbox', { name: name ?? '' })).not.toBeChecked();
  await popup.close();
});

test('what became of the last sprint’s goal is asked, and answered in place', async () => {
  const popup = await openPopup();
  await popup.locator('.ask-last summary').press('Enter');
  const form = popup.getByRole('form', { name: 'Outcome: Sprint 23' });
  await form.getByRole('radio', { name: 'Partly met' }).check();
  await form.getByLabel('Note for the review').fill('The label is printed, the map is not');
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(popup.locator('.ask-last')).toHaveCount(0);
  const ledger = await waymark.ask('sprintLedger', { project: SHOP });
  expect(ledger.sprints.find(({ title }) => title === 'Sprint 23')?.goals[0]?.outcome).toMatchObject({ result: 'partly', note: 'The label is printed, the map is not' });
  await popup.close();
});

test('several goals are kept in their order', async () => {
  const popup = await openPopup();
  await popup.getByRole('button', { name: 'Edit the Sprint Goal' }).press('Enter');
  await popup.getByRole('textbox', { name: 'Sprint Goal' }).fill('Returning customers pay in half a minute');
  await popup.getByRole('button', { name: 'Another goal' }).click();
  await popup.getByRole('textbox', { name: 'Goal 2' }).fill('Nobody waits for a receipt');
  expect(await seriousFindings(popup, null)).toEqual([]);
  await popup.keyboard.press('Control+Enter');
  await expect(popup.locator('p.goal')).toHaveText('Returning customers pay in half a minute');
  await expect(popup.locator('.goals-next li')).toHaveText(['Nobody waits for a receipt']);
  await expect.poll(() => milestone('Sprint 24').description, { timeout: 30_000 }).toMatch(/^Sprint Goal: 1\. Returning customers pay in half a minute 2\. Nobody waits for a receipt/);
  await popup.close();
});

test('a goal that is half written when the popup closes is there again, until it is saved or cancelled, and writes over nobody', async () => {
  const goal = 'Returning customers pay in half a minute';
  const text = (popup: Page) => popup.getByRole('textbox', { name: 'Sprint Goal' });
  const edit = (popup: Page) => popup.getByRole('button', { name: 'Edit the goals' });
  const first = await openPopup();
  await edit(first).click();
  await text(first).fill('Half a sen');
  await first.close();
  const second = await openPopup();
  await expect(text(second)).toHaveValue('Half a sen');
  await expect(second.getByText('Not saved yet: this is what you wrote last.')).toBeVisible();
  await expect(text(second)).toBeFocused();
  // Who leaves it on purpose sees the goal, also the next time.
  await text(second).press('Escape');
  await expect(second.locator('p.goal')).toHaveText(goal);
  await second.close();
  const third = await openPopup();
  await expect(third.locator('p.goal')).toHaveText(goal);
  await edit(third).click();
  await expect(text(third)).toHaveValue('Half a sen');
  await third.getByRole('button', { name: 'Cancel' }).click();
  await edit(third).click();
  await expect(text(third)).toHaveValue(goal);
  await text(third).fill('Ours, begun before theirs');
  await third.close();
  // A teammate's goal comes while the popup is closed.
  const sprint = milestone('Sprint 24');
  const { description } = sprint;
  Object.assign(sprint, { description: 'Sprint Goal: Theirs, written meanwhile', updatedAt: new Date().toISOString() });
  await waymark.ask('refresh', { project: SHOP });
  await expect.poll(async () => (await waymark.ask('sprintView', { project: SHOP, sprint: null, last: false }))?.goals.goals[0], { timeout: 30_000 }).toBe('Theirs, written meanwhile');
  const fourth = await openPopup();
  await fourth.getByRole('button', { name: 'Save' }).click();
  const asked = fourth.getByRole('group', { name: /Somebody changed the goal/ });
  await expect(asked).toContainText('Ours, begun before theirs', { timeout: 30_000 });
  expect(sprint.description).toBe('Sprint Goal: Theirs, written meanwhile');
  await asked.getByRole('button', { name: 'Keep theirs' }).click();
  await expect(asked).toBeHidden();
  // As it was, for what follows.
  Object.assign(sprint, { description, updatedAt: new Date().toISOString() });
  await waymark.ask('refresh', { project: SHOP });
  await expect(fourth.locator('p.goal')).toHaveText(goal, { timeout: 30_000 });
  await fourth.close();
});

test('a goal that a teammate changed meanwhile stands until somebody says which', async () => {
  const popup = await openPopup();
  await popup.getByRole('button', { name: 'Edit the goals' }).click();
  await popup.getByRole('textbox', { name: 'Sprint Goal' }).fill('Ours: pay in ten seconds');
  await popup.getByRole('button', { name: 'Save' }).click();
  const sprint = milestone('Sprint 24');
  Object.assign(sprint, { description: 'Sprint Goal: Theirs: pay with one tap', updatedAt: new Date().toISOString() });
  const asked = popup.getByRole('group', { name: /Somebody changed the goal/ });
  await expect(asked).toBeVisible({ timeout: 40_000 });
  await expect(popup.locator('p.goal')).toHaveText('Theirs: pay with one tap');
  await expect(asked).toContainText('Ours: pay in ten seconds');
  expect(await seriousFindings(popup, null)).toEqual([]);
  await asked.getByRole('button', { name: 'Use mine' }).click();
  await expect.poll(() => sprint.description, { timeout: 30_000 }).toContain('Ours: pay in ten seconds');
  await expect(asked).toBeHidden();
  await popup.close();
});

test('the toolbar icon tells the days left, by a sign how the goal goes, and the goal itself; the shortcut opens the popup', async () => {
  const worker = await waymark.worker();
  const icon = () => worker.evaluate(async () => {
    const { action, runtime } = (globalThis as unknown as { chrome: { action: Record<'getBadgeText' | 'getTitle', (of: object) => Promise<string>>; runtime: { getManifest(): { commands: Record<string, { suggested_key: { default: string } }> } } } }).chrome;
    // Without a display the browser gives no extension its keys.
    return { text: await action.getBadgeText({}), title: await action.getTitle({}), shortcut: runtime.getManifest().commands['_execute_action']?.suggested_key.default };
  });
  await expect.poll(async () => (await icon()).title, { timeout: 30_000 }).toContain('Ours: pay in ten seconds');
  expect(await icon()).toMatchObject({ text: expect.stringMatching(/^[!✕]?\d+d$/) as unknown, title: expect.stringMatching(/^Sprint 24: \d+ working days left\n/) as unknown, shortcut: 'Alt+Shift+W' });
});

test('a sprint of Jira has the same: its goal, its odds, the sprints beside it; and a board without sprints its flow', async () => {
  const tab = await waymark.open('https://acme.atlassian.net/__sign-in?as=maya');
  await tab.close();
  for (const project of [JIRA, OPS]) await waymark.ask('describe', { keys: [`${project}-1` as IssueKey], project });
  for (const project of [JIRA, OPS]) await expect.poll(async () => (await waymark.ask('popup', { project, board: null })).syncing, { timeout: 60_000 }).toBe(false);
  const popup = await openPopup();
  await popup.getByRole('combobox', { name: 'Project' }).selectOption('SHOP');
  await expect(popup.locator('p.goal')).toHaveText(/^Returning customers can pay in under thirty seconds/);
  await expect(popup.locator('.verdict .goal-health')).toBeVisible();
  await expect(popup.getByRole('img', { name: 'Burn-up' })).toBeVisible();
  expect(await sprintKey(JIRA)).toContain(JIRA);
  expect(await seriousFindings(popup, null)).toEqual([]);
  await popup.getByRole('combobox', { name: 'Project' }).selectOption('OPS');
  await expect(popup.getByRole('heading', { name: 'Operations has no sprints' })).toBeVisible();
  expect(await seriousFindings(popup, null)).toEqual([]);
  await popup.close();
});

test('before React is read the popup stands as it was left, answers to nothing, and makes room without a move; not on another day', async () => {
  const before = await openPopup();
  await expectNothingMoved(before);
  await before.close();
  const open = async (prepare: () => void) => {
    const popup = await waymark.context.newPage();
    await popup.setViewportSize({ width: 400, height: 600 });
    await popup.addInitScript(prepare);
    await popup.addInitScript(() => {
      new MutationObserver((_, observer) => {
        const drawn = document.querySelector('main');
        if (drawn === null) return;
        observer.disconnect();
        const picker = drawn.querySelector('select');
        Object.assign(globalThis, { first: { isFrame: drawn.inert, isBusy: drawn.ariaBusy, words: drawn.querySelector('.popup-body')?.textContent, project: picker?.selectedOptions[0]?.textContent } });
      }).observe(document, { childList: true, subtree: true });
    });
    await popup.goto(`chrome-extension://${waymark.id}/popup.html`);
    await expect(popup.locator('.popup[aria-busy=false]')).toBeVisible();
    const first = await popup.evaluate(() => (globalThis as unknown as { first: { isFrame: boolean; isBusy: string; words: string; project: string } }).first);
    const now = { words: await popup.locator('.popup-body').textContent(), project: await popup.locator('.popup-project').evaluate((picker: HTMLSelectElement) => picker.selectedOptions[0]?.textContent) };
    await expectNothingMoved(popup);
    expect(await popup.locator('main').count()).toBe(1);
    await popup.close();
    return { first, now };
  };
  const { first, now } = await open(() => {});
  expect(first).toEqual({ ...now, isFrame: true, isBusy: 'true' });
  const next = await open(() => {
    for (const [name, text] of Object.entries(localStorage)) if (name.startsWith('last-view|')) localStorage.setItem(name, text.replace(/("day":")[^"]*/, '$1Mon Jan 05 2026'));
  });
  expect(next.first.isFrame).toBe(false);
});
