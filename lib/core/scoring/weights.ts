import type { ModelInput, ScoringModel } from './score.ts';

/**
 * The weight of an input: the user's where it is a finite number of at least 0, else the model's own. Weights are relative; only their proportions matter.
 *
 * `weightOf(demand, {demand: 40})` → `40` · `weightOf(demand, {demand: NaN})` → `25`
 */
export function weightOf(input: ModelInput, weights: Readonly<Record<string, number>>): number {
  const given = Object.hasOwn(weights, input.id) ? weights[input.id] : undefined;
  return given !== undefined && Number.isFinite(given) && given >= 0 ? given : input.weight;
}

/**
 * Whether the model's formula has weights that a user may move.
 *
 * `isWeighted(modelById('signals'))` → `true` · `isWeighted(modelById('rice'))` → `false`
 */
export function isWeighted(model: ScoringModel): boolean {
  return model.inputs.some((input) => input.weight !== 1);
}
