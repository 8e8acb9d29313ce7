import type { CategoryKey, IssueType, JiraStatus, Priority, Resolution } from '../model/workflow.ts';
import { RESOLUTION_ID } from '../model/workflow.ts';
import { selfOf, type View } from './view.ts';

const CATEGORIES: Record<CategoryKey, { id: number; colorName: string; name: string }> = {
  new: { id: 2, colorName: 'blue-gray', name: 'To Do' }, indeterminate: { id: 4, colorName: 'yellow', name: 'In Progress' }, done: { id: 3, colorName: 'green', name: 'Done' },
};

const scopeOf = (projectId: string | null): object => (projectId === null ? {} : { scope: { type: 'PROJECT', project: { id: projectId } } });

export function representStatus(view: View, status: JiraStatus): object {
  const { id, ...category } = CATEGORIES[status.category];
  return {
    self: selfOf(view, `status/${status.id}`), description: '', iconUrl: `${view.root}/images/icons/statuses/generic.png`, name: status.name, ...(view.site.flavour === 'cloud' ? { untranslatedName: status.name } : {}), id: status.id,
    statusCategory: { self: selfOf(view, `statuscategory/${id}`), id, key: status.category, ...category }, ...(view.site.flavour === 'cloud' ? scopeOf(status.projectId) : {}),
  };
}

export function representType(view: View, type: IssueType): object {
  return {
    self: selfOf(view, `issuetype/${type.id}`), id: type.id, description: type.description, iconUrl: `${view.root}/secure/viewavatar?size=xsmall&avatarId=10318&avatarType=issuetype`, name: type.name,
    ...(view.site.flavour === 'cloud' ? { untranslatedName: type.name } : {}), subtask: type.level === -1, avatarId: 10_318, ...(view.site.flavour === 'cloud' ? { hierarchyLevel: type.level, ...scopeOf(type.projectId) } : {}),
  };
}

export const representPriority = (view: View, { id, name }: Priority): object => ({ self: selfOf(view, `priority/${id}`), iconUrl: `${view.root}/images/icons/priorities/p${id}.svg`, name, id });

export const representResolution = (view: View, name: Resolution): object => ({ self: selfOf(view, `resolution/${RESOLUTION_ID[name]}`), id: RESOLUTION_ID[name], description: `Resolved as ${name}.`, name });
