import { splitGoals } from './goal-list.ts';
import type { Instant } from '../time.ts';
import type { KeptWording } from './kept-wording.ts';
import type { GoalOutcome, GoalPlace, GoalWording, LedgerGoal } from './ledger.ts';

/**
 * The goals of a sprint with everything that each has said. Several goals are one text at the tracker, so a goal is told by its place in their order. What was refused has never stood, and is not in it.
 *
 * `ledgerGoals([{text: 'Pay in one step', …}, {text: '1. Pay in two taps 2. Fewer calls', …}], [null, met], {goals: ['Pay in two taps', 'Fewer calls'], from: 'field', at: null})` → `[{wordings: [one step, two taps], outcome: null}, {wordings: [fewer calls], outcome: met}]`
 */
export function ledgerGoals(kept: readonly KeptWording[], outcomes: readonly (GoalOutcome | null)[], present: { readonly goals: readonly string[]; readonly from: GoalPlace | null; readonly at: Instant | null }): LedgerGoal[] {
  const stood = kept.filter(({ standing }) => standing === 'stood').toSorted((a, b) => a.at - b.at);
  return present.goals.map((goal, place): LedgerGoal => {
    const wordings = stood.map(({ text, at, by, from }): GoalWording => ({ text: splitGoals(text)[place] ?? '', at, by, from })).filter((wording, index, all) => wording.text !== (all[index - 1]?.text ?? ''));
    // What nobody noted when it came stands now all the same.
    const missing: GoalWording[] = wordings.at(-1)?.text === goal ? [] : [{ text: goal, at: present.at ?? stood.at(-1)?.at ?? 0, by: null, from: present.from ?? 'local' }];
    return { wordings: [...wordings, ...missing], outcome: outcomes[place] ?? null };
  });
}
