import { html, type Html } from '../../../pages/html.ts';
import { browsePath, type Page, type PageCall } from '../page.ts';
import type { ShownIssue, ShownPerson } from '../shown.ts';
import { avatar } from './layout.ts';
import { dmy, issueLink, lozenge, priorityIcon, typeIcon } from './parts.ts';

export function dcIssuePage(call: PageCall, issue: ShownIssue): Page {
  const project = call.site.projects.find(({ key }) => key === issue.project);
  return { title: `[${issue.key}] ${issue.summary}`, route: 'issue', issue, ...(project ? { project } : {}), main: issueContent(call, issue) };
}

/** The issue as its own page, the split view and the board's panel show it. */
export function issueContent(call: PageCall, issue: ShownIssue): Html {
  const { site } = call;
  const parent = issue.parent && site.issue(issue.parent.key);
  const operation = (id: string, text: string): Html => html`<a id="${id}" title="${text}" class="aui-button toolbar-trigger" href="#"><span class="trigger-label">${text}</span></a>`;
  return html`<div id="issue-content" class="issue-edit-form"><div id="stalker" class="issue-header js-stalker"><div class="issue-header-content"><header class="aui-page-header"><div class="aui-page-header-inner"><div class="aui-page-header-main"><ol class="aui-nav aui-nav-breadcrumbs"><li><a id="project-name-val" href="${browsePath(site, issue.project)}">${site.projects.find(({ key }) => key === issue.project)?.name ?? issue.project}</a></li>
${parent && issue.type.level === 'subtask' && html`<li><a class="issue-link" data-issue-key="${parent.key}" href="${browsePath(site, parent.key)}" id="parent_issue_summary" title="${parent.summary}">${parent.key} ${parent.summary}</a></li>`}<li><a class="issue-link" data-issue-key="${issue.key}" href="${browsePath(site, issue.key)}" id="key-val" rel="${issue.id}">${issue.key}</a></li></ol><h1 id="summary-val" class="editable-field inactive" title="Click to edit">${issue.summary}</h1></div></div></header>
<div class="command-bar"><div class="ops-cont"><div class="ops-menus aui-toolbar2"><div class="aui-toolbar2-inner"><div class="aui-toolbar2-primary"><div class="aui-buttons pluggable-ops" id="opsbar-edit-issue_container">${operation('edit-issue', 'Edit')}</div><div class="aui-buttons pluggable-ops" id="opsbar-comment-issue_container">${operation('comment-issue', 'Add comment')}</div><div class="aui-buttons pluggable-ops" id="opsbar-operations">${operation('assign-issue', 'Assign')}${operation('opsbar-operations_more', 'More')}</div><div class="aui-buttons pluggable-ops" id="opsbar-transitions">${operation('action_id_11', 'To Do')}${operation('action_id_21', 'In Progress')}${operation('action_id_31', 'Done')}</div></div>
<div class="aui-toolbar2-secondary"><div class="aui-buttons pluggable-ops" id="opsbar-jira.issue.tools">${operation('jira-share-trigger', 'Share')}${operation('viewissue-export', 'Export')}</div></div></div></div></div></div></div></div>
<div class="issue-body-content"><div class="aui-group issue-body"><div class="aui-item issue-main-column">${details(call, issue)}
${module('descriptionmodule', 'Description', html`<div id="description-val" class="field-ignore-highlight editable-field inactive"><div class="user-content-block">${issue.description}</div></div>`)}
${links(call, issue)}${subtasks(call, issue)}${activity(call, issue)}</div>
<div id="viewissuesidebar" class="aui-item issue-side-column">${module('peoplemodule', 'People', html`<ul class="item-details"><li class="people-details">${person(call, 'assignee', 'Assignee', issue.assignee)}${person(call, 'reporter', 'Reporter', issue.reporter)}</li></ul>`)}
${module('datesmodule', 'Dates', html`<ul class="item-details"><li>${definition('Created', html`<span id="created-val">${dmy(issue.created)}</span>`)}${definition('Updated', html`<span id="updated-val">${dmy(issue.updated)}</span>`)}${issue.due !== null && definition('Due', html`<span id="due-date">${dmy(issue.due)}</span>`)}</li></ul>`)}
${issue.sprint && module('greenhopper-agile-issue-web-panel', 'Agile', html`<ul class="item-details"><li>${definition('Active Sprint', html`<span>${issue.sprint.name}</span>`)}</li></ul>`)}</div></div></div></div>`;
}

function details({ site }: PageCall, issue: ShownIssue): Html {
  const item = (label: string, id: string, value: Html): Html => html`<li class="item"><div class="wrap"><strong class="name">${label}:</strong><span id="${id}" class="value editable-field inactive">${value}</span></div></li>`;
  const listed = (names: readonly string[]): Html => html`<span>${names.length === 0 ? 'None' : names.join(', ')}</span>`;
  const epic = issue.parent && issue.type.level !== 'subtask' ? site.issue(issue.parent.key) : undefined;
  return module('details-module', 'Details', html`<ul id="issuedetails" class="property-list two-cols">${item('Type', 'type-val', html`${typeIcon(site, issue)} ${issue.type.name}`)}${item('Status', 'status-val', lozenge(issue))}${item('Priority', 'priority-val', html`${priorityIcon(site, issue)} ${issue.priority?.name ?? 'None'}`)}${item('Resolution', 'resolution-val', html`${issue.resolution ?? 'Unresolved'}`)}
${item('Component/s', 'components-val', listed(issue.components))}${item('Fix Version/s', 'fixfor-val', listed(issue.fixVersions))}${item('Labels', 'labels-val', listed(issue.labels))}${item('Story Points', 'storypoints-val', html`${issue.estimate ?? 'None'}`)}${epic && item('Epic Link', 'epiclink-val', html`<a class="ghx-label-14 aui-label" href="${browsePath(site, epic.key)}">${epic.summary}</a>`)}</ul>`);
}

function links({ site }: PageCall, issue: ShownIssue): Html | null {
  const phrases = [...new Set(issue.links.map(({ phrase }) => phrase))];
  if (phrases.length === 0) return null;
  const line = (other: ShownIssue): Html => html`<dd id="internal-${issue.id}_${other.id}" class="issue-link-dd"><div class="link-content"><p>${typeIcon(site, other)} <span title="${other.key}: ${other.summary}">${issueLink(site, other)} <span class="link-summary">${other.summary}</span></span></p><ul class="link-snapshot"><li class="priority">${priorityIcon(site, other)}</li><li class="status">${lozenge(other)}</li></ul></div></dd>`;
  return module('linkingmodule', 'Issue Links', html`<div class="links-container">${phrases.map((phrase) => html`<dl class="links-list"><dt title="${phrase}">${phrase}</dt>${issue.links.filter((link) => link.phrase === phrase).flatMap((link) => site.issue(link.key) ?? []).map(line)}</dl>`)}</div>`);
}

function subtasks({ site }: PageCall, issue: ShownIssue): Html | null {
  const children = issue.children.flatMap((key) => site.issue(key) ?? []);
  if (children.length === 0) return null;
  return module('view-subtasks', issue.type.level === 'epic' ? 'Issues in epic' : 'Sub-Tasks', html`<table id="issuetable" class="aui issue-table"><tbody>${children.map((child, index) => html`<tr id="${child.id}" class="issuerow subtask" rel="${child.id}" data-issuekey="${child.key}"><td class="stsequence">${index + 1}.</td><td class="issuetype">${typeIcon(site, child)}</td><td class="stsummary">${issueLink(site, child, child.summary)}</td><td class="status">${lozenge(child)}</td><td class="assignee">${child.assignee?.name ?? 'Unassigned'}</td></tr>`)}</tbody></table>`);
}

const activity = ({ site }: PageCall, issue: ShownIssue): Html => module('activitymodule', 'Activity', html`<div id="issue_actions_container">${issue.comments.map(({ author, at, body }, index) => html`<div id="comment-${10_000 + index}" class="issue-data-block activity-comment"><div class="action-head"><b>${author.name}</b> added a comment - <a class="commentdate" href="${browsePath(site, issue.key)}?focusedCommentId=${10_000 + index}">${dmy(at)}</a></div><div class="action-body flooded">${body}</div></div>`)}</div>
<form id="issue-comment-add" class="aui ajs-dirty-warning-exempt"><textarea id="comment" class="textarea long-field wiki-textfield" rows="4" aria-label="Comment"></textarea></form>`);

const module = (id: string, heading: string, inside: Html): Html => html`<div id="${id}" class="module toggle-wrap"><div id="${id}_heading" class="mod-header"><h4 class="toggle-title">${heading}</h4></div><div class="mod-content">${inside}</div></div>`;
const definition = (name: string, value: Html): Html => html`<dl><dt>${name}:</dt><dd>${value}</dd></dl>`;
const person = ({ site }: PageCall, id: string, name: string, who: ShownPerson | null): Html => definition(name, html`<span id="${id}-val" class="view-issue-field editable-field inactive">${who ? html`<span class="user-hover" rel="${who.id}"><img src="${avatar(site.context, who.name)}" alt="" width="24" height="24"> ${who.name}</span>` : 'Unassigned'}</span>`);
