import { html, type Html } from '../../../pages/html.ts';
import { icon } from '../icons.ts';
import type { ShownIssue, ShownPerson } from '../shown.ts';
import { date, face, moment, priorityIcon, resolvedLabel, statusButton, typeIcon } from './parts.ts';

const COLUMNS = ['Work', 'Assignee', 'Reporter', 'Priority', 'Status', 'Sprint', 'Components', 'Resolution', 'Created', 'Updated', 'Due date'] as const;

/** The native table of the navigator and of lists, row by row as captured on 2026-08-10. */
export function issueTable(issues: readonly ShownIssue[], select: boolean): Html {
  return html`<div class="j-table-frame" data-testid="native-issue-table.ui.scroll-container.scroll-container"><table aria-label="Work" class="j-table"><thead><tr><th scope="col" aria-label=""><input type="checkbox" aria-label="Work item checkbox"></th>${COLUMNS.map((name) => html`<th scope="col" aria-label="${name}" aria-sort="${name === 'Updated' ? 'descending' : 'none'}"><div class="j-th" data-testid="native-issue-table.ui.issue-table.header.header-cell.header-cell-container-inline"><div>${name}</div></div><div data-testid="native-issue-table.ui.issue-table.header.header-cell.resize-handle"></div></th>`)}<th scope="col" aria-label="Actions"></th></tr></thead>
<tbody>${issues.map((issue, index) => issueRow(issue, index, select && index === 0))}</tbody></table></div>`;
}

function issueRow(issue: ShownIssue, index: number, selected: boolean): Html {
  const cell = (inside: Html | null): Html => html`<td tabindex="-1">${inside}</td>`;
  const person = (who: ShownPerson | null, field: string): Html => editable(`${who?.name ?? 'None'}- edit ${field}`, html`<div data-vc="profilecard-wrapper"><span role="button" tabindex="0" aria-label="More information about ${who?.name ?? 'nobody'}"><div data-testid="profilecard-next.ui.profilecard.profilecard-trigger" class="j-person">${face(who)}<span>${who?.name ?? 'Unassigned'}</span></div></span></div>`);
  return html`<tr data-testid="native-issue-table.ui.issue-row" aria-selected="${String(selected)}" aria-rowindex="${index + 1}" role="row" tabindex="-1" data-index="${index}" data-vc="issue-row"><td tabindex="-1"><div data-vc="checkbox-cell"><label><input tabindex="0" aria-label="Work item: ${issue.key}" type="checkbox" value=""></label></div></td>
${cell(workCell(issue))}${cell(person(issue.assignee, 'Assignee'))}${cell(person(issue.reporter, 'Reporter'))}
${cell(editable('Edit Priority', html`<div data-testid="issue-field-priority-readview-full.ui.priority.wrapper" class="j-person">${priorityIcon(issue)}<span>${issue.priority?.name ?? 'None'}</span></div>`))}
${cell(html`<div data-vc="native-issue-table-ui-issue-status-box">${statusButton(issue)}</div>`)}
${cell(editable('Edit Sprint', issue.sprint ? html`<div data-testid="issue-field-sprint-readview-full.ui.sprint.sprint-content.view-sprint-content"><a data-testid="issue-field-sprint-readview-full.ui.sprint.sprint-content.view-sprint-content-link" href="/issues/?jql=${encodeURIComponent(`sprint = ${issue.sprint.id}`)}" target="_self">${issue.sprint.name}</a></div>` : html`<span>None</span>`))}
${cell(editable('Edit Components', html`<div><div><div>${issue.components.map((name) => html`<span data-testid="list-with-popup.ui.tag-item.tag-item" class="j-tag"><span><a href="?jql=${encodeURIComponent(`project = ${issue.project} AND component = ${name}`)}" target="_self"><span data-tag-text="true">${name}</span></a></span></span>`)}</div></div></div>`))}
${cell(html`<div data-vc="native-issue-table-ui-resolution-cell">${issue.resolution ?? 'Unresolved'}</div>`)}${cell(html`<span>${moment(issue.created)}</span>`)}${cell(html`<span>${moment(issue.updated)}</span>`)}${cell(html`<span>${issue.due === null ? 'None' : date(issue.due)}</span>`)}
<td tabindex="-1"><div><button aria-expanded="false" aria-haspopup="true" id="${issue.id}" aria-live="polite" type="button" class="j-icon-button" data-testid="issue-navigator-issue-operations.ui.button">${icon('more')}<span class="j-hidden">More actions for ${issue.key}</span></button></div></td></tr>`;
}

/** Type, key and summary in one cell; in the navigator the summary is no link. */
const workCell = (issue: ShownIssue): Html => html`<div data-vc="merged-cell" data-testid="native-issue-table.ui.row.issue-row.merged-cell" class="j-work"><div role="presentation">${typeIcon(issue, 'native-issue-table-ui-icon-cell-img')}</div><div data-testid="native-issue-table.common.ui.issue-cells.issue-key.action-container" class="j-work-key"><div data-vc="native-issue-table-ui-issue-key-cell">${keyLink(issue)}</div>${copyLink}</div><div data-testid="native-issue-table.common.ui.issue-cells.issue-summary.action-container" class="j-work-summary">${editable('Edit Summary', html`<span data-testid="native-issue-table.common.ui.issue-cells.issue-summary.issue-summary-cell">${issue.summary}</span><div></div>`)}</div></div>`;

/** The same among children: there the summary is a second link. */
export const childCell = (issue: ShownIssue): Html => html`<div tabindex="0" data-vc="merged-cell" data-testid="native-issue-table.ui.row.issue-row.merged-cell" class="j-work"><div role="presentation">${typeIcon(issue, 'native-issue-table-ui-icon-cell-img')}</div><div data-testid="native-issue-table.common.ui.issue-cells.issue-key.action-container" class="j-work-key"><div data-vc="native-issue-table-ui-issue-key-cell"><div role="presentation">${keyLink(issue)}</div></div>${copyLink}</div><div data-testid="native-issue-table.common.ui.issue-cells.issue-summary.action-container" class="j-work-summary"><div data-testid="issue-field-inline-edit-read-view-container.ui.container" data-vc="issue-field-inline-edit-read-view-container" role="presentation" data-vc-nvs="true"><span><a data-testid="native-issue-table.common.ui.issue-cells.issue-summary.issue-summary-cell" href="/browse/${issue.key}" target="_self">${issue.summary}</a></span><button data-vc="inline-edit-lite-edit-button" aria-hidden="false" tabindex="0" type="button" class="j-on-hover"><span>${icon('edit', 'Edit Summary')}</span></button></div></div></div>`;

const keyLink = (issue: ShownIssue): Html => html`<a aria-label="${resolvedLabel(issue)}" data-testid="native-issue-table.common.ui.issue-cells.issue-key.issue-key-cell" data-is-router-link="true" data-done="${String(issue.status.category === 'done')}" href="/browse/${issue.key}" target="_self">${issue.key}</a>`;
const copyLink = html`<div class="j-on-hover"><button aria-live="polite" type="button" class="j-icon-button">${icon('link')}<span class="j-hidden">Copy link</span></button></div>`;
const editable = (label: string, inside: Html): Html => html`<div data-testid="issue-field-inline-edit-read-view-container.ui.container" data-vc="issue-field-inline-edit-read-view-container" role="presentation" data-vc-nvs="true" class="j-editable"><button aria-label="${label}" aria-hidden="false" type="button" class="j-edit"></button>${inside}</div>`;
