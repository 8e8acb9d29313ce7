import { githubHeader } from './github-header.ts';
import { GITHUB, headingOf } from './github-markup.ts';
import type { DetailRules, PlaceRule, RowRules } from './surface.ts';

/**
 * 2025-09: React lists, and the pinned issues above them · 2026-10: a person's pull requests · 2020: classic rows, the pull list of 2026 among them · 2025-05: the line under a result of a search, which is a list · 2019: the classic ones'. The line
 * under the title has room, and there the scores stand in one column.
 */
const smallPrint: PlaceRule = (row) => {
  const named = row.querySelector('[data-testid="list-row-repo-name-and-number"],.opened-by')?.parentElement;
  const line = named ?? row.querySelector('[class^="Description-module"],[class*="PinnedIssue-module__issueMetadata"],h3~ul>li,.issue-list-item .text-small');
  return line && line !== row ? { parent: line, before: line.firstChild } : null;
};

/** 2026, 2025-09: the card's first line: state icon, `repo #26`, then us, then its menu. */
const cardHeader: PlaceRule = (card) => {
  const icon = card.querySelector('svg.octicon');
  const named = card.querySelector('[id^="board-card-header-title"]');
  const name = named ?? icon?.nextElementSibling ?? icon?.parentElement?.nextElementSibling;
  if (!name?.parentElement || (!named && name.childElementCount > 0) || name.closest('a')) return null;
  return { parent: name.parentElement, before: name.nextSibling, narrow: 'shrink' };
};

/** 2026: tables and roadmaps cut long titles off; before the title we are never cut with it. */
const beforeTitle: PlaceRule = (row, link) => (row.matches('[role="row"],tr') && link.parentElement ? { parent: link.parentElement, before: link } : null);

/** Behind the title where nothing else is known. */
const afterTitle: PlaceRule = (row, link) => {
  const heading = headingOf(link, row);
  return heading?.parentElement ? { parent: heading.parentElement, before: heading.nextSibling } : null;
};

/**
 * A result of GitHub's search. 2026: `[data-testid="results-list"] > .Result-module__Result__I0WVD` around an `h3` with the title's link (measured live on 2026-09-22 by a translating userscript, and read so by two
 * crawlers of the same year) · 2025-05: a row of `type=issues` copied out of the page, `h3 .search-title a`, then the snippet, labels, and a list with the author and `#12` (gbrian/codx-junior, .codx/tasks/Default/Ideas/
 * github-issues-preview…md; the list around it: Valtersen/github-crawler, tests/fixtures/search_repos_page.html) · 2019, and Enterprise Servers, whose search is still of the old kind: `.issue-list-item`
 * (Bgeninatti/GitHubCrawler, tests/html_files/result_issues.html).
 */
const RESULTS = ['[data-testid="results-list"]>div', '.issue-list-item', ':has(>h3 .search-title,>h3.search-title)'];

export const LIST_ROWS: RowRules = {
  markup: GITHUB,
  containers: ['li[role="listitem"]', '.js-issue-row', '[role="row"]', ...RESULTS],
  // The last: pinned issues, React's and the classic ones.
  fallback: ['li,tr,article,[role="listitem"],.Box-row', '[class*="PinnedIssues-module__container"],.js-pinned-issue-list-item'],
  places: [smallPrint, beforeTitle, afterTitle],
  inOrder: true,
  empty: '[data-testid="results-list"],[src*="modules/search/"],[data-listview-component],[class*="ListView-module"],.js-navigation-container,[class*="lankslate"]',
};

// A table marks the rows of issues and pull requests (2022 to 2026). One without that mark is a draft or heads a group: it names an issue only in its fields. Where no row of a table has it, as while all its groups are
// shut, one that opens and shuts others, or is a single cell, heads a group.
const MARK = '[data-hovercard-subject-tag]';
const UNMARKED = `:has([role="rowheader"]~*,[role="gridcell"]~*):not(:has([aria-expanded]:not([aria-haspopup])),[role$="grid"]:has(${MARK}) *)`;

export const PROJECT_ROWS: RowRules = {
  markup: GITHUB,
  containers: ['[data-board-card-id]', '.board-view-column-card', `[role="row"]:is(${MARK},${UNMARKED})`],
  fallback: [],
  places: [cardHeader, beforeTitle, afterTitle],
  empty: '[data-board-column],#memex-project-view-root',
};

// 2026: React without data-testid on pull requests · 2025-09: React issues · to 2026: classic
const TITLES = ['[data-testid="issue-header"] h1', '[data-testid="issue-title"]', 'h1[data-component="PH_Title"]', '.gh-header-title', '.js-issue-title'];
const STATES = ['[data-testid="header-state"]', '[class*="StateLabel"]', '[data-status^="issue"]', '[data-status^="pull"]', '.State'];

export const HEADER: Pick<DetailRules, 'header'> = {
  header: githubHeader({ titles: [...TITLES, 'main h1:has(> bdi)', 'main h1 .markdown-title'], states: STATES, within: null }),
};

export const PANEL_HEADER: Pick<DetailRules, 'header'> = {
  header: githubHeader({ titles: [...TITLES, ':is(h1,h2):has(bdi)'], states: STATES, within: '[role="dialog"],[role="complementary"],[class*="idePanel"]' }),
};
