import type { Issue } from '../model/issue.ts';
import { fullName, type Repository } from '../model/repository.ts';
import { classicHeader, classicSidebar } from './classic.ts';
import { html, type Html } from './html.ts';
import { icon } from './icons.ts';
import { crumbsOf } from './issue-list.ts';
import { avatar } from './layout.ts';
import { renderMarkdown } from './markdown.ts';
import type { Page, PageCall } from './page.ts';
import { shownState } from './state.ts';
import { relativeTime } from './when.ts';

/** A pull request: React's header of 2026, which bears no test ids, over the sidebar that is still of the old kind; `classic` is the page before that. */
export function pullPage(call: PageCall, repository: Repository, pull: Issue, classic: boolean): Page {
  return {
    title: `${pull.title} by ${pull.author} · Pull Request #${pull.number} · ${fullName(repository)}`, route: '/:user_id/:repository/pull/:id(.:format)', subject: `pull_request:${pull.id}`,
    repository, tab: 'pulls', classic, crumbs: crumbsOf(repository),
    main: html`<div id="repo-content-pjax-container" class="repository-content clearfix container-xl px-lg-5 mt-4"><div id="show_issue" class="js-issues-results">${classic ? classicHeader(repository, pull) : reactHeader(repository, pull)}
<div class="classic-columns"><div class="js-discussion"><div class="TimelineItem comment-row">${avatar(pull.author, 40)}<div class="timeline-comment comment-box"><div class="timeline-comment-header ActivityHeader-module__activityHeader--WiwzD"><a href="/${pull.author}" class="author">${pull.author}</a> commented ${relativeTime(pull.createdAt, call.now)}</div><div class="comment-body markdown-body js-comment-body">${renderMarkdown(pull.body ?? '', fullName(repository))}</div></div></div>
<div class="merge-pr"><div data-testid="mergebox-partial" class="comment-box mergebox"><h3>All checks have passed</h3><ul data-listview-component="items-list"><li>build / test (22) — successful in 2m</li></ul></div></div></div>${classicSidebar(repository, pull)}</div></div></div>`,
  };
}

function reactHeader(repository: Repository, pull: Issue): Html {
  const state = shownState(pull);
  const path = `/${fullName(repository)}/pull/${pull.number}`;
  const label = html`<span class="prc-StateLabel-StateLabel-ukDwa state-label-${state.color}" data-status="${state.status}">${icon(state.icon)}${state.text}</span>`;
  const tabs = [['', 'Conversation'], ['/commits', 'Commits'], ['/checks', 'Checks'], ['/changes', 'Files changed']] as const;
  return html`<react-app class="loaded" data-ssr="true" initial-path="${path}"><div data-target="react-app.reactRoot"><div class="prc-PageHeader-PageHeader-sT1Hp"><div class="prc-PageHeader-TitleArea-jxJZy" data-component="TitleArea"><h1 class="prc-PageHeader-Title-LKOsd" data-component="PH_Title"><span class="markdown-title">${pull.title}</span> <span class="HeaderViewer-module__issueNumberText--ofQHQ">#${pull.number}</span></h1></div><div class="prc-PageHeader-Actions-ygtmj" data-component="PH_Actions"><button type="button" class="prc-Button-ButtonBase-c50BI" data-variant="default">Edit</button></div>
<div class="prc-PageHeader-Description-kFg8r pull-summary">${label} <span><a href="/${pull.author}">${pull.author}</a> wants to merge into <code>main</code> from <code>${pull.pull?.branch}</code></span></div></div>
<div class="StickyPullRequestHeader-module__sticky--7Yt2" hidden><div class="prc-PageHeader-TitleArea-jxJZy" data-component="TitleArea">${label}<span class="markdown-title">${pull.title}</span></div></div>
<nav aria-label="Pull request navigation" class="prc-components-UnderlineNav"><ul class="list-style-none UnderlineNav-body">${tabs.map(([suffix, text], index) => html`<li><a href="${path}${suffix}" class="UnderlineNav-item ${index === 0 && 'selected'}">${text}</a></li>`)}</ul></nav></div></react-app>`;
}
