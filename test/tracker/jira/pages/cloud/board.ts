import { html, type Html } from '../../../pages/html.ts';
import { icon } from '../icons.ts';
import type { Page, PageCall } from '../page.ts';
import { selectedIssue } from '../page.ts';
import type { ShownBoard, ShownSprint } from '../shown.ts';
import { boardCard } from './card.ts';
import { issueModal } from './modal.ts';
import { date, face } from './parts.ts';

/** A board of either kind of project; `selectedIssue` opens the issue in a modal over it. */
export function boardPage(call: PageCall, board: ShownBoard): Page {
  const issue = selectedIssue(call);
  const active = board.sprints.filter((sprint) => sprint.state === 'active');
  return {
    title: `${issue ? `[${issue.key}] ${issue.summary} - ` : ''}${board.project.key} ${board.type === 'kanban' ? 'Kanban board' : 'Scrum Board'} - Agile board`, route: `board-${board.id}`, project: board.project, board,
    ...(issue ? { issue, portal: issueModal(call, issue) } : {}),
    main: html`<div data-testid="software-board.board" class="j-board-page"><div class="j-controls"><div class="j-search">${icon('search')}<input placeholder="Search board" aria-label="Search board" data-testid="software-filters.ui.board-filter-input" value=""></div>
<div class="j-faces">${peopleOf(board)}</div><button type="button" class="j-button">${icon('list')}Filter</button><span class="j-space-end">${active.map(sprintFacts)}</span></div>
<div data-testid="platform-board-kit.ui.board.scroll.board-scroll" class="j-board-scroll"><div class="j-columns">${board.columns.map((column) => boardColumn(board, column))}</div></div></div>`,
  };
}

/** Boards name the sprint and its goal in the header; the menu with the dates opens from it. */
const sprintFacts = (sprint: ShownSprint): Html => html`<div class="j-sprint-facts" data-testid="software-board.header.sprint-details"><span class="j-sprint-name">${sprint.name}</span>${sprint.end !== null && html`<span class="j-subtle">${icon('clock')} ends ${date(sprint.end)}</span>`}<button type="button" class="j-button" data-testid="software-board.header.complete-sprint-button">Complete sprint</button>${sprint.goal !== '' && html`<p class="j-goal" data-testid="software-board.header.sprint-goal">${sprint.goal}</p>`}</div>`;

function boardColumn(board: ShownBoard, column: ShownBoard['columns'][number]): Html {
  const issues = board.issues.filter((issue) => column.statuses.includes(issue.status.id) && issue.type.level !== 'epic');
  return html`<div data-testid="platform-board-kit.ui.column.draggable-column" class="j-column" data-demo-status="${column.statuses[0] ?? ''}"><div data-testid="platform-board-kit.common.ui.column-header.header.column-header-container" class="j-column-header"><h2 data-testid="platform-board-kit.common.ui.column-header.editable-title.column-title.column-name">${column.name}</h2><span class="j-count">${issues.length}</span></div>
<div class="j-cards" data-drop-target-for-element="true" data-testid="platform-board-kit.ui.column.cards">${issues.map(boardCard)}</div></div>`;
}

function peopleOf(board: ShownBoard): Html[] {
  const people = new Map(board.issues.flatMap(({ assignee }) => (assignee ? [[assignee.id, assignee] as const] : [])));
  return [...people.values()].slice(0, 6).map((person) => html`<label title="${person.name}" class="j-face-filter"><input type="checkbox" class="j-hidden" aria-label="${person.name}">${face(person, 28)}</label>`);
}
