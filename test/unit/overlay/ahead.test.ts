import { afterEach, describe, expect, test } from 'vitest';
import type { Badge } from '../../../lib/core/badge.ts';
import { githubIssueKey } from '../../../lib/core/keys.ts';
import { askAhead } from '../../../lib/overlay/ahead.ts';

const badge: Badge = { key: githubIssueKey('github.com', 'acme', 'shop', 1), state: 'ready', band: 'high', score: '82', flags: 0, worst: null, roadmap: null, reason: 'demand', more: 'demand', name: 'Priority 82', inSprint: false };

/** A page that only begins to load, and what its script told the worker. */
function load(path: string, { hidden = false, answers = true } = {}) {
  const told: unknown[] = [];
  let news = () => {};
  // Of the document this and no more is looked at.
  const page = { hidden, location: new URL(path, 'https://github.com') } as unknown as Document;
  askAhead(page, {
    tell: async (name, payload) => {
      told.push({ [name]: payload });
      return answers ? { badges: [badge], state: 'ready' } : undefined;
    },
    onAnyWord: (listener) => { news = listener; },
  });
  return { told, bringNews: () => news() };
}

afterEach(() => { globalThis.waymarkShown = undefined; });

describe('what is asked ahead of the overlay', () => {
  test.each(['/acme/shop/issues', '/acme/shop/pulls?q=is%3Aopen', '/acme/shop/milestone/3', '/orgs/acme/projects/1/views/2', '/acme/shop/issues/octocat'])('%s: what the page showed last', async (path) => {
    expect(load(path).told).toEqual([{ describe: { keys: [], project: null } }]);
    expect(await globalThis.waymarkShown).toEqual([badge]);
  });

  test.each(['/acme/shop/issues/12', '/acme/shop/pull/12/files', '//acme//shop//issues//12'])('%s: nothing, since the overlay asks for that issue by its key', (path) => {
    expect(load(path).told).toEqual([]);
    expect(globalThis.waymarkShown).toBeUndefined();
  });

  test('nothing for a tab that nobody sees', () => {
    expect(load('/acme/shop/issues', { hidden: true }).told).toEqual([]);
  });

  test('a worker that does not answer has shown nothing', async () => {
    load('/acme/shop/issues', { answers: false });
    expect(await globalThis.waymarkShown).toEqual([]);
  });

  test('news from before the overlay listens makes the answer old: it is asked for again', () => {
    load('/acme/shop/issues').bringNews();
    expect(globalThis.waymarkShown).toBeUndefined();
  });
});
