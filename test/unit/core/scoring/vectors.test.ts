import { describe, expect, it } from 'vitest';
import { modelById } from '../../../../lib/core/scoring/registry.ts';
import { evaluate } from '../../../../lib/core/scoring/score-issue.ts';
import { buildFacts } from '../build.ts';

function scored(model: string, values: Readonly<Record<string, number>>) {
  const evaluation = evaluate(modelById(model), {}, buildFacts(values));
  if (evaluation.state === 'unscored') throw new Error(evaluation.reason);
  return evaluation;
}

/** What is lost until both are done, each given as cost of delay per week and weeks. */
function delayCost(first: readonly [number, number], second: readonly [number, number]): number {
  return first[0] * first[1] + second[0] * (first[1] + second[1]);
}

describe('published vectors', () => {
  it('RICE: 2000 · 2 · 80 % / 4 = 800, as a waterfall that shows its arithmetic', () => {
    const { value, parts } = scored('rice', { reach: 2000, impact: 2, confidence: 80, effort: 4 });
    expect(value).toBe(800);
    expect(parts.map((part) => part.contribution)).toEqual([2000, 2000, -800, -2400]);
    expect(parts.map((part) => part.note)).toEqual(['2000 people per quarter', '2000 × 2 = 4000', '4000 × 80 % = 3200', '3200 / 4 person-months = 800']);
  });

  it('RICE: Intercom’s reach of 500 customers a month, 30 % of them, three months, is 450', () => {
    expect(scored('rice', { reach: 500 * 0.3 * 3, impact: 1, confidence: 100, effort: 1 }).value).toBe(450);
  });

  it('RICE: says what an effort below its minimum is', () => {
    expect(evaluate(modelById('rice'), {}, buildFacts({ reach: 1, impact: 1, confidence: 100, effort: 0.25 }))).toEqual({
      state: 'unscored',
      missing: ['effort'],
      reason: 'Effort is 0.25 person-months; it must be at least 0.5',
    });
  });

  it('CD3: A 10/2 = 5 and B 30/4 = 7.5; doing B first is worth 20 more over the six weeks (published as 120 against 100)', () => {
    const a = scored('cd3', { 'cost-of-delay': 10, duration: 2 }).value;
    const b = scored('cd3', { 'cost-of-delay': 30, duration: 4 }).value;
    expect([a, b]).toEqual([5, 7.5]);
    expect(delayCost([10, 2], [30, 4]) - delayCost([30, 4], [10, 2])).toBe(120 - 100);
  });

  it('WSJF: a cost of delay of 1 + 3 + 5 is 9', () => {
    expect(scored('wsjf', { 'user-business-value': 1, 'time-criticality': 3, 'risk-opportunity': 5, 'job-size': 1 }).value).toBe(9);
  });

  it('ICE: the average and the product of the same values are told apart', () => {
    const values = { 'ice-impact': 8, 'ice-confidence': 5, 'ice-ease': 2 };
    expect([scored('ice-average', values).value, scored('ice-product', values).value]).toEqual([5, 80]);
    expect(modelById('ice-average').name).not.toBe(modelById('ice-product').name);
  });
});

describe('Signals', () => {
  it('holds what is unknown at the neutral half and says so, with the confidence and the range that remain', () => {
    const evaluation = scored('signals', { demand: 1, severity: 0.5 });
    expect(evaluation).toMatchObject({ value: 62.5, confidence: 0.5, missing: ['urgency', 'leverage', 'roadmap-fit', 'effort-ease'] });
    expect(evaluation.range[0]).toBeCloseTo(37.5, 9);
    expect(evaluation.range[1]).toBeCloseTo(87.5, 9);
    expect(evaluation.parts).toHaveLength(6);
    expect(evaluation.parts[2]).toMatchObject({ input: 'urgency', fact: null, weight: 15, contribution: 7.5, note: expect.stringContaining('unknown: 0.5') });
  });

  it('misses nothing that has no weight', () => {
    const evaluation = evaluate(modelById('signals'), { urgency: 0, leverage: 0 }, buildFacts({ demand: 1, severity: 0.5, 'roadmap-fit': 1 }));
    expect(evaluation).toMatchObject({ state: 'scored', missing: ['effort-ease'], confidence: 65 / 75 });
  });

  it('tells a known 0 from an unknown', () => {
    expect(scored('signals', { demand: 0 }).value).toBe(37.5);
    expect(scored('signals', { severity: 1 }).value).toBe(62.5);
  });
});
