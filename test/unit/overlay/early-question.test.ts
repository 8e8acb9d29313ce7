import { parseHTML } from 'linkedom';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { ProjectKey } from '../../../lib/core/issue.ts';
import { githubIssueKey, githubProjectKey } from '../../../lib/core/keys.ts';
import type { OverlayPort } from '../../../lib/overlay/overlay.ts';
import { startOverlay } from '../../../lib/overlay/overlay.ts';
import { trackers } from './all-surfaces.ts';

const key = githubIssueKey('github.com', 'acme', 'shop', 12);
const asksByKey = (project: ProjectKey | null) => [{ describe: { keys: [key], project } }];
const ending = new AbortController();

/** What the overlay asks of the worker while a page of GitHub is still loading. `shown`: what the page showed last has been asked for ahead. */
function load(path: string, { shown = true } = {}): unknown[] {
  const { window, document } = parseHTML('<!doctype html><html><head></head><body></body></html>');
  Object.defineProperty(document, 'readyState', { value: 'loading' });
  vi.stubGlobal('location', new URL(path, 'https://github.com'));
  for (const [name, value] of Object.entries({ window, document, MutationObserver: window.MutationObserver })) vi.stubGlobal(name, value);
  globalThis.waymarkShown = shown ? Promise.resolve([]) : undefined;
  const asked: unknown[] = [];
  const send = (async (name: string, payload: unknown) => {
    if (name === 'describe') asked.push({ [name]: payload });
    return { badges: [], state: 'ready' };
  }) as OverlayPort['send'];
  startOverlay(document, trackers, { send, onBroadcast: () => {}, isAlive: () => true, readSite: () => ({ jira: null }), signal: ending.signal });
  return asked;
}

beforeEach(() => { vi.useFakeTimers(); });
afterEach(() => {
  globalThis.waymarkShown = undefined;
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('what the overlay asks while the page loads', () => {
  test.each(['/acme/shop/issues/12', '/issues/assigned?issue=acme%7Cshop%7C12'])('%s: for its own issue by its key, whatever has been asked ahead', (path) => {
    for (const shown of [true, false]) expect(load(path, { shown })).toEqual(asksByKey(githubProjectKey('github.com', 'acme', 'shop')));
  });

  test('a board that opens an issue beside its cards: what it showed last, and for that issue where nothing has been asked ahead', () => {
    const board = '/orgs/acme/projects/1/views/1?pane=issue&itemId=1&issue=acme%7Cshop%7C12';
    expect(load(board)).toEqual([]);
    expect(load(board, { shown: false })).toEqual(asksByKey(null));
  });

  test('a list: what it showed last, and nothing by a key that its address does not name', () => {
    expect(load('/acme/shop/issues')).toEqual([]);
    expect(load('/acme/shop/issues', { shown: false })).toEqual([]);
  });
});
