import type { ModelInput, ScoringModel } from '../score.ts';
import { ratio } from '../ratio.ts';

const cost: ModelInput = { id: 'cost-of-delay', label: 'Cost of delay', question: 'What does each week of delay cost, in your own money or unit?', scale: { kind: 'number', min: 0, max: null, step: null, unit: 'per week' }, direction: 'raises', weight: 1 };
const duration: ModelInput = { id: 'duration', label: 'Duration', question: 'For how many weeks will it keep the team from other work?', scale: { kind: 'number', min: 0.1, max: null, step: 0.1, unit: 'weeks' }, direction: 'lowers', weight: 1 };

/** CD3: cost of delay divided by duration. Working in this order makes the sum of all delay costs smallest. */
export default {
  id: 'cd3',
  version: 1,
  name: 'CD3',
  summary: 'Cost of delay per week, divided by the weeks it takes: this order costs least in all.',
  source: 'Joshua Arnold, Black Swan Farming, blackswanfarming.com (after Don Reinertsen)',
  formula: 'Cost of delay per week / Duration in weeks',
  inputs: [cost, duration],
  bounds: [0, null],
  digits: 1,
  evaluate: (facts) => ratio([cost], duration, facts),
  examples: [
    { name: 'A: 10 a week, two weeks', given: { 'cost-of-delay': 10, duration: 2 }, score: 5, source: 'peers.md §4.1' },
    { name: 'B: 30 a week, four weeks, goes before A', given: { 'cost-of-delay': 30, duration: 4 }, score: 7.5, source: 'peers.md §4.1' },
    { name: 'delay costs nothing', given: { 'cost-of-delay': 0, duration: 4 }, score: 0 },
    { name: 'without a duration', given: { 'cost-of-delay': 30 }, score: undefined },
    { name: 'a duration of 0', given: { 'cost-of-delay': 30, duration: 0 }, score: undefined },
  ],
} satisfies ScoringModel;
