import { expect, it, vi } from 'vitest';

type Listener = (message: unknown, sender: { url?: string; tab?: object }) => void;
const listeners: Listener[] = [];
vi.mock('webextension-polyfill', () => ({ default: { runtime: { getURL: () => 'chrome-extension://waymark/', onMessage: { addListener: (listener: Listener) => void listeners.push(listener), removeListener: () => undefined } } } }));
const { onBroadcast } = await import('../../../lib/platform/page.ts');

it('a page of ours hears the worker, and no content script that says the same', () => {
  const heard: unknown[] = [];
  onBroadcast((message) => heard.push(message));
  const changed = { waymark: 'changed', keys: [], projects: [] };
  for (const url of ['https://github.com/acme/shop/issues', 'https://evil.example/chrome-extension://waymark/', 'chrome-extension://waymark.evil/', undefined]) for (const listen of listeners) listen({ waymark: 'changed' }, { ...(url !== undefined && { url }), tab: {} });
  expect(heard).toEqual([]);
  for (const listen of listeners) listen(changed, { url: 'chrome-extension://waymark/background.js' });
  expect(heard).toEqual([changed]);
});
