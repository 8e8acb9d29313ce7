import { html, type Html } from '../../../pages/html.ts';
import { browsePath, type Page, type PageCall, selectedIssue } from '../page.ts';
import type { ShownBoard, ShownIssue, ShownSite } from '../shown.ts';
import { issueContent } from './issue.ts';
import { avatar } from './layout.ts';
import { dmy, lozenge, priorityIcon, typeIcon } from './parts.ts';

/** RapidBoard.jspa: work mode, planning mode, and the panel that opens at the side of either. */
export function rapidBoardPage(call: PageCall, board: ShownBoard): Page {
  const planning = (call.url.searchParams.get('view') ?? '').startsWith('planning');
  const issue = selectedIssue(call);
  return {
    title: `${board.name} - Agile Board`, route: planning ? 'dc-backlog' : 'dc-board', project: board.project, board, ...(issue ? { issue } : {}),
    main: html`<div id="gh"><div id="ghx-header"><div id="ghx-board-name" class="aui-page-header-main"><h2 class="ghx-board-title">${board.name}</h2></div>${!planning && sprintInfo(board)}</div><div id="ghx-rabid" class="${issue && 'ghx-detail-open'}"><div id="ghx-content-main">${planning ? plan(call, board) : work(call, board)}</div>${issue && html`<div id="ghx-detail-view"><div id="ghx-detail-issue" class="ghx-detail-issue" data-issuekey="${issue.key}" data-issueid="${issue.id}"><button class="aui-button aui-button-subtle js-detailclose" type="button">×</button>${issueContent(call, issue)}</div></div>`}</div></div>`,
  };
}

const sprintInfo = (board: ShownBoard): Html => html`<div id="ghx-sprint-info">${board.sprints.filter(({ state }) => state === 'active').map((sprint) => html`<div class="ghx-sprint-meta"><span class="ghx-name">${sprint.name}</span> <span class="ghx-days">${sprint.end !== null && `until ${dmy(sprint.end)}`}</span><div class="ghx-sprint-goal">${sprint.goal}</div></div>`)}</div>`;

function work({ site }: PageCall, board: ShownBoard): Html {
  const shown = board.issues.filter(({ type }) => type.level === 'standard');
  const lanes = [...new Set(shown.map(({ parent }) => parent?.summary ?? ''))].sort((one, other) => Number(one === '') - Number(other === ''));
  return html`<div id="ghx-work"><div id="ghx-pool-column"><div id="ghx-column-header-group"><ul id="ghx-column-headers" class="ghx-columns">${board.columns.map((column, index) => html`<li class="ghx-column" data-id="${index + 1}"><div class="ghx-column-header-flex"><h2>${column.name}</h2><div class="ghx-qty">${shown.filter(({ status }) => column.statuses.includes(status.id)).length}</div></div></li>`)}</ul></div>
<div id="ghx-pool">${lanes.map((lane, index) => swimlane(site, board, lane, index, shown.filter(({ parent }) => (parent?.summary ?? '') === lane)))}</div></div></div>`;
}

function swimlane(site: ShownSite, board: ShownBoard, lane: string, index: number, issues: readonly ShownIssue[]): Html {
  const name = lane === '' ? 'Everything Else' : lane;
  return html`<div class="ghx-swimlane ${index === 0 && 'ghx-first'}" swimlane-id="${index + 1}"><div class="ghx-swimlane-header" aria-label="Swimlane for epic: ${name}" tabindex="0"><div class="ghx-heading" title="${issues.length} issues - ${name}"><div role="button" tabindex="0" class="aui-button js-expander ghx-heading-expander" aria-expanded="true" title="Toggle swimlane visibility"></div><span>${name}</span><span class="ghx-info"><span class="ghx-description">${issues.length} issues</span></span></div></div>
<ul class="ghx-columns" role="presentation">${board.columns.map((column, at) => html`<li class="ghx-column" role="list" data-column-id="${at + 1}" data-demo-status="${column.statuses[0] ?? ''}"><h3 class="assistive">${column.name}: ${name} swimlane</h3>${issues.filter(({ status }) => column.statuses.includes(status.id)).map((issue) => card(site, issue))}</li>`)}</ul></div>`;
}

/** A card of a scrum or kanban board. The link is a button in the eyes of screen readers; the whole card opens the panel. */
const card = (site: ShownSite, issue: ShownIssue): Html => html`<div class="ghx-issue js-issue js-detailview ${issue.flagged && 'ghx-flagged'} ghx-type-${issue.type.id}" role="listitem" id="${issue.id}" data-issue-id="${issue.id}" data-issue-key="${issue.key}"><div class="m-sortable-trigger" role="button" tabindex="0" aria-label="${issue.status.name} Draggable item."></div><div class="assistive" role="group" aria-label="Issue: ${issue.key}, ${issue.summary}."></div>
<div class="ghx-issue-content"><div class="ghx-issue-fields"><div class="ghx-key"><a role="button" href="${browsePath(site, issue.key)}" class="ghx-key-link js-key-link" aria-label="${issue.key}" title="${issue.key}">${issue.key}</a></div><div class="ghx-summary" title="${issue.summary}"><span class="ghx-inner">${issue.summary}</span></div></div>
<div class="ghx-highlighted-fields">${issue.parent && html`<div class="ghx-highlighted-field"><span class="aui-label ghx-label-14" title="${issue.parent.summary}">${issue.parent.summary}</span></div>`}</div><div class="ghx-extra-fields"><div class="ghx-extra-field-row"><span class="ghx-extra-field ghx-fa" title="Fix Version/s: ${issue.fixVersions.join() || 'None'}"><span class="ghx-extra-field-content">${issue.fixVersions.join() || 'None'}</span></span></div></div></div>
<div class="ghx-card-footer"><div class="ghx-avatar">${issue.assignee && html`<img alt="Assignee: ${issue.assignee.name}" src="${avatar(site.context, issue.assignee.name)}" width="24" height="24">`}</div><div class="ghx-type">${typeIcon(site, issue)}</div><div class="ghx-flags"><span class="ghx-priority">${priorityIcon(site, issue)}</span></div><div class="ghx-end"><div class="ghx-corner">${issue.estimate !== null && html`<aui-badge title="Story Points">${issue.estimate}</aui-badge>`}</div></div></div></div>`;

function plan({ site, now }: PageCall, board: ShownBoard): Html {
  const listed = (issues: readonly ShownIssue[]): Html => html`<div class="ghx-issues js-issue-list ghx-has-issues">${issues.filter(({ type }) => type.level === 'standard').map((issue) => row(site, issue))}</div>`;
  return html`<div id="ghx-plan"><div id="ghx-plan-group"><div id="ghx-backlog-column" class="ghx-backlog-column"><div id="ghx-backlog" data-rendered="${now.getTime()}" role="region" aria-label="Backlog"><div id="ghx-content-group">
${board.sprints.map((sprint) => html`<div class="ghx-backlog-container ghx-sprint-${sprint.state === 'active' ? 'active' : 'planned'} js-sprint-container ghx-open" data-sprint-id="${sprint.id}"><div class="ghx-backlog-header js-sprint-header"><div class="ghx-name">${sprint.name}</div><span class="ghx-sprint-goal">${sprint.goal}</span><div class="ghx-issue-count">${sprint.issues.length} issues</div></div>${listed(sprint.issues)}</div>`)}
<div class="ghx-backlog-container ghx-everything-else ghx-open"><div class="ghx-backlog-header"><div class="ghx-name">Backlog</div><div class="ghx-issue-count">${board.backlog.length} issues</div></div>${listed(board.backlog)}</div></div></div></div></div></div>`;
}

const row = (site: ShownSite, issue: ShownIssue): Html => html`<div class="js-issue js-sortable js-parent-drag ghx-issue-compact ghx-type-${issue.type.id} ${issue.flagged && 'ghx-flagged'}" id="backlog-${issue.id}" data-issue-id="${issue.id}" data-issue-key="${issue.key}" role="option" aria-label="${issue.key} ${issue.summary}"><div class="ghx-issue-content"><div class="ghx-row ghx-plan-main-fields"><span class="ghx-type" title="${issue.type.name}">${typeIcon(site, issue)}</span><a href="${browsePath(site, issue.key)}" title="${issue.key}" class="ghx-key js-key-link">${issue.key}</a><div class="ghx-summary" title="${issue.summary}"><span class="ghx-inner">${issue.summary}</span></div></div><div class="ghx-row ghx-end">${issue.parent && html`<span class="aui-label ghx-label-14">${issue.parent.summary}</span>`}${lozenge(issue)}<span class="ghx-priority">${priorityIcon(site, issue)}</span><aui-badge class="ghx-statistic-badge">${issue.estimate ?? '-'}</aui-badge></div></div></div>`;
