import { describe, expect, it } from 'vitest';
import { createShownPages } from '../../../lib/app/shown-pages.ts';
import type { Badge } from '../../../lib/core/badge.ts';
import type { Caller } from '../../../lib/messaging/server.ts';
import { key } from './house.ts';

const at = (url: string): Caller => ({ sender: { id: 'us', url }, trust: { level: 'overlay', host: new URL(url).host } });
const LIST = at('https://github.com/acme/shop/issues?q=is%3Aopen');
const badge = (number: number, score = '50'): Badge => ({ key: key(number), state: 'ready', band: 'medium', score, flags: 0, worst: null, roadmap: null, reason: '', more: '', name: '', inSprint: false });

describe('the pages that were shown', () => {
  it('gives a page what it showed last, and another page nothing', () => {
    const shown = createShownPages();
    shown.remember(LIST, [key(1), key(2)], [badge(1), badge(2)]);
    expect(shown.recall(LIST, [])).toEqual({ keys: [key(1), key(2)], badges: [badge(1), badge(2)] });
    expect(shown.recall(at('https://github.com/acme/shop/issues?q=is%3Aopen#row'), [key(2)])).toEqual({ keys: [key(2)], badges: [badge(2)] });
    expect(shown.recall(at('https://github.com/acme/shop/issues'), [])).toBeNull();
  });

  it('answers no question from memory of which it knows a part only', () => {
    const shown = createShownPages();
    shown.remember(LIST, [key(1)], [badge(1)]);
    expect(shown.recall(LIST, [key(1), key(3)])).toEqual({ keys: [key(1), key(3)], badges: null });
  });

  it('keeps after a change which issues a page shows, and not how they look', () => {
    const shown = createShownPages();
    shown.remember(LIST, [key(1), key(2)], [badge(1), badge(2)]);
    shown.doubt();
    expect(shown.recall(LIST, [])).toEqual({ keys: [key(1), key(2)], badges: null });
    shown.remember(LIST, [key(1)], [badge(1, '60')]);
    expect(shown.recall(LIST, [key(1)])?.badges).toEqual([badge(1, '60')]);
    expect(shown.recall(LIST, [])?.badges).toBeNull();
  });

  it('forgets an issue that has no badge any more, and everything of a site', () => {
    const shown = createShownPages();
    shown.remember(LIST, [key(1), key(2)], [badge(1), badge(2)]);
    shown.remember(LIST, [key(1), key(2)], [badge(2)]);
    expect(shown.recall(LIST, [])?.keys).toEqual([key(2)]);
    shown.forget('github.com');
    expect(shown.recall(LIST, [])).toBeNull();
  });

  it('remembers only so many pages, those shown last, and nothing of our own pages', () => {
    const shown = createShownPages();
    for (let page = 0; page < 40; page += 1) shown.remember(at(`https://github.com/acme/shop/issues?page=${page}`), [key(page + 1)], [badge(page + 1)]);
    expect(shown.recall(at('https://github.com/acme/shop/issues?page=0'), [])).toBeNull();
    expect(shown.recall(at('https://github.com/acme/shop/issues?page=39'), [])?.keys).toEqual([key(40)]);
    const own: Caller = { sender: { id: 'us', url: 'chrome-extension://us/popup.html' }, trust: { level: 'page' } };
    shown.remember(own, [key(1)], [badge(1)]);
    expect(shown.recall(own, [])).toBeNull();
  });
});
