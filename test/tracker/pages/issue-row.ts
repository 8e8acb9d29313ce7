import type { Issue } from '../model/issue.ts';
import { fullName, type Repository } from '../model/repository.ts';
import { html, type Html } from './html.ts';
import { icon } from './icons.ts';
import { labelLink } from './label.ts';
import { avatar } from './layout.ts';
import { shownState } from './state.ts';
import { relativeTime } from './when.ts';

export const pathOf = (repository: Repository, issue: Issue): string => `/${fullName(repository)}/${issue.pull ? 'pull' : 'issues'}/${issue.number}`;

/** One row of React's ListView, nested as captured on 2025-09-30 (page-anatomy §1.3). `global` rows also name the repository. */
export function issueRow(repository: Repository, issue: Issue, now: Date, global = false): Html {
  const state = shownState(issue);
  const nwo = fullName(repository);
  const href = pathOf(repository, issue);
  return html`<div class="IssueRow-module__row--pHXv5"><li id=":rbr:-list-view-node-${issue.id}" class="ListItem-module__listItem--k4eMk" tabindex="0" aria-label="${issue.title}: Status: ${state.text}. #${issue.number} In ${nwo};" role="listitem">
<div class="ListItem-module__selectionContainer--q3rPn"><input type="checkbox" class="prc-Checkbox-Checkbox-mIEJq" tabindex="-1" aria-label="Select: ${issue.title}" data-listview-component="selection-input"></div>
<div class="Title-module__container--XD9YG"><h3 class="Title-module__heading--s7YnL IssuePullRequestTitle-module__ListItemTitle_0--cOcTg"><span class="prc-Text-Text-0ima0"><a href="${href}" class="IssuePullRequestTitle-module__ListItemTitle_1--FWLq8" data-testid="issue-pr-title-link" data-hovercard-url="${href}/hovercard" ${issue.pull && html`data-hovercard-type="pull_request"`} tabindex="-1">${issue.title}</a></span></h3>
<span class="Title-module__trailingBadgesSpacer--Son9W"></span><span class="Title-module__trailingBadgesContainer--mijcn">${issue.labels.map((name) =>
    html`<div class="TrailingBadge-module__container--_Ekj8" data-listview-component="trailing-badge">${labelLink(repository, name, 'Box-sc-g0xbh4-0')}</div>`)}</span></div>
<div class="LeadingContent-module__container--cui6v IssueItem-module__leadingContent--gXhu5"><div class="LeadingVisual-module__outer--qS9Ac" data-testid="list-row-state-icon"><div><div class="LeadingVisual-module__inner--GeEeG">${icon(state.icon, { className: `state-${state.color}` })}<span class="sr-only">Status: ${state.text}.</span></div></div></div></div>
<div class="MainContent-module__container--NyRpm"><div class="MainContent-module__inner--qD0Pb"><div class="Description-module__container--Zwqe8">${metadata(repository, issue, now, global)}</div></div></div>
<div class="MetadataContainer-module__container--nU0s9 IssueItem-module__ListItem_0--JM6Hn">
<div data-testid="list-row-linked-pull-requests" class="Metadata-module__metadata--ODMG0"></div>
<div data-testid="list-row-comments" class="Metadata-module__metadata--ODMG0">${issue.comments > 0 && html`<div class="IssueItem-module__commentCountContainer--YUcKU">${icon('comment')}<span class="ml-1">${issue.comments}</span><span class="sr-only">comments</span></div>`}</div>
<div data-testid="list-row-assignees" class="Metadata-module__metadata--ODMG0">${issue.assignees.map((login) => avatar(login, 20))}</div></div></li></div>`;
}

function metadata(repository: Repository, issue: Issue, now: Date, global: boolean): Html {
  const nwo = fullName(repository);
  const milestone = issue.milestone === null ? undefined : repository.milestones.get(issue.milestone);
  const by = html`<a class="IssueItem-module__authorCreatedLink--kzskP prc-Link-Link-85e08" href="/${nwo}/issues?q=${encodeURIComponent(`is:issue state:open author:${issue.author}`)}" data-hovercard-url="/users/${issue.author}/hovercard" data-hovercard-type="user" tabindex="-1">${issue.author}</a>`;
  return html`<div data-testid="list-row-repo-name-and-number" class="DescriptionItem-module__default--rAYpS"><span class="IssueItem-module__defaultNumberDescription--_0xgU">${global ? html`<span>${nwo}#${issue.number}</span>` : html`<span>#${issue.number}</span>`}<span class="sr-only">In ${nwo};</span></span></div>
<div data-testid="${issue.closedAt === null ? 'created-at' : 'closed-at'}" class="IssueItem-module__timestampContainer--koCC8"><span> · </span>${issue.closedAt === null
    ? html`<span></span>${by} <span>opened </span>${relativeTime(issue.createdAt, now)}`
    : html`<span>by </span>${by} <span>was closed </span>${relativeTime(issue.closedAt, now)}`}</div>
${milestone && html`<div class="IssueItem-module__milestone--qV1z"><span> · </span><a class="prc-Link-Link-85e08" href="/${nwo}/milestone/${milestone.number}" tabindex="-1">${icon('milestone')} ${milestone.title}</a></div>`}`;
}
