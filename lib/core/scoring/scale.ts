import type { InputScale, ModelInput } from './score.ts';

/**
 * Whether a model can reckon with the value: a finite number between the scale's ends. Between two choices is allowed, since facts are read from trackers
 * whose own steps differ (a Job Size of 4 between 3 and 5).
 *
 * `isWithin({kind: 'number', min: 0.5, max: null, step: 0.5, unit: 'person-months'}, 0.25)` → `false`
 */
export function isWithin(scale: InputScale, value: number): boolean {
  const [low, high] = ends(scale);
  return Number.isFinite(value) && value >= low && value <= (high ?? Infinity);
}

/**
 * Whether a person may enter the value: stricter than `isWithin`, a choice must be one of the choices.
 *
 * `mayEnter({kind: 'choice', choices: [{value: 1, label: '1'}, {value: 2, label: '2'}]}, 1.5)` → `false`
 */
export function mayEnter(scale: InputScale, value: number): boolean {
  return scale.kind === 'choice' ? scale.choices.some((choice) => choice.value === value) : isWithin(scale, value);
}

/**
 * A value in words: its unit, or the label of the choice.
 *
 * `inWords({kind: 'number', min: 0, max: null, step: 1, unit: 'people per quarter'}, 450)` → `'450 people per quarter'`; of 1 → `'1 person per quarter'`
 */
export function inWords(scale: InputScale, value: number): string {
  if (scale.kind === 'choice') return scale.choices.find((choice) => choice.value === value)?.label ?? shortNumber(value);
  return scale.unit === '' ? shortNumber(value) : `${shortNumber(value)} ${value === 1 ? ofOne(scale.unit) : scale.unit}`;
}

/** Units are named in the plural: `ofOne('person-months')` → `'person-month'` */
function ofOne(unit: string): string {
  return unit.replace(/^people\b/, 'person').replace(/(month|week)s\b/, '$1');
}

/**
 * What is wrong with a value that is not within the scale, as the rest of a sentence.
 *
 * `whyNotWithin(effort, 0)` → `'Effort is 0 person-months; it must be at least 0.5'`
 */
export function whyNotWithin(input: ModelInput, value: number): string {
  const [low, high] = ends(input.scale);
  const limits = high === null ? `at least ${shortNumber(low)}` : `between ${shortNumber(low)} and ${shortNumber(high)}`;
  return `${input.label} is ${Number.isFinite(value) ? inWords(input.scale, value) : 'not a number'}; it must be ${limits}`;
}

/**
 * A number as people write it: at most three digits after the point, none where it is whole.
 *
 * `shortNumber(0.78833)` → `'0.788'` · `shortNumber(450)` → `'450'`
 */
export function shortNumber(value: number): string {
  return String(Math.round(value * 1000) / 1000);
}

function ends(scale: InputScale): readonly [number, number | null] {
  if (scale.kind === 'number') return [scale.min, scale.max];
  const values = scale.choices.map((choice) => choice.value);
  return [Math.min(...values), Math.max(...values)];
}
