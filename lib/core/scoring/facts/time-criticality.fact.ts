import type { FactReader } from '../fact-reader.ts';
import { number, statedFact } from '../native.ts';

/** Time criticality: relative, modified Fibonacci (SAFe WSJF), from a field or label Time Criticality or TC; a due date is urgency and does not stand in for it. */
export default {
  id: 'time-criticality',
  label: 'Time criticality',
  source: 'Relative, modified Fibonacci (SAFe WSJF), from a field or label Time Criticality or TC; a due date is urgency and does not stand in for it',
  read: ({ issue }) => statedFact(issue, 'Time criticality', ['time criticality', 'tc'], number),
  examples: [
    { name: 'a field', given: { fields: [{ name: 'Time Criticality', value: 3 }] }, value: 3 },
    { name: 'a label', given: { labels: ['time-criticality: 5'] }, value: 5 },
    { name: 'nothing stated', given: { labels: ['urgent'] }, value: undefined },
  ],
} satisfies FactReader;
