import { describe, expect, it } from 'vitest';
import type { MessageName } from '../../../lib/messaging/messages.ts';
import { ProblemError } from '../../../lib/messaging/problem.ts';
import { PROTOCOL } from '../../../lib/messaging/protocol.ts';
import { answer, type Handlers } from '../../../lib/messaging/server.ts';
import { standardSettings } from '../../../lib/storage/settings.ts';
import { trustOf, type MessageSender } from '../../../lib/messaging/trust.ts';

const us = { id: 'waymark', origin: 'chrome-extension://waymark', overlayHosts: ['github.com', 'github.example.com', '*.ghe.com'] };
const sender = (url: string | undefined, id = 'waymark'): MessageSender => ({ id, url });
const OURS = sender('chrome-extension://waymark/popup.html');
const OVERLAY = sender('https://github.com/acme/shop/issues');

describe('trust', () => {
  it.each([
    [OURS, 'page'], [OVERLAY, 'overlay'], [sender('https://acme.ghe.com/a/b/issues/1'), 'overlay'], [sender('http://github.com/'), 'none'], [sender('https://github.com.evil.example/'), 'none'],
    [sender('https://evil.example/chrome-extension://waymark/popup.html'), 'none'], [sender('chrome-extension://other/popup.html'), 'none'], [sender('chrome-extension://waymark.evil/'), 'none'],
    [sender(undefined), 'none'], [sender('not a url'), 'none'], [sender('chrome-extension://waymark/popup.html', 'other'), 'none'], [sender('https://github.com/', 'other'), 'none'], [sender('https://evilghe.com/'), 'none'], [sender('https://notgithub.com/'), 'none'],
  ])('%o has trust %s', (from, level) => expect(trustOf(from, us).level).toBe(level));
});

describe('the gate', () => {
  const called: string[] = [];
  const handlers = Object.fromEntries(Object.keys(PROTOCOL).map((name) => [name, async () => void called.push(name)])) as unknown as Handlers; // every handler, only noting its call
  const ask = (message: unknown, from: MessageSender) => answer(message, from, { us, handlers, toProblem: () => ({ kind: 'unexpected', sentence: '', action: null }) });

  it('hands no privileged request from an overlay on, whatever the message claims', async () => {
    const privileged = (Object.keys(PROTOCOL) as MessageName[]).filter((name) => PROTOCOL[name].trust === 'page');
    for (const waymark of privileged) {
      called.length = 0;
      expect(await ask({ waymark, payload: null, sender: OURS, trust: 'page' }, OVERLAY)).toMatchObject({ ok: false, problem: { kind: 'refused' } });
      expect(called).toEqual([]);
    }
  });

  it('lets an overlay speak of its own site only', async () => {
    expect(await ask({ waymark: 'card', payload: { key: 'github.com/acme/shop#1' } }, OVERLAY)).toMatchObject({ ok: true });
    expect(await ask({ waymark: 'card', payload: { key: 'github.example.com/acme/shop#1' } }, OVERLAY)).toMatchObject({ ok: false, problem: { kind: 'refused' } });
    expect(await ask({ waymark: 'tag', payload: { keys: ['github.com/a/b#1', 'github.example.com/a/b#2'], item: null } }, OVERLAY)).toMatchObject({ ok: false });
    for (const key of ['github.com/acme/shop#1', 'github.example.com/acme/shop#1']) {
      expect(await ask({ waymark: 'describe', payload: { keys: [key], project: null } }, OVERLAY)).toMatchObject({ ok: key.startsWith('github.com/') });
      expect(await ask({ waymark: 'dropWrite', payload: { id: `label|${key}|bug` } }, OVERLAY)).toMatchObject({ ok: key.startsWith('github.com/') });
    }
    const line = { board: null, milestone: null, keys: [], bring: false };
    expect(await ask({ waymark: 'pageLine', payload: { ...line, project: 'github.com/acme/shop' } }, OVERLAY)).toMatchObject({ ok: true });
    expect(await ask({ waymark: 'pageLine', payload: { ...line, project: 'github.example.com/acme/shop' } }, OVERLAY)).toMatchObject({ ok: false, problem: { kind: 'refused' } });
  });

  it('lets an overlay on a Jira speak of that Jira only, and never connect a site', async () => {
    const jira = { us: { ...us, overlayHosts: ['*.atlassian.net'] }, handlers, toProblem: () => ({ kind: 'unexpected', sentence: '', action: null }) };
    const from = sender('https://acme.atlassian.net/browse/SHOP-12');
    expect(await answer({ waymark: 'card', payload: { key: 'acme.atlassian.net/SHOP-12' } }, from, jira)).toMatchObject({ ok: true });
    expect(await answer({ waymark: 'card', payload: { key: 'other.atlassian.net/SHOP-12' } }, from, jira)).toMatchObject({ ok: false, problem: { kind: 'refused' } });
    expect(await answer({ waymark: 'connect', payload: { host: 'acme.atlassian.net', token: null } }, from, jira)).toMatchObject({ ok: false, problem: { kind: 'refused' } });
  });

  it('reads where a site is installed only as a place below its host', async () => {
    for (const context of [undefined, '', '/jira', '/tools/jira']) expect(await ask({ waymark: 'connect', payload: { host: 'corp.example', token: null, context } }, OURS)).toMatchObject({ ok: true });
    for (const context of ['jira', '/a/b/c', '/../x y', '/..', '//evil.example/', '/jira?x=1', '@evil.example', 7, null, `/${'a'.repeat(99)}`]) {
      expect(await ask({ waymark: 'connect', payload: { host: 'corp.example', token: null, context } }, OURS)).toMatchObject({ ok: false, problem: { kind: 'malformed' } });
    }
  });

  it('reads nothing that is not shaped as agreed', async () => {
    const withHolidays = (day: unknown) => ({ ...standardSettings(), calendar: { timeZone: 'UTC', weekend: [], holidays: [day] } });
    const wrong: unknown[] = [{ keys: ['https://evil.example/'], project: null }, { keys: 'github.com/a/b#1' }, { keys: [{}], project: null }, { keys: Array.from({ length: 1001 }, () => 'github.com/a/b#1'), project: null }, null, 7];
    for (const payload of wrong) expect(await ask({ waymark: 'describe', payload }, OVERLAY)).toMatchObject({ ok: false, problem: { kind: 'malformed' } });
    // A list of one key is no key, though it reads like one.
    for (const [waymark, payload] of [
      ['describe', { keys: [['github.com/acme/shop#1']], project: null }], ['describe', { keys: [], project: ['github.com/acme/shop'] }], ['describe', { keys: [], project: 'evil' }],
      ['sprintReview', { sprint: ['github.com/acme/shop/milestone/1'] }], ['sprintReview', { sprint: 'github.com/acme/shop' }],
      ['saveSettings', withHolidays('soon')], ['saveSettings', withHolidays(['2026-12-25'])],
      ['moveRoadmapItem', { id: 'pay', to: { window: { from: ['2026-11-01'], to: null } } }],
    ] as const) expect(await ask({ waymark, payload }, OURS)).toMatchObject({ ok: false, problem: { kind: 'malformed' } });
    expect(await ask({ waymark: 'saveSettings', payload: withHolidays('2026-12-25') }, OURS)).toMatchObject({ ok: true });
    expect(await ask({ waymark: 'moveRoadmapItem', payload: { id: 'pay', to: { window: { from: '2026-11-01', to: null } } } }, OURS)).toMatchObject({ ok: true });
    for (const message of [null, undefined, 7, 'describe', {}, { waymark: 'toString' }, { waymark: '__proto__' }, { waymark: 'constructor' }]) expect(await ask(message, OURS)).toBeUndefined();
  });

  it('reads nothing of what a stranger sends, and tells what failed in its own words or the server’s', async () => {
    expect(await ask({ waymark: 'describe', payload: null }, sender('https://evil.example/'))).toMatchObject({ ok: false, problem: { kind: 'refused' } });
    const failing = (error: Error) => answer({ waymark: 'options', payload: null }, OURS, { us, handlers: { ...handlers, options: async () => { throw error; } }, toProblem: (met) => ({ kind: 'unexpected', sentence: String(met), action: null }) });
    expect(await failing(new Error('Broken'))).toEqual({ ok: false, problem: { kind: 'unexpected', sentence: 'Error: Broken', action: null } });
    const problem = { kind: 'unknown', sentence: 'Gone.', action: null };
    expect(await failing(new ProblemError(problem))).toEqual({ ok: false, problem });
  });
});
