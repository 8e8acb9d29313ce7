import type { FactReader } from '../fact-reader.ts';
import { number, statedFact } from '../native.ts';

/** Duration: weeks for which it keeps the pipeline from other work (Black Swan Farming), from a field or label Duration; not its cost. */
export default {
  id: 'duration',
  label: 'Duration',
  source: 'Weeks for which it keeps the pipeline from other work (Black Swan Farming), from a field or label Duration; not its cost',
  read: ({ issue }) => statedFact(issue, 'Duration', ['duration', 'duration weeks', 'weeks'], number),
  examples: [
    { name: 'a field', given: { fields: [{ name: 'Duration (weeks)', value: 4 }] }, value: 4 },
    { name: 'a label', given: { labels: ['duration: 2'] }, value: 2 },
    { name: 'an estimate in points is no duration', given: { estimate: 5 }, value: undefined },
  ],
} satisfies FactReader;
