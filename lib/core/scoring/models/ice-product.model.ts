import type { ScoringModel } from '../score.ts';
import { ICE_INPUTS } from '../ice.ts';
import { arithmetic, isComplete, requireInputs, waterfall } from '../parts.ts';
import { shortNumber } from '../scale.ts';

/** ICE as a product, after Itamar Gilad: a low confidence bites. Not comparable with the average. */
export default {
  id: 'ice-product',
  version: 1,
  name: 'ICE (product)',
  summary: 'Impact × confidence × ease: a low confidence bites.',
  source: 'Itamar Gilad, Evidence-Guided 2023 and “Idea prioritization with ICE and the confidence meter”',
  formula: 'Impact × Confidence × Ease',
  inputs: ICE_INPUTS,
  bounds: [1, 1000],
  digits: 0,
  evaluate(facts) {
    const found = requireInputs(ICE_INPUTS, facts);
    if (!isComplete(found)) return found;
    let product = 1;
    return waterfall(
      ICE_INPUTS.flatMap((input, index) => {
        const fact = found[index];
        if (!fact) return [];
        const before = product;
        product *= fact.value;
        const note = index === 0 ? shortNumber(fact.value) : arithmetic(`${shortNumber(before)} × ${shortNumber(fact.value)}`, product);
        return [{ input, fact, after: product, note }];
      }),
    );
  },
  examples: [
    { name: 'the product of 8, 5 and 2', given: { 'ice-impact': 8, 'ice-confidence': 5, 'ice-ease': 2 }, score: 80 },
    { name: 'all ten', given: { 'ice-impact': 10, 'ice-confidence': 10, 'ice-ease': 10 }, score: 1000 },
    { name: 'low confidence bites', given: { 'ice-impact': 10, 'ice-confidence': 1, 'ice-ease': 10 }, score: 100 },
    { name: 'without ease', given: { 'ice-impact': 8, 'ice-confidence': 5 }, score: undefined },
  ],
} satisfies ScoringModel;
