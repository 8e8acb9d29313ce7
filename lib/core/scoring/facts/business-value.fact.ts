import type { FactReader } from '../fact-reader.ts';
import { numberOr, statedFact } from '../native.ts';

/** Business value: 1…5 (weighted scoring, Productboard and Aha! practice), from a field or label Business Value. */
export default {
  id: 'business-value',
  label: 'Business value',
  source: '1…5 (weighted scoring, Productboard and Aha! practice), from a field or label Business Value',
  read: ({ issue }) => statedFact(issue, 'Business value', ['business value'], numberOr({ low: 1, medium: 3, high: 5 })),
  examples: [
    { name: 'a field', given: { fields: [{ name: 'Business Value', value: 2 }] }, value: 2 },
    { name: 'a label', given: { labels: ['business value: high'] }, value: 5 },
    { name: 'the middle word', given: { labels: ['business value: medium'] }, value: 3 },
    { name: 'the lowest word', given: { labels: ['business value: low'] }, value: 1 },
    { name: 'nothing stated', given: {}, value: undefined },
  ],
} satisfies FactReader;
