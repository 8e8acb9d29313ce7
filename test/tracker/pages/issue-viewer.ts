import { historyOf } from '../edit/history.ts';
import type { Issue } from '../model/issue.ts';
import { fullName, type HistoryEvent, type Repository } from '../model/repository.ts';
import { COMMENTS } from '../seed/wording.ts';
import { html, type Html } from './html.ts';
import { icon } from './icons.ts';
import { issueSidebar } from './issue-sidebar.ts';
import { labelToken } from './label.ts';
import { avatar } from './layout.ts';
import { renderMarkdown } from './markdown.ts';
import type { PageCall } from './page.ts';
import { shownState } from './state.ts';
import { relativeTime } from './when.ts';

/** React's issue viewer (page-anatomy §1.2), on its own page and, without the outer container, in the project's side panel. */
export function issueViewer(call: PageCall, repository: Repository, issue: Issue): Html {
  const wide = html`Box-sc-g0xbh4-0 ContentWrapper-module__contentContainer--AGolz`;
  return html`<div class="IssueViewer-module__issueViewerContainer--C18gM IssueViewer-module__mainContainer--JE_aI">
${header(repository, issue, wide)}
<div class="${wide}"><div class="Box-sc-g0xbh4-0 IssueViewer-module__contentAndSidebarWrapper--KjUAa"><div class="IssueViewer-module__contentArea--IpMnd">
<div data-testid="issue-viewer-issue-container">${comment({ author: issue.author, at: issue.createdAt, text: issue.body ?? '_No description provided._', said: 'opened' }, call, repository, issue)}</div>
<div data-testid="issue-viewer-comments-container" class="react-comments-container"><div class="IssueViewer-module__commentsContainer--H8wxg"><h2 class="sr-only">Activity</h2><div data-testid="issue-timeline-container" class="prc-Timeline-Timeline-iQjcc"><section aria-label="Events">
${historyOf(call.world, repository, issue).slice(-14).map((event) => eventRow(event, repository, call.now))}
${Array.from({ length: Math.min(3, issue.comments) }, (_, index) => comment({ author: [...repository.roles.keys()][(issue.number + index * 3) % 8] ?? 'maya', at: between(issue, index), text: COMMENTS[(issue.number + index) % COMMENTS.length] ?? '', said: 'commented', id: `IC_${issue.id}${index}` }, call, repository, issue))}
</section></div></div>
<div id="react-issue-comment-composer" class="composer"><h3>Add a comment</h3><textarea aria-label="Comment" placeholder="Use Markdown to format your comment"></textarea><div class="composer-actions"><button type="button" class="prc-Button-ButtonBase-c50BI" data-variant="default">Close issue</button><button type="button" class="prc-Button-ButtonBase-c50BI" data-variant="primary">Comment</button></div></div></div></div>
<div data-testid="issue-viewer-metadata-container" class="Box-sc-g0xbh4-0 IssueViewer-module__metadataSidebar--QdJ2b">${issueSidebar(repository, issue)}</div></div></div></div>`;
}

function header(repository: Repository, issue: Issue, wide: Html): Html {
  const state = shownState(issue);
  const label = (size: string): Html => html`<span data-testid="header-state" class="prc-StateLabel-StateLabel-ukDwa HeaderState-module__stateLabel--Na0HJ state-label-${state.color}" data-variant="${size}" data-status="${state.status}">${icon(state.icon, { label: 'Issue', className: 'prc-StateLabel-Icon-NuVXO' })}${state.text}</span>`;
  return html`<div class="${wide}"><div aria-label="Header" role="region" data-testid="issue-header"><div class="prc-PageHeader-PageHeader-sT1Hp">
<div class="prc-PageHeader-TitleArea-jxJZy" data-component="TitleArea" data-size-variant="medium"><h1 class="prc-PageHeader-Title-LKOsd HeaderViewer-module__title--x4iCt" data-component="PH_Title" data-hidden="false"><bdi class="Box-sc-g0xbh4-0 markdown-title HeaderViewer-module__VerifiedHTMLBox--_1qk" data-testid="issue-title">${issue.title}</bdi> <span class="HeaderViewer-module__issueNumberText--ofQHQ">#${issue.number}</span></h1></div>
<div class="prc-PageHeader-Actions-ygtmj" data-component="PH_Actions"><div class="HeaderMenu-module__menuActionsContainer--Gf9W9"><button type="button" class="prc-Button-ButtonBase-c50BI" data-variant="default"><span data-component="text">Edit</span></button><a href="/${fullName(repository)}/issues/new/choose" class="prc-Button-ButtonBase-c50BI" data-variant="primary"><span data-component="text">New issue</span></a><button data-component="IconButton" type="button" class="prc-Button-ButtonBase-c50BI prc-Button-IconButton-szpyj" data-variant="invisible" aria-label="Copy link">${icon('copy')}</button></div></div></div></div></div>
<div class="${wide}"><div data-testid="issue-metadata-fixed" class="HeaderMetadata-module__metadataContainer--BhB7Q"><div class="HeaderMetadata-module__metadataBorder--oeBkI"><div class="HeaderMetadata-module__metadataContent--HC0b2"><div>${label('normal')}</div></div></div></div></div>
<div data-testid="issue-metadata-sticky" id="issue-viewer-sticky-header" class="HeaderMetadata-module__stickyContainer--JBJvS" hidden><div class="HeaderMetadata-module__stickyContent--tZ2r">${label('small')}<div><a href="#top" data-testid="issue-title-sticky"><bdi class="markdown-title">${issue.title}</bdi></a> <span>#${issue.number}</span></div></div></div>`;
}

/** Comments are not kept by the world; their times are spread over the life of the issue. */
function between(issue: Issue, index: number): string {
  const [from, to] = [Date.parse(issue.createdAt), Date.parse(issue.updatedAt)];
  return `${new Date(from + ((to - from) * (index + 1)) / 4).toISOString().slice(0, 19)}Z`;
}

interface Said {
  author: string;
  at: string;
  text: string;
  said: string;
  id?: string;
}

/** The description and a comment look alike; their hooks differ. */
function comment({ author, at, text, said, id }: Said, call: PageCall, repository: Repository, issue: Issue): Html {
  const head = html`<div class="ActivityHeader-module__activityHeader--WiwzD" ${id !== undefined && html`data-testid="comment-header"`}><a class="IssueBodyHeaderAuthor-module__authorLoginLink--_S7aT" href="/${author}" data-hovercard-url="/users/${author}/hovercard" ${id === undefined && html`data-testid="issue-body-header-author"`}>${author}</a> <span>${said}</span> <a href="#${id ?? `issue-${issue.id}`}" data-testid="issue-body-header-link">${relativeTime(at, call.now)}</a>${repository.roles.has(author) && html`<span class="prc-Label-Label--LG6X" data-testid="comment-author-association">Member</span>`}</div>`;
  const body = html`<div data-testid="markdown-body" class="markdown-body" data-turbolinks="false"><div class="markdown-body NewMarkdownViewer-module__safe-html-box--pv5Nl">${renderMarkdown(text, fullName(repository))}</div></div>`;
  if (id !== undefined) return html`<div class="LayoutHelpers-module__timelineElement--IsjVR" data-wrapper-timeline-id="${id}"><div class="comment-row">${avatar(author, 40)}<div data-testid="comment-viewer-outer-box-${id}" class="react-issue-comment comment-box" id="${id}">${head}${body}</div></div></div>`;
  const likes = issue.reactions['+1'] ?? 0;
  return html`<div class="comment-row">${avatar(author, 40)}<div data-testid="issue-body" class="react-issue-body comment-box" data-hpc="true"><h2 class="sr-only">Description</h2>${head}<div class="IssueBodyViewer-module__IssueBody--Zg6Wy" id="issue-body-viewer" data-testid="issue-body-viewer">${body}<div role="toolbar" aria-label="Reactions" class="d-flex gap-1 flex-wrap reactions"><button type="button" aria-label="Add or remove reactions" class="prc-Button-ButtonBase-c50BI" data-size="small" data-variant="default">${icon('smiley')}</button>${likes > 0 && html`<button type="button" class="prc-Button-ButtonBase-c50BI reaction">👍 ${likes}</button>`}</div></div></div></div>`;
}

function eventRow(event: HistoryEvent, repository: Repository, now: Date): Html {
  const id = `LE_${event.id}`;
  return html`<div class="LayoutHelpers-module__timelineElement--IsjVR" data-wrapper-timeline-id="${id}"><div data-timeline-event-id="${id}" data-testid="timeline-row-border-${id}" class="timeline-row"><div class="TimelineRow-module__Timeline_Item--JB78Z Timeline-Item"><div class="prc-Timeline-TimelineBadge-BqMiN">${icon(event.event === 'closed' ? 'issue-closed' : event.label ? 'tag' : event.milestone === undefined ? 'person' : 'milestone')}</div><div class="prc-Timeline-TimelineBody-WWZY0"><a class="row-module__eventActorLink--tltLA" data-testid="actor-link" href="/${event.actor}">${avatar(event.actor, 16)} <span>${event.actor}</span></a> ${whatHappened(event, repository)} ${relativeTime(event.at, now)}</div></div></div></div>`;
}

function whatHappened(event: HistoryEvent, repository: Repository): Html {
  if (event.label) return html`${event.event === 'labeled' ? 'added' : 'removed'} <span class="labels-module__labelContainer--gEfYq">${labelToken(repository, event.label.name)}</span>`;
  if (event.milestone !== undefined) return html`${event.event === 'milestoned' ? 'added this to the' : 'removed this from the'} <strong>${event.milestone}</strong> milestone`;
  if (event.assignee !== undefined) return html`${event.event} <strong>${event.assignee}</strong>`;
  if (event.rename) return html`changed the title <del>${event.rename.from}</del> ${event.rename.to}`;
  return html`${event.event} this`;
}
