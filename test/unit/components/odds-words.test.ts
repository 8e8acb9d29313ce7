import { describe, expect, it } from 'vitest';
import { day } from '../../../components/playground/issues.ts';
import { basisInWords, datesInWords } from '../../../components/sprint/odds-words.ts';
import { likelihood, oddsInPercent, outOfHundred } from '../../../lib/core/share-words.ts';

describe('the odds in words', () => {
  it('say the same of the same share to everybody', () => expect([0.95, 0.9, 0.74, 0.5, 0.2, 0.05].map(likelihood)).toEqual(['Very likely', 'Very likely', 'Likely', 'About even', 'Unlikely', 'Very unlikely']));
  it('never call anything certain', () => expect([1, 0.995, 0.74, 0.004, 0].map(outOfHundred)).toEqual(['more than 99 of 100', 'more than 99 of 100', '74 of 100', 'fewer than 1 of 100', 'fewer than 1 of 100']));
  it('are rounded down, so that no level that they miss is read off them', () => {
    expect([0.8495, 0.85, 0.4999, 0.29, 0.57, 0.01].map(outOfHundred)).toEqual(['84 of 100', '85 of 100', '49 of 100', '29 of 100', '57 of 100', '1 of 100']);
    expect([1, 0.8495, 0].map(oddsInPercent)).toEqual(['over 99 %', '84 %', 'under 1 %']);
    const levels = [10, 33, 50, 66, 85, 90];
    for (let runs = 20; runs <= 1980; runs += 1) expect([runs, ...levels.map((level) => Number.parseInt(outOfHundred(runs / 2000), 10) >= level)]).toEqual([runs, ...levels.map((level) => runs >= 20 * level)]);
  });
  it('give the days at each level, and no day where that is too far ahead to be said', () => {
    expect(datesInWords({ p50: day('2026-11-26'), p85: day('2026-12-01'), p95: null })).toBe('Thu 26 Nov at 50 %, Tue 1 Dec at 85 %, more than half a year ahead at 95 %');
    expect(datesInWords({ p50: null, p85: null, p95: null })).toBe('more than half a year ahead');
  });
  it('say how much history they stand on', () => {
    expect(basisInWords({ historyDays: 60, finished: 41, growth: { days: 38, net: 9 }, runs: 2000 })).toBe('Based on 60 working days with 41 finished issues, and on how scope grew in 38 days of past sprints: +9 issues. 2,000 simulations.');
    expect(basisInWords({ historyDays: 12, finished: 5, growth: null, runs: 2000 })).toContain('no past sprint tells how scope grows');
  });
});
