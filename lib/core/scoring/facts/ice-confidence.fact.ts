import type { FactReader } from '../fact-reader.ts';
import { number, statedFact } from '../native.ts';

/** Confidence (ICE): 1…10 (Sean Ellis’s ICE), from a field or label ICE Confidence, else Confidence, where it holds a number without a per cent sign. */
export default {
  id: 'ice-confidence',
  label: 'Confidence (ICE)',
  source: '1…10 (Sean Ellis’s ICE), from a field or label ICE Confidence, else Confidence, where it holds a number without a per cent sign',
  read: ({ issue }) => statedFact(issue, 'Confidence', ['ice confidence', 'confidence'], plainNumber),
  examples: [
    { name: 'its own label', given: { labels: ['ice-confidence: 6'] }, value: 6 },
    { name: 'a plain number', given: { labels: ['confidence: 6'] }, value: 6 },
    { name: 'per cent are RICE’s', given: { labels: ['confidence: 80%'] }, value: undefined },
  ],
} satisfies FactReader;

function plainNumber(text: string): number | undefined {
  return text.includes('%') ? undefined : number(text);
}
