import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { githubIssueKey } from '../../../lib/core/keys.ts';
import { createCardOpener } from '../../../lib/overlay/card.ts';
import type { PanelPort } from '../../../lib/overlay/panel-port.ts';

const KEY = githubIssueKey('github.com', 'acme', 'shop', 12);
// A row without a badge: nothing is drawn on it, so nothing of a document is needed.
const row = { localName: 'li', isConnected: true } as HTMLElement;

let opened: string[][];
let failed: HTMLElement[];
const panel: PanelPort = { open: ({ keys }) => void opened.push(keys), close: () => undefined, selectedAmong: () => [] };
const lost = () => Promise.reject(new Error('no answer'));

beforeEach(() => {
  opened = [];
  failed = [];
  vi.stubGlobal('document', { activeElement: row, body: null });
});
afterEach(() => {
  globalThis.waymarkPanel = undefined;
  vi.unstubAllGlobals();
});

const opener = (fetchPanel: () => Promise<unknown>) => createCardOpener(fetchPanel, (anchor) => failed.push(anchor), new AbortController().signal);

test('the card opens when the panel has come, though the worker fell asleep before it could say so', async () => {
  await opener(() => {
    globalThis.waymarkPanel = panel;
    return lost();
  }).open(row, [KEY], 'tag');
  expect(opened).toEqual([[KEY]]);
  expect(failed).toEqual([]);
});

test('a panel that did not come is told at what was pressed, and the next press asks again', async () => {
  const asked: string[] = [];
  const card = opener(() => {
    asked.push('panel');
    return lost();
  });
  await card.open(row, [KEY], 'card');
  await card.open(row, [KEY], 'card');
  expect(asked).toHaveLength(2);
  expect(opened).toEqual([]);
  expect(failed).toEqual([row, row]);
});
