import { html, type Html } from '../../../pages/html.ts';
import { icon } from '../icons.ts';
import { projectImage } from '../images.ts';
import type { Page, PageCall } from '../page.ts';
import type { ShownIssue } from '../shown.ts';
import { activity } from './activity.ts';
import { contextItems } from './fields.ts';
import { statusButton, typeIcon } from './parts.ts';
import { childIssues, linkedIssues } from './related.ts';

export function issuePage(call: PageCall, issue: ShownIssue): Page {
  const project = call.site.projects.find(({ key }) => key === issue.project);
  return { title: `[${issue.key}] ${issue.summary}`, route: 'issue', issue, main: html`<div class="j-issue-page" data-demo-project="${project?.key ?? ''}">${issueView(call, issue)}</div>` };
}

/** The view of one issue, full or in a modal: header with breadcrumb, content at the left, fields at the right. */
export function issueView(call: PageCall, issue: ShownIssue, closing: Html | null = null): Html {
  return html`<div data-testid="issue.views.issue-details.issue-layout.issue-layout" class="j-issue">${header(call, issue, closing)}<div class="j-issue-columns">
<div data-testid="issue.views.issue-details.issue-layout.container-left" class="j-issue-left">${content(call, issue)}</div>
<div data-testid="issue.views.issue-details.issue-layout.container-right" class="j-issue-right"><div class="j-issue-status">${statusButton(issue)}</div>${contextItems(issue)}</div></div></div>`;
}

/** The panel beside a backlog, a board or a list: one column, and no dialog. */
export function compactIssue(call: PageCall, issue: ShownIssue): Html {
  const closing = html`<button type="button" class="j-icon-button" data-testid="issue-view-foundation.modal-close-button">${icon('close')}<span class="j-hidden">Close</span></button>`;
  return html`<div data-testid="issue.views.issue-details.issue-layout.compact-layout" class="j-issue">${header(call, issue, closing)}<div class="j-issue-left">${content(call, issue, html`<div class="j-issue-status">${statusButton(issue)}</div>${contextItems(issue)}`)}</div></div>`;
}

function header({ site }: PageCall, issue: ShownIssue, closing: Html | null): Html {
  const parent = issue.parent && site.issue(issue.parent.key);
  const crumb = (inside: Html): Html => html`<div role="listitem" class="j-crumb">${inside}</div>`;
  return html`<div id="jira-issue-header" class="j-issue-header"><div data-component-selector="breadcrumbs-wrapper"><nav aria-label="Breadcrumbs" role="navigation"><div role="list" class="j-crumbs" data-testid="issue.views.issue-base.foundation.breadcrumbs.breadcrumbs">
${crumb(html`<a href="/browse/${issue.project}" data-is-router-link="true" data-testid="issue.views.issue-base.foundation.breadcrumbs.project.item"><img src="${projectImage(issue.project)}" alt="" width="16" height="16"><span>${site.projects.find(({ key }) => key === issue.project)?.name ?? issue.project}</span></a>`)}
${parent && crumb(html`${typeIcon(parent)}<a href="/browse/${parent.key}" data-is-router-link="true" data-testid="issue.views.issue-base.foundation.breadcrumbs.parent-issue.item"><span>${parent.key}</span></a>`)}
<div data-testid="issue.views.issue-base.foundation.breadcrumbs.breadcrumb-current-issue-container" role="listitem" class="j-crumb"><div data-testid="issue-view-foundation.noneditable-issue-type.tooltip--container" role="presentation"><div><button aria-label="${issue.type.name}" data-testid="issue-view-foundation.noneditable-issue-type.button" class="j-plain" disabled="" tabindex="-1" type="button"><span>${typeIcon(issue)}</span></button></div></div><div role="presentation"><li class="j-plain"><a aria-current="page" target="_blank" data-testid="issue.views.issue-base.foundation.breadcrumbs.current-issue.item" href="/browse/${issue.key}" tabindex="0" style="padding-block: var(--ds-space-025, 2px); font-weight: var(--ds-font-weight-regular, 400);"><span>${issue.key}</span></a></li></div>
<div data-testid="issue.common.component.permalink-button.button.copy-link-button-wrapper"><div role="presentation" class="j-hidden"><input aria-hidden="true" id="BreadcrumbCurrentIssue" tabindex="-1" name="field-copy-text" readonly="" value=""></div><button tabindex="0" type="button" class="j-icon-button"><span data-testid="issue.common.component.permalink-button.button.link-icon" role="img" aria-label="Copy link">${icon('link')}</span></button></div></div></div></nav></div>
<div class="j-issue-actions"><button type="button" class="j-icon-button" aria-label="Watch options">${icon('eye')}</button><button type="button" class="j-icon-button">${icon('share', 'Share')}</button><button type="button" class="j-icon-button" data-testid="issue-meatball-menu.ui.dropdown-trigger.button">${icon('more')}<span class="j-hidden">Actions</span></button>${closing}</div></div>`;
}

function content(call: PageCall, issue: ShownIssue, fields: Html | null = null): Html {
  const add = (id: string, text: string, sign: Html): Html => html`<button type="button" class="j-button" data-testid="issue.views.issue-base.foundation.quick-add.quick-add-item.${id}">${sign}${text}</button>`;
  return html`<div data-testid="issue.views.issue-base.foundation.summary.heading-wrapper"><h1 data-testid="issue.views.issue-base.foundation.summary.heading" class="j-issue-title">${issue.summary}</h1></div>
<div data-testid="issue.views.issue-base.foundation.quick-add.quick-add-container" class="j-quick-add">${add('attachment', 'Attach', icon('attach'))}${add('add-child', 'Add child work item', icon('child'))}${add('link-issue', 'Link work item', icon('link'))}<button type="button" class="j-icon-button">${icon('more')}<span class="j-hidden">More</span></button></div>
${fields}<div data-testid="issue.views.field.rich-text.description" class="j-block"><h2 data-testid="issue-view-base.common.description.heading-wrapper" class="j-block-title">Description</h2><div data-component-selector="jira-issue-view-rich-text-inline-edit-view-container"><div class="ak-renderer-document">${issue.description}</div></div></div>
${childIssues(call, issue)}${linkedIssues(call, issue)}${activity(call, issue)}`;
}
