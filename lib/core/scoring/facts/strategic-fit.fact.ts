import type { FactReader } from '../fact-reader.ts';
import { numberOr, statedFact } from '../native.ts';

/** Strategic fit: 1…5 (weighted scoring, Productboard and Aha! practice), from a field or label Strategic Fit or Strategy. */
export default {
  id: 'strategic-fit',
  label: 'Strategic fit',
  source: '1…5 (weighted scoring, Productboard and Aha! practice), from a field or label Strategic Fit or Strategy',
  read: ({ issue }) => statedFact(issue, 'Strategic fit', ['strategic fit', 'strategy', 'strategic alignment'], numberOr({ low: 1, medium: 3, high: 5 })),
  examples: [
    { name: 'a field', given: { fields: [{ name: 'Strategic fit', value: 4 }] }, value: 4 },
    { name: 'a label', given: { labels: ['strategy: 1'] }, value: 1 },
    { name: 'the word low', given: { labels: ['strategic-alignment: low'] }, value: 1 },
    { name: 'the word medium', given: { labels: ['strategic-alignment: medium'] }, value: 3 },
    { name: 'the word high', given: { labels: ['strategic-alignment: high'] }, value: 5 },
    { name: 'nothing stated', given: {}, value: undefined },
  ],
} satisfies FactReader;
