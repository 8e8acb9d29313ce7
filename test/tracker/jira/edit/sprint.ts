import type { JiraSprint } from '../model/board.ts';
import { moveToSprint } from './issue.ts';
import type { JiraEdit } from './change.ts';

/** Starts a sprint, or completes it: what is not done then goes into the board's next one, or back to the backlog. */
export function changeSprintState(edit: JiraEdit, sprint: JiraSprint, state: JiraSprint['state']): void {
  if (sprint.state === state) return;
  if (state === 'active') Object.assign(sprint, { state, startAt: sprint.startAt ?? edit.at, endAt: sprint.endAt ?? edit.at + 14 * 86_400_000 });
  if (state !== 'closed') return;
  const members = [...edit.site.issues.values()].filter((issue) => issue.sprints.at(-1) === sprint.id && issue.resolution === null);
  Object.assign(sprint, { state, completedAt: edit.at });
  const next = [...edit.site.sprints.values()].find((one) => one.boardId === sprint.boardId && one.state === 'future');
  for (const issue of members) moveToSprint(edit, issue, next?.id ?? null);
}
