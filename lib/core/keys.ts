import type { BacklogKey, IssueKey, IssueKind, ProjectKey, SprintKey } from './issue.ts';

/** `githubIssueKey('GitHub.com', 'Acme', 'Shop', 12)` → `github.com/acme/shop#12` */
export function githubIssueKey(host: string, owner: string, repository: string, number: number): IssueKey {
  // The one place where these brands are given: the parts were read from a parsed URL or an API row.
  return `${githubProjectKey(host, owner, repository)}#${number}` as IssueKey;
}

/** `githubProjectKey('github.com', 'Acme', 'Shop')` → `github.com/acme/shop` */
export function githubProjectKey(host: string, owner: string, repository: string): ProjectKey {
  return `${host}/${owner}/${repository}`.toLowerCase() as ProjectKey;
}

/** `milestoneKey('github.com/acme/shop', 3)` → `github.com/acme/shop/milestone/3` */
export function milestoneKey(project: ProjectKey, number: number): SprintKey {
  return `${project}/milestone/${number}` as SprintKey;
}

/** `iterationKey('github.com/acme/shop', 5, 'cfc16e4d')` → `github.com/acme/shop/project/5/iteration/cfc16e4d`: the repository's part of an iteration of one of its owner's Projects */
export function iterationKey(project: ProjectKey, number: number, id: string): SprintKey {
  return `${project}/project/${number}/iteration/${id}` as SprintKey;
}

const ITERATION = /\/project\/\d{1,15}\/iteration\/[\w-]{1,40}$/;

/** Whether a sprint is an iteration of a GitHub Project: `isIterationKey('github.com/acme/shop/project/5/iteration/cfc16e4d')` → true */
export function isIterationKey(key: SprintKey): boolean {
  return ITERATION.test(key);
}

/** `jiraIssueKey('Acme.atlassian.net', 'shop-12')` → `acme.atlassian.net/SHOP-12` */
export function jiraIssueKey(host: string, key: string): IssueKey {
  return `${host.toLowerCase()}/${key.toUpperCase()}` as IssueKey;
}

/** `jiraProjectKey('acme.atlassian.net', 'SHOP')` → `acme.atlassian.net/SHOP` */
export function jiraProjectKey(host: string, project: string): ProjectKey {
  return `${host.toLowerCase()}/${project.toUpperCase()}` as ProjectKey;
}

/** `jiraSprintKey('acme.atlassian.net/SHOP', 31)` → `acme.atlassian.net/SHOP/sprint/31` */
export function jiraSprintKey(project: ProjectKey, id: number): SprintKey {
  return `${project}/sprint/${id}` as SprintKey;
}

/** `backlogKey('github.com/acme/shop', 'issue')` → `github.com/acme/shop:issue` */
export function backlogKey(project: ProjectKey, kind: IssueKind): BacklogKey {
  return `${project}:${kind}` as BacklogKey;
}

/** What a row that could not be read is recorded by: its own id, so that it is told once however often it comes. `rejectedId('github.com/acme/shop', '7')` → `github.com/acme/shop|7` */
export function rejectedId(project: ProjectKey, id: string): string {
  return `${project}|${id}`;
}

/** The host that a key of any kind belongs to: `hostOf('github.com/acme/shop#12')` → `github.com` */
export function hostOf(key: IssueKey | ProjectKey | SprintKey | BacklogKey): string {
  return key.slice(0, Math.max(0, key.indexOf('/')));
}

/** What a key is called where the host is known: `withoutHost('github.com/acme/shop#12')` → `acme/shop#12` */
export function withoutHost(key: IssueKey | ProjectKey): string {
  return key.slice(key.indexOf('/') + 1);
}

const GITHUB_ISSUE_KEY = /^([a-z0-9.-]+(?::\d+)?)\/([a-z0-9_-]+)\/([a-z0-9._-]+)#(\d{1,15})$/;

/** Reads a key of a GitHub issue; `null` for anything else, however hostile. `parseGithubIssueKey('github.com/acme/shop#12')` → `{host: 'github.com', owner: 'acme', repository: 'shop', number: 12}` */
export function parseGithubIssueKey(text: string): { host: string; owner: string; repository: string; number: number } | null {
  const match = GITHUB_ISSUE_KEY.exec(text);
  if (!match) return null;
  const [, host = '', owner = '', repository = '', number = ''] = match;
  return { host, owner, repository, number: Number(number) };
}

// Written out, so that a script which takes no keys apart goes without them.
const JIRA_KEY = /^([a-z0-9.-]+(?::\d+)?)\/([A-Z][A-Z0-9_]+)(?:-(\d{1,15})|\/sprint\/(\d{1,15}))?$/;

/**
 * Reads a key of a Jira issue, project or sprint; `null` for anything else, however hostile.
 * `parseJiraKey('acme.atlassian.net/SHOP-12')` → `{host: 'acme.atlassian.net', project: 'SHOP', number: 12, sprint: null}`
 */
export function parseJiraKey(text: string): { host: string; project: string; number: number | null; sprint: number | null } | null {
  const match = JIRA_KEY.exec(text);
  if (!match) return null;
  const [, host = '', project = '', number, sprint] = match;
  return { host, project, number: number === undefined ? null : Number(number), sprint: sprint === undefined ? null : Number(sprint) };
}

const GITHUB_KEY = /^[a-z0-9.-]+(?::\d+)?\/[a-z0-9_-]+\/[a-z0-9._-]+(?:#\d{1,15}|\/milestone\/\d{1,15}|\/project\/\d{1,15}\/iteration\/[\w-]{1,40})?$/;

/** Whose key it is, by its shape alone: `trackerOfKey('acme.atlassian.net/SHOP-12')` → `jira`; `null` for what is no key, a bare host among it. */
export function trackerOfKey(key: string): 'github' | 'jira' | null {
  if (JIRA_KEY.test(key)) return 'jira';
  return GITHUB_KEY.test(key) ? 'github' : null;
}

const SPRINT_KEY = /^(.+?)\/(?:milestone\/\d{1,15}|project\/\d{1,15}\/iteration\/[\w-]{1,40}|sprint\/\d{1,15})$/;

/** The project that a sprint's key names, of either tracker; `null` for what is no key of a sprint: `projectOfSprintKey('acme.atlassian.net/SHOP/sprint/31')` → `acme.atlassian.net/SHOP` */
export function projectOfSprintKey(key: string): ProjectKey | null {
  const project = SPRINT_KEY.exec(key)?.[1];
  return project !== undefined && trackerOfKey(project) !== null ? project as ProjectKey : null; // what a key of a sprint begins with
}
