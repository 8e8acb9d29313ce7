import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import type { BrowserContext, Page } from '@playwright/test';
import { PROTOCOL } from '../../../lib/messaging/protocol.ts';
import { badges, launch, type Waymark } from '../waymark.ts';

const TOKEN = 'github_pat_demo_writer';
let waymark: Waymark;
test.beforeAll(async () => {
  waymark = await launch();
});
test.afterAll(() => waymark.close());

/** Evaluates in the content script's own world: the best position that a page which has broken into it could reach. */
async function inOverlayWorld<T>(context: BrowserContext, page: Page, expression: string): Promise<T> {
  const session = await context.newCDPSession(page);
  const worlds: { id: number; name: string; origin: string }[] = [];
  session.on('Runtime.executionContextCreated', ({ context: world }) => worlds.push({ id: world.id, name: world.name, origin: world.origin }));
  await session.send('Runtime.enable');
  const world = worlds.find((candidate) => candidate.origin.startsWith('chrome-extension://'));
  if (!world) throw new Error(`no content script world among ${JSON.stringify(worlds)}`);
  const { result, exceptionDetails } = await session.send('Runtime.evaluate', { contextId: world.id, expression, awaitPromise: true, returnByValue: true });
  await session.detach();
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  return result.value as T;
}

test('no message from a content script reaches a privileged request, however forged', async () => {
  await waymark.ask('connect', { host: 'github.com', token: TOKEN });
  const page = await waymark.open('https://github.com/acme/shop/issues');
  await expect(badges(page).first()).toBeVisible();
  const privileged = Object.entries(PROTOCOL).filter(([, rule]) => rule.trust === 'page').map(([name]) => name);
  expect(privileged.length).toBeGreaterThan(8);
  for (const name of privileged) {
    for (const payload of ['null', '{}', '{"host":"github.com","token":"x"}', '{"json":"{}","apply":true}']) {
      const forged = `chrome.runtime.sendMessage({waymark: '${name}', payload: ${payload}, sender: {id: chrome.runtime.id, url: chrome.runtime.getURL('popup.html')}, trust: 'page'})`;
      expect(await inOverlayWorld(waymark.context, page, forged), `${name} with ${payload}`).toMatchObject({ ok: false, problem: { kind: 'refused' } });
    }
  }
  expect((await waymark.ask('options', null)).connections.find((connection) => connection.host === 'github.com')?.login).not.toBeNull();
});

test('an overlay speaks only of its own site’s issues', async () => {
  const page = await waymark.open('https://github.com/acme/shop/issues');
  await expect(badges(page).first()).toBeVisible();
  const forged = `chrome.runtime.sendMessage({waymark: 'tag', payload: {keys: ['github.example.com/acme/shop#1'], item: 'faster-checkout'}})`;
  expect(await inOverlayWorld(waymark.context, page, forged)).toMatchObject({ ok: false, problem: { kind: 'refused' } });
});

test('the page itself cannot reach the extension at all', async () => {
  const page = await waymark.open('https://github.com/acme/shop/issues');
  await expect(badges(page).first()).toBeVisible();
  expect(await page.evaluate(() => typeof (globalThis as { chrome?: { runtime?: unknown } }).chrome?.runtime)).toBe('undefined');
});

test('the token is in no answer, no broadcast, no log and no export', async () => {
  const printed: string[] = [];
  waymark.context.on('console', (message) => printed.push(message.text()));
  const page = await waymark.open('https://github.com/acme/shop/issues');
  await expect(badges(page).first()).toBeVisible();
  const heard = inOverlayWorld<string>(waymark.context, page, `new Promise((done) => { const heard = []; chrome.runtime.onMessage.addListener((message) => { heard.push(JSON.stringify(message)); }); setTimeout(() => done(heard.join('\\n')), 9000); })`);
  const first = ((await badges(page).first().getAttribute('issue')) ?? '').toLowerCase();
  await waymark.ask('tag', { keys: [first as never], item: 'faster-checkout' });
  const answers = [
    await waymark.ask('options', null), await waymark.ask('popup', { project: null, board: null }), await waymark.ask('exportData', null), await waymark.ask('diagnostics', null),
    await waymark.ask('testConnection', { host: 'github.com' }), await waymark.ask('card', { key: first as never }),
  ];
  const broadcasts = await heard;
  expect(broadcasts).toContain('changed');
  for (const text of [JSON.stringify(answers), broadcasts, printed.join('\n')]) expect(text).not.toContain(TOKEN);
});

test('a tracker that leads a question to another site has the browser take no token there, and its answer is not believed', async () => {
  const sent: (string | undefined)[] = [];
  await waymark.context.route('https://api.github.com/user', async (route) => {
    sent.push(route.request().headers()['authorization']);
    await route.fulfill({ status: 302, headers: { 'location': 'https://acme.atlassian.net/rest/api/3/thief', 'access-control-allow-origin': '*' } });
  });
  expect(await waymark.ask('connect', { host: 'github.com', token: 'ghp_demo_reader' })).toMatchObject({ ok: false, problem: { kind: 'changed-shape' } });
  await waymark.context.unroute('https://api.github.com/user');
  const there = waymark.tracker.requests.filter(({ path }) => path.endsWith('/thief')).map(({ authorization }) => authorization);
  expect([sent, there]).toEqual([['token ghp_demo_reader'], ['none']]);
});

test('the shipped code has no eval, no unknown hosts and no innerHTML of ours', () => {
  const code = readFileSync('.output/chrome-mv3/overlay-github.js', 'utf8');
  expect(code).not.toMatch(/\beval\(|new Function|innerHTML/);
  expect(Buffer.byteLength(code)).toBeLessThan(45_000);
});
