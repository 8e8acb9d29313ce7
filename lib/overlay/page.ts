import type { IssueKey, ProjectKey } from '../core/issue.ts';
import { githubIssueKey, githubProjectKey, jiraIssueKey, jiraProjectKey } from '../core/keys.ts';
import type { GithubPage, IssueUrl } from '../trackers/github/urls.ts';
import type { JiraIssueUrl, JiraPage } from '../trackers/jira/urls.ts';

/** What the address of a page says it is. `context` is where Jira is installed on its host. */
export type Page = GithubPage | (JiraPage & { readonly context: string });

/** An issue as a page names it: its key, and how the URL writes it for the badge's `issue` attribute. */
export interface PageIssue {
  readonly key: IssueKey;
  readonly written: string;
}

export function nameIssue({ host, owner, repository, number, written }: Omit<IssueUrl, 'kind'>): PageIssue {
  return { key: githubIssueKey(host, owner, repository, number), written };
}

export function nameJiraIssue({ host, issue, written }: JiraIssueUrl): PageIssue {
  return { key: jiraIssueKey(host, issue), written };
}

/** The project whose page this is; `null` on pages that gather several. A GitHub board's owner is no repository. */
export function projectOf(page: Page): ProjectKey | null {
  if ('repository' in page) return githubProjectKey(page.host, page.owner, page.repository);
  if (!('context' in page)) return null;
  const project = page.project ?? page.issue?.project;
  return project === undefined ? null : jiraProjectKey(page.host, project);
}

/** The board whose page this is, where the address tells it: of GitHub its Project. */
export function boardOf(page: Page): number | null {
  return 'context' in page ? page.board : page.kind === 'project' ? page.number : null;
}

/** The issue that the page is about; in Jira also the one that is open in front of it. */
export function ownIssue(page: Page): PageIssue | null {
  if ('context' in page) return page.issue && nameJiraIssue(page.issue);
  return page.kind === 'issue' || page.kind === 'pull-request' ? nameIssue(page) : null;
}

/** The issue in the side panel of a GitHub project. */
export function panelIssue(page: Page): PageIssue | null {
  return page.kind === 'project' && page.pane ? nameIssue(page.pane) : null;
}
