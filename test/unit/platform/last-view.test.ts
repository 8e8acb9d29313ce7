import { beforeEach, describe, expect, it, vi } from 'vitest';
import { forgetViews, keepView, lastKept, recallView } from '../../../lib/platform/last-view.ts';
import { pageStorage } from './page-storage.ts';

describe('what a page showed last', () => {
  beforeEach(() => vi.stubGlobal('localStorage', pageStorage()));

  it('is there under its name, and the latest under none', () => {
    keepView('github.com/acme/shop', { goal: 1 });
    keepView('github.com/acme/api', { goal: 2 });
    expect([recallView('github.com/acme/shop'), recallView('github.com/other/other'), lastKept()]).toEqual([{ goal: 1 }, null, 'github.com/acme/api']);
    keepView('github.com/acme/shop', { goal: 3 });
    expect([recallView('github.com/acme/shop'), lastKept()]).toEqual([{ goal: 3 }, 'github.com/acme/shop']);
  });

  it('is kept for the eight shown last', () => {
    for (let turn = 0; turn < 12; turn += 1) keepView(`project ${turn}`, { turn });
    expect(Array.from({ length: 12 }, (_, turn) => recallView(`project ${turn}`) !== null)).toEqual(Array.from({ length: 12 }, (_, turn) => turn >= 4));
    expect(localStorage.length).toBe(9);
  });

  it('is gone once a site is forgotten', () => {
    keepView('github.com/acme/shop', { goal: 1 });
    forgetViews();
    expect([recallView('github.com/acme/shop'), lastKept(), localStorage.length]).toEqual([null, null, 0]);
  });

  it('is left out where there is no room, and an old one does not stand for a new one', () => {
    keepView('shop', { goal: 1 });
    vi.stubGlobal('localStorage', pageStorage(40));
    keepView('shop', { goal: 'x'.repeat(100) });
    expect(recallView('shop')).toBeNull();
  });

  it('that cannot be read is none', () => {
    localStorage.setItem('last-view|shop', '{');
    localStorage.setItem('last-views', 'null');
    expect([recallView('shop'), lastKept()]).toEqual([null, null]);
  });
});
