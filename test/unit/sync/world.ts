import type { Issue, IssueKey, ProjectKey, SprintKey } from '../../../lib/core/issue.ts';
import { jiraIssueKey, jiraSprintKey, milestoneKey } from '../../../lib/core/keys.ts';
import type { Sprint } from '../../../lib/core/sprint/sprint.ts';

export const HOST = 'github.com';
export const SHOP = 'github.com/acme/shop' as ProjectKey;
export const SITE = 'acme.atlassian.net';
export const STORE = 'acme.atlassian.net/SHOP' as ProjectKey;
export const MORNING = Date.UTC(2026, 10, 22, 8);
const DAY = 86_400_000;

export function keyOf(number: number, project: ProjectKey = SHOP): IssueKey {
  return `${project}#${number}` as IssueKey;
}

export function anIssue(number: number, given: Partial<Issue> = {}): Issue {
  const project = given.project ?? SHOP;
  return {
    key: keyOf(number, project), project, tracker: 'github', kind: 'issue', number, reference: `#${number}`, id: String(9_000_000 + number), title: `Issue ${number}`,
    url: `https://${project}/issues/${number}`, status: { category: 'todo', name: 'open', guessedFrom: null }, resolution: null, reopened: false, draft: false, type: null,
    author: 'ada', assignees: [], labels: [], fields: [], sprint: null, parent: null, estimate: null, dueOn: null,
    createdAt: MORNING - 400 * DAY + number * 60_000, updatedAt: MORNING - 300 * DAY + number * 61_000, closedAt: null, votes: number % 50, comments: 0,
    dependencies: null, subIssues: null, ...given,
  };
}

export function aSprint(number: number, given: Partial<Sprint> = {}): Sprint {
  return {
    key: milestoneKey(SHOP, number), project: SHOP, number, title: `Sprint ${number}`, url: `https://${SHOP}/milestone/${number}`, state: 'open', description: '', startsOn: null, dueOn: null,
    createdAt: MORNING - 30 * DAY, updatedAt: MORNING - 30 * DAY, openIssues: 0, closedIssues: 0, ...given,
  };
}

/** A believable repository: some closed, some in a sprint, some in progress, by a rule so that it is the same each time. */
export function aRepository(size: number): Issue[] {
  return Array.from({ length: size }, (_, index) => {
    const number = index + 1;
    const closed = number % 3 === 0;
    return anIssue(number, {
      kind: number % 7 === 0 ? 'pull-request' : 'issue',
      assignees: number % 4 === 0 ? ['ada'] : number % 5 === 0 ? ['ada', 'bob'] : [],
      sprint: number % 10 === 0 ? (`${SHOP}/milestone/1` as SprintKey) : null,
      ...(closed && { status: { category: 'done', name: 'closed', guessedFrom: null }, resolution: number % 2 === 0 ? 'completed' as const : 'not-planned' as const, closedAt: MORNING - 200 * DAY + number * 60_000 }),
    });
  });
}

export function jiraKey(number: number): IssueKey {
  return jiraIssueKey(SITE, `SHOP-${number}`);
}

/** An issue of a Jira project. */
export function aTicket(number: number, given: Partial<Issue> = {}): Issue {
  return { ...anIssue(number), key: jiraKey(number), project: STORE, tracker: 'jira', reference: `SHOP-${number}`, url: `https://${SITE}/browse/SHOP-${number}`, status: { category: 'todo', name: 'To Do', guessedFrom: null }, ...given };
}

export function aJiraSprint(number: number, given: Partial<Sprint> = {}): Sprint {
  return { ...aSprint(number), key: jiraSprintKey(STORE, number), project: STORE, url: `https://${SITE}/jira/boards/1`, goalIn: 'field', board: { id: 1, name: 'Shop' }, ...given };
}

/** A believable Jira project: a third finished, some in progress, some in a sprint. */
export function aJiraProject(size: number): Issue[] {
  return aRepository(size).map(({ number, status, resolution, closedAt, assignees }) => aTicket(number, {
    assignees, resolution, closedAt,
    status: status.category === 'done' ? { category: 'done', name: 'Done', guessedFrom: null } : number % 4 === 0 ? { category: 'doing', name: 'In Progress', guessedFrom: null } : { category: 'todo', name: 'To Do', guessedFrom: null },
    sprint: number % 10 === 0 ? jiraSprintKey(STORE, 31) : null,
  }));
}
