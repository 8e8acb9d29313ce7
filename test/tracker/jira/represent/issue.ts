import type { JiraIssue } from '../model/issue.ts';
import { representHistories } from './changelog.ts';
import { agileFieldsOf, type FieldMakers, fieldsOf } from './fields.ts';
import { representFieldNames, representFieldSchemas } from './field-list.ts';
import { selfOf, type View } from './view.ts';

/** What of an issue is wanted: by `fields`, `properties` and `expand` as clients name them. */
export interface Wanted {
  readonly fields: readonly string[];
  readonly properties: readonly string[];
  readonly expand: readonly string[];
  /** Asked through the agile API, which has names of its own. */
  readonly agile?: boolean;
}

/** Not among the navigable fields, which are what a search answers unless told otherwise. */
const NOT_NAVIGABLE = new Set(['comment', 'timetracking']);

export function representIssue(view: View, issue: JiraIssue, wanted: Wanted): Record<string, unknown> {
  if (wanted.fields.length === 1 && wanted.fields[0] === 'id') return { id: issue.id };
  const fields = pick({ ...fieldsOf(view, issue), ...(wanted.agile === true ? agileFieldsOf(view, issue) : {}) }, wanted.fields);
  const all = wanted.properties.includes('*all');
  const properties = Object.entries(issue.properties).filter(([key]) => all || wanted.properties.includes(key));
  return {
    expand: 'operations,versionedRepresentations,editmeta,changelog,renderedFields', id: issue.id, self: wanted.agile === true ? `${view.root}/rest/agile/1.0/issue/${issue.id}` : selfOf(view, `issue/${issue.id}`), key: issue.key,
    ...(wanted.expand.includes('changelog') ? { changelog: representHistories(view, issue) } : {}),
    ...(wanted.expand.includes('names') ? { names: representFieldNames(view) } : {}),
    ...(wanted.expand.includes('schema') ? { schema: representFieldSchemas(view) } : {}),
    ...(wanted.properties.length > 0 ? { properties: Object.fromEntries(properties) } : {}),
    ...(wanted.fields.every((name) => name === 'id' || name === 'key') ? {} : { fields }),
  };
}

/** `*all`, `*navigable`, names, and names to be left out (`-description`, which alone means all others). */
function pick(makers: FieldMakers, names: readonly string[]): Record<string, unknown> {
  const without = new Set(names.filter((name) => name.startsWith('-')).map((name) => name.slice(1)));
  const asked = names.filter((name) => !name.startsWith('-'));
  const whole = asked.length === 0 || asked.includes('*all');
  const navigable = asked.includes('*navigable') || (asked.length === 0 && without.size > 0);
  const chosen = Object.entries(makers).filter(([name]) => !without.has(name) && (asked.includes(name) || (navigable ? !NOT_NAVIGABLE.has(name) : whole)));
  return Object.fromEntries(chosen.map(([name, make]) => [name, make()]));
}
