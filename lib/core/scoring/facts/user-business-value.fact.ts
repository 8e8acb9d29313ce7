import type { FactReader } from '../fact-reader.ts';
import { number, statedFact } from '../native.ts';

/** User and business value: relative, modified Fibonacci (SAFe WSJF), from a field or label User-Business Value, Business Value or UBV. */
export default {
  id: 'user-business-value',
  label: 'User and business value',
  source: 'Relative, modified Fibonacci (SAFe WSJF), from a field or label User-Business Value, Business Value or UBV',
  read: ({ issue }) => statedFact(issue, 'User and business value', ['user business value', 'user and business value', 'business value', 'user value', 'ubv'], number),
  examples: [
    { name: 'a field', given: { fields: [{ name: 'User-Business Value', value: 8 }] }, value: 8 },
    { name: 'a label', given: { labels: ['ubv: 13'] }, value: 13 },
    { name: 'nothing stated', given: {}, value: undefined },
  ],
} satisfies FactReader;
