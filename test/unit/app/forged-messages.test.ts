import { beforeAll, describe, expect, it } from 'vitest';
import { handlersFor } from '../../../lib/app/handlers.ts';
import { createShownPages } from '../../../lib/app/shown-pages.ts';
import type { MessageName } from '../../../lib/messaging/messages.ts';
import { PROTOCOL } from '../../../lib/messaging/protocol.ts';
import { answer } from '../../../lib/messaging/server.ts';
import type { MessageSender } from '../../../lib/messaging/trust.ts';
import { bring, house, type House, issue, key } from './house.ts';

const US = { id: 'us', origin: 'chrome-extension://us', overlayHosts: ['github.com', 'acme.atlassian.net', 'git.evil.example'] };
const PAGE: MessageSender = { id: 'us', url: 'chrome-extension://us/workspace.html' };
const EVIL: MessageSender = { id: 'us', url: 'https://git.evil.example/a/b/issues' };
const REFUSED = { ok: false, problem: { kind: 'refused' } };
const SECRET = 'secret-token';
const BULK = '00000000-0000-4000-8000-000000000001';
const names = Object.keys(PROTOCOL) as MessageName[]; // its own keys
const forOverlays = names.filter((name) => PROTOCOL[name].trust === 'overlay');

/** What an overlay on another granted host says of issues that are none of its business; a reason where a request speaks of none. A new request has no row here until somebody has thought about it. */
const mine = 'git.evil.example/a/b#1';
const FORGED: Readonly<Record<string, readonly unknown[] | string>> = {
  describe: [{ keys: [key(1)], project: null }, { keys: [mine, key(1)], project: null }, { keys: [], project: 'github.com/acme/shop' }],
  openPanel: [{ key: key(1) }],
  bringOverlay: 'it brings a script of ours to where it came from',
  card: [{ key: key(1) }],
  cardItem: [{ key: key(1) }],
  findRoadmapItems: 'the roadmap is one for all sites',
  createRoadmapItem: 'the roadmap is one for all sites, and no item is replaced',
  tag: [{ keys: [key(1)], item: 'pay' }, { keys: [mine, key(1)], item: null }],
  undo: 'it takes back what is of its own site alone, as the test below holds it to',
  retryWrite: [{ id: `label|${key(1)}|bug` }, { id: 'label' }, { id: '' }, { id: `label|git.evil.example.github.com/a/b#1|x` }],
  dropWrite: [{ id: `label|${key(1)}|bug` }, { id: `share|${key(1)}` }],
  enterInput: [{ key: key(1), input: 'reach', value: 1 }, { key: key(1), input: '__proto__', value: null }],
  acceptFlag: [{ key: key(1), rule: 'stale', reason: 'x' }],
  pageLine: [{ project: 'github.com/acme/shop', board: null, milestone: null, keys: [], bring: false }, { project: null, board: null, milestone: null, keys: [key(1)], bring: true }],
  hideLine: [{ line: 'goal|github.com/acme/shop/milestone/3', hidden: true }, { line: 'goal|', hidden: true }],
  openOwn: 'it opens a page of ours, at an item that has an id',
  backOnline: 'it says nothing of any site, and asks for no more than what waits for the network already',
  markGoal: [{ keys: [key(1)], on: true }],
  reviewBulk: [{ keys: [key(1)], item: null }, { keys: [mine, key(1)], item: 'pay' }],
  startBulk: [{ id: BULK, keys: [key(1)], item: 'pay', include: [] }, { id: BULK.replace('1', '2'), keys: [mine], item: 'pay', include: [key(1)] }],
  bulk: [{ id: BULK }],
  stopBulk: [{ id: BULK }],
  undoBulk: [{ id: BULK }],
  retryBulk: [{ id: BULK }, { id: BULK, as: 'maya' }],
  settleConflict: [{ id: BULK, key: key(1), keep: 'mine' }, { id: BULK, key: mine, keep: 'mine' }],
};

const deep = (levels: number): unknown => JSON.parse(`${'['.repeat(levels)}${']'.repeat(levels)}`);
const POLLUTING: unknown = JSON.parse('{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}},"key":"__proto__","keys":["constructor"],"project":"__proto__","id":{"__proto__":1},"host":"__proto__","text":{"__proto__":1}}');
const JUNK: readonly unknown[] = [undefined, 7, true, 'x', [], [[]], {}, POLLUTING, deep(5000), { keys: 'x'.repeat(1_000_000) }, { key: ['github.com/a/b#1'] }, { id: { length: 1 } }, { json: 7, apply: 'yes' }, Number.NaN];

let one: House;
let ask: (name: unknown, payload: unknown, from: MessageSender) => ReturnType<typeof answer>;
beforeAll(async () => {
  one = await house();
  await one.signIn();
  await bring(one, issue(1));
  const handlers = handlersFor(async () => one.ports, { inject: async () => undefined, open: async () => undefined, storageBytes: async () => null, mayWorkOn: async () => true, afterwards: () => undefined, version: '0', userAgent: '' }, createShownPages());
  ask = (waymark, payload, from) => answer({ waymark, payload }, from, { us: US, handlers, toProblem: () => ({ kind: 'fault', sentence: '', action: null }) });
  await ask('startBulk', { id: BULK, keys: [key(1)], item: 'pay', include: [] }, PAGE);
});

describe('a forged message', () => {
  it('is thought of for every request that an overlay may send', () => {
    expect(Object.keys(FORGED).toSorted()).toEqual(forOverlays.toSorted());
  });

  it.each(forOverlays.filter((name) => typeof FORGED[name] !== 'string'))('“%s” of another granted host about this one’s issues is refused', async (name) => {
    for (const payload of FORGED[name] ?? []) {
      // From the site itself it is at least read: the refusal is about the site, not about the shape.
      expect(PROTOCOL[name].schema.safeParse(payload).success, JSON.stringify(payload)).toBe(true);
      expect(await ask(name, payload, EVIL), JSON.stringify(payload)).toMatchObject(REFUSED);
    }
  });

  it.each(names)('“%s” is refused from whoever is not us, and read by nobody where it is not shaped as agreed', async (name) => {
    const strangers: MessageSender[] = [
      { id: 'another-extension', url: PAGE.url }, { id: 'another-extension', url: EVIL.url }, { id: undefined, url: PAGE.url }, { id: 'us', url: undefined }, { id: 'us', url: 'about:blank' }, { id: 'us', url: 'data:text/html,x' },
      { id: 'us', url: 'blob:https://github.com/1' }, { id: 'us', url: 'https://never.granted.example/' }, { id: 'us', url: 'http://github.com/acme/shop' }, { id: 'us', url: 'https://github.com:8443/' }, { id: 'us', url: 'https://us/' }, { id: 'us', url: 'file:///etc/passwd' },
    ];
    for (const from of strangers) expect(await ask(name, null, from), String(from.url)).toMatchObject(REFUSED);
    for (const junk of JUNK) expect(await ask(name, junk, PAGE)).toMatchObject({ ok: false, problem: { kind: 'malformed' } });
    expect('polluted' in {}).toBe(false);
  });

  it.each(names.filter((name) => PROTOCOL[name].trust === 'page'))('“%s” is refused from every overlay before it is read', async (name) => {
    for (const junk of [null, ...JUNK]) expect(await ask(name, junk, EVIL)).toMatchObject(REFUSED);
  });

  it('about a bulk tagging is told of one that is there', async () => {
    expect(await ask('bulk', { id: BULK }, PAGE)).toMatchObject({ ok: true, value: { total: 1 } });
  });

  it('takes nothing back of another site, and puts nothing into the store that could not have been there', async () => {
    await one.store.applyTags({ outbox: [], drop: [], localTags: [{ key: key(1), item: 'pay', at: 1 }], clearLocal: [] });
    const exported = async () => (await one.store.exportOwn()).localTags;
    const before = await exported();
    const undo = (local: unknown[], from: MessageSender) => ask('undo', { undo: JSON.stringify({ writes: [], local, marks: [] }) }, from);
    await undo([{ key: key(1), item: 'stolen', stood: true }], EVIL);
    for (const wrong of [{ key: 'git.evil.example/anything at all', item: 'x' }, { key: mine, item: 'Not an id, but long '.repeat(400) }, { key: '__proto__', item: null }]) {
      for (const from of [EVIL, PAGE]) expect(await undo([{ ...wrong, stood: true }], from)).toMatchObject({ ok: true, value: { undone: 0 } });
    }
    expect(await exported()).toEqual(before);
  });

  it('gets no token by any request, from whomever it comes', async () => {
    const said: unknown[] = [];
    for (const name of names) for (const payload of [null, { key: key(1) }, { keys: [key(1)], project: null }, { host: 'github.com' }, { project: 'github.com/acme/shop' }, { project: null, board: null }, { id: BULK }, { text: '' }]) {
      if (['forgetSite', 'removeToken'].includes(name)) continue;
      for (const from of [PAGE, EVIL, { id: 'us', url: 'https://github.com/acme/shop/issues' }]) said.push(await ask(name, payload, from));
    }
    expect(await one.store.token('github.com')).toBe(SECRET);
    const text = JSON.stringify(said);
    expect(text).toContain('maya');
    expect(text).not.toContain(SECRET);
    expect(text).not.toContain(btoa(SECRET));
  });
});

it('an origin that the engine has no word for is nobody’s', async () => {
  const handlers = handlersFor(async () => one.ports, { inject: async () => undefined, open: async () => undefined, storageBytes: async () => null, mayWorkOn: async () => true, afterwards: () => undefined, version: '0', userAgent: '' }, createShownPages());
  for (const url of ['about:blank', 'data:text/html,x', 'moz-extension://other/popup.html']) {
    expect(await answer({ waymark: 'exportData', payload: null }, { id: 'us', url }, { us: { ...US, origin: 'null' }, handlers, toProblem: () => ({ kind: 'fault', sentence: '', action: null }) })).toMatchObject(REFUSED);
  }
});
