import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { daysAfter } from '../../../../lib/core/forecast/working-date.ts';
import { forecastItem } from '../../../../lib/core/roadmap/item-forecast.ts';
import { assessHealth, type HealthInput } from '../../../../lib/core/roadmap/item-health.ts';
import { type ItemStanding, NO_STATISTICS, progressOf, renewItemStatistics } from '../../../../lib/core/roadmap/item-statistics.ts';
import type { Health } from '../../../../lib/core/roadmap/roadmap-item.ts';
import type { PlainDate } from '../../../../lib/core/time.ts';
import { buildItem, CALENDAR, NOW } from '../build.ts';

const TODAY = CALENDAR.dateOf(NOW);
const DAY = 86_400_000;
const ends = (days: number) => ({ from: null, to: daysAfter(TODAY, days) });
/** From the least to the most. */
const RANK: readonly Health[] = ['inactive', 'off-track', 'at-risk', 'on-track', 'complete'];

type Known = ItemStanding & { readonly finishedAt: number | null };
const issue = fc.record({ category: fc.constantFrom('todo' as const, 'doing' as const, 'done' as const), blocked: fc.boolean(), tracker: fc.constantFrom('github' as const, 'jira' as const), estimate: fc.option(fc.integer({ min: 0, max: 8000 })), ago: fc.integer({ min: 0, max: 90 }), age: fc.integer({ min: 0, max: 120 }) })
  .map(({ ago, age, ...one }): Known => ({ ...one, blocked: one.blocked && one.category !== 'done', createdAt: NOW - Math.max(ago, age) * DAY, updatedAt: NOW - ago * DAY, finishedAt: one.category === 'done' ? NOW - ago * DAY : null }));

function health(issues: readonly ItemStanding[], item: HealthInput['item'] & Pick<Parameters<typeof forecastItem>[0], 'id'>): Health {
  const statistics = renewItemStatistics(NO_STATISTICS, [], issues);
  const moved = statistics.updated.at(-1) ?? NOW;
  return assessHealth({ item, progress: progressOf(statistics), forecast: forecastItem(item, statistics, NOW, CALENDAR), quietDays: CALENDAR.workingDaysBetween(moved, NOW), idleDays: 5, today: TODAY }).computed ?? 'inactive';
}

const anyEnd = fc.option(fc.integer({ min: -60, max: 400 }));
const itemEnding = (end: number | null, from: number | null = null) => buildItem({ horizon: end === null ? 'now' : null, ...(end !== null && { window: { from: from === null ? null : daysAfter(TODAY, from), to: daysAfter(TODAY, end) } }) });

describe('laws of health, from the issues to the word', () => {
  it('a later end of the window never worsens it', () => {
    fc.assert(fc.property(fc.array(issue, { maxLength: 40 }), fc.integer({ min: -60, max: 200 }), fc.nat({ max: 300 }), (issues, end, later) => {
      expect(RANK.indexOf(health(issues, itemEnding(end + later)))).toBeGreaterThanOrEqual(RANK.indexOf(health(issues, itemEnding(end))));
    }), { numRuns: 300 });
  });

  it('one more finished issue never worsens it, whenever it was finished', () => {
    fc.assert(fc.property(fc.array(issue, { minLength: 1, maxLength: 40 }), anyEnd, fc.option(fc.integer({ min: -60, max: 0 })), fc.nat(), fc.nat({ max: 90 }), (issues, end, from, which, ago) => {
      const at = which % issues.length;
      const done = issues.map((one, index): ItemStanding => (index === at ? { ...one, category: 'done', blocked: false, finishedAt: one.finishedAt ?? Math.max(one.createdAt, NOW - ago * DAY), updatedAt: Math.max(one.updatedAt, NOW - ago * DAY) } : one));
      expect(RANK.indexOf(health(done, itemEnding(end, from)))).toBeGreaterThanOrEqual(RANK.indexOf(health(issues, itemEnding(end, from))));
    }), { numRuns: 400 });
  });

  it('one more finished issue, in whichever tracker and whenever, makes no forecast of the item later, and P50 never lies after P85', () => {
    fc.assert(fc.property(fc.array(issue, { minLength: 1, maxLength: 40 }), anyEnd, fc.option(fc.integer({ min: -60, max: 0 })), fc.nat(), fc.nat({ max: 90 }), (issues, end, from, which, ago) => {
      const days = (of: readonly ItemStanding[]): readonly string[] => {
        const forecast = forecastItem(itemEnding(end, from), renewItemStatistics(NO_STATISTICS, [], of), NOW, CALENDAR);
        return forecast.state === 'forecast' ? [forecast.p50, forecast.p85 ?? 'z'] : forecast.state === 'done' ? ['', ''] : ['z', 'z'];
      };
      const [before, after] = [days(issues), days(issues.map((one, index): ItemStanding => (index === which % issues.length ? { ...one, category: 'done', blocked: false, finishedAt: one.finishedAt ?? Math.max(one.createdAt, NOW - ago * DAY) } : one)))];
      expect(after.every((day, index) => day <= (before[index] ?? ''))).toBe(true);
      expect((before[0] ?? '') <= (before[1] ?? '')).toBe(true);
    }), { numRuns: 300 });
  });

  it('more done never lowers progress, by issues nor by estimate, and progress is the plain sum over both trackers', () => {
    fc.assert(fc.property(fc.array(issue, { minLength: 1, maxLength: 30 }), fc.nat(), (issues, which) => {
      const progress = (of: readonly ItemStanding[]) => progressOf(renewItemStatistics(NO_STATISTICS, [], of));
      const [before, after] = [progress(issues), progress(issues.map((one, index): ItemStanding => (index === which % issues.length ? { ...one, category: 'done' } : one)))];
      expect(after.issues.done).toBeGreaterThanOrEqual(before.issues.done);
      expect(after.issues.total).toBe(before.issues.total);
      expect(after.estimate?.done ?? 0).toBeGreaterThanOrEqual(before.estimate?.done ?? 0);
      expect(before.issues).toEqual({ done: issues.filter(({ category }) => category === 'done').length, total: issues.length });
      expect((before.byTracker.github?.total ?? 0) + (before.byTracker.jira?.total ?? 0)).toBe(issues.length);
      expect(before.estimate?.total ?? 0).toBeCloseTo(issues.reduce((sum, { estimate }) => sum + (estimate ?? 0), 0) / 1000, 6);
    }));
  });
});

describe('figures', () => {
  it('taking away exactly what was added leaves what was there, in any order, to the last bit', () => {
    fc.assert(fc.property(fc.array(issue, { maxLength: 20 }), fc.array(issue, { maxLength: 20 }), (stay, go) => {
      const all = renewItemStatistics(renewItemStatistics(NO_STATISTICS, [], go), [], stay);
      expect(renewItemStatistics(all, go.toReversed(), [])).toEqual(renewItemStatistics(NO_STATISTICS, [], stay));
    }));
  });
});

describe('the words', () => {
  const progress = { issues: { done: 7, total: 12 }, estimate: null, inProgress: 2, blocked: 0, byTracker: {} };
  const from = { workingDays: 60, finished: 30 };
  const forecast = (p50: number, p85: number | null) => ({ state: 'forecast' as const, p50: daysAfter(TODAY, p50), p85: p85 === null ? null : daysAfter(TODAY, p85), from });
  const base: HealthInput = { item: { horizon: null, window: ends(30) }, progress, forecast: forecast(10, 20), quietDays: 1, idleDays: 5, today: TODAY };
  const now: HealthInput['item'] = { horizon: 'now' };
  const cases: readonly (readonly [string, Partial<HealthInput>, Health, RegExp])[] = [
    ['the forecast lies before its end', {}, 'on-track', /^Finished by 3 Dec 2026 at an even chance, by 13 Dec 2026 at 85 %\.$/],
    ['the unlikely part lies after its end', { forecast: forecast(10, 40) }, 'at-risk', /but at 85 % only by 2 Jan 2027, later than the end of its window, 23 Dec 2026\.$/],
    ['the unlikely part takes more than a year', { forecast: forecast(10, null) }, 'at-risk', /only in more than a year/],
    ['even the likely part lies after its end', { forecast: forecast(31, 40) }, 'off-track', /^At an even chance it is finished only by 24 Dec 2026, later than/],
    ['its window has ended', { item: { horizon: null, window: ends(-1) } }, 'off-track', /^Its window ended on 22 Nov 2026, with 5 of 12 issues open\.$/],
    ['its window ends today', { item: { horizon: null, window: ends(0) }, forecast: forecast(0, 0) }, 'on-track', /^Finished by/],
    ['nothing was ever finished', { forecast: { state: 'beyond', because: 'Nothing of it was finished in the last 60 working days.', from } }, 'off-track', /^Nothing of it was finished/],
    ['too little is known to say anything against it', { forecast: { state: 'declined', because: 'Only 3 working days are known; a forecast needs 20.', from } }, 'on-track', /^7 of 12 issues are done\.$/],
    ['its one issue is begun, and too little is known', { progress: { ...progress, issues: { done: 0, total: 1 }, inProgress: 1 }, forecast: { state: 'declined', because: 'Only 3 working days are known; a forecast needs 20.', from } }, 'on-track', /^0 of 1 issue is done\.$/],
    ['Now, and a quarter is not enough: no date was promised', { item: now, forecast: forecast(120, 200) }, 'at-risk', /later than a quarter from now\.$/],
    ['Later has no end to miss', { item: { horizon: 'later' }, forecast: forecast(200, null) }, 'on-track', /./],
    ['a window without an end has none either', { item: { horizon: 'now', window: { from: TODAY, to: null } }, forecast: forecast(200, null) }, 'on-track', /./],
    ['a quarter of it is blocked', { progress: { ...progress, blocked: 3 } }, 'at-risk', /^3 of 12 issues are blocked\.$/],
    ['one of three is blocked', { progress: { ...progress, issues: { done: 1, total: 3 }, blocked: 1 } }, 'at-risk', /^1 of 3 issues is blocked\.$/],
    ['its one issue is not begun', { progress: { ...progress, issues: { done: 0, total: 1 }, inProgress: 0 } }, 'inactive', /^Its one issue has not been begun\.$/],
    ['two weeks of silence', { quietDays: 10 }, 'at-risk', /^Nothing of it has moved for 10 working days\.$/],
    ['a month of silence', { quietDays: 20 }, 'inactive', /^Nothing of it has moved for 20 working days\.$/],
    ['not begun', { progress: { ...progress, issues: { done: 0, total: 12 }, inProgress: 0 } }, 'inactive', /^None of its 12 issues has been begun\.$/],
    ['without issues', { progress: { ...progress, issues: { done: 0, total: 0 } } }, 'inactive', /^No issue belongs to it\.$/],
    ['all done, though quiet and late', { progress: { ...progress, issues: { done: 12, total: 12 } }, quietDays: 99, item: { horizon: null, window: ends(-9) } }, 'complete', /^All 12 issues are done\.$/],
    ['given up, though all done', { item: { horizon: null, dropped: true }, progress: { ...progress, issues: { done: 12, total: 12 } } }, 'inactive', /^It has been given up\.$/],
  ];
  it.each(cases)('%s', (_name, given, computed, first) => {
    const { reasons, ...said } = assessHealth({ ...base, ...given });
    expect(said.computed).toBe(computed);
    expect(reasons[0]).toMatch(first);
    for (const reason of reasons) expect(reason).toMatch(/^\S.*\.$/);
    expect(reasons.join(' ')).not.toMatch(/NaN|undefined|null|Infinity/);
  });

  describe('where closed issues were not read', () => {
    const unread: HealthInput = { ...base, progress: { ...progress, issues: { done: 0, total: 12 }, inProgress: 0, partial: true }, forecast: { state: 'declined', because: 'Closed issues of acme/shop are read only with a token for github.com.', from: { workingDays: 0, finished: 0 } } };
    it('there is no word, neither a good one nor a bad one, and the reason says what would give one', () => {
      for (const given of [{}, { quietDays: 20 }, { progress: { ...unread.progress, blocked: 9 } }, { item: now }] satisfies Partial<HealthInput>[]) {
        expect(assessHealth({ ...unread, ...given })).toEqual({ computed: null, reasons: ['Closed issues of acme/shop are read only with a token for github.com.', '12 open issues are known.'], declared: null, disagrees: false });
      }
    });
    it('nobody is said to be wrong about it', () => expect(assessHealth({ ...unread, item: { ...base.item, declared: { health: 'on-track', note: '', on: null } } })).toMatchObject({ computed: null, declared: 'on-track', disagrees: false }));
    it('what does not hang on them is said all the same: that it was given up, or that its window has ended', () => {
      expect(assessHealth({ ...unread, item: { horizon: null, dropped: true } }).computed).toBe('inactive');
      expect(assessHealth({ ...unread, item: { horizon: null, window: ends(-1) } })).toMatchObject({ computed: 'off-track', reasons: ['Its window ended on 22 Nov 2026, with 12 of 12 known issues open.', '12 open issues are known.'] });
    });
  });

  it('the worst word decides and the others stay as reasons', () => {
    const { computed, reasons } = assessHealth({ ...base, forecast: forecast(31, 40), progress: { ...progress, blocked: 4 } });
    expect([computed, reasons.length]).toEqual(['off-track', 3]);
  });

  it('what its people declare stands beside it', () => {
    const declared = (word: Health) => assessHealth({ ...base, item: { ...base.item, declared: { health: word, note: '', on: null } } });
    expect(declared('on-track')).toMatchObject({ declared: 'on-track', computed: 'on-track', disagrees: false });
    expect(declared('at-risk')).toMatchObject({ declared: 'at-risk', computed: 'on-track', disagrees: true });
    expect(assessHealth(base)).toMatchObject({ declared: null, disagrees: false });
  });
});

describe('the forecast of an item', () => {
  const done = (daysAgo: number): ItemStanding => ({ tracker: 'github', category: 'done', estimate: null, blocked: false, createdAt: NOW - 200 * DAY, updatedAt: NOW, finishedAt: NOW - daysAgo * DAY });
  const open: ItemStanding = { ...done(0), tracker: 'jira', category: 'todo', finishedAt: null };
  const statistics = renewItemStatistics(NO_STATISTICS, [], [...[3, 10, 40, 80].map(done), open, open]);
  it('counts what both trackers finished, from the beginning of its window where that tells enough', () => {
    expect(forecastItem(buildItem(), statistics, NOW, CALENDAR)).toMatchObject({ from: { workingDays: 60, finished: 4 } });
    expect(forecastItem(buildItem({ window: { from: daysAfter(TODAY, -45) as PlainDate, to: null } }), statistics, NOW, CALENDAR)).toMatchObject({ from: { workingDays: 31, finished: 3 } });
    expect(forecastItem(buildItem({ window: { from: daysAfter(TODAY, -5) as PlainDate, to: null } }), statistics, NOW, CALENDAR)).toMatchObject({ from: { workingDays: 60, finished: 4 } });
  });
  it('is none where closed issues were not read, however slow what is known looks', () => {
    const because = 'Closed issues of acme/shop are still being read.';
    expect(forecastItem(buildItem(), statistics, NOW, CALENDAR, { open: false, because })).toMatchObject({ state: 'declined', because });
    const finished = renewItemStatistics(NO_STATISTICS, [], [3, 10].map(done));
    expect(forecastItem(buildItem(), finished, NOW, CALENDAR, { open: false, because })).toEqual({ state: 'done' });
    // Open ones may be missing too.
    expect(forecastItem(buildItem(), finished, NOW, CALENDAR, { open: true, because })).toMatchObject({ state: 'declined' });
  });
});
