import { describe, expect, it } from 'vitest';
import type { RoadmapItem } from '../../../lib/core/roadmap/roadmap-item.ts';
import { day } from '../../../components/playground/issues.ts';
import { goodFile } from '../../../components/playground/roadmap-file-fixtures.ts';
import { checkoutView, itemView, largeView, roadmapView } from '../../../components/playground/roadmap-fixtures.ts';
import { columnBeside, columnsOf, neighbour } from '../../../components/workspace/roadmap/columns.ts';
import { expectedDays } from '../../../components/workspace/roadmap/expected-days.ts';
import { choicesOf, filterEntries, NO_FILTER } from '../../../components/workspace/roadmap/filter-entries.ts';
import { draftOf, itemOf, NO_BELONGING } from '../../../components/workspace/roadmap/item-draft.ts';
import { mistakesIn } from '../../../components/workspace/roadmap/item-mistakes.ts';
import { measureInWords } from '../../../components/workspace/roadmap/measure-words.ts';
import { teamFilesInWords } from '../../../components/workspace/roadmap/team-files-words.ts';
import { timelineInWords } from '../../../components/workspace/roadmap/TimelineBar.tsx';
import { timelineScale } from '../../../components/workspace/roadmap/timeline-scale.ts';
import { quarterOf, windowInWords } from '../../../lib/core/roadmap/window-words.ts';

const { items } = roadmapView;
const ids = (entries: readonly { item: RoadmapItem }[]) => entries.map(({ item }) => item.id);
const view = (id: string) => items.find(({ item }) => item.id === id)!;

describe('the columns of the board', () => {
  it('are Now, Next and Later, and a fourth only for what has no horizon', () => {
    expect(columnsOf(items).map(({ name }) => name)).toEqual(['Now', 'Next', 'Later', 'By date, or no horizon']);
    expect(columnsOf([view('vat-2027')]).map(({ name }) => name)).toEqual(['Now', 'Next', 'Later', 'By date']);
    expect(columnsOf([]).map(({ column }) => column)).toEqual(['now', 'next', 'later']);
  });
  it('hold every item once, with what was given up and what is complete at the end', () => {
    const columns = columnsOf(items);
    expect(columns.flatMap(({ entries }) => ids(entries)).toSorted()).toEqual(ids(items).toSorted());
    expect(ids(columns[2]!.entries)).toEqual(['returns-portal', 'gift-cards']);
    expect(ids(columns[3]!.entries).at(-1)).toBe('black-friday');
  });
  it('lie beside each other; keys go no further than the three horizons', () => {
    expect([columnBeside('now', 1), columnBeside('later', -1), columnBeside('now', -1), columnBeside('later', 1), columnBeside(null, -1)]).toEqual(['next', 'next', undefined, undefined, 'later']);
  });
  it('arrows go down a column and across at the same height, over empty columns', () => {
    const columns = columnsOf(items);
    expect(neighbour(columns, 'faster-checkout', 'ArrowDown')).toBe('trusted-payments');
    expect(neighbour(columns, 'faster-checkout', 'ArrowUp')).toBeUndefined();
    expect(neighbour(columns, 'search-that-finds', 'ArrowRight')).toBe('seller-onboarding');
    expect(neighbour(columnsOf([view('faster-checkout'), view('returns-portal')]), 'faster-checkout', 'ArrowRight')).toBe('returns-portal');
    expect(neighbour(columns, 'nobody', 'ArrowDown')).toBeUndefined();
  });
});

describe('the filter', () => {
  it('without a wish is everything, untouched', () => expect(filterEntries(items, NO_FILTER)).toBe(items));
  it.each([
    [{ theme: 'Trust', owner: 'Jonas Lind' }, ['trusted-payments', 'vat-2027']],
    [{ health: 'at-risk' }, ['faster-checkout', 'vat-2027']],
    [{ health: 'on-track' }, ['faster-checkout', 'trusted-payments', 'guest-accounts']],
    [{ health: 'disagrees' }, ['faster-checkout']],
    [{ tracker: 'jira' }, ['faster-checkout', 'trusted-payments', 'guest-accounts', 'seller-onboarding']],
    [{ text: '  ABANDONMENT checkout ' }, ['faster-checkout']],
    [{ text: 'nothing like it' }, []],
  ] as const)('%o leaves %o', (wish, left) => expect(ids(filterEntries(items, { ...NO_FILTER, ...wish }))).toEqual(left));
  it('offers every theme and owner once, by the alphabet', () => expect([choicesOf(items, 'theme'), choicesOf(largeView.items, 'owner')]).toEqual([['Growth', 'Supply', 'Trust'], ['Aiko Tan', 'Jonas Lind', 'Mira Okafor']]));
});

describe('days in words', () => {
  it.each([
    [{ from: '2027-01-01', to: '2027-03-31' }, 'Q1 2027'], [{ from: '2027-01-01', to: '2027-06-30' }, 'Q1 – Q2 2027'], [{ from: '2026-10-01', to: '2027-03-31' }, 'Q4 2026 – Q1 2027'],
    [{ from: '2027-01-05', to: '2027-02-20' }, '5 Jan – 20 Feb 2027'], [{ from: '2026-12-05', to: '2027-02-20' }, '5 Dec 2026 – 20 Feb 2027'], [{ from: '2027-01-05', to: null }, 'from 5 Jan 2027'], [{ from: null, to: '2027-02-20' }, 'until 20 Feb 2027'], [{ from: null, to: null }, null],
  ])('%o is %s', ({ from, to }, words) => expect(windowInWords({ from: from === null ? null : day(from), to: to === null ? null : day(to) })).toBe(words));
  it.each([['2027-12-31', 'Q4 2027', '2027-10-01', '2027-12-31'], ['2028-02-29', 'Q1 2028', '2028-01-01', '2028-03-31']])('%s lies in %s', (date, name, from, to) => expect(quarterOf(day(date))).toEqual({ name, from, to }));
  it('a measure says its way, an outcome stands for it, and nothing is nothing', () => {
    expect(measureInWords(checkoutView.item)).toBe('Checkout abandonment: 31 % → 25 % by 31 Mar 2027');
    expect([measureInWords(view('trusted-payments').item), measureInWords(view('search-that-finds').item)]).toEqual(['Failed payments from 4 % to 2 %', null]);
  });
});

describe('the timeline', () => {
  const today = day('2026-11-22');
  it('has whole quarters around every day, at least four, that fill it', () => {
    const scale = timelineScale([day('2027-12-01')], today);
    expect(scale.quarters.map(({ name }) => name)).toEqual(['Q4 2026', 'Q1 2027', 'Q2 2027', 'Q3 2027', 'Q4 2027']);
    expect(scale.quarters.reduce((sum, { width }) => sum + width, 0)).toBeCloseTo(100);
    expect([scale.at(day('2026-10-01')), scale.endOf(day('2027-12-31'))]).toEqual([0, 100]);
    expect(timelineScale([], today).quarters).toHaveLength(4);
  });
  it('keeps a later day right of an earlier one, and what is far away at the edge', () => {
    const scale = timelineScale([day('2025-01-01'), day('2040-01-01')], today);
    expect(scale.at(day('2027-01-02'))).toBeGreaterThan(scale.at(day('2027-01-01')));
    expect([scale.at(day('2020-01-01')), scale.endOf(day('2040-01-01')), scale.quarters[0]?.name, scale.quarters.length]).toEqual([0, 100, 'Q3 2026', 12]);
  });
  it('says in words what it draws', () => {
    expect(timelineInWords(view('vat-2027'))).toBe('Planned Q1 2027. Forecast 8 Mar 2027 (P50), 16 Apr 2027 (P85), past its window.');
    expect(timelineInWords(view('returns-portal'))).toBe('No window.');
  });
  it('a forecast is past its window by its careful day, and never without a window', () => {
    const forecast = { state: 'forecast', p50: day('2027-01-01'), p85: null, from: { workingDays: 60, finished: 9 } } as const;
    expect(expectedDays({ ...view('vat-2027'), forecast })?.pastWindow).toBe(true);
    expect(expectedDays({ ...checkoutView, forecast })?.pastWindow).toBe(false);
    expect(expectedDays({ ...checkoutView, forecast: { state: 'done' } })).toBeNull();
  });
});

describe('what is said of the teams’ files', () => {
  it('counts where the roadmap differs, or says that it agrees, and that a change is on its way', () => {
    expect(teamFilesInWords([goodFile])).toEqual([{ words: 'Differs from .github/waymark.yml of acme/shop in 3 places, 1 conflict among them: a teammate has changed the same. A change of it is proposed.', link: 'Review and propose …' }]);
    expect(teamFilesInWords([{ ...goodFile, differs: [], proposals: [] }])).toEqual([{ words: 'As in .github/waymark.yml of acme/shop.', link: null }]);
  });
  it('offers to share a roadmap that no repository has, and does not ask for a second file', () => {
    const absent = { ...goodFile, state: 'absent', name: 'acme/api' } as const;
    expect(teamFilesInWords([absent])[0]?.link).toBe('Share it as a file of acme/api …');
    expect(teamFilesInWords([absent, { ...absent, name: 'acme/shop' }])).toHaveLength(1);
    expect(teamFilesInWords([absent, goodFile])).toHaveLength(1);
    expect(teamFilesInWords([{ ...absent, state: 'unread' }])).toEqual([]);
  });
});

describe('the form of an item', () => {
  const today = day('2026-11-22');
  const wish = ({ createdAt: _c, updatedAt: _u, ...item }: RoadmapItem) => item;
  it.each(ids(items))('saved untouched leaves %s as it was', (id) => {
    const { item } = view(id);
    expect(itemOf(draftOf(item), item, today)).toEqual(wish(item));
    expect(mistakesIn(draftOf(item), item.id, [])).toEqual({});
  });
  it('keeps what it does not show, and forgets what was emptied', () => {
    const saved = itemOf({ ...draftOf(checkoutView.item), theme: ' ', confidence: '', links: [], measure: { name: '', from: '', to: '', by: '' } }, checkoutView.item, today);
    expect(saved.formerIds).toEqual(['quick-checkout']);
    expect(saved).not.toHaveProperty('theme');
    expect([saved.confidence, saved.links, saved.measure]).toEqual([undefined, undefined, undefined]);
  });
  it('dates a declared health anew only when it says something else', () => {
    const draft = draftOf(checkoutView.item);
    expect(itemOf(draft, checkoutView.item, today).declared?.on).toBe('2026-11-12');
    expect(itemOf({ ...draft, health: 'off-track' }, checkoutView.item, today).declared?.on).toBe(today);
  });
  it('has a window or a horizon, never both', () => {
    const dated = itemOf({ ...draftOf(checkoutView.item), plan: 'window', window: { from: '2027-01-01', to: '' } }, checkoutView.item, today);
    expect([dated.horizon, dated.window]).toEqual([null, { from: '2027-01-01', to: null }]);
    expect(itemOf({ ...draftOf(view('vat-2027').item), plan: 'next' }, view('vat-2027').item, today)).not.toHaveProperty('window');
  });
  it.each([
    ['title', { title: ' ' }], ['id', { id: 'Not an id' }], ['id', { id: 'taken' }], ['measure.name', { measure: { name: '', from: '1', to: '', by: '' } }], ['measure.to', { measure: { name: 'x', from: '1', to: '', by: '' } }],
    ['window.to', { plan: 'window', window: { from: '2027-02-01', to: '2027-01-01' } }], ['window.to', { plan: 'window', window: { from: '', to: '' } }], ['note', { health: '', note: 'because' }], ['confidence', { confidence: '101' }], ['confidence', { confidence: '1.5' }],
    ['links.0', { links: [{ title: '', url: 'javascript:alert(1)' }] }], ['belongs.0', { belongs: [NO_BELONGING] }],
  ] as const)('minds %s of %o', (field, change) => expect(Object.keys(mistakesIn({ ...draftOf(checkoutView.item), ...change }, 'faster-checkout', ['taken']))).toEqual([field]));
  it('lets an id stand that labels bear already, whatever it looks like', () => expect(mistakesIn({ ...draftOf(itemView({ ...checkoutView.item, id: 'a--b' }).item) }, 'a--b', [])).toEqual({}));
});
