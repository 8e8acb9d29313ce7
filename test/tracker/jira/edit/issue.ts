import type { JiraIssue } from '../model/issue.ts';
import { sprintsWritten } from '../model/site.ts';
import { RESOLUTION_ID } from '../model/workflow.ts';
import { change, item, type JiraEdit } from './change.ts';

/** To a status by id; the resolution follows the category, as the post functions of Jira's own workflows do it. */
export function transition(edit: JiraEdit, issue: JiraIssue, status: string): void {
  const [from, to] = [issue.status, status].map((id) => edit.site.statuses.find((one) => one.id === id));
  if (!to || from === to) return;
  const items = [item('status', issue.status, from?.name ?? null, to.id, to.name)];
  const resolution = to.category === 'done' ? (issue.resolution ?? 'Done') : null;
  const idOf = (name: JiraIssue['resolution']): string | null => (name === null ? null : RESOLUTION_ID[name]);
  if (resolution !== issue.resolution) items.push(item('resolution', idOf(issue.resolution), issue.resolution, idOf(resolution), resolution));
  const moved = from?.category !== to.category;
  change(edit, issue, { status, resolution, resolvedAt: resolution === null ? null : (issue.resolvedAt ?? edit.at), ...(moved ? { categoryChangedAt: edit.at } : {}) }, items);
}

/** Into a sprint, or out of the one that it is in; closed ones remain with the issue. */
export function moveToSprint(edit: JiraEdit, issue: JiraIssue, sprint: number | null): void {
  const closed = issue.sprints.filter((id) => edit.site.sprints.get(id)?.state === 'closed');
  const sprints = sprint === null || closed.includes(sprint) ? closed : [...closed, sprint];
  if (sprints.join() === issue.sprints.join()) return;
  change(edit, issue, { sprints }, [item('Sprint', ...sprintsWritten(edit.site, issue.sprints), ...sprintsWritten(edit.site, sprints))]);
}

/** The whole set of labels. Jira keeps them in order of the alphabet, and one of a kind. */
export function setLabels(edit: JiraEdit, issue: JiraIssue, names: readonly string[]): void {
  const labels = [...new Set(names)].sort();
  if (labels.join(' ') === issue.labels.join(' ')) return;
  change(edit, issue, { labels }, [item('labels', null, issue.labels.join(' '), null, labels.join(' '))]);
}

export function rename(edit: JiraEdit, issue: JiraIssue, summary: string): void {
  if (summary !== issue.summary) change(edit, issue, { summary }, [item('summary', null, issue.summary, null, summary)]);
}

export function describe(edit: JiraEdit, issue: JiraIssue, description: string | null): void {
  if (description !== issue.description) change(edit, issue, { description }, [item('description', null, issue.description, null, description)]);
}

export function assign(edit: JiraEdit, issue: JiraIssue, assignee: string | null): void {
  if (assignee !== issue.assignee) change(edit, issue, { assignee }, [item('assignee', issue.assignee, issue.assignee, assignee, assignee)]);
}

/** By name: `P1`. */
export function prioritise(edit: JiraEdit, issue: JiraIssue, name: string): void {
  const [was, is] = [edit.site.priorities.find(({ id }) => id === issue.priority), edit.site.priorities.find((one) => one.name === name)];
  if (is && is !== was) change(edit, issue, { priority: is.id }, [item('priority', issue.priority, was?.name ?? null, is.id, is.name)]);
}

export function flag(edit: JiraEdit, issue: JiraIssue, flagged: boolean): void {
  const written = (on: boolean): [string, string] => (on ? ['[10019]', 'Impediment'] : ['', '']);
  if (flagged !== issue.flagged) change(edit, issue, { flagged }, [item('Flagged', ...written(issue.flagged), ...written(flagged))]);
}

export function setDueDate(edit: JiraEdit, issue: JiraIssue, dueDate: string | null): void {
  if (dueDate !== issue.dueDate) change(edit, issue, { dueDate }, [item('duedate', issue.dueDate, issue.dueDate, dueDate, dueDate)]);
}

export function estimate(edit: JiraEdit, issue: JiraIssue, points: number | null): void {
  const text = (value: number | null): string | null => (value === null ? null : String(value));
  if (points !== issue.points) change(edit, issue, { points }, [item('Story Points', null, text(issue.points), null, text(points))]);
}

/** A change of properties alone is no change of the issue: neither `updated` nor the changelog tell of it. */
export function setProperty(issue: JiraIssue, key: string, value: unknown): void {
  issue.properties = { ...issue.properties, [key]: value };
}
