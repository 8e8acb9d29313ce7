import { describe, expect, it } from 'vitest';
import { adoptFile, type AgreedSettings } from '../../../../../lib/core/roadmap/file/adopt.ts';
import { changesFor, differencesFrom } from '../../../../../lib/core/roadmap/file/differences.ts';
import type { FileItem, RoadmapFile, TeamSettings } from '../../../../../lib/core/roadmap/file/roadmap-file.ts';
import { DEFAULT_THRESHOLDS } from '../../../../../lib/core/risk/thresholds.ts';
import type { RoadmapItem } from '../../../../../lib/core/roadmap/roadmap-item.ts';

const STANDARD: AgreedSettings = { model: 'signals', weights: {}, thresholds: DEFAULT_THRESHOLDS, calendar: { timeZone: 'UTC', weekend: [0, 6], holidays: [] } };
const NONE: ReadonlySet<string> = new Set();
const item = (id: string, more: Partial<FileItem> = {}): FileItem => ({ id, title: id.toUpperCase(), outcome: '', horizon: 'now', ...more });
const file = (items: readonly FileItem[], team: TeamSettings = {}, vision = ''): RoadmapFile => ({ aim: { vision, productGoal: '' }, items, team });

/** A browser that takes up one version after the other. */
function browser() {
  let items: RoadmapItem[] = [];
  let settings = STANDARD;
  let former: RoadmapFile | null = null;
  let now = 100;
  let contested: readonly string[] = [];
  const compared = (followed: RoadmapFile) => ({ file: followed, items, settings, standard: STANDARD, elsewhere: NONE, contested });
  return {
    take(next: RoadmapFile) {
      const adopted = adoptFile({ file: next, former, items, settings, standard: STANDARD, now: (now += 1), contested });
      ({ contested } = adopted);
      const put = new Map(adopted.put.map((one) => [one.id, one]));
      items = [...items.filter(({ id }) => !adopted.remove.includes(id) && !put.has(id)), ...put.values()];
      settings = adopted.settings;
      former = next;
    },
    edit: (id: string, change: Partial<RoadmapItem>) => void (items = items.map((one) => (one.id === id ? { ...one, ...change } : one))),
    drop: (id: string) => void (items = items.filter((one) => one.id !== id)),
    set: (change: Partial<AgreedSettings>) => void (settings = { ...settings, ...change }),
    titles: () => items.map(({ title }) => title).toSorted(),
    settings: () => settings,
    differs: () => (former ? differencesFrom(compared(former)).map(({ sentence, contested: both }) => (both ? `${sentence} Contested.` : sentence)) : []),
    changes: () => (former ? changesFor(compared(former), null) : []),
  };
}

describe('taking up a roadmap file', () => {
  it('follows the team in what nobody has changed here: new, changed and removed items', () => {
    const one = browser();
    one.take(file([item('a'), item('b')]));
    one.take(file([item('a', { title: 'A2' }), item('c')]));
    expect([one.titles(), one.differs()]).toEqual([['A2', 'C'], []]);
  });

  it('keeps what a person has changed, added or removed here, shows it and proposes it', () => {
    const one = browser();
    one.take(file([item('a'), item('b'), item('c')]));
    one.edit('a', { title: 'Mine', horizon: 'later' });
    one.drop('b');
    one.take(file([item('a', { title: 'Theirs' }), item('b', { title: 'B2' }), item('c', { title: 'C2' })]));
    expect(one.titles()).toEqual(['C2', 'Mine']);
    expect(one.differs()).toEqual([
      '“Mine” differs from the team’s in title: Mine here, Theirs there. Contested.', '“Mine” differs from the team’s in plan: later here, now there.', '“B2” is on the team’s roadmap and was removed here. Contested.',
    ]);
    expect(one.changes()).toEqual([{ kind: 'item', id: 'a', item: item('a', { title: 'Theirs', horizon: 'later' }) }]);
    one.take(file([item('a', { title: 'Mine', horizon: 'later' }), item('c', { title: 'C2' })]));
    expect(one.differs()).toEqual([]);
  });

  it('knows a renamed item by its former id', () => {
    const one = browser();
    one.take(file([item('a')]));
    one.edit('a', { id: 'z', formerIds: ['a'] });
    expect(one.changes()).toEqual([{ kind: 'item', id: 'a', item: item('z', { title: 'A', formerIds: ['a'] }) }]);
    one.take(file([item('z', { title: 'A', formerIds: ['a'] })]));
    expect([one.titles(), one.differs()]).toEqual([['A'], []]);
  });

  it('uses the team’s settings until a person chooses others, and says then in what they differ', () => {
    const one = browser();
    one.take(file([], { model: 'rice', thresholds: { idleDays: 3 }, weights: { signals: { demand: 9 } }, sprints: { timeZone: 'Europe/Berlin', weekend: ['saturday', 'friday'] } }, 'Far'));
    expect(one.settings()).toMatchObject({ model: 'rice', thresholds: { ...DEFAULT_THRESHOLDS, idleDays: 3 }, weights: { signals: { demand: 9 } }, calendar: { timeZone: 'Europe/Berlin', weekend: [5, 6], holidays: [] }, aim: { vision: 'Far' } });
    expect(one.differs()).toEqual([]);
    one.set({ thresholds: { ...one.settings().thresholds, idleDays: 8 }, model: 'wsjf' });
    expect(one.differs()).toEqual(['Scoring model differs from the team’s: wsjf here, rice there.', expect.stringContaining('differs from the team’s: 8 here, 3 there.')]);
    one.take(file([], { model: 'ice-product', thresholds: { idleDays: 4 } }));
    expect(one.settings()).toMatchObject({ model: 'wsjf', thresholds: { idleDays: 8 }, weights: { signals: {} }, calendar: STANDARD.calendar });
  });
});
