import { field, strings } from '../../api/body.ts';
import { assign, describe, estimate, flag, prioritise, rename, setDueDate, setLabels, setProperty } from '../edit/issue.ts';
import type { JiraEdit } from '../edit/change.ts';
import type { JiraIssue } from '../model/issue.ts';
import { fieldId } from '../model/site.ts';
import { editOf, type JiraCall } from './call.ts';
import { notOnScreen } from './refusals.ts';

const MOST_OF_A_PROPERTY = 32_768;
type Step = (edit: JiraEdit, issue: JiraIssue) => void;
type Read = Step | { readonly error: string };

/** What a PUT wants to be done to an issue, checked whole before anything is done. */
export function readIssueEdit(call: JiraCall, issue: JiraIssue): { errors: Record<string, string> } | { apply(): void } {
  const project = call.site.projects.get(issue.project);
  const errors: Record<string, string> = {};
  const steps: Step[] = [];
  for (const [name, read] of asked(call, issue)) {
    const outcome: Read = project?.notOnScreen.includes(name) ? { error: notOnScreen(name) } : read;
    if ('error' in outcome) errors[name] = outcome.error;
    else steps.push(outcome);
  }
  const properties = field(call.body, 'properties');
  for (const property of Array.isArray(properties) ? properties : []) {
    const [key, value] = [field(property, 'key'), field(property, 'value')];
    if (typeof key !== 'string' || key === '' || key.length > 255) errors.properties = 'The property key must be a text of 1 to 255 characters.';
    else if (JSON.stringify(value ?? null).length > MOST_OF_A_PROPERTY) errors.properties = `The property value must not be longer than ${MOST_OF_A_PROPERTY} characters.`;
    else steps.push((_, written) => setProperty(written, key, value));
  }
  return Object.keys(errors).length > 0 ? { errors } : { apply: () => steps.forEach((step) => step(editOf(call), issue)) };
}

/** `fields` set, `update` performs; both by name. */
function asked(call: JiraCall, issue: JiraIssue): [string, Read][] {
  const fields = Object.entries(record(field(call.body, 'fields'))).map(([name, value]): [string, Read] => [name, readField(call, name, value)]);
  const updates = Object.entries(record(field(call.body, 'update'))).map(([name, operations]): [string, Read] => {
    if (name === 'labels') return [name, readLabels(issue, operations)];
    const set = Array.isArray(operations) ? field(operations.at(-1), 'set') : undefined;
    return [name, set === undefined ? { error: `Operation is not supported for field '${name}'.` } : readField(call, name, set)];
  });
  return [...fields, ...updates];
}

function readField({ site, world }: JiraCall, name: string, value: unknown): Read {
  const text = (step: (edit: JiraEdit, issue: JiraIssue, value: string) => void): Read => (typeof value === 'string' && value !== '' ? (edit, issue) => step(edit, issue, value) : { error: 'Operation value must be a string' });
  if (name === 'labels') return readLabels(null, [{ set: value }]);
  if (name === 'summary') return text(rename);
  if (name === 'duedate') return value === null ? (edit, issue) => setDueDate(edit, issue, null) : text(setDueDate);
  if (name === 'description') return value === null ? (edit, issue) => describe(edit, issue, null) : text(describe);
  if (name === 'priority') {
    const wanted = site.priorities.find((one) => one.id === field(value, 'id') || one.name === field(value, 'name'));
    return wanted ? (edit, issue) => prioritise(edit, issue, wanted.name) : { error: 'The priority selected is invalid.' };
  }
  if (name === 'assignee') {
    if (value === null) return (edit, issue) => assign(edit, issue, null);
    const person = [...world.jira.people.values()].find((one) => one.accountId === field(value, 'accountId') || (site.flavour === 'dc' && one.name === field(value, 'name')));
    return person ? (edit, issue) => assign(edit, issue, person.name) : { error: 'The user cannot be assigned issues.' };
  }
  if (name === fieldId(site, 'flagged')) return (edit, issue) => flag(edit, issue, Array.isArray(value) && value.length > 0);
  if (name === fieldId(site, 'storyPoints') || name === fieldId(site, 'storyPointEstimate')) return typeof value === 'number' || value === null ? (edit, issue) => estimate(edit, issue, value) : { error: 'The value must be a number.' };
  return { error: notOnScreen(name) };
}

/** Operations in their order: `add`, `remove`, `set`. */
function readLabels(now: JiraIssue | null, operations: unknown): Read {
  let labels = [...(now?.labels ?? [])];
  for (const operation of Array.isArray(operations) ? operations : []) {
    const [add, remove, set] = ['add', 'remove', 'set'].map((name) => field(operation, name));
    const given = set === undefined ? [add ?? remove] : strings(set);
    if (!given || given.some((label) => typeof label !== 'string' || label === '')) return { error: 'Operation value must be a string' };
    const named = given.filter((label) => typeof label === 'string');
    const spaced = named.find((label) => /\s/.test(label));
    if (spaced !== undefined && remove === undefined) return { error: `The label '${spaced}' contains spaces which is invalid.` };
    if (named.some((label) => label.length > 255)) return { error: 'The label is too long.' };
    labels = set !== undefined ? named : add !== undefined ? [...labels, ...named] : labels.filter((label) => !named.includes(label));
  }
  return (edit, issue) => setLabels(edit, issue, labels);
}

const record = (value: unknown): object => (typeof value === 'object' && value !== null ? value : {});
