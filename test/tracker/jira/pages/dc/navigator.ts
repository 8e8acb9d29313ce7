import { html, type Html } from '../../../pages/html.ts';
import { browsePath, type Page, type PageCall } from '../page.ts';
import type { ShownIssue, ShownSite } from '../shown.ts';
import { issueContent } from './issue.ts';
import { dmy, issueLink, lozenge, priorityIcon, typeIcon } from './parts.ts';

/** Search as a table, or as a list beside the issue: there a person's choice, here `layout=split` or an issue in the address. */
export function dcNavigatorPage(call: PageCall, asked?: ShownIssue): Page {
  const jql = call.url.searchParams.get('jql') ?? '';
  const found = call.site.search(jql).slice(0, 50);
  const split = asked !== undefined || call.url.searchParams.get('layout') === 'split';
  const issue = asked ?? (split ? found[0] : undefined);
  const layout = (text: string, more: string): Html => html`<a class="aui-button" href="${call.site.context}/issues/?jql=${encodeURIComponent(jql)}${more}">${text}</a>`;
  return {
    title: asked ? `[${asked.key}] ${asked.summary}` : 'Issue Navigator', route: split ? 'dc-split' : 'dc-navigator', ...(issue ? { issue } : {}),
    main: html`<div class="navigator-container"><div class="navigator-body"><div class="contained-content"><header class="saved-search-selector"><h1 class="search-title">Search</h1><div class="aui-buttons" id="layout-switcher">${layout('List View', '')}${layout('Detail View', '&layout=split')}</div></header>
<form class="navigator-search aui query-component"><textarea id="advanced-search" class="textarea search-entry" rows="1" aria-label="Advanced query">${jql}</textarea></form>
<div class="navigator-content">${split ? splitView(call, found, issue) : table(call.site, found)}</div></div></div></div>`,
  };
}

function table(site: ShownSite, found: readonly ShownIssue[]): Html {
  if (found.length === 0) return html`<div class="empty-results"><h2>No issues were found to match your search</h2></div>`;
  return html`<div class="results-panel navigator-results"><div class="issue-table-container"><div class="results-count aui-item"><span class="results-count-total">${found.length}</span></div><table id="issuetable" class="issue-table"><thead><tr class="rowHeader">${['T', 'Key', 'Summary', 'Assignee', 'P', 'Status', 'Resolution', 'Created', 'Updated'].map((name) => html`<th class="colHeaderLink"><span title="${name}">${name}</span></th>`)}</tr></thead>
<tbody>${found.map((issue) => html`<tr id="issuerow${issue.id}" rel="${issue.id}" data-issuekey="${issue.key}" class="issuerow"><td class="issuetype">${issueLink(site, issue, typeIcon(site, issue))}</td><td class="issuekey">${issueLink(site, issue)}</td><td class="summary"><p>${issueLink(site, issue, issue.summary)}</p></td><td class="assignee">${issue.assignee?.name ?? html`<em>Unassigned</em>`}</td><td class="priority">${priorityIcon(site, issue)}</td><td class="status">${lozenge(issue)}</td><td class="resolution">${issue.resolution ?? html`<em>Unresolved</em>`}</td><td class="created">${dmy(issue.created)}</td><td class="updated">${dmy(issue.updated)}</td></tr>`)}</tbody></table></div></div>`;
}

const splitView = (call: PageCall, found: readonly ShownIssue[], issue: ShownIssue | undefined): Html => html`<div class="split-view aui-group"><div class="list-results-panel"><div class="list-panel"><div class="list-content"><ol class="issue-list">${found.map((one) => html`<li class="${one.key === issue?.key && 'focused'}" data-id="${one.id}" data-key="${one.key}" title="${one.summary}"><a class="splitview-issue-link" data-issue-key="${one.key}" href="${browsePath(call.site, one.key)}?jql=${encodeURIComponent(call.url.searchParams.get('jql') ?? '')}"><span class="issue-link-key">${one.key}</span><span class="issue-link-summary">${one.summary}</span></a></li>`)}</ol></div></div></div><div class="detail-panel">${issue && issueContent(call, issue)}</div></div>`;
