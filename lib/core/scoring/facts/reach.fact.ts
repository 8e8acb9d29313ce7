import type { FactReader } from '../fact-reader.ts';
import { number, statedFact } from '../native.ts';

/** Reach: people or events per quarter (RICE: Sean McBride, Intercom 2016), from the field Reach or a label such as `reach: 2000`; nothing stands in for it. */
export default {
  id: 'reach',
  label: 'Reach',
  source: 'People or events per quarter (RICE: Sean McBride, Intercom 2016), from the field Reach or a label such as `reach: 2000`; nothing stands in for it',
  read: ({ issue }) => statedFact(issue, 'Reach', ['reach', 'rice reach'], number),
  examples: [
    { name: 'a Reach field', given: { fields: [{ name: 'Reach', value: 2000 }] }, value: 2000 },
    { name: 'a field under the name of its model', given: { fields: [{ name: 'RICE Reach', value: 300 }] }, value: 300 },
    { name: 'a label', given: { labels: ['reach: 450'] }, value: 450 },
    { name: 'thousands', given: { labels: ['reach/2k'] }, value: 2000 },
    { name: 'known to be nobody', given: { labels: ['reach: 0'] }, value: 0 },
    { name: 'a word says no number', given: { labels: ['reach: wide'] }, value: undefined },
  ],
} satisfies FactReader;
