import type { CustomField } from '../model/field.ts';
import type { View } from './view.ts';

/** `[id, name, type, items]` of the system's own fields. */
const SYSTEM: readonly (readonly [id: string, name: string, type: string, items?: string])[] = [
  ['statuscategorychangedate', 'Status Category Changed', 'datetime'], ['issuetype', 'Issue Type', 'issuetype'], ['parent', 'Parent', 'issuelink'], ['timespent', 'Time Spent', 'number'], ['project', 'Project', 'project'],
  ['fixVersions', 'Fix versions', 'array', 'version'], ['resolution', 'Resolution', 'resolution'], ['resolutiondate', 'Resolved', 'datetime'], ['workratio', 'Work Ratio', 'number'],
  ['watches', 'Watchers', 'watches'], ['lastViewed', 'Last Viewed', 'datetime'], ['created', 'Created', 'datetime'], ['priority', 'Priority', 'priority'], ['labels', 'Labels', 'array', 'string'],
  ['timeestimate', 'Remaining Estimate', 'number'], ['versions', 'Affects versions', 'array', 'version'], ['issuelinks', 'Linked Issues', 'array', 'issuelinks'], ['assignee', 'Assignee', 'user'],
  ['updated', 'Updated', 'datetime'], ['status', 'Status', 'status'], ['components', 'Components', 'array', 'component'], ['timeoriginalestimate', 'Original estimate', 'number'], ['description', 'Description', 'string'],
  ['timetracking', 'Time tracking', 'timetracking'], ['summary', 'Summary', 'string'], ['creator', 'Creator', 'user'], ['subtasks', 'Sub-tasks', 'array', 'issuelinks'], ['reporter', 'Reporter', 'user'],
  ['environment', 'Environment', 'string'], ['duedate', 'Due date', 'date'], ['progress', 'Progress', 'progress'], ['aggregateprogress', 'Σ Progress', 'progress'], ['votes', 'Votes', 'votes'], ['comment', 'Comment', 'comments-page'],
];
const ON_CLOUD_ALONE = new Set(['statuscategorychangedate', 'parent']);

/** GET /field. Data Center has no `key` of a field, and answers sprints as strings. */
export function representFieldList(view: View): object[] {
  const cloud = view.site.flavour === 'cloud';
  const common = { orderable: true, navigable: true, searchable: true };
  const system = SYSTEM.filter(([id]) => cloud || !ON_CLOUD_ALONE.has(id)).map(([id, name, type, items]) => ({ id, ...(cloud ? { key: id } : {}), name, custom: false, ...common, clauseNames: [id], schema: { type, ...(items === undefined ? {} : { items }), system: id } }));
  const custom = view.site.fields.map((field) => ({
    id: field.id, ...(cloud ? { key: field.id, untranslatedName: field.name } : {}), name: field.name, custom: true, ...common, clauseNames: [`cf[${numberOf(field)}]`, field.name], schema: schemaOf(view, field),
  }));
  return [...system, ...custom];
}

function schemaOf(view: View, field: CustomField): object {
  const items = field.items === 'json' && view.site.flavour === 'dc' ? 'string' : field.items;
  return { type: field.type, ...(items === undefined ? {} : { items }), custom: field.custom, customId: numberOf(field) };
}

export const representFieldNames = (view: View): object => Object.fromEntries([...SYSTEM.map(([id, name]) => [id, name]), ...view.site.fields.map(({ id, name }) => [id, name])]);
export const representFieldSchemas = (view: View): object => Object.fromEntries([...SYSTEM.map(([id, , type, items]) => [id, { type, ...(items === undefined ? {} : { items }), system: id }]), ...view.site.fields.map((field) => [field.id, schemaOf(view, field)])]);

const numberOf = ({ id }: CustomField): number => Number(id.replace('customfield_', ''));
