import type { FactReader } from '../fact-reader.ts';
import { numberOr, statedFact } from '../native.ts';

/** Value: 1…5 (value against effort), from a field or label Value or Business Value. */
export default {
  id: 'value',
  label: 'Value',
  source: '1…5 (value against effort), from a field or label Value or Business Value',
  read: ({ issue }) => statedFact(issue, 'Value', ['value', 'business value'], numberOr({ low: 1, medium: 3, high: 5 })),
  examples: [
    { name: 'a label', given: { labels: ['value: 4'] }, value: 4 },
    { name: 'a word', given: { labels: ['value/high'] }, value: 5 },
    { name: 'the middle word', given: { labels: ['value: medium'] }, value: 3 },
    { name: 'the lowest word', given: { labels: ['value: low'] }, value: 1 },
    { name: 'nothing stated', given: {}, value: undefined },
  ],
} satisfies FactReader;
