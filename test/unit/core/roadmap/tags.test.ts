import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { itemId, itemOfLabel, tagLabel, tagOf } from '../../../../lib/core/roadmap/tags.ts';
import { buildIssue } from '../build.ts';

describe('itemId', () => {
  it.each([['Faster checkout (EU)', 'faster-checkout-eu'], ['  Größe & Übergröße ', 'grosse-ubergrosse'], ['Maß', 'mass'], ['a'.repeat(60), 'a'.repeat(42)], ['Café', 'cafe']])('of “%s” is %s', (title, id) => {
    expect(itemId(title)).toBe(id);
  });

  it.each(['---', '', ' ', '早く'])('is never empty, also of “%s”', (title) => {
    expect(itemId(title)).toMatch(/^item-[a-z0-9]+$/);
  });

  it('makes of any title a label that fits GitHub and comes back as the same item', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (title) => {
        const label = tagLabel(itemId(title));
        expect(label.length).toBeLessThanOrEqual(50);
        expect(itemOfLabel(label)).toBe(itemId(title));
        expect(itemId(itemId(title))).toBe(itemId(title));
      }),
    );
  });

  it('tells titles without Latin letters apart', () => {
    expect(itemId('早く')).not.toBe(itemId('遅く'));
  });
});

describe('itemOfLabel', () => {
  it.each([['roadmap:faster-checkout', 'faster-checkout'], ['Roadmap:Faster-Checkout', 'faster-checkout'], ['roadmap:', null], ['roadmap', null], ['roadmap: now', null], ['roadmap:a b', null], ['xroadmap:a', null], ['roadmap:-a', null], [`roadmap:${'a'.repeat(43)}`, null]])('of %s is %s', (label, item) => {
    expect(itemOfLabel(label)).toBe(item);
  });
});

describe('tagOf', () => {
  const labelled = buildIssue({ labels: ['bug', 'roadmap:beta', 'roadmap:alpha'] });
  const plain = buildIssue();

  it('reads a teammate’s label; of several the first by the alphabet', () => {
    expect(tagOf(labelled, null, [])).toEqual({ key: labelled.key, item: 'alpha', via: 'label', pending: false });
    expect(tagOf(plain, null, [])).toBeNull();
  });

  it('shows a write on its way as done', () => {
    expect(tagOf(plain, null, [{ label: 'roadmap:gamma', present: true }])).toMatchObject({ item: 'gamma', via: 'label', pending: true });
    expect(tagOf(labelled, null, [{ label: 'roadmap:alpha', present: false }, { label: 'roadmap:gamma', present: true }])).toMatchObject({ item: 'gamma', pending: true });
    expect(tagOf(labelled, null, [{ label: 'roadmap:alpha', present: false }])).toMatchObject({ item: 'beta', pending: false });
    expect(tagOf(buildIssue({ labels: ['roadmap:alpha'] }), null, [{ label: 'Roadmap:Alpha', present: false }])).toBeNull();
    expect(tagOf(plain, null, [{ label: 'bug', present: true }])).toBeNull();
  });

  it('lets a tag of this browser stand before the label, which its author had seen, and a local row without item hide the label', () => {
    expect(tagOf(plain, { item: 'gamma' }, [])).toMatchObject({ item: 'gamma', via: 'local' });
    expect(tagOf(labelled, { item: 'gamma' }, [])).toMatchObject({ item: 'gamma', via: 'local' });
    expect(tagOf(labelled, { item: null }, [])).toBeNull();
    expect(tagOf(labelled, { item: null }, [{ label: 'roadmap:gamma', present: true }])).toMatchObject({ item: 'gamma' });
  });
});
