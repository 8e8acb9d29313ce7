import { html, type Html } from '../../../pages/html.ts';
import { icon } from '../icons.ts';
import type { ShownIssue } from '../shown.ts';
import { date, moment, personLine, priorityIcon } from './parts.ts';

/** The fields at the right. Named by the older spelling of the test attribute too, which some of Jira's parts still bear. */
export function contextItems(issue: ShownIssue): Html {
  const none = html`<span class="j-subtle">None</span>`;
  const tags = (names: readonly string[]): Html => (names.length === 0 ? none : html`${names.map((name) => html`<span class="j-tag"><a href="/issues/?jql=${encodeURIComponent(`labels = "${name}"`)}" data-is-router-link="true">${name}</a></span>`)}`);
  const rows: readonly [id: string, name: string, value: Html][] = [
    ['assignee', 'Assignee', personLine(issue.assignee)], ['reporter', 'Reporter', personLine(issue.reporter)],
    ['priority', 'Priority', issue.priority ? html`${priorityIcon(issue)}<span>${issue.priority.name}</span>` : none],
    ['labels', 'Labels', tags(issue.labels)], ['parent', 'Parent', issue.parent ? html`<a class="j-epic" href="/browse/${issue.parent.key}" data-is-router-link="true" data-testid="issue.issue-view.views.common.parent.parent-link"><span>${issue.parent.key} ${issue.parent.summary}</span></a>` : none],
    ['duedate', 'Due date', issue.due === null ? none : html`<span>${date(issue.due)}</span>`],
    ['sprint', 'Sprint', issue.sprint ? html`<a data-testid="issue-field-sprint-readview-full.ui.sprint.sprint-content.view-sprint-content-link" href="/issues/?jql=${encodeURIComponent(`sprint = ${issue.sprint.id}`)}" data-is-router-link="true">${issue.sprint.name}</a>` : none],
    ['estimate', 'Story point estimate', issue.estimate === null ? none : html`<span class="j-count">${issue.estimate}</span>`],
    ['components', 'Components', tags(issue.components)], ['fixVersions', 'Fix versions', tags(issue.fixVersions)],
  ];
  return html`<div data-testid="issue.views.issue-base.context.context-items" data-test-id="issue.views.issue-base.context.context-items.primary-items" class="j-context"><h2 class="j-context-title">${icon('down')}Details</h2>${rows.map(([id, name, value]) => html`<div class="j-field" data-testid="issue.views.field.${id}"><h3 class="j-field-name">${name}</h3><div class="j-field-value">${value}</div></div>`)}</div>
<div class="j-dates"><p>Created ${moment(issue.created)}</p><p>Updated ${moment(issue.updated)}</p>${issue.resolution !== null && html`<p>Resolution: ${issue.resolution}</p>`}</div>`;
}
