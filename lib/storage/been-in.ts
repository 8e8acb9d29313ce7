import type { SprintKey } from '../core/issue.ts';
import type { IssueRow } from './rows.ts';

/** The sprints that an issue is in or was in, as far as its history tells. */
export function beenIn({ sprint, alsoIn = [], history, project, tracker }: Pick<IssueRow, 'sprint' | 'alsoIn' | 'history' | 'project' | 'tracker'>): SprintKey[] {
  const numbers = new Set([...(history?.bornIn ?? []), ...(history?.sprints ?? []).flatMap(({ added, removed }) => [...added, ...removed])]);
  // Keys as `milestoneKey` and `jiraSprintKey` make them.
  const told = [...numbers].map((number) => `${project}/${tracker === 'github' ? 'milestone' : 'sprint'}/${number}` as SprintKey);
  return [...new Set([...told, ...(sprint === null ? [] : [sprint]), ...alsoIn])];
}
