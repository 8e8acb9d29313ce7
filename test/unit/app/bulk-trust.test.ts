import { expect, it } from 'vitest';
import { handlersFor } from '../../../lib/app/handlers.ts';
import { createShownPages } from '../../../lib/app/shown-pages.ts';
import { answer } from '../../../lib/messaging/server.ts';
import { bring, house, issue, key } from './house.ts';

const US = { id: 'us', origin: 'chrome-extension://us', overlayHosts: ['github.com', 'acme.atlassian.net'] };
const ID = '00000000-0000-4000-8000-000000000001';
const JIRA = 'acme.atlassian.net/SHOP-1';

it('an overlay begins and touches bulk taggings of its own site alone; our own pages touch all', async () => {
  const one = await house();
  await bring(one, issue(1));
  const handlers = handlersFor(async () => one.ports, { inject: async () => undefined, open: async () => undefined, storageBytes: async () => null, mayWorkOn: async () => true, afterwards: () => undefined, version: '0', userAgent: '' }, createShownPages());
  const ask = (from: string, waymark: string, payload: unknown) => answer({ waymark, payload }, { id: 'us', url: from }, { us: US, handlers, toProblem: () => ({ kind: 'fault', sentence: '', action: null }) });
  const page = 'chrome-extension://us/workspace.html';
  const list = 'https://github.com/acme/shop/issues';
  const wish = { id: ID, keys: [key(1), JIRA], item: 'faster-checkout', include: [] };
  expect(await ask(list, 'startBulk', wish)).toMatchObject({ ok: false, problem: { kind: 'refused' } });
  expect(await ask(list, 'findIssues', { filter: { project: null, label: null, sprint: null, parent: null, text: '', untagged: false, closed: false } })).toMatchObject({ ok: false });
  expect(await ask(page, 'startBulk', wish)).toMatchObject({ ok: true });
  for (const name of ['bulk', 'stopBulk', 'undoBulk', 'retryBulk']) expect(await ask(list, name, { id: ID }), name).toMatchObject({ ok: false, problem: { kind: 'refused' } });
  expect(await ask(page, 'bulk', { id: ID })).toMatchObject({ ok: true, value: { total: 2 } });
  // A known id of another site's tells nothing either.
  expect(await ask(list, 'startBulk', { ...wish, keys: [key(1)] })).toMatchObject({ ok: false, problem: { kind: 'refused' } });
  const own = { ...wish, id: ID.replace('1', '2'), keys: [key(1)] };
  expect(await ask(list, 'startBulk', own)).toMatchObject({ ok: true });
  expect(await ask(list, 'bulk', { id: own.id })).toMatchObject({ ok: true, value: { total: 1 } });
  expect(await ask(list, 'startBulk', { ...own, id: 'not-an-id' })).toMatchObject({ ok: false, problem: { kind: 'malformed' } });
});
