import { html, type Html } from '../../../pages/html.ts';
import { icon } from '../icons.ts';
import { type Page, type PageCall, selectedIssue } from '../page.ts';
import type { ShownIssue, ShownProject } from '../shown.ts';
import { compactIssue, issueView } from './issue-view.ts';
import { typeIcon } from './parts.ts';
import { issueTable } from './table.ts';

const FILTERS: Readonly<Record<string, [name: string, jql: string]>> = {
  '-1': ['My open work items', 'assignee = currentUser() AND resolution = Unresolved order by updated DESC'], '-4': ['All work items', 'order by created DESC'], '-5': ['Open work items', 'resolution = Unresolved order by priority DESC'],
};

/** Search, as a table or, with an issue in the address, as a list beside the issue. */
export function navigatorPage(call: PageCall, issue?: ShownIssue, within?: ShownProject): Page {
  const [name, jql] = within && !call.url.searchParams.has('jql') ? [within.name, `project = ${within.key} order by created DESC`] : askedFor(call.url);
  const found = call.site.search(jql).slice(0, 50);
  const view = (id: string, label: string, on: boolean): Html => html`<button class="j-toggle" role="radio" aria-checked="${String(on)}" type="button" data-testid="issue-navigator.ui.refinement-bar.view-switcher.toggle-button.${id}">${icon(id === 'list-view' ? 'list' : 'sidebar', label)}</button>`;
  return {
    title: issue ? `[${issue.key}] ${issue.summary}` : name, route: issue ? 'split' : 'navigator', ...(issue ? { issue } : {}), ...(within ? { project: within } : {}),
    main: html`<div class="j-navigator"><div class="j-navigator-head" data-vc="issue-navigator-content"><h1 tabindex="-1">${name}</h1><span class="j-space-end"><button type="button" class="j-button">Share</button><fieldset role="radiogroup" aria-label="Select view" class="j-toggles">${view('list-view', 'List view', !issue)}${view('split-view', 'Detail view', issue !== undefined)}</fieldset></span></div>
<div data-testid="jql-builder" class="j-jql"><div data-testid="jql-editor-read-only" role="combobox" aria-readonly="true" aria-expanded="false" aria-label="JQL query" class="j-jql-text"><p>${jql}</p></div><button type="button" class="j-button" data-testid="jql-editor-search">${icon('search')}Search</button></div>
<div data-testid="issue-navigator.ui.search-announcer" class="j-hidden"><div role="status" aria-live="polite">${found.length} work items</div></div>
${issue ? split(call, found, issue) : found.length === 0 ? html`<div data-testid="issue-navigator.ui.issue-results.list-view.no-issues.empty-state" class="j-empty"><h2>No work items were found to match your search</h2></div>` : issueTable(found, true)}</div>`,
  };
}

/** The same table on a space's List tab; `selectedIssue` opens the panel at the side. */
export function listPage(call: PageCall, project: ShownProject): Page {
  const issue = selectedIssue(call);
  return {
    title: `${project.name} - List`, route: `list-${project.key}`, project, ...(issue ? { issue } : {}),
    main: html`<div class="j-backlog-page"><div class="j-list-scroll"><div class="j-controls"><div class="j-search">${icon('search')}<input placeholder="Search list" aria-label="Search list" value=""></div><button type="button" class="j-button">${icon('list')}Filter</button></div>${issueTable(call.site.search(`project = ${project.key} order by created DESC`).slice(0, 60), false)}</div>${issue && html`<div class="j-side-panel">${compactIssue(call, issue)}</div>`}</div>`,
  };
}

function askedFor(url: URL): [name: string, jql: string] {
  const jql = url.searchParams.get('jql');
  if (jql !== null) return ['Search work items', jql];
  return FILTERS[url.searchParams.get('filter') ?? '-1'] ?? ['All work items', ''];
}

const split = (call: PageCall, found: readonly ShownIssue[], issue: ShownIssue): Html => html`<div class="j-split"><div class="j-split-list" data-testid="issue-navigator.ui.issue-results.detail-view.card-list" role="list">${found.map((one) => html`<div role="listitem" data-testid="issue-navigator.ui.issue-results.detail-view.card-list.card" class="j-split-card" data-selected="${String(one.key === issue.key)}"><a data-is-router-link="true" href="/issues/${one.key}${call.url.search}" class="j-split-link"><span class="j-split-summary">${one.summary}</span><span class="j-person">${typeIcon(one)}<span>${one.key}</span></span></a></div>`)}</div><div class="j-split-issue">${issueView(call, issue)}</div></div>`;
