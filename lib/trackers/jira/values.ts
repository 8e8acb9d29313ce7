import type { IssueField } from '../../core/issue.ts';

/** What a custom field holds: a number, a text, an option or several of them; `null` for nothing and for what we do not know. */
export function readValue(told: unknown): IssueField['value'] | null {
  if (typeof told === 'number') return Number.isFinite(told) ? told : null;
  if (Array.isArray(told)) {
    const several = told.map(optionOf).filter((text) => text !== null);
    return several.length > 0 ? several : null;
  }
  return optionOf(told);
}

function optionOf(told: unknown): string | null {
  if (typeof told === 'string') return told.trim() === '' ? null : told;
  if (typeof told !== 'object' || told === null) return null;
  // Options say `value`, priorities and versions `name`.
  const { value, name } = told as Record<string, unknown>; // each is checked below
  if (typeof value === 'string') return value;
  return typeof name === 'string' ? name : null;
}
