import type { ModelInput, ScoringModel } from '../score.ts';
import { arithmetic, isComplete, requireInputs, waterfall } from '../parts.ts';
import { inWords, shortNumber } from '../scale.ts';

const reach = { id: 'reach', label: 'Reach', question: 'How many people will it concern in a quarter?', scale: { kind: 'number', min: 0, max: null, step: 1, unit: 'people per quarter' }, direction: 'raises', weight: 1 } as const satisfies ModelInput;
const impact = {
  id: 'impact',
  label: 'Impact',
  question: 'How much will it move the goal for each of them?',
  scale: { kind: 'choice', choices: [{ value: 3, label: 'massive (3)' }, { value: 2, label: 'high (2)' }, { value: 1, label: 'medium (1)' }, { value: 0.5, label: 'low (0.5)' }, { value: 0.25, label: 'minimal (0.25)' }] },
  direction: 'raises',
  weight: 1,
} as const satisfies ModelInput;
const confidence = {
  id: 'confidence',
  label: 'Confidence',
  question: 'How sure are you of reach, impact and effort?',
  scale: { kind: 'choice', choices: [{ value: 100, label: 'high (100 %)' }, { value: 80, label: 'medium (80 %)' }, { value: 50, label: 'low (50 %)' }] },
  direction: 'raises',
  weight: 1,
} as const satisfies ModelInput;
const effort = { id: 'effort', label: 'Effort', question: 'How many person-months will the whole team need?', scale: { kind: 'number', min: 0.5, max: null, step: 0.5, unit: 'person-months' }, direction: 'lowers', weight: 1 } as const satisfies ModelInput;

/** RICE: the total impact per time worked. Confidence below 50 % is what its author calls a moonshot, and stays unscored. */
export default {
  id: 'rice',
  version: 1,
  name: 'RICE',
  summary: 'Reach × impact × confidence for each person-month: the total impact per time worked.',
  source: 'Sean McBride, “RICE: Simple prioritization for product managers”, Intercom 2016',
  formula: 'Reach × Impact × Confidence / Effort',
  inputs: [reach, impact, confidence, effort],
  bounds: [0, null],
  digits: 0,
  evaluate(facts) {
    const found = requireInputs([reach, impact, confidence, effort], facts);
    if (!isComplete(found)) return found;
    const [r, i, c, e] = found;
    if (!r || !i || !c || !e) return { state: 'unscored', missing: [], reason: 'needs all inputs' };
    const wanted = r.value * i.value;
    const sure = (wanted * c.value) / 100;
    const score = sure / e.value;
    return waterfall([
      { input: reach, fact: r, after: r.value, note: inWords(reach.scale, r.value) },
      { input: impact, fact: i, after: wanted, note: arithmetic(`${shortNumber(r.value)} × ${shortNumber(i.value)}`, wanted) },
      { input: confidence, fact: c, after: sure, note: arithmetic(`${shortNumber(wanted)} × ${shortNumber(c.value)} %`, sure) },
      { input: effort, fact: e, after: score, note: arithmetic(`${shortNumber(sure)} / ${inWords(effort.scale, e.value)}`, score) },
    ]);
  },
  examples: [
    { name: '2000 people, high impact, 80 % sure, four person-months', given: { reach: 2000, impact: 2, confidence: 80, effort: 4 }, score: 800, source: 'peers.md §4.1' },
    { name: 'Intercom’s reach of 500 × 30 % × 3 months = 450 customers', given: { reach: 450, impact: 1, confidence: 100, effort: 1 }, score: 450, source: 'Intercom 2016' },
    { name: 'nobody is reached: a known 0 is a score', given: { reach: 0, impact: 3, confidence: 100, effort: 1 }, score: 0 },
    { name: 'without effort', given: { reach: 2000, impact: 2, confidence: 80 }, score: undefined },
    { name: 'an effort of 0 is no effort', given: { reach: 2000, impact: 2, confidence: 80, effort: 0 }, score: undefined },
    { name: 'a moonshot', given: { reach: 2000, impact: 2, confidence: 20, effort: 4 }, score: undefined },
  ],
} satisfies ScoringModel;
