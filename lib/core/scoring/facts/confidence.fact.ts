import type { FactReader } from '../fact-reader.ts';
import { numberOr, statedFact } from '../native.ts';

/** Confidence: per cent, RICE’s steps high 100, medium 80, low 50 (Intercom 2016), from the field Confidence or a label such as `confidence: 80%`; numbers up to 1 are shares (0.8 is 80 %). */
export default {
  id: 'confidence',
  label: 'Confidence',
  source: 'Per cent, RICE’s steps high 100, medium 80, low 50 (Intercom 2016), from the field Confidence or a label such as `confidence: 80%`; numbers up to 1 are shares (0.8 is 80 %)',
  read: ({ issue }) => statedFact(issue, 'Confidence', ['confidence', 'rice confidence'], percent),
  examples: [
    { name: 'per cent', given: { labels: ['confidence: 80%'] }, value: 80 },
    { name: 'a share', given: { fields: [{ name: 'Confidence', value: 0.8 }] }, value: 80 },
    { name: 'a word', given: { labels: ['confidence/low'] }, value: 50 },
    { name: 'medium', given: { labels: ['confidence: medium'] }, value: 80 },
    { name: 'high', given: { fields: [{ name: 'RICE Confidence', value: 'High' }] }, value: 100 },
    { name: 'a whole share is certainty', given: { labels: ['confidence: 1'] }, value: 100 },
    { name: 'none is none', given: { labels: ['confidence: 0'] }, value: 0 },
    { name: 'nothing stated', given: {}, value: undefined },
  ],
} satisfies FactReader;

const STEPS = numberOr({ high: 100, medium: 80, low: 50 });

function percent(text: string): number | undefined {
  const value = STEPS(text);
  // Shares and per cent meet at 1: nobody means one per cent.
  return value !== undefined && value > 0 && value <= 1 && !text.includes('%') ? value * 100 : value;
}
