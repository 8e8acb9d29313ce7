import type { ScoringModel } from '../score.ts';
import { ICE_INPUTS } from '../ice.ts';
import { isComplete, requireInputs, waterfall } from '../parts.ts';
import { shortNumber } from '../scale.ts';

/** ICE as its authors have it: the average. Low confidence costs at most three points; where it should bite take ICE (product). */
export default {
  id: 'ice-average',
  version: 1,
  name: 'ICE (average)',
  summary: 'The average of impact, confidence and ease, for quick triage of experiments.',
  source: 'Sean Ellis and Morgan Brown, Hacking Growth 2017; GrowthHackers',
  formula: '(Impact + Confidence + Ease) / 3',
  inputs: ICE_INPUTS,
  bounds: [1, 10],
  digits: 1,
  evaluate(facts) {
    const found = requireInputs(ICE_INPUTS, facts);
    if (!isComplete(found)) return found;
    let sum = 0;
    return waterfall(
      ICE_INPUTS.flatMap((input, index) => {
        const fact = found[index];
        if (!fact) return [];
        sum += fact.value;
        return [{ input, fact, after: sum / 3, note: `${shortNumber(fact.value)} / 3` }];
      }),
    );
  },
  examples: [
    { name: 'the average of 8, 5 and 2', given: { 'ice-impact': 8, 'ice-confidence': 5, 'ice-ease': 2 }, score: 5 },
    { name: 'all ten', given: { 'ice-impact': 10, 'ice-confidence': 10, 'ice-ease': 10 }, score: 10 },
    { name: 'without confidence', given: { 'ice-impact': 8, 'ice-ease': 2 }, score: undefined },
    { name: 'a confidence off the scale', given: { 'ice-impact': 8, 'ice-confidence': 80, 'ice-ease': 2 }, score: undefined },
  ],
} satisfies ScoringModel;
