import type { InputScale, ModelInput, ScoringModel } from '../score.ts';
import { ratio } from '../ratio.ts';

/** SAFe's modified Fibonacci numbers; the smallest job of a column is 1. */
const scale: InputScale = { kind: 'choice', choices: [1, 2, 3, 5, 8, 13, 20].map((value) => ({ value, label: String(value) })) };

const cost: readonly ModelInput[] = [
  { id: 'user-business-value', label: 'User and business value', question: 'Compared with the others, what is it worth to users and the business?', scale, direction: 'raises', weight: 1 },
  { id: 'time-criticality', label: 'Time criticality', question: 'How fast does its value fall while we wait?', scale, direction: 'raises', weight: 1 },
  { id: 'risk-opportunity', label: 'Risk reduction and opportunity enablement', question: 'What risk does it lessen, or what does it make possible?', scale, direction: 'raises', weight: 1 },
];
const size: ModelInput = { id: 'job-size', label: 'Job size', question: 'Compared with the others, how large is the job?', scale, direction: 'lowers', weight: 1 };

/** WSJF: the relative cost of delay by job size. Only the order means anything, never the number by itself; money already spent does not count. */
export default {
  id: 'wsjf',
  version: 1,
  name: 'WSJF',
  summary: 'Weighted shortest job first: the relative cost of delay by job size.',
  source: 'Scaled Agile Framework, scaledagileframework.com/wsjf (after Don Reinertsen)',
  formula: '(User and business value + Time criticality + Risk reduction and opportunity enablement) / Job size',
  inputs: [...cost, size],
  bounds: [0.15, 60],
  digits: 1,
  evaluate: (facts) => ratio(cost, size, facts),
  examples: [
    { name: 'a cost of delay of 1 + 3 + 5 = 9, job size 1', given: { 'user-business-value': 1, 'time-criticality': 3, 'risk-opportunity': 5, 'job-size': 1 }, score: 9, source: 'peers.md §4.1' },
    { name: 'the same as a larger job', given: { 'user-business-value': 1, 'time-criticality': 3, 'risk-opportunity': 5, 'job-size': 3 }, score: 3 },
    { name: 'without a job size', given: { 'user-business-value': 1, 'time-criticality': 3, 'risk-opportunity': 5 }, score: undefined },
    { name: 'a job size of 0', given: { 'user-business-value': 1, 'time-criticality': 3, 'risk-opportunity': 5, 'job-size': 0 }, score: undefined },
  ],
} satisfies ScoringModel;
