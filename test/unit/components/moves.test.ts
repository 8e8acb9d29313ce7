import { parseHTML } from 'linkedom';
import { act, createElement, useLayoutEffect } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { itemView, roadmapView } from '../../../components/playground/roadmap-fixtures.ts';
import { useMoves } from '../../../components/workspace/roadmap/useMoves.ts';
import type { Horizon } from '../../../lib/core/roadmap/roadmap-item.ts';
import { plainDate } from '../../../lib/core/work-calendar.ts';
import type { RoadmapView } from '../../../lib/messaging/messages.ts';

/** What the page has read: the items and where they stand. */
const read = (horizons: Readonly<Record<string, Horizon>>): RoadmapView => ({ ...roadmapView, items: Object.entries(horizons).map(([id, horizon]) => itemView({ id, title: id, outcome: '', horizon, createdAt: 1, updatedAt: 1 })) });

function Page({ view, tell }: { view: RoadmapView; tell: (moves: ReturnType<typeof useMoves>) => void }): null {
  const moves = useMoves(view);
  useLayoutEffect(() => tell(moves), [moves, tell]);
  return null;
}

/** A page that shows the roadmap, as the browser draws it: changes made together are drawn together. */
async function page(first: RoadmapView) {
  const { createRoot } = await import('react-dom/client');
  let shown: ReturnType<typeof useMoves> | null = null;
  const tell = (moves: ReturnType<typeof useMoves>): void => { shown = moves; };
  const item = (id: string) => shown?.view?.items.find((one) => one.item.id === id)?.item;
  const root = createRoot(document.createElement('div'));
  const show = (view: RoadmapView): void => root.render(createElement(Page, { view, tell }));
  await act(async () => show(first));
  return {
    show, draw: (work: () => void) => act(async () => work()),
    begin: (id: string, to: Horizon) => shown!.begin(id, to),
    shown: item,
    at: (id: string) => item(id)?.horizon,
  };
}

beforeEach(() => {
  const { window, document } = parseHTML('<!doctype html><html><body></body></html>');
  for (const [name, value] of Object.entries({ window, document, IS_REACT_ACT_ENVIRONMENT: true })) vi.stubGlobal(name, value);
});
afterEach(() => vi.unstubAllGlobals());

describe('an item that was dropped elsewhere on the roadmap', () => {
  it('stands there at once, and until what was read after it was written says so', async () => {
    const { show, draw, begin, at } = await page(read({ pay: 'now', search: 'now' }));
    let end = (_written: boolean): void => {};
    await draw(() => { end = begin('pay', 'next'); });
    expect([at('pay'), at('search')]).toEqual(['next', 'now']);
    // Read while it is being written.
    await draw(() => show(read({ pay: 'now', search: 'later' })));
    expect([at('pay'), at('search')]).toEqual(['next', 'later']);
    await draw(() => end(true));
    expect(at('pay')).toBe('next');
    // Somebody else has moved it on.
    await draw(() => show(read({ pay: 'later', search: 'later' })));
    expect(at('pay')).toBe('later');
  });

  it('does not jump back where the end of the move and what was read before it are drawn together', async () => {
    const { show, draw, begin, at } = await page(read({ pay: 'now' }));
    let end = (_written: boolean): void => {};
    await draw(() => { end = begin('pay', 'next'); });
    await draw(() => {
      end(true);
      show(read({ pay: 'now' }));
    });
    expect(at('pay')).toBe('next');
    await draw(() => show(read({ pay: 'later' })));
    expect(at('pay')).toBe('later');
  });

  it('has no days any more, which a horizon takes the place of', async () => {
    const dated = itemView({ id: 'pay', title: 'Pay', outcome: '', horizon: null, window: { from: plainDate('2026-11-01'), to: null }, createdAt: 1, updatedAt: 1 });
    const { draw, begin, shown } = await page({ ...roadmapView, items: [dated] });
    await draw(() => void begin('pay', 'next'));
    expect(shown('pay')).toEqual({ ...dated.item, horizon: 'next', window: undefined });
  });

  it('is back at once where it was refused; moved on meanwhile, it heeds its last move alone', async () => {
    const { show, draw, begin, at } = await page(read({ pay: 'now' }));
    const ends: ((written: boolean) => void)[] = [];
    await draw(() => void ends.push(begin('pay', 'next')));
    await draw(() => ends[0]?.(false));
    expect(at('pay')).toBe('now');
    await draw(() => void ends.push(begin('pay', 'next')));
    await draw(() => void ends.push(begin('pay', 'later')));
    await draw(() => ends[1]?.(false));
    expect(at('pay')).toBe('later');
    await draw(() => ends[1]?.(true));
    await draw(() => show(read({ pay: 'next' })));
    expect(at('pay')).toBe('later');
  });
});
