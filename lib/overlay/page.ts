import type { IssueKey, ProjectKey } from '../core/issue.ts';
import { githubIssueKey, githubProjectKey } from '../core/keys.ts';
import type { GithubPage, IssueUrl } from '../trackers/github/urls.ts';

/** An issue as a URL names it. `written` is what a badge says in its `issue` attribute. */
export type IssueReference = Pick<IssueUrl, 'host' | 'owner' | 'repository' | 'number' | 'written'>;

export function keyOf({ host, owner, repository, number }: IssueReference): IssueKey {
  return githubIssueKey(host, owner, repository, number);
}

/** The project whose page this is; `null` on pages that gather several. A board's owner is no repository. */
export function projectOf(page: GithubPage): ProjectKey | null {
  return 'repository' in page ? githubProjectKey(page.host, page.owner, page.repository) : null;
}

/** The issue that the page is about. */
export function ownIssue(page: GithubPage): IssueReference | null {
  return page.kind === 'issue' || page.kind === 'pull-request' ? page : null;
}

/** The issue in a project's side panel. */
export function panelIssue(page: GithubPage): IssueReference | null {
  return page.kind === 'project' ? page.pane : null;
}
