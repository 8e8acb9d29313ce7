import type { InputScale, ModelInput, ScoringModel } from '../score.ts';
import { ratio } from '../ratio.ts';

const scale: InputScale = { kind: 'number', min: 1, max: 5, step: 1, unit: 'of 5' };
const value: ModelInput = { id: 'value', label: 'Value', question: 'What is it worth, from 1 to 5?', scale, direction: 'raises', weight: 1 };
const effort: ModelInput = { id: 'relative-effort', label: 'Effort', question: 'How much work is it, from 1 to 5?', scale, direction: 'lowers', weight: 1 };

/** Value against effort: the quadrant as a ratio. Above 1 lie the quick wins and big bets that pay. */
export default {
  id: 'value-effort',
  version: 1,
  name: 'Value / Effort',
  summary: 'Value by effort, 1 to 5 each: the well-known quadrant as a ratio.',
  source: 'Value/effort matrix, common practice',
  formula: 'Value / Effort',
  inputs: [value, effort],
  bounds: [0.2, 5],
  digits: 1,
  evaluate: (facts) => ratio([value], effort, facts),
  examples: [
    { name: 'worth 4, work 2', given: { value: 4, 'relative-effort': 2 }, score: 2 },
    { name: 'worth least, work most', given: { value: 1, 'relative-effort': 5 }, score: 0.2 },
    { name: 'without effort', given: { value: 4 }, score: undefined },
    { name: 'an effort of 0', given: { value: 4, 'relative-effort': 0 }, score: undefined },
  ],
} satisfies ScoringModel;
