import type { Fact, Facts } from '../fact.ts';
import type { Evaluation, ModelInput, ScorePart } from './score.ts';
import { isWithin, shortNumber, whyNotWithin } from './scale.ts';

type Unscored = Extract<Evaluation, { state: 'unscored' }>;

/**
 * The facts that an explicit formula needs, all or none: an input that is missing or outside its scale (a denominator of 0, a value that is no number) leaves
 * the issue unscored and is named, because 0 would say "worthless" of something unknown (microsoft/AzureDevOps-WSJF-Extension does so; peers.md §4.1, rules a and d).
 *
 * `requireInputs([effort], {})` → `{state: 'unscored', missing: ['effort'], reason: 'needs Effort'}`
 */
export function requireInputs(inputs: readonly ModelInput[], facts: Facts): readonly Fact[] | Unscored {
  const known = inputs.map((input) => (Object.hasOwn(facts, input.id) ? facts[input.id] : undefined));
  const absent = inputs.filter((_, index) => known[index] === undefined);
  const wrong = inputs.filter((input, index) => known[index] !== undefined && !isWithin(input.scale, known[index].value));
  const present = known.filter((fact) => fact !== undefined);
  if (absent.length === 0 && wrong.length === 0) return present;
  const reasons = [...(absent.length > 0 ? [`needs ${listed(absent.map((input) => input.label))}`] : []), ...wrong.map((input) => whyNotWithin(input, valueOf(facts, input.id)))];
  return { state: 'unscored', missing: [...absent, ...wrong].map((input) => input.id), reason: reasons.join('; ') };
}

/** Whether `requireInputs` found everything. */
export function isComplete(found: readonly Fact[] | Unscored): found is readonly Fact[] {
  return Array.isArray(found);
}

/** One step of a formula: what stands after it. */
export interface Step {
  readonly input: ModelInput;
  readonly fact: Fact;
  /** The formula's value once this input has been taken in. */
  readonly after: number;
  readonly note: string;
}

/**
 * A formula as a waterfall: each input contributes what it changes, in the order of the formula, so the contributions add up to the score exactly. With RICE the reach
 * adds R, the impact R·(I − 1), the confidence R·I·(C − 1) and the effort the (mostly negative) rest.
 *
 * `waterfall([{…reach, after: 2000}, {…impact, after: 4000}, {…confidence, after: 3200}, {…effort, after: 800}])` → value 800; contributions 2000, 2000, −800, −2400
 */
export function waterfall(steps: readonly Step[]): Evaluation {
  let before = 0;
  const parts: ScorePart[] = steps.map(({ input, fact, after, note }) => {
    const contribution = after - before;
    before = after;
    return { input: input.id, label: input.label, fact, weight: input.weight, contribution, note };
  });
  return { state: 'scored', value: before, parts, confidence: 1, range: [before, before], missing: [] };
}

/** A note's arithmetic: `arithmetic('2000 × 2', 4000)` → `'2000 × 2 = 4000'` */
export function arithmetic(left: string, result: number): string {
  return `${left} = ${shortNumber(result)}`;
}

/** `listed(['Reach', 'Impact', 'Effort'])` → `'Reach, Impact and Effort'` */
function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;
}

function valueOf(facts: Facts, id: string): number {
  return facts[id]?.value ?? Number.NaN;
}
