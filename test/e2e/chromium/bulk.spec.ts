import { resolve } from 'node:path';
import { expect, test } from '@playwright/test';
import type { IssueKey } from '../../../lib/core/issue.ts';
import { historyOf } from '../../tracker/edit/history.ts';
import { seriousFindings } from '../axe.ts';
import { openRoadmapOf } from './roadmap-page.ts';
import { addressesOf, showState } from '../playground.ts';
import { badges, launch, type Waymark } from '../waymark.ts';

const LIST = 'https://github.com/acme/shop/issues';
const ITEM = { id: 'pay-in-one-tap', title: 'Pay in one tap', outcome: 'Returning customers pay in thirty seconds', horizon: 'now' } as const;
const LABEL = `roadmap:${ITEM.id}`;

let waymark: Waymark;
const shop = () => waymark.tracker.world.repositories.find(({ name }) => name === 'shop')!;
const labelled = () => [...shop().issues.values()].filter(({ labels }) => labels.includes(LABEL));
const timesLabelled = (number: number) => historyOf(waymark.tracker.world, shop(), shop().issues.get(number)!).filter((event) => event.event === 'labeled' && 'label' in event && event.label?.name === LABEL).length;

const openRoadmap = () => openRoadmapOf(waymark);

test.describe('on the demo', () => {
  test.describe.configure({ mode: 'serial' });
  test.beforeAll(async () => {
    waymark = await launch();
    expect((await waymark.ask('connect', { host: 'github.com', token: 'github_pat_demo_writer' })).ok).toBe(true);
    const list = await waymark.open(LIST);
    await expect(badges(list).first()).toBeVisible();
    await expect.poll(async () => (await waymark.ask('options', null)).connections.flatMap(({ projects }) => projects)[0]?.syncedAt ?? null, { timeout: 30_000 }).not.toBeNull();
    await list.close();
    await waymark.ask('createRoadmapItem', ITEM);
    for (const id of ['trusted-payments', 'search-that-finds']) await waymark.ask('createRoadmapItem', { id, title: id, outcome: '', horizon: 'next' });
  });
  test.afterAll(() => waymark.close());

  test('in the workspace by keyboard alone: filter, choose, review, start, and the undo of the whole leaves each issue as it was', async () => {
    const page = await openRoadmap();
    const before = JSON.stringify([...shop().issues.values()].map(({ labels }) => labels));
    const open = page.getByRole('button', { name: 'Tag issues …' });
    await open.focus();
    await page.keyboard.press('Enter');
    const sheet = page.getByRole('dialog', { name: 'Tag issues' });
    await expect(sheet.getByRole('searchbox', { name: 'Search issues' })).toBeFocused();
    await page.keyboard.type('checkout');
    await expect(sheet.getByRole('list', { name: 'Issues that fit' }).getByRole('listitem').first()).toContainText(/checkout/i);
    const boxes = sheet.getByRole('list', { name: 'Issues that fit' }).getByRole('checkbox');
    for (const index of [0, 1, 2]) {
      await boxes.nth(index).focus();
      await page.keyboard.press('Space');
    }
    await expect(sheet.getByText('3 issues chosen')).toBeVisible();
    await sheet.getByRole('combobox', { name: 'Tag to' }).focus();
    await page.keyboard.type('Pay in');
    await expect(sheet.getByRole('combobox', { name: 'Tag to' })).toHaveValue(ITEM.id);
    expect(await seriousFindings(page, null)).toEqual([]);
    await page.screenshot({ path: resolve('.artifacts/bulk-choose.png') });
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect(sheet.getByRole('heading', { name: 'Tag 3 issues to Pay in one tap?' })).toBeFocused();
    await expect(sheet.getByText(`3 issues: the label ${LABEL} on GitHub`)).toBeVisible();
    expect(labelled()).toEqual([]);
    expect(await seriousFindings(page, null)).toEqual([]);
    await page.screenshot({ path: resolve('.artifacts/bulk-review.png') });
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect(sheet.getByText('3 written')).toBeVisible({ timeout: 30_000 });
    expect(labelled()).toHaveLength(3);
    for (const { number } of labelled()) expect(timesLabelled(number)).toBe(1);
    await sheet.getByRole('button', { name: 'Undo all' }).focus();
    await page.keyboard.press('Enter');
    await expect(sheet.getByText('3 taken back')).toBeVisible({ timeout: 30_000 });
    expect(JSON.stringify([...shop().issues.values()].map(({ labels }) => labels))).toBe(before);
    await page.keyboard.press('Escape');
    await expect(sheet).toHaveCount(0);
    await expect(open).toBeFocused();
    await page.close();
  });

  test('a worker that is killed again and again writes each once, and the page shows the tagging whenever it opens', async () => {
    const keys = [...shop().issues.values()].filter(({ state, pull, labels }) => state === 'open' && pull === null && !labels.some((label) => label.startsWith('roadmap:'))).slice(0, 8).map(({ number }) => `github.com/acme/shop#${number}` as IssueKey);
    const id = crypto.randomUUID();
    await waymark.ask('startBulk', { id, keys, item: ITEM.id, include: [] });
    const page = await openRoadmap();
    await expect(page.locator('.tagging-latest')).toContainText('of 8 issues tagged to Pay in one tap');
    for (let kill = 0; kill < 4; kill += 1) {
      await page.waitForTimeout(1800);
      await waymark.killWorker();
    }
    await page.reload();
    await expect(page.locator('.tagging-latest')).toContainText('8 of 8 issues tagged to Pay in one tap.', { timeout: 90_000 });
    for (const key of keys) expect(timesLabelled(Number(key.split('#')[1]))).toBe(1);
    await page.close();
  });

  test('more than five rows of a list are reviewed in the panel first, which then shows the progress and stops', async () => {
    const page = await waymark.open(LIST);
    await expect(badges(page).nth(8)).toBeVisible();
    const before = labelled().length;
    const boxes = page.getByRole('checkbox', { name: /^Select: / });
    for (let row = 0; row < 7; row += 1) await boxes.nth(row).check();
    await page.bringToFront();
    await (await waymark.worker()).evaluate(async () => {
      const { tabs } = (globalThis as unknown as { chrome: { tabs: { query(about: object): Promise<{ id: number }[]>; sendMessage(id: number, message: object): Promise<unknown> } } }).chrome; // no types of the browser here
      const [tab] = await tabs.query({ active: true });
      await tabs.sendMessage(tab?.id ?? 0, { waymark: 'tag-selection' });
    });
    const panel = page.locator('waymark-card');
    await expect(panel.getByRole('heading', { name: 'Tag 7 issues' })).toBeVisible();
    await page.keyboard.type('one tap');
    await expect(panel.getByRole('option').first()).toContainText('Pay in one tap');
    await page.keyboard.press('Enter');
    await expect(panel.getByRole('heading', { name: 'Tag 7 issues to Pay in one tap?' })).toBeFocused();
    expect(labelled()).toHaveLength(before);
    expect(await seriousFindings(page, 'waymark-card')).toEqual([]);
    await page.screenshot({ path: resolve('.artifacts/bulk-panel-review.png') });
    await panel.getByRole('button', { name: /^Tag \d issues?$/ }).click();
    await panel.getByRole('button', { name: 'Stop' }).click();
    await expect(panel.getByRole('button', { name: /^Go on with/ })).toBeVisible({ timeout: 30_000 });
    await page.screenshot({ path: resolve('.artifacts/bulk-panel-stopped.png') });
    expect(labelled()).toHaveLength(before);
    await panel.getByRole('button', { name: /^Go on with/ }).click();
    await expect.poll(() => labelled().length, { timeout: 30_000 }).toBeGreaterThan(before);
    await panel.getByRole('button', { name: 'Undo all' }).click();
    await expect(panel.getByText(/^Taken back:/)).toBeAttached({ timeout: 60_000 });
    expect(labelled()).toHaveLength(before);
    await page.close();
  });

  test('a token that is revoked half-way leaves reasons, another one goes on by itself, and a teammate’s item is a choice between two', async () => {
    const rows = [...shop().issues.values()].filter(({ state, pull, labels }) => state === 'open' && pull === null && !labels.some((label) => label.startsWith('roadmap:'))).slice(0, 5);
    const keys = rows.map(({ number }) => `github.com/acme/shop#${number}` as IssueKey);
    const rival = rows[4]!;
    const page = await openRoadmap();
    await waymark.ask('startBulk', { id: crypto.randomUUID(), keys, item: ITEM.id, include: [] });
    rival.labels = [...rival.labels, 'roadmap:trusted-payments'];
    await expect.poll(() => rows.filter(({ labels }) => labels.includes(LABEL)).length, { timeout: 30_000, intervals: [100] }).toBeGreaterThan(0);
    waymark.tracker.world.tokens.get('github_pat_demo_writer')!.revoked = true;
    await page.locator('.tagging-latest').getByRole('button', { name: 'Show' }).click();
    const sheet = page.getByRole('dialog', { name: 'Tag issues' });
    await expect(sheet.getByText(/github\.com no longer accepts the token/).first()).toBeVisible({ timeout: 30_000 });
    await page.screenshot({ path: resolve('.artifacts/bulk-failed.png') });
    expect((await waymark.ask('connect', { host: 'github.com', token: 'ghp_demo_writer' })).ok).toBe(true);
    await expect(sheet.getByRole('button', { name: 'Keep trusted-payments' })).toBeVisible({ timeout: 60_000 });
    await expect(sheet.getByText('4 written')).toBeVisible({ timeout: 60_000 });
    expect(await seriousFindings(page, null)).toEqual([]);
    await page.screenshot({ path: resolve('.artifacts/bulk-conflict.png') });
    expect(rival.labels).not.toContain(LABEL);
    await sheet.getByRole('button', { name: 'Use Pay in one tap' }).click();
    await expect(sheet.getByText('5 written')).toBeVisible({ timeout: 60_000 });
    expect(rival.labels).toContain(LABEL);
    expect(rival.labels).not.toContain('roadmap:trusted-payments');
    for (const { number } of rows) expect(timesLabelled(number)).toBe(1);
    await page.close();
  });
});

for (const scheme of ['light', 'dark'] as const) {
  test(`axe finds nothing serious in a review, a progress or what went wrong, ${scheme}`, async () => {
    waymark = await launch({ extension: resolve('.output/chrome-mv3-e2e'), colorScheme: scheme });
    try {
      const page = await waymark.openOwn('playground.html');
      const states = await addressesOf(page.locator('a[href*="state=bulk-"]'));
      expect(states.length).toBeGreaterThan(2);
      for (const state of states) {
        await showState(page, `${state}&theme=${scheme}`);
        await expect(page.locator('.bulk')).toBeVisible();
        expect(await seriousFindings(page, null), state).toEqual([]);
      }
    } finally {
      await waymark.close();
    }
  });
}
