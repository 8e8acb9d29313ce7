import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { modelById } from '../../../../lib/core/scoring/registry.ts';
import { bandOf, rankOf } from '../../../../lib/core/scoring/rank.ts';
import { inWords } from '../../../../lib/core/scoring/scale.ts';
import { scoreIssue, scoreText } from '../../../../lib/core/scoring/score-issue.ts';
import { isWeighted } from '../../../../lib/core/scoring/weights.ts';
import { buildFacts } from '../build.ts';

const within = 'acme/shop';
const ranked = (scores: ArrayLike<number>) => ({ scores, within, complete: true });

function riceOf(reach: number) {
  return buildFacts({ reach, impact: 1, confidence: 100, effort: 1 });
}

describe('rankOf', () => {
  it('is one more than the number of greater scores, whatever the scores', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 1 }), fc.nat(), (values, pick) => {
        const scores = Float64Array.from(values).sort().toReversed();
        const value = scores[pick % scores.length] ?? 0;
        expect(rankOf(value, ranked(scores))).toEqual({ place: 1 + values.filter((other) => other > value).length, of: values.length, alike: values.filter((other) => other === value).length, within, complete: true });
      }),
    );
  });

  it('lets equal scores share a place, also when they differ in the last bits', () => {
    expect(rankOf(0.1 + 0.2, ranked([0.5, 0.3, 0.3, 0.1])).place).toBe(2);
    expect(rankOf(0.3, ranked([0.5, 0.1 + 0.2, 0.1])).place).toBe(2);
  });

  it('never says 4th of 3, for a score that has only just fallen', () => {
    expect(rankOf(1, ranked([9, 8, 7]))).toMatchObject({ place: 4, of: 4 });
    expect(rankOf(1, ranked([]))).toMatchObject({ place: 1, of: 1 });
  });
});

describe('scoreIssue', () => {
  const signals = modelById('signals');
  const rice = modelById('rice');

  const bandsOf = (scores: readonly number[]) => scores.map((score) => bandOf(rankOf(score, ranked(scores))));

  it('bands every model by the place: the top fifth, the next two, the rest', () => {
    expect(bandsOf([56, 50, 48, 45, 44, 42, 40, 38, 33, 31])).toEqual(['high', 'high', 'medium', 'medium', 'medium', 'medium', 'low', 'low', 'low', 'low']);
    const signal = scoreIssue(signals, {}, buildFacts({ severity: 1 }), ranked([62.5, 40, 39, 38, 37]));
    const reach = scoreIssue(rice, {}, riceOf(40), ranked([900, 300, 200, 100, 40]));
    expect([signal, reach].map((score) => score.state === 'scored' && score.band)).toEqual(['high', 'low']);
  });

  it('calls nothing high that is like all others, also where they differ in the last bits', () => {
    expect(bandsOf([38, 38, 38, 38])).toEqual(['medium', 'medium', 'medium', 'medium']);
    expect(bandsOf([0.1 + 0.2, 0.3])).toEqual(['medium', 'medium']);
    expect(bandsOf([38])).toEqual(['medium']);
    expect(bandOf(rankOf(38, ranked([])))).toBe('medium');
  });

  it('bands what has only just changed by the ranking of before, and what stands in none not at all', () => {
    expect(bandOf(null)).toBeNull();
    expect([95, 55, 5].map((score) => bandOf(rankOf(score, ranked([90, 80, 70, 60, 50]))))).toEqual(['high', 'low', 'low']);
  });

  it('never puts a lower score into a higher band', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 1 }), (values) => {
        const worth = { high: 2, medium: 1, low: 0 };
        const bands = bandsOf(values.toSorted((a, b) => b - a)).map((band) => worth[band ?? 'low']);
        expect(bands).toEqual(bands.toSorted((a, b) => b - a));
        expect(bands.filter((band) => band === 2).length).toBeLessThanOrEqual(0.4 * values.length);
      }),
    );
  });

  it('bears the model, its version, the rank in the named set and the text with the model’s digits', () => {
    expect(scoreIssue(rice, {}, riceOf(800.4), { scores: [900, 800.4], within, complete: false })).toMatchObject({ model: 'rice', version: 1, text: '800', rank: { place: 2, of: 2, within, complete: false } });
    expect(scoreIssue(rice, {}, riceOf(800), null)).toMatchObject({ rank: null, band: null });
  });

  it('leaves the issue unscored, with the model, when something is missing or beyond reckoning', () => {
    expect(scoreIssue(rice, {}, buildFacts({ reach: 3 }), ranked([1]))).toEqual({ state: 'unscored', missing: ['impact', 'confidence', 'effort'], reason: 'needs Impact, Confidence and Effort', model: 'rice', version: 1 });
    expect(scoreIssue(rice, {}, buildFacts({ reach: 1e308, impact: 3, confidence: 100, effort: 1 }), null)).toMatchObject({ state: 'unscored', reason: 'the values are too large' });
  });

  it('shows a small score as more than none', () => {
    expect([0.0313, 0.4999, 0.5, 0].map((value) => scoreText({ digits: 0 }, value))).toEqual(['0.03', '0.5', '1', '0']);
  });

  it('says of weights what is wrong with them', () => {
    const reason = (id: string, weight: number) => {
      const score = scoreIssue(modelById(id), Object.fromEntries(modelById(id).inputs.map((input) => [input.id, weight])), buildFacts({ severity: 1 }), null);
      return score.state === 'unscored' && score.reason;
    };
    expect(['signals', 'weighted'].flatMap((id) => [reason(id, 0), reason(id, 1e308)])).toEqual(['every weight is 0', 'the weights are too large', 'every weight is 0', 'the weights are too large']);
  });

  it('says one unit as one', () => {
    const scales = rice.inputs.map(({ scale }) => scale);
    expect([1, 2, 0.5].map((value) => scales.flatMap((scale) => (scale.kind === 'number' ? inWords(scale, value) : [])))).toEqual([['1 person per quarter', '1 person-month'], ['2 people per quarter', '2 person-months'], ['0.5 people per quarter', '0.5 person-months']]);
    const cd3 = modelById('cd3').inputs.map(({ scale }) => inWords(scale, 1));
    expect(cd3).toEqual(['1 per week', '1 week']);
  });

  it('writes no minus before a zero', () => {
    expect(scoreText({ digits: 1 }, -0.01)).toBe('0.0');
    expect(scoreText({ digits: 0 }, -1)).toBe('-1');
  });

  it('knows which models have weights to move', () => {
    expect(['signals', 'weighted', 'rice', 'wsjf'].map((id) => isWeighted(modelById(id)))).toEqual([true, true, false, false]);
  });
});
