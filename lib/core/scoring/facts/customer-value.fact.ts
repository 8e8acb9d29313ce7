import type { FactReader } from '../fact-reader.ts';
import { numberOr, statedFact } from '../native.ts';

/** Customer value: 1…5 (weighted scoring, Productboard and Aha! practice), from a field or label Customer Value or User Value. */
export default {
  id: 'customer-value',
  label: 'Customer value',
  source: '1…5 (weighted scoring, Productboard and Aha! practice), from a field or label Customer Value or User Value',
  read: ({ issue }) => statedFact(issue, 'Customer value', ['customer value', 'user value'], numberOr({ low: 1, medium: 3, high: 5 })),
  examples: [
    { name: 'a field', given: { fields: [{ name: 'Customer value', value: 5 }] }, value: 5 },
    { name: 'a label', given: { labels: ['customer-value: 3'] }, value: 3 },
    { name: 'the word low', given: { labels: ['user value: low'] }, value: 1 },
    { name: 'the word medium', given: { labels: ['user value: medium'] }, value: 3 },
    { name: 'the word high', given: { labels: ['user value: high'] }, value: 5 },
    { name: 'votes do not stand in for it', given: { votes: 12 }, value: undefined },
  ],
} satisfies FactReader;
