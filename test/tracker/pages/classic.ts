import type { Issue } from '../model/issue.ts';
import { fullName, type Repository } from '../model/repository.ts';
import { html, type Html } from './html.ts';
import { icon } from './icons.ts';
import { crumbsOf, findIssues } from './issue-list.ts';
import { pathOf } from './issue-row.ts';
import { labelStyle } from './label.ts';
import { avatar } from './layout.ts';
import { renderMarkdown } from './markdown.ts';
import type { Page, PageCall } from './page.ts';
import { shownState } from './state.ts';
import { relativeTime } from './when.ts';

const PAGE_SIZE = 25;

/** The rows that Rails renders: pull request lists today, issue lists on older Enterprise Servers (page-anatomy §1.6). */
export function classicListPage(call: PageCall, repository: Repository, kind: 'pulls' | 'issues'): Page {
  const nwo = fullName(repository);
  const text = call.url.searchParams.get('q') ?? `is:${kind === 'pulls' ? 'pr' : 'issue'} is:open`;
  const all = findIssues([repository], text, call.world.site.viewer);
  const page = Math.max(1, Number(call.url.searchParams.get('page') ?? 1));
  return {
    title: `${kind === 'pulls' ? 'Pull requests' : 'Issues'} · ${nwo}`, route: kind === 'pulls' ? '/:user_id/:repository/pulls(.:format)' : '/:user_id/:repository/issues(.:format)',
    subject: `repository:${repository.id}`, repository, tab: kind, classic: true, crumbs: crumbsOf(repository),
    main: html`<div id="repo-content-pjax-container" class="repository-content clearfix container-xl px-lg-5 mt-4"><div class="js-check-all-container"><div class="Search-module__SearchContainer--CkrWX"><input type="text" id="js-issues-search" class="form-control Input-module__Box_4--DZrl_" aria-label="Search all issues" value="${text}"></div>
<div class="Box Box--responsive hx_Box--firstRowRounded0" id="js-issues-toolbar"><div class="Box-header"><a class="btn-link selected" href="/${nwo}/${kind}?q=${encodeURIComponent(text)}">${icon(kind === 'pulls' ? 'git-pull-request' : 'issue-opened')} ${all.length} shown</a></div>
<div aria-label="Issues" role="group" data-issue-and-pr-hovercards-enabled><div class="js-navigation-container js-active-navigation-container">${all.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE).map(({ issue }) => row(repository, issue, call.now))}</div></div></div>
${page * PAGE_SIZE < all.length && html`<div class="paginate-container"><a class="next_page" rel="next" href="/${nwo}/${kind}?page=${page + 1}&q=${encodeURIComponent(text)}">Next</a></div>`}</div></div>`,
  };
}

function row(repository: Repository, issue: Issue, now: Date): Html {
  const state = shownState(issue);
  const href = pathOf(repository, issue);
  return html`<div id="issue_${issue.number}" class="Box-row Box-row--focus-gray p-0 mt-0 js-navigation-item js-issue-row" data-id="${issue.id}"><div class="d-flex Box-row--drag-hide position-relative"><label class="flex-shrink-0 py-2 pl-3"><input type="checkbox" class="js-issues-list-check" name="issues[]" value="${issue.number}" aria-label="Select: ${issue.title}"></label>
<div class="flex-shrink-0 pt-2 pl-3"><span class="tooltipped tooltipped-e" aria-label="${state.text}">${icon(state.icon, { className: `state-${state.color}` })}</span></div>
<div class="flex-auto min-width-0 p-2 pr-3 pr-md-2"><a id="issue_${issue.number}_link" class="Link--primary v-align-middle no-underline h4 js-navigation-open markdown-title" data-hovercard-type="${issue.pull ? 'pull_request' : 'issue'}" data-hovercard-url="${href}/hovercard" href="${href}">${issue.title}</a> <span class="lh-default d-block d-md-inline">${issue.labels.map((name) => issueLabel(repository, name))}</span>
<div class="d-flex mt-1 text-small color-fg-muted"><span class="opened-by">#${issue.number} opened ${relativeTime(issue.createdAt, now)} by <a class="Link--muted" href="/${fullName(repository)}/issues?q=${encodeURIComponent(`author:${issue.author}`)}">${issue.author}</a></span>${issue.pull?.draft === true && html`<span class="d-inline-block ml-1">• Draft</span>`}</div></div>
<div class="flex-shrink-0 col-3 pt-2 text-right pr-3 no-wrap d-flex hide-sm">${issue.comments > 0 && html`<a href="${href}" class="Link--muted" aria-label="${issue.comments} comments">${icon('comment')} <span class="text-small text-bold">${issue.comments}</span></a>`}</div></div></div>`;
}

export function classicIssuePage(call: PageCall, repository: Repository, issue: Issue): Page {
  const nwo = fullName(repository);
  return {
    title: `${issue.title} · Issue #${issue.number} · ${nwo}`, route: '/:user_id/:repository/issues/:id(.:format)', subject: `issue:${issue.id}`, repository, tab: 'issues', classic: true, crumbs: crumbsOf(repository),
    main: html`<div id="repo-content-pjax-container" class="repository-content clearfix container-xl px-lg-5 mt-4"><div id="show_issue" class="js-issues-results">${classicHeader(repository, issue)}<div class="classic-columns"><div class="js-discussion"><div class="TimelineItem comment-row">${avatar(issue.author, 40)}<div class="timeline-comment comment-box"><div class="timeline-comment-header ActivityHeader-module__activityHeader--WiwzD"><a class="author" href="/${issue.author}">${issue.author}</a> commented ${relativeTime(issue.createdAt, call.now)}</div><div class="comment-body markdown-body js-comment-body">${renderMarkdown(issue.body ?? 'No description provided.', nwo)}</div></div></div></div>${classicSidebar(repository, issue)}</div></div></div>`,
  };
}

export function classicHeader(repository: Repository, issue: Issue): Html {
  const state = shownState(issue);
  const label = html`<span title="Status: ${state.text}" class="State State--${state.color} state-label-${state.color}">${icon(state.icon)} ${state.text}</span>`;
  return html`<div id="partial-discussion-header" class="gh-header mb-3 js-details-container Details js-socket-channel js-updatable-content ${issue.pull ? 'pull' : 'issue'}" data-url="${pathOf(repository, issue)}/partials/title"><div class="gh-header-show"><div class="gh-header-actions"><button type="button" class="btn btn-sm prc-Button-ButtonBase-c50BI" data-variant="default">Edit</button></div><h1 class="gh-header-title"><bdi class="js-issue-title markdown-title">${issue.title}</bdi> <span class="gh-header-number f1-light color-fg-muted">#${issue.number}</span></h1></div>
<div class="d-flex flex-items-center flex-wrap mt-0 gh-header-meta"><div class="flex-shrink-0 mb-2">${label}</div><div class="flex-auto min-width-0 mb-2"><a class="author" href="/${issue.author}">${issue.author}</a> ${issue.pull ? 'wants to merge' : 'opened this issue'} · ${issue.comments} comments</div></div>
<div class="js-sticky js-sticky-offset-scroll gh-header-sticky" hidden>${label}<h1><a class="js-issue-title markdown-title" href="#top">${issue.title}</a> <span class="gh-header-number">#${issue.number}</span></h1></div></div>`;
}

export function classicSidebar(repository: Repository, issue: Issue): Html {
  const milestone = issue.milestone === null ? undefined : repository.milestones.get(issue.milestone);
  return html`<div class="Layout-sidebar"><div id="partial-discussion-sidebar" class="js-socket-channel js-updatable-content" data-url="${pathOf(repository, issue)}/show_partial?partial=issues%2Fsidebar">
${item('assignee', 'Assignees', issue.assignees.length === 0 ? 'No one assigned' : html`${issue.assignees.map((login) => html`<a class="assignee" href="/${login}">${avatar(login, 20)} ${login}</a>`)}`)}
${item('labels', 'Labels', html`<div class="js-issue-labels d-flex flex-wrap">${issue.labels.length === 0 ? 'None yet' : issue.labels.map((name) => issueLabel(repository, name))}</div>`)}
${item('projects', 'Projects', 'None yet')}${item('milestone', 'Milestone', milestone ? html`<a href="/${fullName(repository)}/milestone/${milestone.number}">${milestone.title}</a>` : 'No milestone')}</div></div>`;
}

const item = (name: string, heading: string, content: Html | string): Html =>
  html`<div class="discussion-sidebar-item sidebar-${name} js-discussion-sidebar-item"><div class="text-bold discussion-sidebar-heading">${heading}</div>${content}</div>`;

const issueLabel = (repository: Repository, name: string): Html =>
  html`<a id="label-${name}" href="/${fullName(repository)}/labels/${encodeURIComponent(name)}" data-name="${name}" style="${labelStyle(repository.labels.get(name.toLowerCase())?.color ?? 'ededed')}" class="IssueLabel hx_IssueLabel label-token" data-view-component="true">${name}</a>`;
