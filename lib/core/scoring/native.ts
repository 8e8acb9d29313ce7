import type { Fact, FactSource } from '../fact.ts';
import type { Issue, IssueField } from '../issue.ts';
import { labelParts, readNumber, words } from './words.ts';

/**
 * The issue's native field with one of these names (plain words, in order of preference); names are compared without case and separators.
 *
 * `fieldOf(issue, ['target date'])` → `{name: 'Target date', value: '2026-12-01'}`
 */
export function fieldOf(issue: Issue, names: readonly string[]): IssueField | undefined {
  if (issue.fields.length === 0) return undefined;
  for (const name of names) {
    const field = issue.fields.find((candidate) => words(candidate.name) === name);
    if (field) return field;
  }
  return undefined;
}

/** A field's value as text; several options of one field are joined by a comma. `fieldText({name: 'Teams', value: ['Web', 'App']})` → `'Web, App'` */
export function fieldText(field: IssueField): string {
  return typeof field.value === 'object' ? field.value.join(', ') : String(field.value);
}

/** What a value found in a field or a label is worth, or `undefined` when it says nothing here. */
export type ReadValue = (text: string) => number | undefined;

/**
 * The value that the tracker itself states: a native field with one of the names, else a label such as `impact: 2`. Fields go before labels because only they have a type and a history.
 * Of several labels the first in the tracker's order that says something counts.
 *
 * `statedFact(issue, 'Impact', ['impact'], number)` with the label `impact: 2` → value 2, source label `impact: 2`
 */
export function statedFact(issue: Issue, name: string, names: readonly string[], read: ReadValue): Fact | undefined {
  const field = fieldOf(issue, names);
  const fromField = field && read(fieldText(field));
  if (field && fromField !== undefined) return tracked(issue, name, fromField, fieldText(field), { kind: 'field', name: field.name });
  for (const label of issue.labels) {
    const parts = labelParts(label);
    const value = parts && names.includes(parts.name) ? read(parts.value) : undefined;
    if (value !== undefined) return tracked(issue, name, value, label, { kind: 'label', name: label });
  }
  return undefined;
}

/** Reads a plain number; words say nothing. `number('3.5')` → `3.5` · `number('high')` → `undefined` */
export function number(text: string): number | undefined {
  return readNumber(text) ?? undefined;
}

/** Reads a number, or one of the words of a table: `numberOr({high: 2})('High')` → `2` */
export function numberOr(table: Readonly<Record<string, number>>): ReadValue {
  return (text) => readNumber(text) ?? (Object.hasOwn(table, words(text)) ? table[words(text)] : undefined);
}

/**
 * A fact as old as the issue's last change: trackers do not say when a single field was set.
 *
 * `tracked(issue, 'Impact', 2, 'impact: 2', {kind: 'label', name: 'impact: 2'})` → `{name: 'Impact', value: 2, raw: 'impact: 2', source: …, at: issue.updatedAt}`
 */
export function tracked(issue: Issue, name: string, value: number, raw: string, source: FactSource): Fact {
  return { name, value, raw, source, at: issue.updatedAt };
}
