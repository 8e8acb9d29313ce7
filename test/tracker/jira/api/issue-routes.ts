import { type Answer, ok } from '../../api/answer.ts';
import { field, strings } from '../../api/body.ts';
import { setProperty, transition } from '../edit/issue.ts';
import type { JiraIssue } from '../model/issue.ts';
import { issueOf } from '../model/site.ts';
import type { JiraStatus } from '../model/workflow.ts';
import { representIssue } from '../represent/issue.ts';
import { selfOf } from '../represent/view.ts';
import { representStatus } from '../represent/workflow.ts';
import { editOf, type JiraCall } from './call.ts';
import { readIssueEdit } from './issue-edit.ts';
import { countWrite } from './limits.ts';
import { mayNotEdit, noSuchIssue, refuse } from './refusals.ts';
import { parametersOf, wantedOf } from './wanted.ts';

/** Finds the issue by id, key or former key. */
export const onIssue = (answer: (call: JiraCall, issue: JiraIssue, rest: string) => Answer) => (call: JiraCall, key: string, rest = ''): Answer => {
  const issue = issueOf(call.site, key);
  return issue ? answer(call, issue, rest) : noSuchIssue(call.site);
};

/** As above, for whoever may edit it, and not more often than an issue may be written. */
const onWritten = (answer: (call: JiraCall, issue: JiraIssue, rest: string) => Answer) => onIssue((call, issue, rest) => {
  if (call.account.role === 'viewer') return mayNotEdit(call.site);
  return countWrite(call.world.jira, call.site, issue.id, call.now) ?? answer(call, issue, rest);
});

export const getIssue = onIssue((call, issue) => ok(representIssue(call.view, issue, wantedOf(call.query, '*all'))));

/** PUT: all of it or nothing. Fields and properties in one request; 204 unless the result is asked for. */
export const putIssue = onWritten((call, issue) => {
  if (call.query.get('notifyUsers') === 'false' && call.account.role !== 'admin') return refuse(403, ['To discard the user notification either admin or project admin permissions are required.']);
  const edit = readIssueEdit(call, issue);
  if ('errors' in edit) return refuse(400, [], edit.errors);
  edit.apply();
  return call.query.get('returnIssue') === 'true' ? ok(representIssue(call.view, issue, wantedOf(call.query, '*all'))) : { status: 204, body: '' };
});

export const getIssuesInBulk = (call: JiraCall): Answer => {
  const asked = strings(field(call.body, 'issueIdsOrKeys')) ?? [];
  if (asked.length > 100) return refuse(400, ['You can fetch no more than 100 issues at once.']);
  const wanted = wantedOf(parametersOf(call), '*navigable');
  const issues = [...new Set(asked.flatMap((key) => issueOf(call.site, key) ?? []))];
  return ok({ expand: 'names,schema', issues: issues.map((issue) => representIssue(call.view, issue, wanted)), issueErrors: [] });
};

export const listProperties = onIssue((call, issue) => ok({ keys: Object.keys(issue.properties).map((key) => ({ self: selfOf(call.view, `issue/${issue.id}/properties/${encodeURIComponent(key)}`), key })) }));

export const getProperty = onIssue((_, issue, key) =>
  key in issue.properties ? ok({ key, value: issue.properties[key] }) : refuse(404, [`The property with key '${key}' does not exist.`]));

export const putProperty = onWritten((call, issue, key) => {
  if (call.body === undefined) return refuse(400, ['The property value must be a valid JSON.']);
  const made = !(key in issue.properties);
  setProperty(issue, key, call.body);
  return { status: made ? 201 : 200, body: null };
});

export const deleteProperty = onWritten((_, issue, key) => {
  if (!(key in issue.properties)) return refuse(404, [`The property with key '${key}' does not exist.`]);
  const { [key]: _gone, ...rest } = issue.properties;
  issue.properties = rest;
  return { status: 204, body: '' };
});

/** From every status to every other one of the project. */
export const listTransitions = onIssue((call, issue) => ok({
  expand: 'transitions',
  transitions: statusesFor(call, issue).map((status, index) => ({ id: String(11 + index * 10), name: status.name, to: representStatus(call.view, status), hasScreen: false, isGlobal: true, isInitial: false, isConditional: false })),
}));

export const postTransition = onWritten((call, issue) => {
  const id = field(field(call.body, 'transition'), 'id');
  const status = statusesFor(call, issue)[(Number(id) - 11) / 10];
  if (!status) return refuse(400, ['It seems that you have tried to perform an invalid workflow operation.']);
  transition(editOf(call), issue, status.id);
  return { status: 204, body: '' };
});

const statusesFor = ({ site }: JiraCall, issue: JiraIssue): JiraStatus[] => (site.projects.get(issue.project)?.statuses ?? []).flatMap((id) => site.statuses.find((status) => status.id === id) ?? []);
