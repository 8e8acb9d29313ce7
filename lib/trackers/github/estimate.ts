import type { IssueField } from '../../core/issue.ts';

const FIELD = /^(?:effort|estimate|story points?|points?)$/i;
const NUMBER = String.raw`(\d{1,4}(?:[.,]\d{1,2})?)`;
const WORD = '(?:story points?|points?|pts?|sp|estimate)';
const LABEL = new RegExp(`^(?:${NUMBER} ?${WORD}|${WORD} ?[:=/-]? ?${NUMBER})$`, 'i');

/**
 * The team's estimate: a field named so that holds a number, else a label such as `3 points`, `points: 3`, `sp: 5`.
 * Sizes (`size/M`, an Effort of "High") are no numbers and stay unknown; so do labels that contradict each other.
 */
export function readEstimate(fields: readonly IssueField[], labels: readonly string[]): number | null {
  for (const { name, value } of fields) {
    if (!FIELD.test(name.trim())) continue;
    const estimate = typeof value === 'number' ? value : toNumber(value);
    if (estimate !== null && estimate >= 0) return estimate;
  }
  const told = new Set(labels.map(readLabel).filter((estimate) => estimate !== null));
  const [only = null] = told;
  return told.size === 1 ? only : null;
}

function readLabel(label: string): number | null {
  const [, before, after] = LABEL.exec(label.trim()) ?? [];
  return toNumber(before ?? after ?? '');
}

function toNumber(text: string | readonly string[]): number | null {
  return typeof text === 'string' && /^\d{1,4}(?:[.,]\d{1,2})?$/.test(text) ? Number(text.replace(',', '.')) : null;
}
