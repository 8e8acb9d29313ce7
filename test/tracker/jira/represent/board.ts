import type { JiraBoard } from '../model/board.ts';
import { fieldId } from '../model/site.ts';
import { selfOf, type View } from './view.ts';

export function representBoard(view: View, board: JiraBoard): object {
  const project = view.site.projects.get(board.project);
  return {
    id: board.id, self: `${view.root}/rest/agile/1.0/board/${board.id}`, name: board.name, type: board.type,
    ...(project ? { location: { projectId: Number(project.id), displayName: `${project.name} (${project.key})`, projectName: project.name, projectKey: project.key, projectTypeKey: 'software', avatarURI: `${view.root}/secure/projectavatar/10324`, name: `${project.name} (${project.key})` } } : {}),
    ...(view.site.flavour === 'cloud' ? { isPrivate: false } : {}),
  };
}

/** Estimation is told of boards that have it; a kanban board has a second query for what it hides. */
export function representConfiguration(view: View, board: JiraBoard): object {
  const { site } = view;
  const project = site.projects.get(board.project);
  const estimate = site.fields.find(({ role }) => role === board.estimation);
  const rank = fieldId(site, 'rank');
  return {
    id: board.id, name: board.name, type: board.type, self: `${view.root}/rest/agile/1.0/board/${board.id}/configuration`,
    ...(project ? { location: { type: 'project', ...(site.flavour === 'cloud' ? { projectKeyOrId: project.key } : { key: project.key, id: project.id, self: selfOf(view, `project/${project.id}`), name: project.name }) } } : {}),
    filter: { id: board.filterId, self: selfOf(view, `filter/${board.filterId}`) },
    ...(board.type === 'kanban' ? { subQuery: { query: 'fixVersion in unreleasedVersions() OR fixVersion is EMPTY' } } : {}),
    columnConfig: {
      columns: board.columns.map(({ name, statuses, max }) => ({ name, statuses: statuses.map((id) => ({ id, self: selfOf(view, `status/${id}`) })), ...(max === undefined ? {} : { max }) })),
      constraintType: board.columns.some(({ max }) => max !== undefined) ? 'issueCount' : 'none',
    },
    ...(estimate ? { estimation: { type: 'field', field: { fieldId: estimate.id, displayName: estimate.name } } } : {}),
    ...(rank === undefined ? {} : { ranking: { rankCustomFieldId: Number(rank.replace('customfield_', '')) } }),
  };
}
