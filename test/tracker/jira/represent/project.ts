import type { JiraProject, Version } from '../model/site.ts';
import { representUser } from './user.ts';
import { selfOf, type View } from './view.ts';
import { representType } from './workflow.ts';

const avatars = (view: View): object => Object.fromEntries([['48x48', ''], ['24x24', '?size=small'], ['16x16', '?size=xsmall'], ['32x32', '?size=medium']].map(([size, query]) => [size, `${view.root}/secure/projectavatar/10324${query}`]));

/** As it stands in an issue. */
export function representProjectOfIssue(view: View, project: JiraProject): object {
  return {
    self: selfOf(view, `project/${project.id}`), id: project.id, key: project.key, name: project.name, projectTypeKey: 'software',
    ...(view.site.flavour === 'cloud' ? { simplified: project.style === 'team-managed' } : {}), avatarUrls: avatars(view),
  };
}

/** As a list of projects has it; `whole` with what only the project's own address tells. */
export function representProject(view: View, project: JiraProject, whole = false): object {
  return {
    expand: 'description,lead,issueTypes,url,projectKeys,permissions,insight', ...representProjectOfIssue(view, project),
    ...(view.site.flavour === 'cloud' ? { style: project.style === 'team-managed' ? 'next-gen' : 'classic', isPrivate: false, properties: {} } : { archived: false }),
    ...(whole ? {
      description: '', lead: representUser(view, project.lead), components: project.components.map((component) => ({ self: selfOf(view, `component/${component.id}`), ...component, isAssigneeTypeValid: false })),
      issueTypes: view.site.types.filter(({ id }) => project.types.includes(id)).map((type) => representType(view, type)), assigneeType: 'UNASSIGNED',
      versions: project.versions.map((version) => representVersion(view, version, project)), roles: {},
    } : {}),
  };
}

/** What has no date has no property for it. `overdue` is said only of what is not released. */
export function representVersion(view: View, version: Version, project: JiraProject | null = null): object {
  const { id, name, description, startDate, releaseDate, released, archived } = version;
  return {
    self: selfOf(view, `version/${id}`), id, ...(description === '' ? {} : { description }), name, archived, released, ...(startDate === null || !project ? {} : { startDate }), ...(releaseDate === null ? {} : { releaseDate }),
    ...(project ? { ...(releaseDate === null || released ? {} : { overdue: releaseDate < view.today }), projectId: Number(project.id) } : {}),
  };
}
