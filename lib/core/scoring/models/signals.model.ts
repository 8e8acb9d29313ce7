import type { Facts } from '../../fact.ts';
import type { Evaluation, ModelInput, ScorePart, ScoringModel } from '../score.ts';
import { isWithin, shortNumber } from '../scale.ts';
import { weightOf } from '../weights.ts';

/** Where an unknown input is held: neither for nor against. */
const NEUTRAL = 0.5;

/** Waymark's default: six signals that the tracker already gives, so that every issue has a defensible score before anyone has entered anything. */
const signals = {
  id: 'signals',
  version: 1,
  name: 'Signals',
  summary: 'Demand, severity, urgency, leverage, roadmap fit and effort, read from the tracker; nobody has to enter anything.',
  source: 'Waymark’s own weighted scoring (Productboard and Aha! practice: Σ w·s / Σ w)',
  formula: '100 × Σ (weight × signal) / Σ weight; each signal 0…1, unknown: 0.5',
  inputs: [
    signal('demand', 'Demand', 25, 'How many people have asked for it?', ['nobody', 'one or two people', 'several people', 'ten people or so', '20 people or more']),
    signal('severity', 'Severity', 25, 'How bad is it for those it concerns?', ['no harm', 'low', 'medium', 'high', 'critical']),
    signal('urgency', 'Urgency', 15, 'How soon is it due?', ['no date in sight', 'months away', 'about two weeks away', 'this week', 'due now']),
    signal('leverage', 'Leverage', 10, 'How much other work waits for it?', ['none', 'a little', 'one issue', 'three issues', 'very much']),
    signal('roadmap-fit', 'Roadmap fit', 15, 'Does it serve a roadmap item, and how soon is that one wanted?', ['none', 'hardly', 'somewhat', 'next', 'now']),
    signal('effort-ease', 'Ease', 10, 'How little work is it?', ['very large', 'large', 'medium', 'small', 'tiny']),
  ],
  bounds: [0, 100],
  digits: 0,
  evaluate(facts, weights) {
    return evaluateSignals(this.inputs, facts, weights);
  },
  examples: [
    { name: 'everything known and at its height', given: { demand: 1, severity: 1, urgency: 1, leverage: 1, 'roadmap-fit': 1, 'effort-ease': 1 }, score: 100 },
    { name: 'everything known and at its lowest', given: { demand: 0, severity: 0, urgency: 0, leverage: 0, 'roadmap-fit': 0, 'effort-ease': 0 }, score: 0 },
    { name: 'one signal known: the five others are held at the neutral 50 %', given: { severity: 1 }, score: 62.5 },
    { name: 'a mixture', given: { demand: 0.8, severity: 0.75, urgency: 0.5, leverage: 0, 'roadmap-fit': 1, 'effort-ease': 0.5 }, score: 66.25 },
    { name: 'nothing known', given: {}, score: undefined },
    { name: 'weights count by their proportion', given: { demand: 1, severity: 0 }, weights: { demand: 3, severity: 1, urgency: 0, leverage: 0, 'roadmap-fit': 0, 'effort-ease': 0 }, score: 75 },
    { name: 'without any weight nothing can be said', given: { demand: 1 }, weights: { demand: 0, severity: 0, urgency: 0, leverage: 0, 'roadmap-fit': 0, 'effort-ease': 0 }, score: undefined },
  ],
} satisfies ScoringModel;

export default signals as ScoringModel;

function evaluateSignals(inputs: readonly ModelInput[], facts: Facts, weights: Readonly<Record<string, number>>): Evaluation {
  const all = inputs.reduce((sum, input) => sum + weightOf(input, weights), 0);
  const read = inputs.map((input) => {
    const fact = Object.hasOwn(facts, input.id) ? facts[input.id] : undefined;
    return { input, share: weightOf(input, weights) / all, fact: fact && isWithin(input.scale, fact.value) ? fact : null };
  });
  // What has no weight need not be known.
  const missing = read.filter(({ fact, share }) => fact === null && share > 0).map(({ input }) => input.id);
  if (!(all > 0) || all === Infinity) return { state: 'unscored', missing: [], reason: all === Infinity ? 'the weights are too large' : 'every weight is 0' };
  const confidence = total(read.map(({ fact, share }) => (fact ? share : 0)));
  if (!(confidence > 0)) return { state: 'unscored', missing, reason: 'nothing is known of it yet' };

  const low = total(read.map(({ fact, share }) => 100 * share * (fact?.value ?? 0)));
  const parts: ScorePart[] = read.map(({ input, fact, share }) => ({
    input: input.id,
    label: input.label,
    fact,
    weight: weightOf(input, weights),
    contribution: 100 * share * (fact?.value ?? NEUTRAL),
    note: `${fact ? shortNumber(fact.value) : 'unknown: 0.5'} × ${shortNumber(100 * share)}`,
  }));
  return {
    state: 'scored',
    value: within(total(parts.map((part) => part.contribution))),
    parts,
    confidence: Math.min(1, confidence),
    range: [within(low), within(low + 100 * (1 - Math.min(1, confidence)))],
    missing,
  };
}

function signal(id: string, label: string, weight: number, question: string, words: readonly [string, string, string, string, string]): ModelInput {
  return { id, label, question, scale: { kind: 'choice', choices: words.map((word, step) => ({ value: step / 4, label: word })) }, direction: 'raises', weight };
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

/** Rounding can carry a sum of parts a hair beyond its ends. */
function within(value: number): number {
  return Math.min(100, Math.max(0, value));
}
