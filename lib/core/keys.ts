import type { BacklogKey, IssueKey, IssueKind, ProjectKey, SprintKey } from './issue.ts';

/** `githubIssueKey('GitHub.com', 'Acme', 'Shop', 12)` → `github.com/acme/shop#12` */
export function githubIssueKey(host: string, owner: string, repository: string, number: number): IssueKey {
  // The one place where these brands are given: the parts were read from a parsed URL or an API row.
  return `${host}/${owner}/${repository}#${number}`.toLowerCase() as IssueKey;
}

/** `githubProjectKey('github.com', 'Acme', 'Shop')` → `github.com/acme/shop` */
export function githubProjectKey(host: string, owner: string, repository: string): ProjectKey {
  return `${host}/${owner}/${repository}`.toLowerCase() as ProjectKey;
}

/** `milestoneKey('github.com/acme/shop', 3)` → `github.com/acme/shop/milestone/3` */
export function milestoneKey(project: ProjectKey, number: number): SprintKey {
  return `${project}/milestone/${number}` as SprintKey;
}

/** `backlogKey('github.com/acme/shop', 'issue')` → `github.com/acme/shop:issue` */
export function backlogKey(project: ProjectKey, kind: IssueKind): BacklogKey {
  return `${project}:${kind}` as BacklogKey;
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

/** Reads a key of a GitHub issue; `null` for anything else, however hostile. `parseGithubIssueKey('github.com/acme/shop#12')` → `{host, owner, repository, number}` */
export function parseGithubIssueKey(text: string): { host: string; owner: string; repository: string; number: number } | null {
  const match = GITHUB_ISSUE_KEY.exec(text);
  if (!match) return null;
  const [, host = '', owner = '', repository = '', number = ''] = match;
  return { host, owner, repository, number: Number(number) };
}
