import { fieldId } from '../model/site.ts';
import type { Change, ChangeItem, JiraIssue } from '../model/issue.ts';
import { accountIdOf, representUser } from './user.ts';
import type { View } from './view.ts';
import { writeTime } from './when.ts';

/** `expand=changelog`: the newest first, and on Cloud no more than the last hundred, whatever `total` says. */
export function representHistories(view: View, issue: JiraIssue): object {
  const newest = issue.changes.toReversed().slice(0, view.site.flavour === 'cloud' ? 100 : undefined);
  return { startAt: 0, maxResults: newest.length, total: issue.changes.length, histories: newest.map((change) => representChange(view, issue, change)) };
}

/** `only` names the fields of which to tell, by id; of every field when it is empty. */
export function representChange(view: View, issue: JiraIssue, change: Change, only: readonly string[] = []): object {
  const items = change.items.filter(({ field }) => only.length === 0 || only.includes(fieldOf(view, issue, field).id));
  return { id: String(change.id), author: representUser(view, change.author), created: writeTime(change.at, view.zone, view.site.flavour), items: items.map((item) => representItem(view, issue, item)) };
}

/** People are account ids on Cloud and names on Data Center, which has no field ids. */
function representItem(view: View, issue: JiraIssue, item: ChangeItem): object {
  const { name, id, custom } = fieldOf(view, issue, item.field);
  const person = (who: string | null): string | null => (who === null || view.site.flavour === 'dc' ? who : accountIdOf(view, who));
  const spoken = (who: string | null): string | null => (who === null ? null : (view.people.get(who)?.displayName ?? who));
  const values = item.field === 'assignee' ? { from: person(item.from), fromString: spoken(item.fromString), to: person(item.to), toString: spoken(item.toString) } : { from: item.from, fromString: item.fromString, to: item.to, toString: item.toString };
  return { field: name, fieldtype: custom ? 'custom' : 'jira', ...(view.site.flavour === 'cloud' ? { fieldId: id } : {}), ...values };
}

function fieldOf({ site }: View, issue: JiraIssue, field: ChangeItem['field']): { name: string; id: string; custom: boolean } {
  const teamManaged = site.projects.get(issue.project)?.style === 'team-managed';
  const role = field === 'Sprint' ? 'sprint' : field === 'Flagged' ? 'flagged' : field === 'Story Points' ? (teamManaged ? 'storyPointEstimate' : 'storyPoints') : null;
  if (role !== null) return { name: site.fields.find((one) => one.role === role)?.name ?? field, id: fieldId(site, role) ?? field, custom: true };
  return { name: field, id: field === 'Fix Version' ? 'fixVersions' : field === 'Link' ? 'issuelinks' : field === 'Key' ? 'issuekey' : field, custom: false };
}

/** Whether a change touches one of the fields, by id; every change does when none is named. */
export function touches(view: View, issue: JiraIssue, change: Change, ids: readonly string[]): boolean {
  return ids.length === 0 || change.items.some(({ field }) => ids.includes(fieldOf(view, issue, field).id));
}
