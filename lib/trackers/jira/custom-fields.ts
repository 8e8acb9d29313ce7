import type { Issue, IssueField } from '../../core/issue.ts';
import type { FieldIds } from './fields.ts';
import { readDay } from './moments.ts';
import type { FieldsRow } from './rows.ts';
import { readValue } from './values.ts';

/** An issue's fields by their ids, which each site gives anew (`FieldIds`). */
export type CustomFields = Readonly<Record<string, unknown>>;

/** Whether an issue is flagged as an impediment; `null` where the answer does not tell. Agile answers say `flagged` themselves; elsewhere it is a checkbox field that is empty or says "Impediment". */
export function flagged(row: FieldsRow, ids: FieldIds | null, custom: CustomFields): boolean | null {
  if (typeof row.flagged === 'boolean') return row.flagged;
  if (!ids?.flagged || !Object.hasOwn(custom, ids.flagged)) return null;
  const told = custom[ids.flagged];
  return Array.isArray(told) && told.length > 0;
}

/** The estimate in the first of these fields that has one, in points, or in hours where `estimateIn` says so. The board's own field comes first: one site may have several, and an issue bears one of them. A field of time is told in hours. */
export function estimateOf(candidates: readonly string[], custom: CustomFields): Pick<Issue, 'estimate' | 'estimateIn'> {
  for (const id of candidates) {
    const told = numberOf(custom[id]);
    if (told === null || told < 0) continue;
    return /^(?:aggregate)?time/.test(id) ? { estimate: told / 3600, estimateIn: 'hours' } : { estimate: told };
  }
  return { estimate: null };
}

/** Some servers, and some tools that stand between, write numbers as text. */
function numberOf(told: unknown): number | null {
  if (typeof told === 'string') return /^\d{1,9}(?:\.\d{1,9})?$/.test(told.trim()) ? Number(told) : null;
  return typeof told === 'number' && Number.isFinite(told) ? told : null;
}

/** The fields that the scoring facts may know by their names, the priority among them. */
export function namedFields(row: FieldsRow, ids: FieldIds | null, custom: CustomFields): IssueField[] {
  const priority = row.priority ? [{ name: 'Priority', value: row.priority.name }] : [];
  return [...priority, ...Object.entries(ids?.named ?? {}).flatMap(([id, name]) => {
    const value = readValue(custom[id]);
    return value === null ? [] : [{ name, value }];
  })];
}

/** The day in the first of these fields that has one. */
export function firstDay(candidates: readonly string[], custom: CustomFields): Issue['dueOn'] {
  for (const id of candidates) {
    const day = readDay(custom[id]);
    if (day !== null) return day;
  }
  return null;
}

/** An epic link's value, where it is a key: `SHOP-3`. */
export const keyIn = (value: unknown): string | null => (typeof value === 'string' && /^[A-Z][A-Z0-9_]+-\d+$/.test(value) ? value : null);
