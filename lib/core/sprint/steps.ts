import type { Instant } from '../time.ts';

/** From `at` on something had this value, until the next step. */
export interface Step<V> {
  readonly at: Instant;
  readonly value: V;
  readonly by: string | null;
}

/**
 * The value at a moment; the first step's before it: what was never told to be otherwise was so.
 *
 * `valueAt([{at: 1, value: 'a', …}, {at: 5, value: 'b', …}], 5)` → `'b'`
 */
export function valueAt<V>(steps: readonly [Step<V>, ...Step<V>[]], at: Instant): V {
  let { value } = steps[0];
  for (const step of steps) {
    if (step.at > at) break;
    value = step.value;
  }
  return value;
}

/** The steps at which the value becomes another, oldest first; of several at one moment the last. `changesOf({at: 1, value: 'a', …}, [{at: 2, value: 'a', …}, {at: 3, value: 'b', …}])` → the steps at 1 and 3 */
export function changesOf<V>(first: Step<V>, later: readonly Step<V>[]): [Step<V>, ...Step<V>[]] {
  const changes: [Step<V>, ...Step<V>[]] = [first];
  for (const step of later) if (changes.at(-1)?.value !== step.value) changes.push(step);
  return changes;
}
