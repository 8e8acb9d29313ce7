import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Evaluation, ModelInput, ScoringModel } from '../../../../lib/core/scoring/score.ts';
import { DEFAULT_MODEL, modelById, models } from '../../../../lib/core/scoring/registry.ts';
import { evaluate } from '../../../../lib/core/scoring/score-issue.ts';
import { buildFact, buildFacts, deepFreeze } from '../build.ts';

const HOSTILE = [Number.NaN, Infinity, -Infinity, -1, 0, -0, 1e308, Number.MAX_VALUE, Number.MIN_VALUE, Number.MAX_SAFE_INTEGER];

/** Any value on the input's scale. */
function onScale({ scale }: ModelInput): fc.Arbitrary<number> {
  if (scale.kind === 'choice') return fc.constantFrom(...scale.choices.map((choice) => choice.value));
  return fc.double({ min: scale.min, max: scale.max ?? 1e9, noNaN: true });
}

/** Some of the model's inputs, each with a value of its own or not there. */
function some(model: ScoringModel, valueOf: (input: ModelInput) => fc.Arbitrary<number>): fc.Arbitrary<Record<string, number>> {
  return fc.tuple(...model.inputs.map((input) => fc.option(valueOf(input)))).map((values) => Object.fromEntries(model.inputs.flatMap((input, index) => (typeof values[index] === 'number' ? [[input.id, values[index]]] : []))));
}

const someFacts = (model: ScoringModel) => some(model, onScale);
const someWeights = (model: ScoringModel) => some(model, () => fc.double({ min: 0, max: 100, noNaN: true }));

function allFacts(model: ScoringModel): fc.Arbitrary<Record<string, number>> {
  return fc.record(Object.fromEntries(model.inputs.map((input) => [input.id, onScale(input)])));
}

/** How far the parts are from the score, relative to the largest of them. */
function gapOf(evaluation: Evaluation): number {
  if (evaluation.state === 'unscored') return 0;
  const size = Math.max(1, ...evaluation.parts.map((part) => Math.abs(part.contribution)));
  return Math.abs(evaluation.parts.reduce((sum, part) => sum + part.contribution, 0) - evaluation.value) / size;
}

function closeTo(score: number): unknown {
  return expect.closeTo(score, 9);
}

describe.each(models.map((model) => [model.id, model] as const))('the model %s', (_, model) => {
  it.each(model.examples.map((example) => [example.name, example] as const))('scores its example: %s', (_name, example) => {
    const evaluation = evaluate(model, example.weights ?? {}, buildFacts(example.given));
    expect(evaluation).toMatchObject(example.score === undefined ? { state: 'unscored' } : { state: 'scored', value: closeTo(example.score) });
  });

  it('has an example with a score and one without, and names its authority', () => {
    expect(model.examples.some((example) => example.score !== undefined)).toBe(true);
    expect(model.examples.some((example) => example.score === undefined)).toBe(true);
    expect(model.source.length).toBeGreaterThan(10);
    expect(model.formula.length).toBeGreaterThan(5);
    expect(new Set(model.inputs.map((input) => input.id)).size).toBe(model.inputs.length);
  });

  it('keeps every score and its range within the bounds, and the score within the range', () => {
    fc.assert(
      fc.property(someFacts(model), someWeights(model), (values, weights) => {
        const evaluation = evaluate(model, weights, buildFacts(values));
        if (evaluation.state === 'unscored') return;
        const [low, high] = model.bounds;
        for (const value of [evaluation.value, ...evaluation.range]) {
          expect(value).toBeGreaterThanOrEqual(low - 1e-9);
          expect(value).toBeLessThanOrEqual((high ?? Infinity) + 1e-9);
        }
        expect(evaluation.value).toBeGreaterThanOrEqual(evaluation.range[0] - 1e-9);
        expect(evaluation.value).toBeLessThanOrEqual(evaluation.range[1] + 1e-9);
        expect(evaluation.confidence).toBeGreaterThan(0);
        expect(evaluation.confidence).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('has parts that sum to the score', () => {
    fc.assert(
      fc.property(someFacts(model), someWeights(model), (values, weights) => {
        expect(gapOf(evaluate(model, weights, buildFacts(values)))).toBeLessThanOrEqual(1e-9);
      }),
    );
  });

  it.each(model.inputs.map((input) => [input.label, input] as const))('moves with %s only in its direction', (_label, input) => {
    fc.assert(
      fc.property(allFacts(model), someWeights(model), onScale(input), onScale(input), (values, weights, a, b) => {
        const [less, more] = [Math.min(a, b), Math.max(a, b)].map((value) => evaluate(model, weights, buildFacts({ ...values, [input.id]: value })));
        if (less?.state !== 'scored' || more?.state !== 'scored') return;
        const rise = input.direction === 'raises' ? more.value - less.value : less.value - more.value;
        expect(rise).toBeGreaterThanOrEqual(-1e-9 * Math.max(1, Math.abs(more.value), Math.abs(less.value)));
      }),
    );
  });

  it.each(model.inputs.map((input) => [input.label, input] as const))('answers to a change of %s at all', (_label, input) => {
    const middle = Object.fromEntries(model.inputs.map((each) => [each.id, midOf(each)]));
    const [low, high] = ends(input).map((value) => evaluate(model, {}, buildFacts({ ...middle, [input.id]: value })));
    if (low?.state !== 'scored' || high?.state !== 'scored') throw new Error(`${model.id} leaves a complete issue unscored`);
    expect(Math.sign(high.value - low.value)).toBe(input.direction === 'raises' ? 1 : -1);
  });

  it('does not care in which order the facts come, nor about facts of other models', () => {
    fc.assert(
      fc.property(someFacts(model), someWeights(model), (values, weights) => {
        const facts = buildFacts(values);
        const reversed = { unrelated: buildFact('unrelated', 3), ...Object.fromEntries(Object.entries(facts).toReversed()) };
        expect(evaluate(model, weights, reversed)).toEqual(evaluate(model, weights, facts));
      }),
    );
  });

  it('changes nothing that it is given, and says the same twice', () => {
    const given = deepFreeze({ facts: buildFacts(model.examples[0]?.given ?? {}), weights: {} });
    expect(evaluate(model, given.weights, given.facts)).toEqual(evaluate(model, given.weights, given.facts));
  });

  it('stays unscored without a single fact, and says why', () => {
    expect(evaluate(model, {}, {})).toMatchObject({ state: 'unscored', missing: model.inputs.map((input) => input.id), reason: expect.stringMatching(/\w/) });
  });

  it('never throws on hostile numbers and never makes a score of them that is no number', () => {
    const hostile = (input: ModelInput) => fc.oneof(fc.constantFrom(...HOSTILE), fc.double(), { arbitrary: onScale(input), weight: 4 });
    let scored = 0;
    fc.assert(
      fc.property(some(model, hostile), some(model, hostile), (values, weights) => {
        const evaluation = evaluate(model, weights, buildFacts(values));
        if (evaluation.state === 'unscored') return;
        scored += 1;
        expect([evaluation.value, evaluation.confidence, ...evaluation.range, ...evaluation.parts.map((part) => part.contribution)].every(Number.isFinite)).toBe(true);
        expect(gapOf(evaluation)).toBeLessThanOrEqual(1e-9);
      }),
      { numRuns: 400 },
    );
    expect(scored).toBeGreaterThan(0);
  });
});

describe.each(models.filter((model) => model.id !== 'signals' && model.id !== 'weighted').map((model) => [model.id, model] as const))('the explicit model %s', (_, model) => {
  it.each(model.inputs.map((input) => [input.label, input] as const))('leaves the issue unscored without %s, and names it', (label, input) => {
    const values = Object.fromEntries(model.inputs.filter((each) => each.id !== input.id).map((each) => [each.id, midOf(each)]));
    expect(evaluate(model, {}, buildFacts(values))).toEqual({ state: 'unscored', missing: [input.id], reason: `needs ${label}` });
  });

  it.each(model.inputs.filter((input) => input.direction === 'lowers').map((input) => [input.label, input] as const))('refuses a %s of 0 or less, or that is no number', (label, input) => {
    const values = Object.fromEntries(model.inputs.map((each) => [each.id, midOf(each)]));
    for (const wrong of [0, -0, -3, Number.NaN, Infinity, -Infinity]) {
      const evaluation = evaluate(model, {}, buildFacts({ ...values, [input.id]: wrong }));
      expect(evaluation).toMatchObject({ state: 'unscored', missing: [input.id], reason: expect.stringContaining(`${label} is`) });
    }
  });
});

describe('the models together', () => {
  it('have ids equal to their file names', () => {
    const files = Object.keys(import.meta.glob('../../../../lib/core/scoring/models/*.model.ts')).map((path) => path.replace(/^.*\/(.+)\.model\.ts$/, '$1'));
    expect(models.map((model) => model.id)).toEqual(files.sort());
  });

  it('give one id one scale, so that a value entered for one model means the same in another', () => {
    const scales = new Map<string, ModelInput['scale']>();
    for (const input of models.flatMap((model) => model.inputs)) {
      expect(scales.get(input.id) ?? input.scale).toEqual(input.scale);
      scales.set(input.id, input.scale);
    }
  });

  it('offer the values of their sources to choose from', () => {
    const values = (model: string, input: string) => {
      const scale = modelById(model).inputs.find(({ id }) => id === input)?.scale;
      return scale?.kind === 'choice' ? scale.choices.map(({ value }) => value) : null;
    };
    // Intercom's five steps of impact, and the modified Fibonacci numbers of SAFe.
    expect(values('rice', 'impact')).toEqual([3, 2, 1, 0.5, 0.25]);
    for (const input of ['user-business-value', 'time-criticality', 'risk-opportunity', 'job-size']) expect(values('wsjf', input)).toEqual([1, 2, 3, 5, 8, 13, 20]);
  });

  it('fall back to Signals for an id that is unknown', () => {
    expect(modelById('rice').name).toBe('RICE');
    expect(modelById('gone').id).toBe(DEFAULT_MODEL);
  });
});

function ends({ scale }: ModelInput): readonly [number, number] {
  if (scale.kind === 'number') return [scale.min, scale.max ?? scale.min + 100];
  const values = scale.choices.map((choice) => choice.value);
  return [Math.min(...values), Math.max(...values)];
}

function midOf(input: ModelInput): number {
  if (input.scale.kind === 'choice') return input.scale.choices[1]?.value ?? 1;
  const [low, high] = ends(input);
  return (low + high) / 2;
}
