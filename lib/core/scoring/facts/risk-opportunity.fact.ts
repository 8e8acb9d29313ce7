import type { FactReader } from '../fact-reader.ts';
import { number, statedFact } from '../native.ts';

/** Risk reduction and opportunity enablement: relative, modified Fibonacci (SAFe WSJF), from a field or label RR|OE, Risk Reduction or Opportunity Enablement. */
export default {
  id: 'risk-opportunity',
  label: 'Risk reduction and opportunity enablement',
  source: 'Relative, modified Fibonacci (SAFe WSJF), from a field or label RR|OE, Risk Reduction or Opportunity Enablement',
  read: ({ issue }) => statedFact(issue, 'Risk reduction and opportunity enablement', ['rr oe', 'rroe', 'risk reduction opportunity enablement', 'risk opportunity', 'risk reduction', 'opportunity enablement'], number),
  examples: [
    { name: 'SAFe’s own abbreviation', given: { fields: [{ name: 'RR|OE', value: 5 }] }, value: 5 },
    { name: 'SAFe’s own words', given: { fields: [{ name: 'Risk Reduction / Opportunity Enablement', value: 3 }] }, value: 3 },
    { name: 'a label', given: { labels: ['risk-reduction: 8'] }, value: 8 },
    { name: 'nothing stated', given: {}, value: undefined },
  ],
} satisfies FactReader;
