import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ITEM_PARTS, type ItemPart, mergeItem, partOf, partsThatDiffer } from '../../../../../lib/core/roadmap/file/merge-item.ts';
import type { FileItem } from '../../../../../lib/core/roadmap/file/roadmap-file.ts';
import { sameItem } from '../../../../../lib/core/roadmap/file/adopt.ts';

const base: FileItem = { id: 'pay', title: 'Pay', outcome: '', horizon: 'now', formerIds: ['old'] };
const edit = fc.record({
  title: fc.constantFrom('Pay', 'Buy', 'Settle'), outcome: fc.constantFrom('', 'Fast', 'Easy'), horizon: fc.constantFrom('now', 'next', null), owner: fc.constantFrom('maya', 'jonas'), theme: fc.constantFrom('A', 'B'),
  window: fc.constantFrom({ from: null, to: '2026-12-01' }, { from: null, to: '2027-01-01' }), confidence: fc.constantFrom(10, 90), dropped: fc.constant(true), formerIds: fc.constantFrom(['old'], ['old', 'mine'], ['old', 'theirs']),
}, { requiredKeys: ['title', 'outcome', 'horizon'] }).map((members): FileItem => ({ ...base, ...members }) as FileItem); // dates are written as days
const parts = (Object.keys(ITEM_PARTS) as ItemPart[]).filter((part) => part !== 'id');

describe('merging a teammate’s version of an item', () => {
  it('takes what only they changed, keeps what only we changed, and contests what both did', () => {
    const { item, contested } = mergeItem({ ...base, title: 'Buy', owner: 'maya' }, base, { ...base, title: 'Settle', horizon: 'later' });
    expect([item, contested]).toEqual([{ ...base, title: 'Buy', owner: 'maya', horizon: 'later' }, ['title']]);
  });

  it('of every part says what the one says who changed it; where both did, ours stands and is named', () => {
    fc.assert(fc.property(edit, edit, (mine, theirs) => {
      const { item, contested } = mergeItem(mine, base, theirs);
      for (const part of parts) {
        const [ours, others] = [partsThatDiffer(mine, base).includes(part), partsThatDiffer(theirs, base).includes(part)];
        expect(partOf(item, part), part).toEqual(partOf(others && !ours ? theirs : mine, part));
        expect(contested.includes(part), part).toBe(ours && others && partsThatDiffer(mine, theirs).includes(part));
      }
    }));
  });

  it('loses no id that a tag may bear, whoever merged or renamed', () => {
    fc.assert(fc.property(edit, edit, fc.boolean(), fc.boolean(), (mine, theirs, here, there) => {
      const [ours, others] = [here ? { ...mine, id: 'ours' } : mine, there ? { ...theirs, id: 'theirs-now' } : theirs];
      const { item } = mergeItem(ours, base, others);
      expect(new Set([item.id, ...(item.formerIds ?? [])])).toEqual(new Set([ours.id, others.id, ...(ours.formerIds ?? []), ...(others.formerIds ?? [])]));
    }));
  });

  it('is quiet when one side is as before, and without a common beginning takes only what we have not said', () => {
    fc.assert(fc.property(edit, (mine) => {
      expect(mergeItem(mine, base, base)).toEqual({ item: mine, contested: [] });
      expect(sameItem(mergeItem(base, base, mine).item, mine)).toBe(true);
    }));
    expect(mergeItem({ ...base, title: 'Mine' }, null, { ...base, title: 'Theirs', owner: 'maya' })).toEqual({ item: { ...base, title: 'Mine', owner: 'maya' }, contested: ['title'] });
  });

  it('gives an id back that a merge was undone for', () => {
    expect(mergeItem({ ...base, formerIds: ['old', 'b'] }, { ...base, formerIds: ['old', 'b'] }, base).item.formerIds).toEqual(['old']);
  });
});
