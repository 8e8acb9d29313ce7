import { html, type Html } from '../../../pages/html.ts';
import { icon } from '../icons.ts';
import type { PageCall } from '../page.ts';
import type { ShownIssue } from '../shown.ts';
import { face, lozenge, priorityIcon, resolvedLabel, statusButton, typeIcon } from './parts.ts';
import { childCell } from './table.ts';

/** Children: the native table again, with a cell that the navigator does not have (captured 2026-08-10). */
export function childIssues({ site }: PageCall, issue: ShownIssue): Html | null {
  const children = issue.children.flatMap((key) => site.issue(key) ?? []);
  if (children.length === 0) return null;
  const done = children.filter(({ status }) => status.category === 'done').length;
  return html`<div data-testid="issue.views.issue-base.content.issue-children" class="j-block"><h2 class="j-block-title">${issue.type.level === 'epic' ? 'Child work items' : 'Subtasks'}</h2><div class="j-progress" role="img" aria-label="${done} of ${children.length} done"><span style="width:${Math.round((100 * done) / children.length)}%"></span></div>
<div class="j-table-frame"><table aria-label="Work" class="j-table"><thead><tr><th scope="col">Work</th><th scope="col">Priority</th><th scope="col">Assignee</th><th scope="col">Status</th></tr></thead><tbody>${children.map((child, index) => html`<tr data-testid="native-issue-table.ui.issue-row" aria-rowindex="${index + 1}" role="row" tabindex="-1" data-index="${index}" data-vc="issue-row"><td tabindex="-1">${childCell(child)}</td><td>${priorityIcon(child)}</td><td>${face(child.assignee)}</td><td>${statusButton(child)}</td></tr>`)}</tbody></table></div></div>`;
}

export function linkedIssues({ site }: PageCall, issue: ShownIssue): Html | null {
  const phrases = [...new Set(issue.links.map(({ phrase }) => phrase))];
  if (phrases.length === 0) return null;
  return html`<div data-testid="issue.issue-view.views.issue-base.content.issue-links.issue-links-view" class="j-block"><h2 class="j-block-title">Linked work items</h2>${phrases.map((phrase) => html`<h3 class="j-link-phrase">${phrase}</h3><ul class="j-lines">${issue.links.filter((link) => link.phrase === phrase).flatMap((link) => site.issue(link.key) ?? []).map((other) => html`<li>${lineCard(other)}</li>`)}</ul>`)}</div>`;
}

const lineCard = (issue: ShownIssue): Html => html`<div data-testid="issue-line-card.card-container" class="j-line">${typeIcon(issue)}<a data-testid="issue.issue-view.views.common.issue-line-card.issue-line-card-view.key" data-is-router-link="true" aria-label="${resolvedLabel(issue)}" data-done="${String(issue.status.category === 'done')}" href="/browse/${issue.key}" target="_self">${issue.key}</a>
<span data-testid="issue-line-card.issue-line-card-view.summary" class="j-line-summary">${issue.summary}</span><span data-testid="issue-line-card.ui.priority.priority">${priorityIcon(issue)}</span>${face(issue.assignee)}${lozenge(issue)}<button type="button" class="j-icon-button">${icon('close')}<span class="j-hidden">Remove link to ${issue.key}</span></button></div>`;
