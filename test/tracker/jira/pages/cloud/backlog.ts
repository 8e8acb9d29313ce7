import { html, type Html } from '../../../pages/html.ts';
import { icon } from '../icons.ts';
import { type Page, type PageCall, selectedIssue } from '../page.ts';
import type { ShownBoard, ShownIssue, ShownSprint } from '../shown.ts';
import { compactIssue } from './issue-view.ts';
import { date, face, lozenge, priorityIcon, typeIcon } from './parts.ts';

/** Rows in the document when it is sent; the page's script mounts the others as they come near, and takes away those that leave. */
const SENT = 12;

/** Sprints and the backlog below them; `selectedIssue` opens the panel at the side. */
export function backlogPage(call: PageCall, board: ShownBoard): Page {
  const issue = selectedIssue(call);
  const ofThis = (issues: readonly ShownIssue[]): readonly ShownIssue[] => issues.filter(({ type }) => type.level === 'standard');
  return {
    title: `${board.project.key} board - Backlog`, route: `backlog-${board.id}`, project: board.project, board, ...(issue ? { issue } : {}),
    main: html`<div class="j-backlog-page"><div data-testid="software-backlog.backlog-content.scrollable" class="j-backlog-scroll"><div class="j-controls"><div class="j-search">${icon('search')}<input placeholder="Search backlog" aria-label="Search backlog" value=""></div><button type="button" class="j-button">${icon('list')}Filter</button></div>
${board.sprints.map((sprint) => section(String(sprint.id), sprintHeader(sprint, ofThis(sprint.issues).length), ofThis(sprint.issues)))}
${section('backlog', html`<h2 class="j-section-name">Backlog</h2>${counted(ofThis(board.backlog).length)}`, ofThis(board.backlog))}</div>
${issue && html`<div class="j-side-panel">${compactIssue(call, issue)}</div>`}</div>`,
  };
}

const counted = (count: number): Html => html`<span class="j-subtle">(${count} work items)</span>`;

const sprintHeader = (sprint: ShownSprint, count: number): Html => html`<h2 class="j-section-name">${sprint.name}</h2>${counted(count)}${sprint.start !== null && sprint.end !== null && html`<span class="j-subtle" data-testid="software-backlog.card-list.sprint-header.dates">${date(sprint.start)} – ${date(sprint.end)}</span>`}${sprint.goal !== '' && html`<p class="j-goal" data-testid="software-backlog.card-list.sprint-header.goal">${sprint.goal}</p>`}`;

function section(id: string, heading: Html, issues: readonly ShownIssue[]): Html {
  return html`<div data-testid="software-backlog.card-list.container.${id}" class="j-section"><div class="j-section-header" data-testid="software-backlog.card-list.header"><div class="j-section-title">${icon('down')}${heading}</div>${id !== 'backlog' && html`<button type="button" class="j-button">Complete sprint</button>`}</div>
<div class="j-rows" data-demo-rows="${id}" style="height:${issues.length * 40}px">${issues.slice(0, SENT).map(backlogRow)}</div><template data-demo-row-store="${id}">${issues.map(backlogRow)}</template>
<button type="button" class="j-create">${icon('plus')}Create</button></div>`;
}

/** Two links to the same issue, as captured on 2026-08-10: one for screen readers, one for the eye. */
function backlogRow(issue: ShownIssue, index: number): Html {
  const { key, summary } = issue;
  const href = `/browse/${key}`;
  return html`<div data-demo-row="${index}" style="transform:translateY(${index * 40}px)" class="j-row-place"><div data-testid="software-backlog.card-list.card.content-container.${key}" class="j-row" data-flagged="${String(issue.flagged)}"><div draggable="true" data-drop-target-for-element="true" class="j-row-face" data-testid="software-backlog.card-list.card.card-contents.card-container">
<label class="j-row-check"><input type="checkbox" aria-label="Select ${key}"></label>${typeIcon(issue)}
<div data-testid="software-backlog.card-list.card.card-contents.accessible-card-key" class="j-row-key"><a href="${href}" data-testid="software-backlog.card-list.card.card-contents.screen-reader-key" class="j-hidden">${key}<div>${summary}</div></a><a tabindex="-1" aria-hidden="true" data-component-selector="software-backlog.card-list.card.card-contents.key" data-is-router-link="true" data-testid="software-backlog.card-list.card.card-contents.key" data-done="${String(issue.status.category === 'done')}" href="${href}" target="_self">${key}</a></div>
<div class="j-row-summary" data-testid="software-backlog.card-list.card.card-contents.summary"><span>${summary}</span></div>
<div class="j-row-facts">${issue.parent && html`<span class="j-epic"><span data-tag-text="true">${issue.parent.summary}</span></span>`}${issue.flagged && icon('flag', 'Flagged')}${lozenge(issue)}<span class="j-count">${issue.estimate ?? '-'}</span>${priorityIcon(issue)}${face(issue.assignee)}
<button type="button" aria-haspopup="true" class="j-icon-button">${icon('more')}<span class="j-hidden">More actions for ${key}</span></button></div></div></div></div>`;
}
