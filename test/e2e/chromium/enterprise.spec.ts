import { resolve } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { historyOf } from '../../tracker/edit/history.ts';
import { badges, launch, type Waymark } from '../waymark.ts';
import { openExtensionsPage, type ExtensionsPage } from './extensions-page.ts';

const SERVER = 'github.acme.example';
const CLOUD = 'acme.ghe.com';
/** A Jira Data Center, granted like the others. */
const JIRA = 'jira.acme.example';
const ROWS = { react: 'li[role=listitem] h3 a', classic: '.js-issue-row .js-navigation-open' };

let waymark: Waymark;
let own: Page;
let extensions: ExtensionsPage;
test.beforeAll(async () => {
  // In this build both hosts are granted: nobody can click the browser's question without a display.
  waymark = await launch({ extension: resolve('.output/chrome-mv3-e2e') });
  own = await waymark.openBare();
  extensions = await openExtensionsPage(waymark);
});
test.afterAll(() => waymark.close());

interface OwnPage {
  readonly chrome: { scripting: { getRegisteredContentScripts(): Promise<{ id: string; matches: string[] }[]>; unregisterContentScripts(): Promise<void> } };
}

/** The hosts of the overlay, and of the watch that has it brought. */
const registered = async (): Promise<string[][]> => {
  const scripts = await own.evaluate(async () => (await (globalThis as unknown as OwnPage).chrome.scripting.getRegisteredContentScripts()).map((script) => script.matches));
  return scripts.map((matches) => [...new Set(matches.map((match) => match.split('/')[2] ?? ''))].toSorted());
};
const on = (...hosts: string[]): string[][] => (hosts.length === 0 ? [] : [hosts, hosts]);

function shop() {
  const repository = waymark.tracker.world.repositories.find((candidate) => candidate.name === 'shop');
  if (!repository) throw new Error('the demo has no acme/shop');
  return repository;
}

test('the overlay is registered on exactly the granted hosts', async () => {
  await expect.poll(registered).toEqual(on(CLOUD, SERVER, JIRA));
});

for (const [name, url, links] of [
  ['React list of an Enterprise Server', `https://${SERVER}/acme/shop/issues`, ROWS.react],
  ['classic list of an Enterprise Server', `https://${SERVER}/acme/shop/issues?classic=1`, ROWS.classic],
  ['list on GHE.com', `https://${CLOUD}/acme/shop/issues`, ROWS.react],
] as const) {
  test(`every row of a ${name} has its badge, named after that host`, async () => {
    const page = await waymark.open(url);
    const rows = await page.locator(links).count();
    expect(rows).toBeGreaterThan(10);
    await expect(badges(page)).toHaveCount(rows);
    const issues = await badges(page).evaluateAll((all) => all.map((badge) => badge.getAttribute('issue') ?? ''));
    expect(issues.every((issue) => issue.startsWith(`${new URL(url).host}/acme/shop#`))).toBe(true);
    await page.close();
  });
}

for (const classic of [false, true]) {
  test(`an issue is tagged from its card on ${classic ? 'a classic' : 'a React'} page of an Enterprise Server, where no limits are told`, async () => {
    const connected = await waymark.ask('connect', { host: SERVER, token: 'ghp_demo_writer' });
    expect(connected.ok).toBe(true);
    const item = classic ? 'trusted-payments' : 'seller-onboarding';
    await waymark.ask('createRoadmapItem', { id: item, title: item.replace('-', ' '), outcome: '', horizon: 'next' });
    const issue = [...shop().issues.values()].find((candidate) => candidate.state === 'open' && candidate.pull === null && !candidate.labels.some((label) => label.startsWith('roadmap:')));
    if (!issue) throw new Error('the demo has no untagged issue');
    const page = await waymark.open(`https://${SERVER}/acme/shop/issues/${issue.number}${classic ? '?classic=1' : ''}`);
    const badge = page.locator('waymark-badge[place=header]');
    await badge.locator('button').click();
    const dialog = page.locator('waymark-card').getByRole('dialog');
    await expect(dialog.getByText('Why this score').first()).toBeVisible();
    await dialog.getByRole('combobox', { name: /roadmap item/i }).fill(item);
    await expect(dialog.getByRole('option', { name: item.replace('-', ' ') }).first()).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(badge).toHaveAttribute('roadmap', item);
    await expect.poll(() => issue.labels, { timeout: 30_000 }).toContain(`roadmap:${item}`);
    const events = historyOf(waymark.tracker.world, shop(), issue) as { event?: string; label?: { name: string } }[]; // GitHub's timeline has thirty kinds of entries
    expect(events.filter((event) => event.event === 'labeled' && event.label?.name === `roadmap:${item}`)).toHaveLength(1);
    const { connections } = await waymark.ask('options', null);
    expect(connections.find((connection) => connection.host === SERVER)).toMatchObject({ login: 'maya', state: 'ok', allowance: null });
    // A token of one host is never sent to another.
    const withToken = waymark.tracker.requests.filter((request) => request.authorization === 'token').map((request) => request.host);
    expect([...new Set(withToken)]).toEqual([SERVER]);
    await page.close();
  });
}

test('registering survives the worker’s death, and a lost registration is made again at its next start', async () => {
  await waymark.killWorker();
  expect(await registered()).toEqual(on(CLOUD, SERVER, JIRA));
  await waymark.ask('options', null);
  expect(await registered()).toEqual(on(CLOUD, SERVER, JIRA));
  await own.evaluate(() => (globalThis as unknown as OwnPage).chrome.scripting.unregisterContentScripts());
  const page = await waymark.open(`https://${CLOUD}/acme/shop/issues`);
  await page.waitForTimeout(500);
  await expect(badges(page)).toHaveCount(0);
  await waymark.killWorker();
  await waymark.ask('options', null);
  await expect.poll(registered).toEqual(on(CLOUD, SERVER, JIRA));
  await expect(badges(page)).toHaveCount(await page.locator(ROWS.react).count());
  await page.close();
});

test('a host that was taken away loses its overlay, in open tabs too, and a granted one gets it without a reload', async () => {
  const page = await waymark.open(`https://${CLOUD}/acme/shop/issues`);
  await expect(badges(page).first()).toBeVisible();
  await extensions.access('ON_SPECIFIC_SITES');
  await expect.poll(registered).toEqual(on());
  await page.reload();
  await page.waitForTimeout(800);
  await expect(badges(page)).toHaveCount(0);

  await extensions.allow(CLOUD);
  await expect.poll(registered).toEqual(on(CLOUD));
  await expect(badges(page)).toHaveCount(await page.locator(ROWS.react).count());
  await extensions.allow(SERVER);
  await expect.poll(registered).toEqual(on(CLOUD, SERVER));

  await extensions.forbid(CLOUD);
  await expect.poll(registered).toEqual(on(SERVER));
  // The script that runs there already leaves at once.
  await expect(badges(page)).toHaveCount(0);
  await extensions.access('ON_ALL_SITES');
  await expect.poll(registered).toEqual(on(CLOUD, SERVER, JIRA));
  await page.close();
});

test('after an update the open tabs of granted hosts have the new overlay', async () => {
  const page = await waymark.open(`https://${SERVER}/acme/shop/issues`);
  const rows = await page.locator(ROWS.react).count();
  await expect(badges(page)).toHaveCount(rows);
  await page.evaluate(() => {
    for (const badge of document.querySelectorAll('waymark-badge')) badge.setAttribute('data-old', '');
  });
  await extensions.reload();
  await expect(page.locator('[data-old]')).toHaveCount(0);
  await expect(badges(page)).toHaveCount(rows);
  await page.close();
});
