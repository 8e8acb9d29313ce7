import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventually, launch, type FirefoxWaymark } from './waymark.ts';

let waymark: FirefoxWaymark;
beforeAll(async () => {
  waymark = await launch();
});
afterAll(() => waymark.close());

const countOf = (page: Page, selector: string): Promise<number> => page.evaluate((css) => document.querySelectorAll(css).length, selector);
const attributeOf = (page: Page, selector: string, name: string): Promise<string | null> => page.evaluate((css, attribute) => document.querySelector(css)?.getAttribute(attribute) ?? null, selector, name);
/** Inside open shadow roots, where a person would look. */
const textIn = (page: Page, host: string): Promise<string> => page.evaluate((css) => document.querySelector(css)?.shadowRoot?.textContent ?? '', host);

describe('the main job in Firefox', () => {
  it('shows badges on every row of a public list with nothing configured', async () => {
    const page = await waymark.open('https://github.com/acme/shop/issues');
    const rows = await countOf(page, 'li[role=listitem] h3 a');
    expect(rows).toBeGreaterThan(10);
    expect(await eventually(() => countOf(page, 'waymark-badge'), (count) => count === rows)).toBe(rows);
    expect(await attributeOf(page, 'waymark-badge', 'issue')).toMatch(/^github\.com\/acme\/shop#\d+$/);
    await page.close();
  });

  it('follows a soft navigation to an issue and back', async () => {
    const page = await waymark.open('https://github.com/acme/shop/issues');
    await page.waitForSelector('waymark-badge');
    const href = await attributeOf(page, 'li[role=listitem] h3 a', 'href');
    await page.click('li[role=listitem] h3 a');
    const expected = `github.com/acme/shop#${href?.split('/').at(-1) ?? ''}`;
    expect(await eventually(() => attributeOf(page, 'waymark-badge[place=header]', 'issue'), (issue) => issue === expected)).toBe(expected);
    await page.goBack().catch(() => undefined);
    expect(await eventually(() => countOf(page, 'waymark-badge:not([place])'), (count) => count > 10)).toBeGreaterThan(10);
    await page.close();
  });

  it('connects a token in the options, tags an issue from its card, and the label stands in the tracker', async () => {
    const options = await waymark.openOwn('options.html', 'main');
    // The options page asks the worker itself, exactly as its form does.
    const ask = (name: string, payload: unknown): Promise<unknown> => options.evaluate((waymark, body) => (globalThis as unknown as { browser: { runtime: { sendMessage(message: unknown): Promise<unknown> } } }).browser.runtime.sendMessage({ waymark, payload: body }), name, payload);
    expect(await ask('connect', { host: 'github.com', token: 'github_pat_demo_writer' })).toMatchObject({ ok: true, value: { ok: true } });
    expect(await ask('createRoadmapItem', { id: 'seller-onboarding', title: 'Seller onboarding', outcome: '', horizon: 'next' })).toMatchObject({ ok: true });
    const repository = waymark.tracker.world.repositories.find((candidate) => candidate.name === 'shop');
    const issue = [...(repository?.issues.values() ?? [])].find((candidate) => candidate.state === 'open' && !JSON.stringify(candidate.labels).includes('roadmap:') && JSON.stringify(candidate).includes('"pull":null'))
      ?? [...(repository?.issues.values() ?? [])].find((candidate) => candidate.state === 'open' && !JSON.stringify(candidate.labels).includes('roadmap:'));
    if (!issue) throw new Error('the demo has no untagged issue');

    const page = await waymark.open(`https://github.com/acme/shop/issues/${issue.number}`);
    await page.waitForSelector('waymark-badge[place=header]', { timeout: 20_000 });
    await page.click('waymark-badge[place=header] >>> button');
    await page.waitForSelector('waymark-card >>> [role=combobox]', { timeout: 20_000 });
    expect(await textIn(page, 'waymark-card')).toContain('Why this score');
    await page.click('waymark-card >>> [role=combobox]');
    await page.keyboard.type('seller');
    await page.waitForSelector('waymark-card >>> [role=option]');
    await page.keyboard.press('Enter');
    expect(await eventually(() => attributeOf(page, 'waymark-badge[place=header]', 'roadmap'), (roadmap) => roadmap === 'seller-onboarding')).toBe('seller-onboarding');
    expect(await eventually(async () => JSON.stringify(issue.labels), (labels) => labels.includes('roadmap:seller-onboarding'), 40_000)).toContain('roadmap:seller-onboarding');
    await page.close();
    await options.close();
  });

  it('shows the Sprint Goal in the popup', async () => {
    const popup = await waymark.openOwn('popup.html', 'main');
    const milestone = [...(waymark.tracker.world.repositories.find((candidate) => candidate.name === 'shop')?.milestones.values() ?? [])].find((candidate) => candidate.title === 'Sprint 24');
    const goal = /Sprint Goal:\s*(.{20})/.exec(milestone?.description ?? '')?.[1] ?? 'no goal in the demo';
    expect(await eventually(() => popup.evaluate(() => document.body.textContent), (text) => text.includes(goal))).toContain(goal);
    await popup.close();
  });
});
