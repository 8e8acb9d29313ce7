import type { Issue } from '../model/issue.ts';
import { fullName, type Repository } from '../model/repository.ts';
import { readQuery } from '../api/query.ts';
import { html, type Html } from './html.ts';
import { icon } from './icons.ts';
import { issueRow } from './issue-row.ts';
import type { Page, PageCall } from './page.ts';

const PAGE_SIZE = 25;

export interface Listed {
  repository: Repository;
  issue: Issue;
}

/** Newest first, as the page's own default sort. */
export function findIssues(repositories: readonly Repository[], text: string, viewer: string | null): Listed[] {
  const query = readQuery(text, viewer);
  return repositories
    .flatMap((repository) => [...repository.issues.values()].filter((issue) => query.matches(repository, issue)).map((issue) => ({ repository, issue })))
    .sort((one, other) => (one.issue.createdAt < other.issue.createdAt ? 1 : -1));
}

/** /o/r/issues?q=…&page= — and /o/r/labels/NAME, which is the same list behind another address. */
export function issueListPage(call: PageCall, repository: Repository, forced?: string): Page {
  const nwo = fullName(repository);
  const text = forced ?? call.url.searchParams.get('q') ?? 'is:issue state:open';
  const rows = findIssues([repository], text, call.world.site.viewer);
  return {
    title: `Issues · ${nwo}`, route: '/:user_id/:repository/issues(.:format)', subject: `repository:${repository.id}`, repository, tab: 'issues', crumbs: crumbsOf(repository),
    main: html`<react-app app-name="issues-react" initial-path="/${nwo}/issues" data-ssr="true" class="loaded"><div data-target="react-app.reactRoot"><div class="prc-PageLayout-PageLayoutRoot-1zlEO ThreePanesLayout-module__ThreePanesLayout--Tq4hI"><div class="prc-PageLayout-Content--F7-I IssueIndexPage-module__middlePaneGrid--rg2zq">
<div data-testid="list-header"><h1 class="sr-only prc-Heading-Heading-6CmGO">Issues</h1></div>
${searchBar(nwo, text)}${listView(call, rows, { path: `/${nwo}/issues`, text, repositories: [repository], global: false })}</div></div></div></react-app>`,
  };
}

/** The list with its open/closed tabs, rows and pages; dashboards and milestones use it too. */
export function listView(call: PageCall, rows: readonly Listed[], options: { path: string; text: string; repositories: readonly Repository[]; global: boolean }): Html {
  const page = Math.max(1, Number(call.url.searchParams.get('page') ?? 1));
  const shown = rows.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE);
  const link = (text: string, number = 1): string => `${options.path}?q=${encodeURIComponent(text)}${number > 1 ? `&page=${number}` : ''}`;
  const closed = /(state|is):closed/.test(options.text);
  const other = (state: string): string => (/(state|is):(open|closed)/.test(options.text) ? options.text.replace(/(state|is):(open|closed)/, `state:${state}`) : `${options.text} state:${state}`);
  const viewer = call.world.site.viewer;
  const countOf = (state: 'open' | 'closed'): number => ((state === 'closed') === closed ? rows.length : findIssues(options.repositories, other(state), viewer).length);
  const tab = (state: 'open' | 'closed', text: string): Html => html`<li><a class="SectionFilterLink-module__container--tSSWO ${(state === 'closed') === closed && 'SectionFilterLink-module__selected--wtR_6'}" href="${link(other(state))}"><div class="SectionFilterLink-module__title--DmKmf">${text}</div><span aria-hidden="true" data-scheme="secondary" class="SectionFilterLink-module__count--Ljtnf prc-CounterLabel-CounterLabel-ZwXPe">${countOf(state).toLocaleString('en-US')}</span></a></li>`;
  return html`<div data-hpc="true" class="ListItems-module__listContainer--sgptj"><div id=":rbr:-list-view-container" class="ListView-module__container--rxCWy"><h2 class="sr-only" id=":rbr:-list-view-container-title">Search results</h2>
<div id=":rbr:-list-view-metadata" class="Metadata-module__container--ydeM8"><input type="checkbox" aria-label="Select all list items" class="prc-Checkbox-Checkbox-mIEJq"><ul class="list-style-none ListItems-module__tabsContainer--scl6F">${tab('open', 'Open')}${tab('closed', 'Closed')}</ul>
<div role="toolbar" aria-label="Actions" class="VisibleAndOverflowContainer-module__Box_0--KyT2b">${['Author', 'Labels', 'Projects', 'Milestones', 'Assignees', 'Newest'].map((text) => html`<button type="button" class="prc-Button-ButtonBase-c50BI" data-variant="invisible" data-testid="${text.toLowerCase()}-anchor-button"><span data-component="text">${text}</span>${icon('triangle-down')}</button>`)}</div></div>
<ul class="ListView-module__ul--A_8jF" aria-labelledby=":rbr:-list-view-container-title" tabindex="-1" role="list" data-listview-component="items-list">${shown.map(({ repository, issue }) => issueRow(repository, issue, call.now, options.global))}</ul></div>
${rows.length > PAGE_SIZE && html`<nav aria-label="Pagination" class="prc-Pagination-PaginationContainer-D4qSd">${page > 1 && html`<a rel="prev" href="${link(options.text, page - 1)}">Previous</a>`}<span>${page}</span> of <span>${Math.ceil(rows.length / PAGE_SIZE)}</span>${page * PAGE_SIZE < rows.length && html`<a rel="next" href="${link(options.text, page + 1)}">Next</a>`}</nav>`}</div>`;
}

function searchBar(nwo: string, text: string): Html {
  return html`<div class="Search-module__SearchContainer--CkrWX"><div id="repository" role="form" class="Filter-module__Box_1--Tymy6"><label for="repository-input" class="sr-only">Search Issues</label><input id="repository-input" role="combobox" aria-expanded="false" placeholder="Search Issues" autocomplete="off" spellcheck="false" class="Input-module__Box_4--DZrl_" value="${text} "><button type="button" class="prc-Button-ButtonBase-c50BI SubmitButton" aria-label="Search">${icon('search')}</button></div>
<div class="SearchBarActions-module__buttons--DBEMp"><a href="/${nwo}/labels" class="prc-Button-ButtonBase-c50BI" data-variant="default">${icon('tag')}<span data-component="text">Labels</span></a><a href="/${nwo}/milestones" class="prc-Button-ButtonBase-c50BI" data-variant="default">${icon('milestone')}<span data-component="text">Milestones</span></a><a href="/${nwo}/issues/new/choose" class="prc-Button-ButtonBase-c50BI" data-variant="primary"><span data-component="text">New issue</span></a></div></div>`;
}

export const crumbsOf = (repository: Repository): Page['crumbs'] => [{ text: repository.owner, href: `/${repository.owner}` }, { text: repository.name, href: `/${fullName(repository)}` }];
