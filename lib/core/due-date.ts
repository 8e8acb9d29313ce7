import type { FactSource } from './fact.ts';
import type { Issue } from './issue.ts';
import type { Sprint } from './sprint/sprint.ts';
import type { PlainDate } from './time.ts';
import { fieldOf, fieldText } from './scoring/native.ts';
import { plainDate } from './work-calendar.ts';

/** The names that a field with an issue's date goes by; GitHub's own default field is "Target date". */
const NAMES = ['target date', 'due date', 'due', 'due on', 'deadline', 'end date'];

/** The day by which an issue is wanted, and who says so. */
export interface DueDate {
  readonly on: PlainDate;
  readonly source: FactSource;
  /** In words: `Target date`, `release 2.4`, `sprint Checkout`, `Sprint 12`. */
  readonly from: string;
}

/**
 * The nearest promise made for the issue: its own date field, else the tracker's due date, else the day of the next release that it is planned for, else the end of its sprint; `null` when there is none or it is no date.
 *
 * `dueDate(issue, {title: 'Sprint 12', dueOn: '2026-12-01', …})` → `{on: '2026-12-01', from: 'Sprint 12', …}`
 */
export function dueDate(issue: Issue, sprint: Sprint | null): DueDate | null {
  const field = fieldOf(issue, NAMES);
  const stated = field && plainDate(fieldText(field).slice(0, 10));
  if (field && stated) return { on: stated, source: { kind: 'field', name: field.name }, from: field.name };
  if (issue.dueOn) return { on: issue.dueOn, source: { kind: 'field', name: 'Due date' }, from: 'due date' };
  const release = nextRelease(issue);
  if (release) return { on: release.on, source: { kind: 'field', name: 'Fix versions' }, from: `release ${release.name}` };
  if (sprint?.dueOn) return { on: sprint.dueOn, source: { kind: 'derived', from: `end of ${sprint.title}` }, from: /^sprint\b/i.test(sprint.title) ? sprint.title : `sprint ${sprint.title}` };
  return null;
}

function nextRelease({ versions = [] }: Issue): { readonly name: string; readonly on: PlainDate } | undefined {
  const planned = versions.flatMap(({ name, releaseOn, released }) => (releaseOn !== null && !released ? [{ name, on: releaseOn }] : []));
  // Dates of one shape compare as text.
  return planned.sort((a, b) => (a.on < b.on ? -1 : 1))[0];
}
