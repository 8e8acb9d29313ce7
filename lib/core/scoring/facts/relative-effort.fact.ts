import type { FactReader } from '../fact-reader.ts';
import { numberOr, statedFact } from '../native.ts';

/** Effort (relative): 1…5 (value against effort), from a field or label Effort: a number, or Low 1, Medium 3, High 5. */
export default {
  id: 'relative-effort',
  label: 'Effort (relative)',
  source: '1…5 (value against effort), from a field or label Effort: a number, or Low 1, Medium 3, High 5',
  read: ({ issue }) => statedFact(issue, 'Effort', ['relative effort', 'effort'], numberOr({ low: 1, medium: 3, high: 5 })),
  examples: [
    { name: 'GitHub’s own Effort field', given: { fields: [{ name: 'Effort', value: 'Medium' }] }, value: 3 },
    { name: 'its highest option', given: { fields: [{ name: 'Effort', value: 'High' }] }, value: 5 },
    { name: 'its lowest option', given: { fields: [{ name: 'Effort', value: 'Low' }] }, value: 1 },
    { name: 'a label', given: { labels: ['effort: 2'] }, value: 2 },
    { name: 'nothing stated', given: {}, value: undefined },
  ],
} satisfies FactReader;
