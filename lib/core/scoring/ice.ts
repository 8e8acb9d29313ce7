import type { ModelInput } from './score.ts';

/** The three inputs of both ICE models, 1…10 each. */
export const ICE_INPUTS = [
  { id: 'ice-impact', label: 'Impact', question: 'How much will it move the goal if it works, from 1 to 10?', scale: { kind: 'number', min: 1, max: 10, step: 1, unit: 'of 10' }, direction: 'raises', weight: 1 },
  { id: 'ice-confidence', label: 'Confidence', question: 'How sure are you that it will work, from 1 to 10?', scale: { kind: 'number', min: 1, max: 10, step: 1, unit: 'of 10' }, direction: 'raises', weight: 1 },
  { id: 'ice-ease', label: 'Ease', question: 'How easy is it, from 1 (very hard) to 10?', scale: { kind: 'number', min: 1, max: 10, step: 1, unit: 'of 10' }, direction: 'raises', weight: 1 },
] as const satisfies readonly ModelInput[];
