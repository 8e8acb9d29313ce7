import type { Sprint, SprintGoal } from './sprint.ts';
import { normaliseGoal, readGoal, writeGoal } from './sprint-goal.ts';

type Told = Pick<Sprint, 'description' | 'goalIn'>;

/**
 * The goal of a sprint: its field, whole, where the tracker has one, else what its description says.
 *
 * `goalOf({description: 'Buyers pay in one step.', goalIn: 'field'})` → `{text: 'Buyers pay in one step.', source: 'field'}`
 */
export function goalOf({ description, goalIn }: Told): Pick<SprintGoal, 'text' | 'source'> | null {
  if (goalIn !== 'field') return readGoal(description);
  const text = normaliseGoal(description);
  return text === '' ? null : { text, source: 'field' };
}

/**
 * What is written so that a sprint has another goal: the goal alone where it has a field of its own, else its description with only the goal changed.
 *
 * `withGoal({description: 'Old.', goalIn: 'field'}, ' New. ')` → `'New.'`
 */
export function withGoal({ description, goalIn }: Told, text: string): string {
  return goalIn === 'field' ? normaliseGoal(text) : writeGoal(description, text);
}
