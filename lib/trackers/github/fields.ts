import type { IssueField } from '../../core/issue.ts';
import type { PlainDate } from '../../core/time.ts';
import { plainDate } from '../../core/work-calendar.ts';
import { readable } from '../rows.ts';
import { fieldValueRow } from './rows.ts';

const DUE = ['target date', 'due date'];

/** The organisation's issue fields that have a value; those of a kind we do not know are left out. */
export function readFields(rows: readonly unknown[]): readonly IssueField[] {
  return readable(fieldValueRow, rows).flatMap(({ issue_field_name: name, data_type: kind, single_select_option: option, multi_select_options: options, value }) => {
    const chosen = options?.map((one) => one.name) ?? [];
    // Some servers send the members of the other kinds empty instead of leaving them out.
    // The value of an option is its number, which says nothing of its own.
    const plain = typeof value === 'number' && kind === 'single_select' ? null : value;
    const told = chosen.length > 0 ? chosen : (option?.name ?? plain ?? null);
    return told === null || (Array.isArray(told) && told.length === 0) ? [] : [{ name, value: told }];
  });
}

/** The issue's own due date, from GitHub's default field "Target date" or a team's "Due date". */
export function readDueOn(fields: readonly IssueField[]): PlainDate | null {
  for (const name of DUE) {
    const field = fields.find((candidate) => candidate.name.trim().toLowerCase() === name);
    const date = typeof field?.value === 'string' ? readDate(field.value) : null;
    if (date !== null) return date;
  }
  return null;
}

/** `2026-11-30`, or the UTC day of a moment; `null` for a day that no calendar has. */
export function readDate(text: string): PlainDate | null {
  const [day] = /^\d{4}-\d{2}-\d{2}(?=$|T)/.exec(text) ?? [];
  if (day === undefined || day === text) return plainDate(text);
  const at = new Date(text);
  return Number.isNaN(at.getTime()) ? null : plainDate(at.toISOString().slice(0, 10));
}
