import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { day } from '../../../components/playground/issues.ts';
import { burnUp } from '../../../components/playground/sprint-report-fixtures.ts';
import { axisDays } from '../../../components/sprint/burn-up-days.ts';
import { type PlotInput, plotOf } from '../../../components/sprint/burn-up-plot.ts';
import { burnUpInWords, goalSinceInWords, partInWords, sinceInWords, unreadInWords } from '../../../components/sprint/burn-up-words.ts';
import { spread } from '../../../components/sprint/spread.ts';

const size = { width: 200, height: 100, left: 20, right: 20, top: 10, bottom: 10, dates: 5 };
const input: PlotInput = { burnUp, unit: 'issues', dueOn: day('2026-11-30'), today: day('2026-11-22'), forecast: { p50: day('2026-11-26'), p85: day('2026-12-01') }, size };
const heights = (points: string) => points.split(' ').map((point) => Number(point.split(',')[1]));

describe('the burn-up’s picture', () => {
  it('shades weekends as bands, also those after the sprint', () => {
    const plot = plotOf({ ...input, forecast: { p50: null, p85: day('2026-12-06') } });
    expect(plot.bands).toHaveLength(3);
    expect(plotOf(input).bands.map(({ width }) => width)).toEqual([20, 20]);
  });
  it('has a line for all of the scope, for what is done and for both of the goal, each named with its number and none above the scope', () => {
    const { lines } = plotOf(input);
    expect(lines.map(({ label }) => label)).toEqual(['Scope 12', 'Goal’s scope 5', 'Done for the goal 2', 'Done 7']);
    const [scope, ...others] = lines.map(({ points }) => heights(points));
    for (const other of others) other.forEach((y, index) => expect(y).toBeGreaterThanOrEqual(scope?.[index] ?? Infinity));
  });
  it('without marked issues has no line of the goal', () => {
    const none = { ...burnUp, days: burnUp.days.map((one) => ({ ...one, counts: one.counts && { ...one.counts, issues: { ...one.counts.issues, goalScope: 0, goalDone: 0 } } })) };
    expect(plotOf({ ...input, burnUp: none }).lines.map(({ kind }) => kind)).toEqual(['scope', 'done']);
  });
  it('writes no name over another, wherever its lines end', () => {
    fc.assert(fc.property(fc.tuple(fc.nat(20), fc.nat(20), fc.nat(20), fc.nat(20)), ([a, b, c, scope]) => {
      const done = Math.min(a, scope);
      const goalScope = Math.min(b, scope);
      const counts = { scope, done, goalScope, goalDone: Math.min(c, goalScope) };
      const all = { ...burnUp, days: burnUp.days.map((one) => ({ ...one, counts: one.counts && { ...one.counts, issues: counts } })) };
      const baselines = plotOf({ ...input, burnUp: all, size: { ...size, height: 160 } }).lines.map(({ labelY }) => labelY).toSorted((one, other) => one - other);
      expect(baselines.every((y, index) => y <= 150 && (index === 0 || y - baselines[index - 1]! >= 15))).toBe(true);
    }));
  });
  it('leads no forecast through a name, however little is done', () => {
    for (const done of [0, 1, 2, 5]) {
      const days = burnUp.days.map((one, index) => ({ ...one, counts: index > 3 || one.counts === null ? null : { ...one.counts, issues: { scope: 12, done, goalScope: 5, goalDone: Math.min(done, 1) } } }));
      const { lines, forecasts } = plotOf({ ...input, burnUp: { ...burnUp, days }, today: day('2026-11-19'), size: { width: 348, height: 160, left: 22, right: 10, top: 34, bottom: 34, dates: 5 } });
      for (const { pieces } of forecasts) {
        const drawn = pieces.flatMap((piece) => {
          const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = piece.split(/[ ,]/).map(Number);
          return Array.from({ length: 101 }, (_, share) => ({ x: x1 + ((x2 - x1) * share) / 100, y: y1 + ((y2 - y1) * share) / 100 }));
        });
        expect(drawn.length).toBeGreaterThan(0);
        for (const { label, end, labelY } of lines) expect(drawn.filter(({ x, y }) => x > end.x + 8 && x < end.x + 8 + label.length * 5 && y > labelY - 9 && y < labelY + 3), `${label}, ${done} done`).toEqual([]);
      }
    }
  });
  it('ends its lines today, and leads the forecasts from there up to the scope on their day', () => {
    const { today, lines, forecasts, ends } = plotOf(input);
    expect(lines.every(({ end }) => end.x === today)).toBe(true);
    expect(forecasts.map(({ percent, beyond, end }) => [percent, beyond, end.y])).toEqual([[50, false, 10], [85, false, 10]]);
    expect(forecasts[0]!.end.x).toBeLessThan(ends!);
    expect(forecasts[1]!.end.x).toBeGreaterThan(ends!);
  });
  it('cuts a forecast that lies far ahead at the edge and says so, below the scope', () => {
    const [far] = plotOf({ ...input, forecast: { p50: day('2027-03-01'), p85: null } }).forecasts;
    expect([far?.beyond, far?.end.x]).toEqual([true, 180]);
    expect(far!.end.y).toBeGreaterThan(10);
  });
  it('draws nothing of days of which nothing is known', () => {
    const unknown = { ...burnUp, days: burnUp.days.map((one) => ({ ...one, counts: null })) };
    const plot = plotOf({ ...input, burnUp: unknown });
    expect([plot.lines, plot.forecasts, plot.area]).toEqual([[], [], '']);
    expect(plotOf({ ...input, burnUp: { ...burnUp, days: [] } }).bands).toEqual([]);
  });
});

it('the axis grows to the careful forecast by no more than half', () => {
  expect(axisDays(burnUp, { p50: null, p85: day('2026-12-02') }).at(-1)).toEqual({ on: '2026-12-02', off: false, counts: null });
  expect(axisDays(burnUp, { p50: null, p85: day('2028-01-01') })).toHaveLength(23);
  expect(axisDays(burnUp, null)).toHaveLength(15);
});

describe('labels', () => {
  it('are moved apart and stay in their room where they have it', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 300 }), { maxLength: 8 }), (places) => {
      const spaced = spread(places, 15, 0, 300);
      const sorted = spaced.toSorted((a, b) => a - b);
      expect(spaced).toHaveLength(places.length);
      expect(sorted.every((place, index) => place >= 0 && place <= 300 && (index === 0 || place - sorted[index - 1]! >= 15))).toBe(true);
    }));
  });
  it('with room between them stay where they are', () => expect(spread([40, 10, 200], 15, 0, 300)).toEqual([40, 10, 200]));
});

describe('the burn-up in words', () => {
  it('says what is done, of the goal too, how the scope has moved, and when all of it is done', () => {
    expect(burnUpInWords(input)).toBe('7 of 12 issues are done. Of the goal’s, 2 of 5. The scope has grown by 2 since the first day. The last day is Mon 30 Nov. All of it is done by Thu 26 Nov in 50 of 100 simulations, by Tue 1 Dec in 85.');
    expect(burnUpInWords({ ...input, unit: 'estimate', forecast: null, dueOn: null })).toBe('21 of 40 by estimate are done. Of the goal’s, 8 of 20. The scope has grown by 6 since the first day.');
    const late = { ...burnUp, days: burnUp.days.map((one, index) => (index < 2 ? { ...one, counts: null } : one)) };
    expect(burnUpInWords({ ...input, burnUp: late })).toMatch(/The scope has (?:grown|shrunk) by \d+ since \w{3} \d+ Nov\./);
    const part = { ...burnUp, whole: { from: day('1970-01-01'), to: day('9999-12-31') } };
    expect(burnUpInWords({ ...input, burnUp: part, dueOn: day('9999-12-31'), forecast: null })).toMatch(/since Mon 16 Nov\. The last day is 31 Dec 9999\.$/);
    expect([partInWords(part), partInWords(burnUp)]).toEqual(['Of 1 Jan 1970 – 31 Dec 9999 only 16 Nov – 30 Nov 2026 is shown.', '']);
    expect(burnUpInWords({ ...input, burnUp: { ...burnUp, days: [] } })).toBe('Nothing is known of its days yet.');
  });
  it('says hours as hours', () => {
    const timed = { ...burnUp, timed: true as const, days: burnUp.days.map((one) => ({ ...one, counts: one.counts && { ...one.counts, hours: { scope: 40.5, done: 8, goalScope: 0, goalDone: 0 } } })) };
    expect(burnUpInWords({ ...input, burnUp: timed, unit: 'hours', forecast: null, dueOn: null })).toBe('8 of 40.5 h by estimate are done.');
  });
  it('says what it stands on, and from when on', () => {
    const since = Date.UTC(2026, 10, 12, 12);
    expect(sinceInWords({ basis: 'history', since: null })).toBe('');
    expect([0, 1, 11].map(unreadInWords)).toEqual(['', '1 issue of the sprint is not read, so it is not counted.', '11 issues of the sprint are not read, so they are not counted.']);
    expect(sinceInWords({ basis: 'snapshots', since })).toBe('By what Waymark saw each day, since Thu 12 Nov: the tracker’s histories are not read.');
    expect(sinceInWords({ basis: 'both', since })).toContain('What was there before Thu 12 Nov is not known.');
  });
  it('says how far the goal’s lines can be believed, and nothing where nothing serves it', () => {
    expect(goalSinceInWords(burnUp)).toBe('');
    expect(goalSinceInWords({ ...burnUp, goalSince: day('2026-11-19') })).toBe('Since when some issues serve the goal is not known: before Thu 19 Nov they count as marked then.');
    expect(goalSinceInWords({ ...burnUp, goalSince: day('2026-11-22') })).toContain('they count for every day as they are marked today');
    const none = burnUp.days.map((one) => ({ ...one, counts: one.counts && { ...one.counts, issues: { ...one.counts.issues, goalScope: 0 } } }));
    expect(goalSinceInWords({ days: none, goalSince: day('2026-11-22') })).toBe('');
  });
});
