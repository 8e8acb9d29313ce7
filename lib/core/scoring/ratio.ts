import type { Facts } from '../fact.ts';
import type { Evaluation, ModelInput } from './score.ts';
import { arithmetic, isComplete, requireInputs, waterfall } from './parts.ts';
import { shortNumber } from './scale.ts';

/**
 * A sum divided by one input, as a waterfall: each summand adds itself, the divisor the (mostly negative) rest. All of WSJF, CD3 and value/effort.
 *
 * `ratio([cost], duration, {…30, …4})` → value 7.5; contributions 30 and −22.5
 */
export function ratio(above: readonly ModelInput[], below: ModelInput, facts: Facts): Evaluation {
  const found = requireInputs([...above, below], facts);
  if (!isComplete(found)) return found;
  const divisor = found.at(-1);
  if (!divisor) return { state: 'unscored', missing: [below.id], reason: `needs ${below.label}` };
  let sum = 0;
  const steps = above.flatMap((input, index) => {
    const fact = found[index];
    if (!fact) return [];
    sum += fact.value;
    return [{ input, fact, after: sum, note: `${index === 0 ? '' : '+ '}${shortNumber(fact.value)}` }];
  });
  const score = sum / divisor.value;
  return waterfall([...steps, { input: below, fact: divisor, after: score, note: arithmetic(`${shortNumber(sum)} / ${shortNumber(divisor.value)}`, score) }]);
}
