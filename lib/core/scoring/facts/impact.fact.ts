import type { FactReader } from '../fact-reader.ts';
import { numberOr, statedFact } from '../native.ts';

/** Impact: RICE’s five steps (massive 3, high 2, medium 1, low 0.5, minimal 0.25; Intercom 2016), from the field Impact or a label such as `impact: 2` or `impact: high`. */
export default {
  id: 'impact',
  label: 'Impact',
  source: 'RICE’s five steps (massive 3, high 2, medium 1, low 0.5, minimal 0.25; Intercom 2016), from the field Impact or a label such as `impact: 2` or `impact: high`',
  read: ({ issue }) => statedFact(issue, 'Impact', ['impact', 'rice impact'], numberOr({ massive: 3, high: 2, medium: 1, low: 0.5, minimal: 0.25 })),
  examples: [
    { name: 'a number in a label', given: { labels: ['impact: 2'] }, value: 2 },
    { name: 'a word in a label', given: { labels: ['Impact: Massive'] }, value: 3 },
    { name: 'high', given: { labels: ['impact: high'] }, value: 2 },
    { name: 'medium', given: { labels: ['impact: medium'] }, value: 1 },
    { name: 'minimal', given: { fields: [{ name: 'RICE Impact', value: 'Minimal' }] }, value: 0.25 },
    { name: 'a field goes before a label', given: { fields: [{ name: 'Impact', value: 'Low' }], labels: ['impact: 3'] }, value: 0.5 },
    { name: 'a half', given: { labels: ['impact-0.5'] }, value: 0.5 },
    { name: 'nothing stated', given: { labels: ['bug'] }, value: undefined },
  ],
} satisfies FactReader;
