import type { IssueKey, ProjectKey } from '../core/issue.ts';
import { githubIssueKey, githubProjectKey } from '../core/keys.ts';
import type { GithubPage, IssueUrl } from '../trackers/github/urls.ts';

/** An issue as a page names it: its key, and how the URL writes it for the badge's `issue` attribute. */
export interface PageIssue {
  readonly key: IssueKey;
  readonly written: string;
}

export function nameIssue({ host, owner, repository, number, written }: Omit<IssueUrl, 'kind'>): PageIssue {
  return { key: githubIssueKey(host, owner, repository, number), written };
}

/** The project whose page this is; `null` on pages that gather several. A board's owner is no repository. */
export function projectOf(page: GithubPage): ProjectKey | null {
  return 'repository' in page ? githubProjectKey(page.host, page.owner, page.repository) : null;
}

/** The issue that the page is about. */
export function ownIssue(page: GithubPage): PageIssue | null {
  return page.kind === 'issue' || page.kind === 'pull-request' ? nameIssue(page) : null;
}

/** The issue in a project's side panel. */
export function panelIssue(page: GithubPage): PageIssue | null {
  return page.kind === 'project' && page.pane ? nameIssue(page.pane) : null;
}
