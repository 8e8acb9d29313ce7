import { type Answer, ok } from '../../api/answer.ts';
import type { JiraProject } from '../model/site.ts';
import { representFieldList } from '../represent/field-list.ts';
import { representProject, representVersion } from '../represent/project.ts';
import { representUser } from '../represent/user.ts';
import { writeTime } from '../represent/when.ts';
import { representPriority, representStatus, representType } from '../represent/workflow.ts';
import { page } from './board-routes.ts';
import { type JiraCall, listed } from './call.ts';
import { noSuchProject, refuse, unauthorised } from './refusals.ts';

/** What the site is; answered to everybody. */
export function getServerInfo({ site, view, now }: JiraCall): Answer {
  const cloud = site.flavour === 'cloud';
  return ok({
    baseUrl: view.root, ...(cloud ? { displayUrl: view.root } : {}), version: cloud ? '1001.0.0-SNAPSHOT' : '9.12.15', versionNumbers: cloud ? [1001, 0, 0] : [9, 12, 15], deploymentType: cloud ? 'Cloud' : 'Server',
    buildNumber: cloud ? 100_302 : 9_120_015, buildDate: '2026-11-20T00:00:00.000+0000', serverTime: writeTime(now, view.zone, site.flavour), scmInfo: '4d0b1c3b1f8f2a5c7e9d0b6a1c2e3f405162738a', serverTitle: site.title,
    ...(cloud ? { serverTimeZone: 'Etc/UTC', defaultLocale: { locale: 'en_US' } } : { databaseBuildNumber: 9_120_015 }),
  });
}

export function getMyself({ site, view, account }: JiraCall): Answer {
  if (!account.person) return unauthorised(site, false);
  return ok({ ...representUser(view, account.person.name), locale: 'en_US', groups: { size: 2, items: [] }, applicationRoles: { size: 1, items: [] }, expand: 'groups,applicationRoles' });
}

/** `[id, name, type, who has it]` */
const PERMISSIONS: Readonly<Record<string, readonly [id: string, name: string, type: 'GLOBAL' | 'PROJECT', roles: readonly string[]]>> = {
  BROWSE_PROJECTS: ['10', 'Browse Projects', 'PROJECT', ['admin', 'member', 'viewer']],
  CREATE_ISSUES: ['11', 'Create Issues', 'PROJECT', ['admin', 'member']],
  EDIT_ISSUES: ['12', 'Edit Issues', 'PROJECT', ['admin', 'member']],
  ADD_COMMENTS: ['15', 'Add Comments', 'PROJECT', ['admin', 'member', 'viewer']],
  ADMINISTER_PROJECTS: ['23', 'Administer Projects', 'PROJECT', ['admin']],
  SCHEDULE_ISSUES: ['28', 'Schedule Issues', 'PROJECT', ['admin', 'member']],
  TRANSITION_ISSUES: ['46', 'Transition Issues', 'PROJECT', ['admin', 'member']],
  MANAGE_SPRINTS_PERMISSION: ['-1', 'Manage sprints', 'PROJECT', ['admin']],
  ADMINISTER: ['0', 'Administer Jira', 'GLOBAL', []],
};

/** Cloud wants to be told which permissions are meant; Data Center tells of all. */
export function getMyPermissions({ site, query, account }: JiraCall): Answer {
  const asked = listed(query, 'permissions');
  if (asked.length === 0 && site.flavour === 'cloud') return refuse(400, ["The 'permissions' query parameter is required."]);
  const unknown = asked.filter((key) => !(key in PERMISSIONS));
  if (unknown.length > 0) return refuse(400, ['Unrecognized permission'], Object.fromEntries(unknown.map((key) => [key, 'Unrecognized permission'])));
  const project = query.get('projectKey') ?? query.get('issueKey')?.split('-')[0];
  if (project !== undefined && project !== null && !site.projects.has(project)) return noSuchProject(project);
  const keys = asked.length === 0 ? Object.keys(PERMISSIONS) : asked;
  const rows = Object.entries(PERMISSIONS).filter(([key]) => keys.includes(key));
  return ok({ permissions: Object.fromEntries(rows.map(([key, [id, name, type, roles]]) => [key, { id, key, name, type, description: `Ability to ${name.toLowerCase()}.`, havePermission: account.role !== null && roles.includes(account.role) }])) });
}

export const listFields = ({ view }: JiraCall): Answer => ok(representFieldList(view));
export const listStatuses = ({ site, view }: JiraCall): Answer => ok(site.statuses.map((status) => representStatus(view, status)));
export const listPriorities = ({ site, view }: JiraCall): Answer => ok(site.priorities.map((priority) => ({ ...representPriority(view, priority), statusColor: priority.color, description: priority.name })));
export const listTypes = ({ site, view }: JiraCall): Answer => ok(site.types.map((type) => representType(view, type)));

export const listProjects = ({ site, view }: JiraCall): Answer => ok([...site.projects.values()].map((project) => representProject(view, project)));
export const searchProjects = (call: JiraCall): Answer => {
  const keys = listed(call.query, 'keys');
  return page(call, [...call.site.projects.values()].filter(({ key }) => keys.length === 0 || keys.includes(key)), (project) => representProject(call.view, project));
};

export const onProject = (answer: (call: JiraCall, project: JiraProject, rest: string) => Answer) => (call: JiraCall, keyOrId: string, rest = ''): Answer => {
  const project = [...call.site.projects.values()].find(({ key, id }) => key === keyOrId.toUpperCase() || id === keyOrId);
  return project ? answer(call, project, rest) : noSuchProject(keyOrId);
};

export const getProject = onProject(({ view }, project) => ok(representProject(view, project, true)));
export const listVersions = onProject((call, project) => ok(project.versions.map((version) => representVersion(call.view, version, project))));
export const listVersionsByPage = onProject((call, project) => page(call, project.versions, (version) => representVersion(call.view, version, project)));

/** By issue type, each with the statuses of its workflow. */
export const listProjectStatuses = onProject(({ site, view }, project) =>
  ok(site.types.filter(({ id }) => project.types.includes(id)).map((type) => ({ ...representType(view, type), statuses: site.statuses.filter(({ id }) => project.statuses.includes(id)).map((status) => representStatus(view, status)) }))));
