import type { InputScale, ModelInput, ScoringModel } from '../score.ts';
import { isComplete, requireInputs } from '../parts.ts';
import { shortNumber } from '../scale.ts';
import { weightOf } from '../weights.ts';

const scale: InputScale = { kind: 'number', min: 1, max: 5, step: 1, unit: 'of 5' };
const inputs: readonly ModelInput[] = [
  { id: 'customer-value', label: 'Customer value', question: 'What is it worth to customers, from 1 to 5?', scale, direction: 'raises', weight: 30 },
  { id: 'business-value', label: 'Business value', question: 'What is it worth to the business, from 1 to 5?', scale, direction: 'raises', weight: 30 },
  { id: 'strategic-fit', label: 'Strategic fit', question: 'How well does it fit the strategy, from 1 to 5?', scale, direction: 'raises', weight: 20 },
  { id: 'feasibility', label: 'Feasibility', question: 'How feasible is it, from 1 (hardly) to 5?', scale, direction: 'raises', weight: 20 },
];

/** Weighted scoring: criteria on one scale with the team's own weights. A criterion of weight 0 is switched off and need not be known. */
export default {
  id: 'weighted',
  version: 1,
  name: 'Weighted',
  summary: 'Four criteria from 1 to 5, with your own weights.',
  source: 'Weighted scoring as Productboard and Aha! practise it',
  formula: 'Σ (weight × score) / Σ weight',
  inputs,
  bounds: [1, 5],
  digits: 1,
  evaluate(facts, weights) {
    const counted = inputs.filter((input) => weightOf(input, weights) > 0);
    const total = counted.reduce((sum, input) => sum + weightOf(input, weights), 0);
    if (!(total > 0) || total === Infinity) return { state: 'unscored', missing: [], reason: total === Infinity ? 'the weights are too large' : 'every weight is 0' };
    const found = requireInputs(counted, facts);
    if (!isComplete(found)) return found;
    const parts = counted.flatMap((input, index) => {
      const fact = found[index];
      if (!fact) return [];
      const weight = weightOf(input, weights);
      return [{ input: input.id, label: input.label, fact, weight, contribution: (weight / total) * fact.value, note: `${shortNumber(fact.value)} × ${shortNumber(weight)} / ${shortNumber(total)}` }];
    });
    // Rounding can carry a sum of parts a hair beyond the ends of the scale.
    const value = Math.min(5, Math.max(1, parts.reduce((sum, part) => sum + part.contribution, 0)));
    return { state: 'scored', value, parts, confidence: 1, range: [value, value], missing: [] };
  },
  examples: [
    { name: 'the team’s standard weights', given: { 'customer-value': 5, 'business-value': 3, 'strategic-fit': 4, feasibility: 2 }, score: 3.6 },
    { name: 'own weights', given: { 'customer-value': 5, 'business-value': 1, 'strategic-fit': 1, feasibility: 1 }, weights: { 'customer-value': 3, 'business-value': 1, 'strategic-fit': 0, feasibility: 0 }, score: 4 },
    { name: 'a criterion that is switched off need not be known', given: { 'customer-value': 5 }, weights: { 'customer-value': 1, 'business-value': 0, 'strategic-fit': 0, feasibility: 0 }, score: 5 },
    { name: 'without feasibility', given: { 'customer-value': 5, 'business-value': 3, 'strategic-fit': 4 }, score: undefined },
    { name: 'without any weight', given: { 'customer-value': 5 }, weights: { 'customer-value': 0, 'business-value': 0, 'strategic-fit': 0, feasibility: 0 }, score: undefined },
  ],
} satisfies ScoringModel;
