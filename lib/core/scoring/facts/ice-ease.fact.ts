import type { FactReader } from '../fact-reader.ts';
import { number, statedFact } from '../native.ts';

/** Ease (ICE): 1…10, ten the easiest (Sean Ellis’s ICE), from a field or label Ease or ICE Ease. */
export default {
  id: 'ice-ease',
  label: 'Ease (ICE)',
  source: '1…10, ten the easiest (Sean Ellis’s ICE), from a field or label Ease or ICE Ease',
  read: ({ issue }) => statedFact(issue, 'Ease', ['ice ease', 'ease'], number),
  examples: [
    { name: 'a label', given: { labels: ['ease: 9'] }, value: 9 },
    { name: 'a field', given: { fields: [{ name: 'Ease', value: 3 }] }, value: 3 },
    { name: 'the estimate says nothing of it', given: { estimate: 3 }, value: undefined },
  ],
} satisfies FactReader;
