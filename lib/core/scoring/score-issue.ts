import type { Facts } from '../fact.ts';
import type { Evaluation, Score, ScoringModel } from './score.ts';
import { bandOf, rankOf, type Ranking } from './rank.ts';

/**
 * What the model makes of the facts, before any rank. A result that is no finite number (the reach of 10³⁰⁸ people) leaves the issue unscored and says so;
 * it never throws and never answers 0 for something unknown.
 *
 * `evaluate(modelById('rice'), {}, {})` → `{state: 'unscored', missing: ['reach', 'impact', 'confidence', 'effort'], reason: 'needs Reach, Impact, Confidence and Effort'}`
 */
export function evaluate(model: ScoringModel, weights: Readonly<Record<string, number>>, facts: Facts): Evaluation {
  const evaluation = model.evaluate(facts, weights);
  if (evaluation.state === 'unscored' || [evaluation.value, ...evaluation.range, ...evaluation.parts.map((part) => part.contribution)].every(Number.isFinite)) return evaluation;
  return { state: 'unscored', missing: evaluation.missing, reason: 'the values are too large' };
}

/**
 * The score of one issue, with its band, its place in the named backlog and its text. `ranking.scores` are the scores of the backlog's open issues, highest first;
 * without a ranking there is no rank. The card, the badge and the stored rankings all come through here, so they agree.
 *
 * `scoreIssue(modelById('signals'), {}, facts, {scores: [91, 82, 40], within: 'acme/shop', complete: true}).text` → `'82'`, rank 2nd of 3
 */
export function scoreIssue(model: ScoringModel, weights: Readonly<Record<string, number>>, facts: Facts, ranking: Ranking | null): Score {
  const evaluation = evaluate(model, weights, facts);
  const made = { model: model.id, version: model.version };
  if (evaluation.state === 'unscored') return { ...evaluation, ...made };
  const rank = ranking && rankOf(evaluation.value, ranking);
  return { ...evaluation, ...made, band: bandOf(rank), rank, text: scoreText(model, evaluation.value) };
}

/** What is smaller is none to any reader. */
const LEAST = 1e-6;

/**
 * A score as it is shown, with the model's digits; one that would read 0 and is more, with its first digit.
 *
 * `scoreText(modelById('signals'), 81.6)` → `'82'` · `scoreText(modelById('rice'), 0.0313)` → `'0.03'`
 */
export function scoreText(model: Pick<ScoringModel, 'digits'>, value: number): string {
  const text = value.toFixed(model.digits);
  if (Number(text) !== 0) return text;
  return value >= LEAST ? String(Number(value.toPrecision(1))) : text.replace('-', '');
}
