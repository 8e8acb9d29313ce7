import type { FactReader } from '../fact-reader.ts';
import { number, statedFact, tracked } from '../native.ts';

/** Job size: relative, on the scale of the other WSJF columns. A team's story points are such a relative size, so they stand in for it; hours are not. */
export default {
  id: 'job-size',
  label: 'Job size',
  source: 'Relative, modified Fibonacci (SAFe WSJF), from a field or label Job Size, else the team’s estimate in points',
  read({ issue }) {
    const stated = statedFact(issue, 'Job size', ['job size', 'jobsize', 'job duration'], number);
    if (stated || issue.estimate === null || issue.estimateIn === 'hours') return stated;
    return tracked(issue, 'Job size', issue.estimate, `estimate ${issue.estimate}`, { kind: 'derived', from: 'estimate' });
  },
  examples: [
    { name: 'a field', given: { fields: [{ name: 'Job Size', value: 5 }] }, value: 5 },
    { name: 'a label goes before the estimate', given: { labels: ['job-size: 8'], estimate: 3 }, value: 8 },
    { name: 'the estimate', given: { estimate: 3 }, value: 3 },
    { name: 'hours are no relative size', given: { estimate: 3, estimateIn: 'hours' }, value: undefined },
    { name: 'nothing stated', given: {}, value: undefined },
  ],
} satisfies FactReader;
