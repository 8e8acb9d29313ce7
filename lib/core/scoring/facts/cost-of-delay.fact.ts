import type { FactReader } from '../fact-reader.ts';
import { number, statedFact } from '../native.ts';

/** Cost of delay: value lost per week of delay, in the team’s own money or unit (Black Swan Farming), from a field or label Cost of Delay or CoD. */
export default {
  id: 'cost-of-delay',
  label: 'Cost of delay',
  source: 'Value lost per week of delay, in the team’s own money or unit (Black Swan Farming), from a field or label Cost of Delay or CoD',
  read: ({ issue }) => statedFact(issue, 'Cost of delay', ['cost of delay', 'cod', 'cost of delay per week'], number),
  examples: [
    { name: 'a field', given: { fields: [{ name: 'Cost of Delay', value: 30000 }] }, value: 30000 },
    { name: 'a label', given: { labels: ['cod: 10k'] }, value: 10000 },
    { name: 'nothing stated', given: {}, value: undefined },
  ],
} satisfies FactReader;
