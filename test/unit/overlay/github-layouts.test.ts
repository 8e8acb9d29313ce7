import { describe, expect, test } from 'vitest';
import { lookAt } from './look-at.ts';

/*
 * Pages of GitHub from 2019 to 2026 that are not in ../shared, in the least markup that still has what matters. Their structure is what the content scripts, notes and
 * fixtures of other extensions tell of the real ones: Refined GitHub, Clockify, Solidtime, gitcasso, better-github.
 */
const LIST = 'https://github.com/o/r/issues';
const ISSUE = 'https://github.com/o/r/issues/5';
const VIEW = 'https://github.com/orgs/o/projects/1/views/2';

const row = (number: number, more = '', repository = 'o/r') => `<li role="listitem"><h3><a data-testid="issue-pr-title-link" href="/${repository}/issues/${number}" data-hovercard-url="/${repository}/issues/${number}/hovercard">Title</a></h3>
  <div class="Description-module__container--x1y2z"><span data-testid="list-row-repo-name-and-number">#${number}</span> <a href="/maya">maya</a></div>${more}<div data-testid="list-row-comments"><a href="/${repository}/issues/${number}">3</a></div></li>`;
const classic = (number: number, kind = 'issues') => `<div id="issue_${number}" class="Box-row js-navigation-item js-issue-row"><a id="issue_${number}_link" class="h4 js-navigation-open" data-hovercard-type="issue" href="/o/r/${kind}/${number}">Title</a> <a class="IssueLabel" href="/o/r/labels/bug">bug</a>
  <div class="text-small"><span class="opened-by">#${number} opened by <a href="/maya">maya</a></span> <a href="/o/r/${kind}/${number}#pullrequestreview-1">Review required</a></div>
  <a class="Link--muted" aria-label="1 linked pull request" data-hovercard-type="pull_request" href="/o/r/pull/99"><span>1</span></a> <a aria-label="4 comments" href="/o/r/${kind}/${number}"><span>4</span></a></div>`;

describe('lists', () => {
  test('counts of sub-issues, a parent, a type and linked pull requests beside a title are not the row’s issue', () => {
    const rows = row(1, '<a href="/o/r/issues/1#sub-issues">1 / 3</a>') + row(2, '<a href="/o/r/issues?q=type%3ABug">Bug</a> <a href="/o/r/issues/80" data-hovercard-url="/o/r/issues/80/hovercard">Parent</a>') + row(100_001, '<div data-testid="list-row-linked-pull-requests"><a href="/o/r/pull/81">Fix</a></div>');
    const { badges, document } = lookAt(LIST, `<main><ul data-listview-component="items-list">${rows}</ul></main>`);
    expect(badges).toEqual(['o/r#1', 'o/r#2', 'o/r#100001']);
    expect(document.querySelectorAll('[class*="Description-module"] > waymark-badge').length).toBe(3);
  });

  test('pinned issues are rows although no list holds them, and say so in their line of small print', () => {
    const pinned = '<div><div class="PinnedIssues-module__container--x1y2z"><a class="PinnedIssue-module__Link--x1y2z" href="https://github.com/o/r/issues/1"><span>One</span></a><span class="PinnedIssue-module__issueMetadata--x1y2z">#1 · <a href="/maya">maya</a></span></div></div>';
    const { badges, document } = lookAt(LIST, `<main>${pinned}${pinned.replaceAll('/1', '/2')}<ul>${row(1)}</ul></main>`);
    expect(badges).toEqual(['o/r#1', 'o/r#2', 'o/r#1']);
    expect(document.querySelectorAll('[class*="issueMetadata"] > waymark-badge').length).toBe(2);
  });

  test('classic pinned issues and rows, with and without a main region that says so', () => {
    const pinned = '<div class="js-pinned-issues-reorder-container"><div class="Box js-pinned-issue-list-item"><a class="d-block" data-hovercard-type="issue" href="/o/r/issues/1">One</a><div><span class="opened-by">#1 opened by <a href="/maya">maya</a></span> <a aria-label="3 comments" href="/o/r/issues/1">3</a></div></div></div>';
    const list = `${pinned}<div class="js-navigation-container">${classic(2)}${classic(3)}</div>`;
    for (const html of [`<main>${list}</main>`, `<div class="application-main">${list}</div>`]) {
      const { badges, document } = lookAt(LIST, html);
      expect(badges).toEqual(['o/r#1', 'o/r#2', 'o/r#3']);
      expect([...document.querySelectorAll('waymark-badge')].every(({ nextElementSibling }) => nextElementSibling?.className === 'opened-by')).toBe(true);
    }
  });

  test('the pull list of 2026: rows without a role, in every density, with a stack’s parent by number', () => {
    const pull = (number: number, line: string) => `<li class="PullsListItem-module__listItem" tabindex="0"><div data-listview-item-title-container="true"><h3><a data-testid="listitem-title-link" href="https://github.com/o/r/pull/${number}">Title</a></h3></div>${line}<a href="/o/r/pull/${number}">2</a></li>`;
    const filters = '<nav><ul><li data-component="ActionList.Item"><a href="/o/r/pulls?q=is:pr">Pull requests</a></li></ul></nav>';
    const rows = pull(7, '<div class="Description-module__container PullsListItem-module__description"><span>#7</span> on <a href="/o/r/pull/6">#6</a></div>') + pull(8, '');
    const { badges, document } = lookAt('https://github.com/o/r/pulls', `<main><react-app app-name="pull-requests">${filters}<ul role="list" data-density="compact">${rows}</ul></react-app></main>`);
    expect(badges).toEqual(['o/r#7', 'o/r#8']);
    expect(document.querySelectorAll('[class*="Description-module"] > waymark-badge').length).toBe(1);
  });

  test('a person’s lists hold many repositories, with dots, dashes and digits in their names', () => {
    const { badges } = lookAt('https://github.com/issues/assigned', `<main><nav><ul><li><a href="/issues/mentioned">Mentioned</a></li></ul></nav><ul>${row(1)}${row(2, '', 'acme/shop.js')}${row(3, '', '1-up/.github')}${row(4, '', 'mona_acme/2024-x')}</ul></main>`);
    expect(badges).toEqual(['o/r#1', 'acme/shop.js#2', '1-up/.github#3', 'mona_acme/2024-x#4']);
  });

  test.each(['https://github.com/o/r/milestone/3', 'https://github.com/o/r/labels/good%20first%20issue', 'https://github.com/o/r/issues/created_by/maya', 'https://github.com/o/r/issues/views/4', 'https://github.com/issues/views/4', 'https://github.com/o/r/pulls/assigned/maya', 'https://github.com/pulls/inbox'])('%s: rows of either kind', (url) => {
    expect(lookAt(url, `<main><ul>${row(1)}</ul>${classic(2)}${classic(3, 'pull')}</main>`).badges).toEqual(['o/r#1', 'o/r#2', 'o/r#3']);
  });

  test.each(['li', 'div'])('a person’s pull requests of 2026-10, whose rows bear no ids of tests at all (as %s)', (tag) => {
    const pull = (number: number) => `<${tag} class="ListItem-module__row PullsListItem-module__row" role="listitem"><div><a href="https://github.com/acme/widgets/pull/99">linked: #99</a></div><div class="Title-module__container"><h3 class="Title-module__heading"><a class="Title-module__link" href="https://github.com/acme/widgets/pull/${number}">Make widgets faster</a></h3></div>
      <div class="MainContent-module__inner"><div class="Description-module__description PullsListItem-module__description"><span><button>acme/widgets</button><span>#${number}</span></span><span>opened yesterday</span></div></div></${tag}>`;
    const { badges, document } = lookAt('https://github.com/pulls/review-requested', `<main><div class="TitleDescription-module__summary">2 pull requests</div><div role="list">${pull(12)}${pull(34)}</div></main>`);
    expect(badges).toEqual(['acme/widgets#12', 'acme/widgets#34']);
    expect(document.querySelectorAll('.PullsListItem-module__description > waymark-badge:first-child').length).toBe(2);
  });

  test('what the page draws in front of itself is none: the pull requests that an issue’s icon opens', () => {
    const front = '<div id="__primerPortalRoot__" role="region"><div><div class="prc-Overlay-Overlay-x1y2z" role="none"><ul><li data-component="ActionList.Item"><a href="/o/r/pull/9" data-hovercard-type="pull_request">Fix</a></li></ul></div></div></div>';
    expect(lookAt(LIST, `${front}<main><ul>${row(1)}</ul></main>`).badges).toEqual(['o/r#1']);
  });

  test('what lies over a list is none: hovercards, menus, the dialog for a new issue with its similar ones', () => {
    const over = ['<div role="dialog">', '<div role="alertdialog">', '<div class="Popover js-hovercard-content">', '<div role="menu">', '<details-menu>'].map((start) => `${start}<ul>${row(9)}</ul></${start.slice(1).split(/[ >]/)[0]}>`);
    expect(lookAt(LIST, `<main>${over.join('')}<ul>${row(1)}</ul></main>`).badges).toEqual(['o/r#1']);
  });
});

describe('search', () => {
  const FOUND = 'https://github.com/search?q=wanted&type=issues';
  const heading = (number: number, repository: string, kind: string) => `<h3 class="Box-x1y2z"><div><a href="/${repository}" data-hovercard-url="/${repository}/hovercard"><span>${repository}</span></a></div><div class="Box-x1y2z search-title"><svg class="octicon"></svg><a class="prc-Link-x1y2z" href="/${repository}/${kind}/${number}"><span class="search-match">Just <em>wanted</em></span></a></div></h3>`;
  const lines = (number: number, repository: string, kind: string) => `<div class="Content-module__Content__x1y2z"><span class="search-match">... See issues/99 as <em>wanted</em> ...</span></div><div><span class="prc-Label-x1y2z">bug</span></div><ul><li><img alt="">maya</li><span aria-hidden="true">·</span><li>64</li><span aria-hidden="true">·</span><li>Opened on Feb 17</li><span aria-hidden="true">·</span><li><a href="/${repository}/${kind}/${number}" target="_blank">#${number}</a></li></ul>`;
  const result = (number: number, repository = 'o/r', kind = 'issues') => `<div class="Result-module__Result__x1y2z"><div class="Issues-module__content__x1y2z">${heading(number, repository, kind)}${lines(number, repository, kind)}</div></div>`;
  const facets = '<div><h2>Filter by</h2><nav><ul><li><a href="/search?q=wanted&amp;type=issues">Issues</a></li><li><a href="/o/r/issues/70">Saved</a></li></ul></nav></div>';
  const page = (results: string) => `<main><react-app>${facets}<div data-testid="results-list" class="List-module__List__x1y2z">${results}</div></react-app></main>`;

  test('each result has one, of any repository, in the line under it beside the author', () => {
    const { badges, document } = lookAt(FOUND, page(result(1) + result(3195, 'valkey-io/valkey-glide') + result(7, 'Acme/shop.js', 'pull')));
    expect(badges).toEqual(['o/r#1', 'valkey-io/valkey-glide#3195', 'Acme/shop.js#7']);
    expect([...document.querySelectorAll('waymark-badge')].map(({ parentElement, nextElementSibling }) => [parentElement?.localName, nextElementSibling?.localName])).toEqual([['li', 'img'], ['li', 'img'], ['li', 'img']]);
  });

  test.each([
    ['its test ids', (html: string) => html.replaceAll(/ data-testid="[^"]*"/g, '')],
    ['the names of its modules', (html: string) => html.replaceAll(/ class="[A-Z][^"]*module[^"]*"/g, '')],
    ['its lists', (html: string) => html.replaceAll(/<ul>.*?<\/ul>/g, '')],
  ])('a page that has lost %s is still one', (_name, without) => {
    const { badges, document } = lookAt(FOUND, without(page(result(1) + result(2, 'acme/shop'))));
    expect(badges).toEqual(['o/r#1', 'acme/shop#2']);
    expect(document.querySelector('.search-match waymark-badge')).toBeNull();
  });

  test('results that are no issues have none', () => {
    const repository = '<div class="Result-module__Result__x1y2z"><h3><div class="search-title"><a href="/o/issues">o/issues</a></div></h3><a href="/o/issues/stargazers">12</a></div>';
    const discussion = `<div class="Result-module__Result__x1y2z">${heading(5, 'o/r', 'discussions')}</div>`;
    expect(lookAt(FOUND, page(repository + discussion)).badges).toEqual([]);
  });

  test.each(['https://github.com/search?q=wanted&type=Issues', 'https://github.com/o/r/search?q=wanted&type=issues'])('%s of the old kind', (url) => {
    const old = (year: number) => (year === 2019
      ? '<div class="issue-list-item d-flex py-4"><svg></svg><div class="flex-auto"><div class="d-flex"><h3 class="text-normal"><a title="One" href="/o/r/pull/1">One <em>wanted</em></a></h3><span>#1</span></div><p>issues/9 in a text</p><div class="d-flex text-small text-gray"><span><a data-hovercard-type="repository" href="/o/r/issues">o/r</a></span><span>Opened by <a href="/maya">maya</a></span></div></div></div>'
      : '<div class="issue-list-item d-flex py-4 hx_hit-issue"><svg></svg><div class="flex-auto"><div class="text-small"><a class="Link--muted text-bold" href="/o/r/issues">o/r</a> <a href="/o/r/issues">#2</a></div><div class="f4 text-normal markdown-title"><a title="Two" href="/o/r/issues/2">Two <em>wanted</em></a></div><p class="mb-0">A text</p><div class="d-flex text-small"><div>maya opened</div></div></div></div>');
    const { badges, document } = lookAt(url, `<div class="application-main"><main><div class="codesearch-results"><div id="issue_search_results"><div class="issue-list"><div>${old(2019)}${old(2021)}</div></div></div></div></main></div>`);
    expect(badges).toEqual(['o/r#1', 'o/r#2']);
    expect([...document.querySelectorAll('waymark-badge')].map(({ previousElementSibling }) => previousElementSibling?.textContent)).toEqual(['One wanted', 'Two wanted']);
  });
});

describe('the page of one issue', () => {
  const viewer = (title: string, more = '') => `<div data-testid="issue-viewer-issue-container"><div data-testid="issue-header">${title}</div><div data-testid="issue-metadata-fixed"><span data-testid="header-state" class="prc-StateLabel-StateLabel-x1y2z">Open</span> <a href="/o/r/issues/4" data-hovercard-url="/o/r/issues/4/hovercard">Parent</a></div></div>${more}`;
  const h1 = '<h1 data-component="PH_Title"><bdi data-testid="issue-title">Title</bdi> <span>#5</span></h1>';
  const lists = `<ul role="tree"><li role="treeitem"><h4><a data-testid="listitem-title-link" href="/o/r/issues/51">Sub-issue</a></h4></li></ul><div data-testid="sidebar-section"><ul><li><a href="/o/r/pull/6">Linked pull request</a></li><li><a href="/o/r/issues/52">Blocked by</a></li></ul></div>
    <div data-testid="issue-timeline-container"><ul><li>Duplicate of <a href="/o/r/issues/53">#53</a></li></ul></div>`;

  test.each([ISSUE, `${ISSUE}?notification_referrer_id=NT_x`, `${ISSUE}#issuecomment-1`, `${ISSUE}?sub_issue=1`])('%s has one badge: parents, sub-issues, relationships, linked pull requests and duplicates none', (url) => {
    const { badges, document } = lookAt(url, `<main>${viewer(h1, lists)}</main>`);
    expect(badges).toEqual(['*o/r#5']);
    expect(document.querySelector('waymark-badge')?.previousElementSibling?.getAttribute('data-testid')).toBe('header-state');
  });

  test.each(['before', 'after'])('a sub-issue that is open in a panel over it, %s it in the document, has none, and takes none away', (order) => {
    const panel = '<div id="__primerPortalRoot__" role="region"><div role="dialog" aria-label="Side panel: Issue: Six"><div data-testid="issue-header"><h1 data-component="PH_Title"><bdi data-testid="issue-title">Six</bdi> <a href="/o/r/issues/6">#6</a></h1></div><div data-testid="issue-metadata-fixed"><span data-testid="header-state">Closed</span></div></div></div>';
    const own = `<main>${viewer(h1, lists)}</main>`;
    const { badges, document } = lookAt(`${ISSUE}?issue=o%7Cr%7C6`, order === 'before' ? panel + own : own + panel);
    expect(badges).toEqual(['*o/r#5']);
    expect(document.querySelector('main waymark-badge')?.previousElementSibling?.textContent).toBe('Open');
    expect(lookAt(ISSUE, panel).badges).toEqual([]);
  });

  test('its sub-issues, as trees in trees, its development and its relations name others', () => {
    const branch = (number: number, more = '') => `<li role="treeitem" aria-expanded="true" class="PRIVATE_TreeView-item"><div class="PRIVATE_TreeView-item-container"><h4 class="Title-module__heading"><a data-testid="sub-issue-title-link" href="/o/r/issues/${number}" data-hovercard-url="/o/r/issues/${number}/hovercard">Sub-issue</a></h4></div>${more}</li>`;
    const more = `<div data-testid="sub-issues-issue-container"><ul role="tree">${branch(51, `<ul role="group">${branch(52)}</ul>`)}</ul></div><div data-testid="sidebar-relationships-section"><ul><li role="listitem"><a href="/o/r/issues/4" data-hovercard-type="issue">Parent</a></li></ul></div>
      <div data-testid="issue-viewer-linked-pr-container"><ul><li><a href="/o/r/pull/60" data-hovercard-type="pull_request">Fix</a></li></ul></div><div data-timeline-event-id="1"><h3><a href="/o/other/pull/61">Fixed elsewhere</a></h3><span class="prc-StateLabel-x1y2z">Merged</span></div>`;
    expect(lookAt(ISSUE, `<main>${viewer(h1, more)}</main>`).badges).toEqual(['*o/r#5']);
  });

  test('an issue that is shown in the place of a person’s own list is named by the address (2025)', () => {
    const { badges } = lookAt('https://github.com/issues/assigned?issue=Acme%7Cshop.js%7C12345', `<main>${viewer('<h1 data-component="PH_Title"><bdi data-testid="issue-title">Title</bdi> <a href="/o/r/issues/9">#9</a></h1>', lists)}</main>`);
    expect(badges).toEqual(['*Acme/shop.js#12345']);
    expect(lookAt('https://github.com/issues/assigned?issue=12345', `<main><ul>${row(1)}</ul></main>`).badges).toEqual(['o/r#1']);
  });

  test.each([
    ['2019', 'pull/5/files', '<div id="js-repo-pjax-container"><div id="partial-discussion-header"><div class="gh-header-show"><h1 class="gh-header-title"><span class="js-issue-title">Title</span> <span class="gh-header-number">#5</span></h1></div><div class="TableObject gh-header-meta"><div><span class="State State--green" title="Status: Open">Open</span></div></div><div class="js-sticky"><div class="sticky-content"><span class="State">Open</span><h1><a class="js-issue-title" href="#">Title</a></h1></div></div></div></div>'],
    ['2025, reduced by a reader', 'issues/5', '<main id="js-repo-pjax-container"><div class="gh-header-show"><h1 class="gh-header-title" data-testid="issue-title"><span class="js-issue-title markdown-title">Title</span></h1></div><div class="gh-header-meta"><span class="State State--open" data-testid="issue-state-badge">Open</span></div></main>'],
    ['2026-09, with the number for screen readers alone', 'pull/5/changes', '<main><react-app><header class="prc-PageLayout-Header-x1y2z"><div data-component="PageHeader"><div class="prc-PageHeader-TitleArea-x1y2z" data-component="TitleArea"><div class="PullRequestHeader-module__titleWithAction__x1y2z"><h1 class="PullRequestHeader-module__inlineTitle__x1y2z" data-component="PH_Title"><span class="markdown-title">Title</span><span class="sr-only"> - #5</span></h1></div></div><div data-component="PageHeader.Description"><span class="prc-StateLabel-StateLabel-x1y2z">Merged</span> <a href="/maya" data-hovercard-type="user">maya</a> merged 6 commits</div></div></header></react-app></main>'],
    // kepano/defuddle, .context/github-pr.html
    ['2026-03, with a copy for scrolling inside it', 'pull/5', '<main><react-app class="loaded"><header class="prc-PageLayout-Header-x1y2z"><div class="prc-PageHeader-PageHeader-x1y2z PullRequestHeader-module__actionsAboveTitleOnNarrow__x1y2z"><div data-component="TitleArea"><h1 data-component="PH_Title"><span class="markdown-title">Title</span><span><span>#5</span></span></h1></div><div class="prc-PageHeader-Description-x1y2z"><div class="d-flex"><span class="prc-StateLabel-StateLabel-x1y2z" data-status="pullOpened">Open</span><div><a href="/maya">maya</a> wants to merge</div></div></div><div data-component="PH_Navigation"><nav><a role="tab" href="/o/r/pull/5">Conversation</a></nav></div></div><div class="prc-PageHeader-PageHeader-x1y2z use-sticky-header-module__stickyHeader__x1y2z"><div data-component="TitleArea"><div data-component="PH_LeadingVisual"><span class="prc-StateLabel-StateLabel-x1y2z" data-status="pullOpened">Open</span></div><h2 data-component="PH_Title"><a href="#top"><span class="markdown-title">Title</span></a><span>#5</span></h2></div></div></header></react-app></main>'],
    ['2026, checks', 'pull/5/checks', '<main><react-app><div class="prc-PageHeader-TitleArea-x1y2z"><h1 data-component="PH_Title"><span class="markdown-title">Title</span> #5</h1></div><span class="prc-StateLabel-StateLabel-x1y2z" data-status="pullMerged">Merged</span></react-app></main>'],
  ])('a header of %s has it behind its state', (_year, path, html) => {
    const { badges, document } = lookAt(`https://github.com/o/r/${path}`, html);
    expect(badges).toEqual(['*o/r#5']);
    expect(document.querySelector('waymark-badge')?.previousElementSibling?.matches('[class^="State"],[class*="StateLabel"]')).toBe(true);
    expect(document.querySelector('[class*="sticky"] waymark-badge')).toBeNull();
  });

  test.each([
    ['not there', '<main><h1>404</h1><p>This is not the web page you are looking for</p></main>'],
    ['deleted', '<main><div class="blankslate"><h3>This issue has been deleted.</h3></div></main>'],
    ['behind a sign-on', '<main><h1>Single sign-on to Acme</h1><a href="/login?return_to=%2Fo%2Fr%2Fissues%2F5">Sign in</a></main>'],
    ['not to be had now', '<div class="container"><h1>Whoa there!</h1><p>You have exceeded a secondary rate limit.</p></div>'],
  ])('one that is %s has none', (_name, html) => {
    expect(lookAt(ISSUE, html).badges).toEqual([]);
  });
});

describe('projects', () => {
  test('a card of 2026, whose icon and name each have a box of their own, has it behind the name, before the people and labels', () => {
    const card = (id: number, name: string, href: string) => `<div data-board-card-id="${id}" data-hovercard-subject-tag="issue:${id}" role="button" aria-labelledby="board-card-title-${id}"><div><div><div><div><div id="board-card-header-icon-${id}"><span><svg class="octicon"></svg></span></div><div id="board-card-header-title-${id}"><span>${name}</span></div></div>
      <div><figure><figcaption>Assignees: maya</figcaption><img alt="maya"></figure></div></div></div><a data-component="Link" role="button" href="${href}" target="_blank"><h3 id="board-card-title-${id}"><span>Title</span></h3></a></div></div>`;
    const { badges, document } = lookAt(VIEW, `<div id="memex-project-view-root"><div data-board-column="Todo">${card(1, 'r #1', 'https://github.com/o/r/issues/1')}${card(2, 'Draft', '#')}${card(3, 'r #3', 'https://github.com/o/r/pull/3')}<div data-board-card-id="4" role="button" style="height: 125px;"></div></div></div>`);
    expect(badges).toEqual(['o/r#1', 'o/r#3']);
    expect([...document.querySelectorAll('waymark-badge')].map(({ previousElementSibling }) => previousElementSibling?.id)).toEqual(['board-card-header-title-1', 'board-card-header-title-3']);
  });

  const cells = (...all: string[]) => all.map((cell) => `<div role="gridcell">${cell}</div>`).join('');
  const item = (number: number, ...fields: string[]) => `<div role="row" data-hovercard-subject-tag="issue:${number}">${cells(String(number), `<svg></svg><a href="https://github.com/o/r/issues/${number}">Title</a><div>#${number}</div>`, ...fields)}</div>`;
  const parent = '<a href="https://github.com/o/r/issues/80">Parent</a>';
  const table = (rows: string) => `<div id="memex-project-view-root"><div role="grid"><div role="row"><div role="columnheader">Title</div></div>${rows}</div></div>`;

  test('a table that is grouped by parent: its issues, not the group’s heading, drafts, redacted items or fields', () => {
    const heading = `<div role="row"><div role="rowheader"><button aria-expanded="true"></button>${parent}<span>3</span></div></div>`;
    const draft = `<div role="row">${cells('2', 'A draft', '<a href="https://github.com/o/r/issues/81">https://github.com/o/r/issues/81</a>')}</div>`;
    const redacted = `<div role="row">${cells('3', 'You don’t have permission to access this item', '')}</div>`;
    const { badges, document } = lookAt(VIEW, table(heading + item(1, parent) + draft + redacted + item(4)));
    expect(badges).toEqual(['o/r#1', 'o/r#4']);
    expect([...document.querySelectorAll('waymark-badge')].every(({ nextElementSibling }) => nextElementSibling?.matches('a'))).toBe(true);
  });

  test.each([
    ['a toggle in its first cell', `<div role="rowheader"><button aria-expanded="false"></button>${parent}<span>3</span></div><div role="gridcell"><button aria-haspopup="true" aria-expanded="false"></button></div>`],
    ['one cell alone', `<div role="gridcell"><button aria-label="Expand group"></button>${parent}<span>3</span></div>`],
  ])('a table whose groups are all shut has none: each heading is a row with %s', (_name, heading) => {
    expect(lookAt(VIEW, table(`<div role="row">${heading}</div>`.repeat(3))).badges).toEqual([]);
    expect(lookAt(VIEW, table(`<div role="row">${heading}</div>`.repeat(2) + item(1))).badges).toEqual(['o/r#1']);
  });

  test('issues that open and shut their sub-issues in the table are rows like any other', () => {
    const nested = (number: number, level: number) => `<div role="row" aria-level="${level}" data-hovercard-subject-tag="issue:${number}">${cells(String(number), `<button aria-expanded="true" aria-label="Sub-issues"></button><a href="https://github.com/o/r/issues/${number}">Title</a>`, parent)}</div>`;
    expect(lookAt(VIEW, table(nested(80, 1) + nested(1, 2) + nested(2, 2))).badges).toEqual(['o/r#80', 'o/r#1', 'o/r#2']);
  });

  test('a row without the mark is one where no row has it, with the menu of each and a number of its own', () => {
    const bare = (number: number) => `<div role="row">${cells(`<button aria-haspopup="true" aria-expanded="false">${number}</button>`, `<a href="https://github.com/o/r/issues/${number}">Title</a>`, parent)}</div>`;
    expect(lookAt(VIEW, table(bare(1) + bare(2))).badges).toEqual(['o/r#1', 'o/r#2']);
  });

  test('a roadmap’s row names its issue twice, beside the time and on it', () => {
    const rows = [1, 2].map((number) => `<div role="row">${cells(`<a href="https://github.com/o/r/issues/${number}">Title</a>`)}<div><a href="https://github.com/o/r/issues/${number}">Title</a></div></div>`).join('');
    expect(lookAt(VIEW, table(rows)).badges).toEqual(['o/r#1', 'o/r#2']);
  });

  const panel = (role: string, number: string) => `<div role="${role}" aria-label="Side panel: Issue: Title" class="SidePanel-module__Overlay--x1y2z"><div aria-label="Header" role="region" data-testid="issue-header"><h2 data-component="PH_Title"><bdi data-testid="issue-title">Title of #9</bdi><div>${number}</div></h2></div>
    <div data-testid="issue-metadata-fixed"><span data-testid="header-state" class="prc-StateLabel-x1y2z" data-status="issueOpened">Open</span></div><div data-testid="issue-metadata-sticky"><span data-testid="header-state">Open</span><a href="https://github.com/o/r/issues/57"><bdi data-testid="issue-title-sticky">Title</bdi></a></div></div>`;
  const link = '<a href="https://github.com/o/r/issues/57">#57</a>';

  test.each([
    ['named by the address', 'dialog', '&issue=o%7Cr%7C57', '<span>#57</span>'],
    ['pinned beside the board', 'complementary', '&issue=o%7Cr%7C57', '<span>#57</span>'],
    ['named by its own link, as the address names only an item', 'dialog', '', link],
  ])('an issue in the side panel, %s', (_name, role, query, number) => {
    const { badges, document } = lookAt(`${VIEW}?pane=issue&itemId=7${query}`, table(item(1)) + panel(role, number));
    expect(badges).toEqual(['o/r#1', '*o/r#57']);
    expect(document.querySelector('[data-testid="issue-metadata-fixed"] > waymark-badge')).not.toBeNull();
  });

  test('a draft in the side panel has none, whatever its title says', () => {
    const draft = '<div role="dialog" aria-label="Side panel: Draft issue: x"><h2><bdi>As <a href="/o/r/issues/9">o/r says in issue 9</a></bdi></h2><span class="prc-StateLabel-x1y2z" data-status="issueDraft">Draft</span></div>';
    expect(lookAt(`${VIEW}?pane=issue&itemId=7`, table(item(1)) + draft).badges).toEqual(['o/r#1']);
  });
});

test.each(['/o/r/discussions/5', '/o/r/commits/main', '/o/r/commit/a1b2c3d', '/o/r/blob/main/issues/5', '/o/r/wiki/issues', '/o/r/releases/tag/v1', '/o/r/compare/a...b', '/o/r/actions/runs/1', '/o/r/security/advisories/GHSA-1', '/o/r/issues/new', '/o/r/issues/new/choose', '/o/r/issues/new?template=bug.yml', '/o/r/milestones', '/o/r/labels', '/o/r/contribute', '/o/r/network/dependents', '/o/r/queue/main', '/o/r/projects', '/orgs/o/projects', '/orgs/o/projects/1/insights', '/orgs/o/projects/1/archive', '/orgs/o/discussions/5', '/notifications', '/search?q=x&type=code', '/search?q=x&type=repositories', '/search?q=type%3Dissues', '/search/advanced?type=issues', '/maya', '/settings/profile', '/login', '/sessions/two-factor/app', '/features/issues', '/marketplace/actions/x', '/topics/issues', '/blog/issues/5'])(
  'nothing on %s, whatever it lists',
  (path) => {
    expect(lookAt(`https://github.com${path}`, `<main><h1 class="gh-header-title"><bdi class="js-issue-title">Title</bdi></h1><span class="State">Open</span><ul>${row(1)}</ul>${classic(2)}</main>`).badges).toEqual([]);
  },
);
