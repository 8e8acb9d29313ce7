import { readQuery } from '../api/query.ts';
import { fullName, type Repository } from '../model/repository.ts';
import { html, type Html, raw } from './html.ts';
import { icon } from './icons.ts';
import { findIssues, type Listed } from './issue-list.ts';
import { pathOf } from './issue-row.ts';
import { avatar } from './layout.ts';
import type { Page, PageCall } from './page.ts';
import { shownState } from './state.ts';
import { day } from './when.ts';

const PAGE_SIZE = 10;
const TYPES = { repositories: 'Repositories', issues: 'Issues', pullrequests: 'Pull requests' } as const;
type Type = keyof typeof TYPES;

/** /search?q=…&type=…&p=: ten results of all repositories, nested as those of 2025-05 were, in the modules of 2026 (the sources stand in lib/overlay/github-rules.ts). */
export function searchPage(call: PageCall, repositories: readonly Repository[]): Page {
  const query = call.url.searchParams.get('q') ?? '';
  const asked = call.url.searchParams.get('type')?.toLowerCase() ?? '';
  const type: Type = asked in TYPES ? (asked as Type) : 'repositories';
  const found = resultsOf(call, repositories, query);
  const page = Math.max(1, Number(call.url.searchParams.get('p') ?? 1));
  const shown = found[type].slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE);
  const link = (to: Type, number = 1): string => `/search?q=${encodeURIComponent(query)}&type=${to}${number > 1 ? `&p=${number}` : ''}`;
  return {
    title: `${TYPES[type]} search results`, route: '/search(.:format)', crumbs: [{ text: 'Search', href: '/search' }],
    main: html`<react-app initial-path="/search" data-ssr="true" class="loaded"><div data-target="react-app.reactRoot"><div class="search-layout"><div class="search-facets"><h2>Filter by</h2><nav aria-label="Filter by"><ul class="list-style-none">${(Object.keys(TYPES) as Type[]).map((one) => html`<li><a href="${link(one)}" ${one === type && html`aria-current="page"`}>${TYPES[one]} <span class="prc-CounterLabel-CounterLabel-ZwXPe">${found[one].length}</span></a></li>`)}</ul></nav></div>
<div data-hpc="true"><h1 class="sr-only prc-Heading-Heading-6CmGO">Search results</h1><p class="search-count">${found[type].length.toLocaleString('en-US')} results</p>${shown.length === 0 ? nothing(TYPES[type]) : html`<div data-testid="results-list" class="List-module__List__j9yVV">${shown}</div>`}
${found[type].length > PAGE_SIZE && html`<nav aria-label="Pagination" class="prc-Pagination-PaginationContainer-D4qSd">${page > 1 && html`<a rel="prev" href="${link(type, page - 1)}">Previous</a>`}<span>${page}</span>${page * PAGE_SIZE < found[type].length && html`<a rel="next" href="${link(type, page + 1)}">Next</a>`}</nav>`}</div></div></div></react-app>`,
  };
}

function resultsOf({ world, now }: PageCall, repositories: readonly Repository[], query: string): Record<Type, readonly Html[]> {
  const { repositories: named } = readQuery(query, world.site.viewer);
  const searched = repositories.filter((one) => named.length === 0 || named.includes(fullName(one).toLowerCase()));
  const words = query.toLowerCase().split(/\s+/).filter((word) => word !== '' && !word.includes(':'));
  const found = findIssues(searched, query, world.site.viewer);
  return {
    repositories: searched.filter((one) => words.some((word) => `${fullName(one)} ${one.description}`.toLowerCase().includes(word))).map((one) => repositoryResult(one, now)),
    issues: found.filter(({ issue }) => issue.pull === null).map(issueResult),
    pullrequests: found.filter(({ issue }) => issue.pull !== null).map(issueResult),
  };
}

function issueResult({ repository, issue }: Listed): Html {
  const state = shownState(issue);
  const path = pathOf(repository, issue);
  return html`<div class="Result-module__Result__I0WVD"><div class="Issues-module__content__dqXZD"><h3><div class="search-repository"><a class="prc-Link-Link-85e08" href="/${fullName(repository)}" data-hovercard-url="/${fullName(repository)}/hovercard"><span>${fullName(repository)}</span></a></div><div class="search-title">${icon(state.icon, { className: `state-${state.color}` })}<a class="prc-Link-Link-85e08" href="${path}"><span class="search-match">${issue.title}</span></a></div></h3>
<div class="Content-module__Content__mHmep"><span class="search-match">${(issue.body ?? '').replaceAll(/\s+/g, ' ').slice(0, 160)} ...</span></div>${issue.labels.length > 0 && html`<div class="search-labels">${issue.labels.map((name) => html`<div><span class="prc-Label-Label--LG6X" data-size="small" data-variant="default"><span class="search-match">${name}</span></span></div>`)}</div>`}
<ul class="Footer-module__list__kWt2q"><li>${avatar(issue.author, 16)}${issue.author}</li>${DOT}<li>${icon('comment')}${issue.comments}</li>${DOT}<li>Opened&nbsp;<div class="prc-Truncate-Truncate-A9Wn6"><span>on ${day(issue.createdAt)}</span></div></li>${DOT}<li><a class="prc-Link-Link-85e08" href="${path}" target="_blank">#${issue.number}</a></li></ul></div></div>`;
}

function repositoryResult(repository: Repository, now: Date): Html {
  return html`<div class="Result-module__Result__I0WVD"><div class="Repositories-module__content__AcQX9"><h3><div class="search-title"><a class="prc-Link-Link-85e08" href="/${fullName(repository)}"><span class="search-match">${fullName(repository)}</span></a></div></h3><div class="Content-module__Content__mHmep"><span class="search-match">${repository.description}</span></div><ul class="Footer-module__list__kWt2q"><li>TypeScript</li>${DOT}<li>Updated on ${day(now.toISOString())}</li></ul></div></div>`;
}

// Between two of a list, where it may not be: so it is on GitHub.
const DOT = raw('<span aria-hidden="true">·</span>');

const nothing = (type: string): Html => html`<div class="search-nothing"><img alt="" src="/images/modules/search/light.png" width="200" height="1"><h3 class="prc-Heading-Heading-6CmGO">Your search did not match any ${type.toLowerCase()}</h3><p>Try one of the tips below to find more.</p></div>`;
