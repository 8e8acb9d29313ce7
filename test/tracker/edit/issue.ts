import type { Issue, StateReason } from '../model/issue.ts';
import { record } from './history.ts';
import type { Edit } from './labels.ts';
import { touch } from './touch.ts';

export function moveToMilestone(edit: Edit, issue: Issue, number: number | null): void {
  if (issue.milestone === number) return;
  const titleOf = (one: number | null): string | undefined => (one === null ? undefined : edit.repository.milestones.get(one)?.title);
  const [before, after] = [titleOf(issue.milestone), titleOf(number)];
  if (before !== undefined) record(edit.world, edit.repository, issue, { event: 'demilestoned', actor: edit.actor, at: edit.at, milestone: before });
  if (after !== undefined) record(edit.world, edit.repository, issue, { event: 'milestoned', actor: edit.actor, at: edit.at, milestone: after });
  issue.milestone = number;
  touch(edit.repository, issue, edit.at);
}

export function changeState(edit: Edit, issue: Issue, state: 'open' | 'closed', reason: StateReason | null): void {
  if (issue.state === state) return;
  const stateReason: StateReason = state === 'open' ? 'reopened' : (reason ?? 'completed');
  record(edit.world, edit.repository, issue, { event: state === 'open' ? 'reopened' : 'closed', actor: edit.actor, at: edit.at, stateReason });
  Object.assign(issue, state === 'open'
    ? { state, stateReason, closedAt: null, closedBy: null, reopenedAt: edit.at }
    : { state, stateReason, closedAt: edit.at, closedBy: edit.actor });
  touch(edit.repository, issue, edit.at);
}

export function rename(edit: Edit, issue: Issue, title: string): void {
  if (issue.title === title) return;
  record(edit.world, edit.repository, issue, { event: 'renamed', actor: edit.actor, at: edit.at, rename: { from: issue.title, to: title } });
  issue.title = title;
  touch(edit.repository, issue, edit.at);
}

export function rewrite(edit: Edit, issue: Issue, body: string | null): void {
  if (issue.body === body) return;
  issue.body = body;
  touch(edit.repository, issue, edit.at);
}

export function assign(edit: Edit, issue: Issue, logins: readonly string[]): void {
  const before = issue.assignees;
  for (const assignee of before.filter((one) => !logins.includes(one))) record(edit.world, edit.repository, issue, { event: 'unassigned', actor: edit.actor, at: edit.at, assignee });
  for (const assignee of logins.filter((one) => !before.includes(one))) record(edit.world, edit.repository, issue, { event: 'assigned', actor: edit.actor, at: edit.at, assignee });
  if (before.length === logins.length && logins.every((one) => before.includes(one))) return;
  issue.assignees = [...logins];
  touch(edit.repository, issue, edit.at);
}
