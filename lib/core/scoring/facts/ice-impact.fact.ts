import type { FactReader } from '../fact-reader.ts';
import { number, statedFact } from '../native.ts';

/** Impact (ICE): 1…10 (Sean Ellis’s ICE), from a field or label ICE Impact, else Impact, where it holds a number. */
export default {
  id: 'ice-impact',
  label: 'Impact (ICE)',
  source: '1…10 (Sean Ellis’s ICE), from a field or label ICE Impact, else Impact, where it holds a number',
  read: ({ issue }) => statedFact(issue, 'Impact', ['ice impact', 'impact'], number),
  examples: [
    { name: 'its own field', given: { fields: [{ name: 'ICE Impact', value: 8 }] }, value: 8 },
    { name: 'a label', given: { labels: ['impact: 7'] }, value: 7 },
    { name: 'a word is RICE’s', given: { labels: ['impact: high'] }, value: undefined },
  ],
} satisfies FactReader;
