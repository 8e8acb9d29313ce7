import type { JiraIssue } from '../model/issue.ts';
import type { JiraPerson } from '../model/person.ts';
import { fieldId, type JiraSite, statusOf, typeOf } from '../model/site.ts';
import type { Operand } from './parse.ts';
import { JqlError } from './tokens.ts';

export interface JqlContext {
  readonly site: JiraSite;
  readonly people: ReadonlyMap<string, JiraPerson>;
  readonly viewer: string | null;
  readonly now: number;
  /** The account's. */
  readonly zone: string;
}

/** What a clause may ask of a field: the moment it holds, or the names under which its values are known, in lower case. */
export type FieldKind =
  | { readonly kind: 'moment'; read(issue: JiraIssue): number | null }
  | { readonly kind: 'number'; read(issue: JiraIssue): number | null }
  | { readonly kind: 'text'; read(issue: JiraIssue): string }
  | { readonly kind: 'values'; read(issue: JiraIssue): readonly string[]; /** What a written value stands for; throws for what is not there. */ resolve(operand: Operand): readonly string[] };

const lower = (...names: readonly (string | null | undefined)[]): readonly string[] => names.flatMap((name) => (name == null ? [] : [name.toLowerCase()]));
const day = (date: string | null): number | null => (date === null ? null : Date.parse(date));

/** Finds a field by any name that JQL knows it under. */
export function jqlField(name: string, context: JqlContext): FieldKind {
  const { site } = context;
  const plain = name.toLowerCase();
  const number = /^cf\[(\d+)\]$/.exec(plain)?.[1];
  const custom = site.fields.find((field) => field.id === `customfield_${number}` || field.name.toLowerCase() === plain)?.role;
  const make = makers[ALIASES[plain] ?? plain] ?? makers[custom === undefined ? '' : (CUSTOM[custom] ?? '')];
  if (!make || (custom !== undefined && fieldId(site, custom) === undefined)) throw new JqlError(`Field '${name}' does not exist or you do not have permission to view it.`);
  return make(context, name);
}

const ALIASES: Readonly<Record<string, string>> = { issuekey: 'key', issue: 'key', id: 'key', updateddate: 'updated', createddate: 'created', resolved: 'resolutiondate', due: 'duedate', type: 'issuetype', label: 'labels' };
const CUSTOM: Readonly<Record<string, string>> = { sprint: 'sprint', epicLink: 'parent', storyPoints: 'points', storyPointEstimate: 'points', flagged: 'flagged' };

const moment = (read: (issue: JiraIssue) => number | null) => (): FieldKind => ({ kind: 'moment', read });

/** Values that must be among the known ones, as most of Jira's fields demand. */
const oneOf = (known: (context: JqlContext) => readonly (readonly string[])[], read: (issue: JiraIssue, context: JqlContext) => readonly string[]) => (context: JqlContext, name: string): FieldKind => ({
  kind: 'values',
  read: (issue) => read(issue, context),
  resolve({ text }) {
    const found = known(context).find((names) => lower(...names).includes(text.toLowerCase()));
    if (!found) throw new JqlError(`The value '${text}' does not exist for the field '${name}'.`);
    return lower(...found);
  },
});

const person = (read: (issue: JiraIssue) => string | null) => ({ people, viewer }: JqlContext): FieldKind => ({
  kind: 'values',
  read: (issue) => lower(read(issue)),
  resolve({ text, call }) {
    if (call && text === 'currentuser') return lower(viewer);
    return [...people.values()].filter(({ name, accountId, email }) => lower(name, accountId, email).includes(text.toLowerCase())).flatMap(({ name }) => lower(name));
  },
});

const makers: Readonly<Record<string, (context: JqlContext, name: string) => FieldKind>> = {
  updated: moment((issue) => issue.updatedAt),
  created: moment((issue) => issue.createdAt),
  resolutiondate: moment((issue) => issue.resolvedAt),
  statuscategorychangeddate: moment((issue) => issue.categoryChangedAt),
  duedate: moment((issue) => day(issue.dueDate)),
  points: () => ({ kind: 'number', read: ({ points }) => points }),
  votes: () => ({ kind: 'number', read: ({ votes }) => votes }),
  summary: () => ({ kind: 'text', read: ({ summary }) => summary }),
  description: () => ({ kind: 'text', read: ({ description }) => description ?? '' }),
  text: () => ({ kind: 'text', read: ({ summary, description }) => `${summary} ${description ?? ''}` }),
  project: oneOf(({ site }) => [...site.projects.values()].map(({ id, key, name }) => [id, key, name]), (issue) => lower(issue.project)),
  status: oneOf(({ site }) => site.statuses.map(({ id, name }) => [id, name]), (issue) => lower(issue.status)),
  statuscategory: oneOf(() => [['new', 'to do', '2'], ['indeterminate', 'in progress', '4'], ['done', 'complete', '3']], (issue, { site }) => [statusOf(site, issue).category]),
  issuetype: oneOf(({ site }) => site.types.map(({ id, name }) => [id, name]), (issue, { site }) => lower(issue.type, typeOf(site, issue).name)),
  priority: oneOf(({ site }) => site.priorities.map(({ id, name }) => [name, id]), (issue, { site }) => lower(site.priorities.find(({ id }) => id === issue.priority)?.name)),
  resolution: oneOf(() => [['done'], ["won't do"], ['duplicate'], ['unresolved']], (issue) => lower(issue.resolution ?? 'unresolved')),
  fixversion: oneOf(({ site }) => [...site.projects.values()].flatMap(({ versions }) => versions.map(({ id, name }) => [id, name])), (issue) => issue.fixVersions),
  component: oneOf(({ site }) => [...site.projects.values()].flatMap(({ components }) => components.map(({ name }) => [name])), (issue) => lower(...issue.components)),
  labels: () => ({ kind: 'values', read: ({ labels }) => lower(...labels), resolve: ({ text }) => lower(text) }),
  flagged: () => ({ kind: 'values', read: ({ flagged }) => (flagged ? ['impediment'] : []), resolve: ({ text }) => lower(text) }),
  assignee: person((issue) => issue.assignee),
  reporter: person((issue) => issue.reporter),
  key: issues((issue) => [issue.id]),
  parent: issues((issue) => lower(issue.parent)),
  sprint,
};

function issues(read: (issue: JiraIssue) => readonly string[]) {
  return ({ site }: JqlContext): FieldKind => ({
    kind: 'values', read,
    resolve({ text }) {
      const id = site.keys.get(text.toUpperCase()) ?? (site.issues.has(text) ? text : undefined);
      if (id === undefined) throw new JqlError(`An issue with key '${text}' does not exist for field 'key'.`);
      return [id];
    },
  });
}

function sprint({ site }: JqlContext): FieldKind {
  const states: Readonly<Record<string, string>> = { opensprints: 'active', closedsprints: 'closed', futuresprints: 'future' };
  return {
    kind: 'values', read: ({ sprints }) => sprints.map(String),
    resolve({ text, call }) {
      if (call && states[text] === undefined) throw new JqlError(`Unable to find JQL function '${text}()'.`);
      const found = [...site.sprints.values()].filter(({ id, name, state }) => (call ? state === states[text] : String(id) === text || name.toLowerCase() === text.toLowerCase()));
      if (!call && found.length === 0) throw new JqlError(`Sprint with name '${text}' does not exist or you do not have permission to view it.`);
      return found.map(({ id }) => String(id));
    },
  };
}
