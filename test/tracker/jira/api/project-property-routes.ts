import { type Answer, ok } from '../../api/answer.ts';
import type { JiraProject } from '../model/site.ts';
import type { JiraCall } from './call.ts';
import { mayNotAdminister, refuse } from './refusals.ts';
import { onProject } from './site-routes.ts';

const MOST = 32_768;

/** Whoever may browse the project may read its properties; its administrators alone may write them. */
const onAdministered = (answer: (call: JiraCall, project: JiraProject, key: string) => Answer) => onProject((call, project, key) => (call.account.role === 'admin' ? answer(call, project, key) : mayNotAdminister()));
const unknown = (key: string): Answer => refuse(404, [`The property with key '${key}' does not exist.`]);

export const listProjectProperties = onProject(({ view }, project) => ok({ keys: Object.keys(project.properties ?? {}).map((key) => ({ self: `${view.root}/rest/api/2/project/${project.key}/properties/${encodeURIComponent(key)}`, key })) }));

export const getProjectProperty = onProject((_, { properties = {} }, key) => (key in properties ? ok({ key, value: properties[key] }) : unknown(key)));

export const putProjectProperty = onAdministered((call, project, key) => {
  if (call.body === undefined || call.body === null) return refuse(400, ['The property value must be a valid, non-empty JSON.']);
  if (JSON.stringify(call.body).length > MOST) return refuse(400, [`The property value must not be longer than ${MOST} characters.`]);
  const made = !(key in (project.properties ?? {}));
  project.properties = { ...project.properties, [key]: call.body };
  return { status: made ? 201 : 200, body: null };
});

export const deleteProjectProperty = onAdministered((_, project, key) => {
  const { [key]: gone, ...rest } = project.properties ?? {};
  if (gone === undefined) return unknown(key);
  project.properties = rest;
  return { status: 204, body: '' };
});
