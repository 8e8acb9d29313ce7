import type { FactReader } from '../fact-reader.ts';
import { numberOr, statedFact } from '../native.ts';

/** Feasibility: 1…5, five the most feasible (weighted scoring, Productboard and Aha! practice), from a field or label Feasibility. */
export default {
  id: 'feasibility',
  label: 'Feasibility',
  source: '1…5, five the most feasible (weighted scoring, Productboard and Aha! practice), from a field or label Feasibility',
  read: ({ issue }) => statedFact(issue, 'Feasibility', ['feasibility'], numberOr({ low: 1, medium: 3, high: 5 })),
  examples: [
    { name: 'a field', given: { fields: [{ name: 'Feasibility', value: 4 }] }, value: 4 },
    { name: 'a word', given: { labels: ['feasibility/low'] }, value: 1 },
    { name: 'the middle word', given: { labels: ['feasibility: medium'] }, value: 3 },
    { name: 'the highest word', given: { labels: ['feasibility: high'] }, value: 5 },
    { name: 'nothing stated', given: {}, value: undefined },
  ],
} satisfies FactReader;
