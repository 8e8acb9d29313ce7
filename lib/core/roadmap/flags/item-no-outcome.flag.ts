import type { RoadmapRule } from '../roadmap-flag.ts';

/** Flags an item of which nobody has said what should be different afterwards: then nobody can say whether it has worked. */
export default {
  id: 'item-no-outcome',
  of: 'item',
  label: 'No outcome',
  source: 'Outcome over output: Josh Seiden, Outcomes Over Output (2019); an item needs the measure that should move, or at least the change in words. Now a risk, before that to be watched',
  assess({ item }) {
    if (item.outcome.trim() !== '' || item.measure !== undefined) return undefined;
    return { severity: item.horizon === 'now' ? 'risk' : 'watch', reason: 'It has no outcome and no measure: say what should be different afterwards.' };
  },
  examples: [
    { name: 'Now, without either', given: { outcome: ' ' }, flags: 'risk' },
    { name: 'Later, without either', given: { outcome: '', horizon: 'later' }, flags: 'watch' },
    { name: 'with an outcome in words', given: { outcome: 'Shoppers pay in two taps' }, flags: undefined },
    { name: 'with a measure only', given: { outcome: '', measure: { name: 'Completed checkouts', from: '61 %', to: '70 %', by: null } }, flags: undefined },
  ],
} satisfies RoadmapRule;
