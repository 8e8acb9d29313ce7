import type { Issue } from '../model/issue.ts';
import { fullName, type Repository } from '../model/repository.ts';
import { html, type Html } from './html.ts';
import { crumbsOf } from './issue-list.ts';
import { issueViewer } from './issue-viewer.ts';
import type { Page, PageCall } from './page.ts';

export function issuePage(call: PageCall, repository: Repository, issue: Issue): Page {
  const nwo = fullName(repository);
  return {
    title: `${issue.title} · Issue #${issue.number} · ${nwo}`, route: '/:user_id/:repository/issues/show/:id/issue_layout', subject: `issue:${issue.id}`, repository, tab: 'issues', crumbs: crumbsOf(repository),
    main: html`<react-app app-name="issues-react" initial-path="/${nwo}/issues/${issue.number}" data-ssr="true" class="loaded"><div data-target="react-app.reactRoot"><div class="primary-viewer IssueDetail-module__IssueDetailContainer--h6eYv" data-testid="issue-viewer-container">${issueViewer(call, repository, issue)}</div></div></react-app>`,
  };
}

/** The negative case: a form that has labels and sidebar sections, but is about no issue. */
export function newIssuePage(repository: Repository): Page {
  return {
    title: 'GitHub · Where software is built', route: '/:user_id/:repository/issues/new(.:format)', subject: `repository:${repository.id}`, repository, tab: 'issues', crumbs: crumbsOf(repository),
    main: html`<react-app app-name="issues-react" initial-path="/${fullName(repository)}/issues/new" data-ssr="true" class="loaded"><div data-target="react-app.reactRoot"><div class="ContentWrapper-module__contentContainer--AGolz"><h1 class="prc-Heading-Heading-6CmGO dashboard-title">Create new issue</h1><div class="IssueViewer-module__contentAndSidebarWrapper--KjUAa"><div class="IssueViewer-module__contentArea--IpMnd composer"><label>Add a title <input type="text" aria-label="Add a title"></label><textarea aria-label="Markdown value" placeholder="Type your description here…"></textarea><div class="composer-actions"><button type="button" class="prc-Button-ButtonBase-c50BI" data-variant="primary">Create</button></div></div><div class="IssueViewer-module__metadataSidebar--QdJ2b">${section('Assignees')}${section('Labels')}<div data-testid="issue-labels"></div></div></div></div></div></react-app>`,
  };
}

const section = (heading: string): Html =>
  html`<div data-testid="sidebar-section" class="Section-module__SectionContainer--bIlEv"><h3 class="SectionHeader-module__SectionHeaderTitle--Um1xL">${heading}</h3><span class="Section-module__emptyText--qZ0Bc">None yet</span></div>`;
