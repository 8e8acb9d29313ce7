import type { FactReader } from '../fact-reader.ts';
import { number, statedFact } from '../native.ts';

/** Effort: person-months of the whole team (RICE, Intercom 2016), from the field Effort or a label such as `effort: 3`; story points are another unit and never stand in for it. */
export default {
  id: 'effort',
  label: 'Effort',
  source: 'Person-months of the whole team (RICE, Intercom 2016), from the field Effort or a label such as `effort: 3`; story points are another unit and never stand in for it',
  read: ({ issue }) => statedFact(issue, 'Effort', ['effort', 'rice effort', 'person months'], number),
  examples: [
    { name: 'a label', given: { labels: ['effort: 3'] }, value: 3 },
    { name: 'a field', given: { fields: [{ name: 'Effort', value: 0.5 }] }, value: 0.5 },
    { name: 'GitHub’s High, Medium, Low is no number', given: { fields: [{ name: 'Effort', value: 'High' }] }, value: undefined },
    { name: 'points are not months', given: { estimate: 8 }, value: undefined },
    { name: 'a 0 is read as it stands; the model refuses it', given: { labels: ['effort: 0'] }, value: 0 },
  ],
} satisfies FactReader;
