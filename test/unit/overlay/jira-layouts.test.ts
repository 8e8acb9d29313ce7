import { describe, expect, test } from 'vitest';
import { stripTestIds } from '../../e2e/chromium/overlay-mutations.ts';
import { lookAt } from './look-at.ts';

/*
 * Pages of Jira, Cloud and Data Center, that are not in ../shared, in the least markup that still has what matters. Their structure is what other people's scripts and
 * fixtures tell of the real ones: gthau/userscripts (live, 2026-08), jira-helper, tickety-tick, Atlassian's own performance toolkit.
 */
const SITE = 'https://acme.atlassian.net';
const BOARD = `${SITE}/jira/software/c/projects/SHOP/boards/1`;
const cloud = (main: string, beside = '') => `<div id="jira-frontend"><nav aria-label="Sidebar"><a href="/browse/SHOP-99">Recent</a></nav><div role="main">${main}</div>${beside}</div>`;
const key = (number: number) => `<a href="/browse/SHOP-${number}">SHOP-${number}</a>`;
const card = (number: number) => `<div id="card-SHOP-${number}" data-testid="platform-board-kit.ui.card.card"><div><div data-testid="issue-field-parent-readview-card.ui.parent">${key(90)}</div><div data-testid="platform-card.common.ui.key.key">${key(number)}</div></div></div>`;
const trigger = (inner: string) => `<span data-testid="hover-card-trigger-wrapper" role="none">${inner}</span>`;

describe('Cloud', () => {
  test('a board with swimlanes: each lane’s own issue and its cards, not the cards’ parents', () => {
    const lane = (number: number, cards: string) => `<div data-testid="platform-board-kit.ui.swimlane.swimlane-wrapper"><div data-testid="platform-board-kit.ui.swimlane.swimlane-content"><button><div data-testid="platform-card.common.ui.key.key">${key(number)}</div><span>Epic</span></button></div><div data-testid="platform-board-kit.ui.swimlane.swimlane-columns">${cards}</div></div>`;
    const html = cloud(lane(8, card(1) + card(2)) + lane(9, card(3)));
    for (const page of [html, stripTestIds(html)]) expect(lookAt(BOARD, page).badges).toEqual(['SHOP-8', 'SHOP-1', 'SHOP-2', 'SHOP-9', 'SHOP-3']);
  });

  test('a timeline: its rows, whose titles may be links as well, and no bars', () => {
    const kit = 'roadmap.timeline-table-kit.ui.list-item-content.summary';
    const row = (number: number, title: string) => `<div data-testid="roadmap.timeline-table.components.list-item.container-57693${number}"><span data-testid="roadmap.timeline-table.components.list-item.expand-button.container-57693${number}"></span><div><a data-testid="${kit}.key" href="/browse/SHOP-${number}">SHOP-${number}</a></div><div data-testid="${kit}.title">${title}</div></div>`;
    const { badges, document } = lookAt(`${BOARD}/timeline`, cloud(row(1, 'One') + row(2, '<a href="/browse/SHOP-2">Two</a>') + '<div data-testid="roadmap.timeline-table.components.bar"><div>SHOP-1</div></div>'));
    expect(badges).toEqual(['SHOP-1', 'SHOP-2']);
    expect([...document.querySelectorAll('waymark-badge')].every(({ previousElementSibling }) => previousElementSibling?.matches('[data-testid$=".key"]'))).toBe(true);
  });

  // The second address: as people link to their queues and requests in public repositories, to 2026-07.
  test.each(['/jira/servicedesk/projects/SUP/queues/custom/3', '/jira/servicedesk/projects/SUP/section/incidents/custom/3'])('%s: its requests by the queue’s own addresses, not what they are linked to', (queue) => {
    const link = (inner: string) => `<a href="${queue}/SUP-1">${inner}</a>`;
    const row = `<tr data-testid="native-issue-table.ui.issue-row"><td>${link('<img alt="Bug">')}</td><td>${trigger(link('SUP-1'))}</td><td>${link('Summary')}</td><td>${key(7)}</td></tr>`;
    expect(lookAt(`${SITE}${queue}`, cloud(`<table>${row}</table>`)).badges).toEqual(['SUP-1']);
  });

  // A row is a box with a role (cam-barts/userscripts, scripts/Jira Age Dynamic Highlighter.user.js), and its cells bear the request's key. A person may have put any column first.
  test('a queue of boxes: its requests, not what stands before their keys', () => {
    const cell = (field: string, inner: string) => `<div data-testid="common.components.virtual-table.table.content.rows.common.cell-wrapper-rowSUP-1-${field}"><div>${inner}</div></div>`;
    const link = (inner: string) => `<a href="/jira/servicedesk/projects/SUP/queues/custom/3/SUP-1">${inner}</a>`;
    const request = `<div role="row">${cell('issuelinks', key(7))}${cell('issuetype', link('<img alt="Bug">'))}${cell('issuekey', link('SUP-1'))}${cell('summary', link('Summary'))}</div>`;
    const { badges, document } = lookAt(`${SITE}/jira/servicedesk/projects/SUP/queues/custom/3`, cloud(`<div data-testid="virtual-table.table.main">${request}</div>`));
    expect(badges).toEqual(['SUP-1']);
    expect(document.querySelector('waymark-badge')?.previousElementSibling?.textContent).toBe('SUP-1');
  });

  test.each([
    ['a business project’s list', '/jira/core/projects/SHOP/list', `<div role="table"><div role="row"><div role="cell">${trigger(key(1))}</div><div role="cell"><a href="/browse/SHOP-1">Summary</a></div></div></div>`],
    ['a table of a link’s data', '/issues/?jql=x', `<table><tr data-testid="datasource-table-view--row-ari:cloud:jira:x:issue/1"><td><a data-testid="issue-like-table-type-icon-link" aria-label="SHOP-1" href="/browse/SHOP-1"><img alt="Epic"></a></td><td>${trigger(key(1))}</td></tr></table>`],
    ['a list without test ids for its rows', '/issues/?jql=x', `<ul><li>${trigger(key(1))} Summary</li></ul>`],
    ['ideas', '/jira/polaris/projects/SHOP/ideas/view/9', `<div role="grid"><div role="row"><div role="gridcell">${key(1)}</div><div role="gridcell"><a href="/jira/polaris/projects/SHOP/ideas/view/9?selectedIssue=SHOP-1">Idea</a></div></div></div>`],
  ])('%s: behind the key, although a link that opens a card on hovering is wrapped for it', (_name, path, html) => {
    const { badges, document } = lookAt(`${SITE}${path}`, cloud(html));
    expect(badges).toEqual(['SHOP-1']);
    expect(document.querySelector('waymark-badge')?.previousElementSibling?.textContent).toBe('SHOP-1');
  });

  test('what such a card shows is none, nor what an assistant beside the page says', () => {
    const hover = `<div data-testid="hover-card"><div><p>${key(5)}</p></div></div>`;
    expect(lookAt(BOARD, cloud(card(1) + hover, `<aside data-testid="page-layout.aside"><div><p>See ${key(6)}</p></div></aside>`)).badges).toEqual(['SHOP-1']);
  });

  test('search results beside the issue that is open: each once, and the open one’s other links none', () => {
    const item = (number: number) => `<li data-testid="issue-navigator.ui.issue-results.detail-view.card-list.card.list-item"><a data-testid="issue-navigator.ui.issue-results.detail-view.card-list.card" href="/browse/SHOP-${number}?jql=x"><div><img alt="Bug"><span>SHOP-${number}</span></div><div>Summary</div></a></li>`;
    const open = `<div data-testid="issue.views.issue-details.issue-layout.issue-layout"><div id="jira-issue-header"><nav><ol><li>${key(90)}</li><li><div role="listitem" data-testid="issue.views.issue-base.foundation.breadcrumbs.breadcrumb-current-issue-container"><a data-testid="issue.views.issue-base.foundation.breadcrumbs.current-issue.item" href="/browse/SHOP-1">SHOP-1</a></div></li></ol></nav></div><div>${key(91)}</div></div>`;
    const { badges, document } = lookAt(`${SITE}/issues/SHOP-1?jql=x`, cloud(`<ul aria-label="Issues">${item(1)}${item(2)}</ul>${open}`));
    expect(badges).toEqual(['SHOP-1', 'SHOP-2', '*SHOP-1']);
    expect(document.querySelectorAll('li img + span + waymark-badge').length).toBe(2);
  });

  test('an issue’s children as cards of two links, one of them wrapped', () => {
    const line = 'issue.issue-view.views.common.issue-line-card';
    const child = `<div data-testid="${line}.card-container">${trigger(`<a data-testid="${line}.issue-line-card-view.key" href="/browse/SHOP-2">SHOP-2</a>`)}<a data-testid="issue-line-card.ui.inline-read.link-item" href="/browse/SHOP-2">Summary</a></div>`;
    const { badges } = lookAt(`${SITE}/browse/SHOP-1`, cloud(`<div id="jira-issue-header"><nav><ol><li><a aria-current="page" href="/browse/SHOP-1">SHOP-1</a></li></ol></nav></div><div data-testid="issue.views.common.child-issues-panel.issues-container">${child}</div>`));
    expect(badges).toEqual(['*SHOP-1', 'SHOP-2']);
  });

  test('an idea that is open beside the others has its badge behind its own key', () => {
    const open = `<div data-testid="polaris-ideas.ui.idea-view.breadcrumbs.container"><div><a data-testid="polaris-ideas.ui.idea-view.breadcrumbs.key.key" href="/browse/SHOP-1">SHOP-1</a></div></div><div data-testid="polaris-ideas.ui.idea-view.summary.container">Idea <div>${key(91)}</div></div>`;
    expect(lookAt(`${SITE}/jira/polaris/projects/SHOP/ideas/view/9?selectedIssue=SHOP-1`, cloud(`<div role="grid"><div role="row"><div role="gridcell">${key(1)}</div></div></div>${open}`)).badges).toEqual(['SHOP-1', '*SHOP-1']);
  });

  test.each(['/jira/for-you', '/jira/your-work', '/jira/dashboards/1', '/jira/filters', '/jira/projects', '/jira/people/x', '/jira/rovo-search', '/jira/ops/alerts?view=list', '/jira/software/c/projects/SHOP/summary', '/jira/software/c/projects/SHOP/boards', '/jira/software/c/projects/SHOP/boards/1/reports/velocity', '/jira/software/projects/SHOP/code', '/jira/software/c/projects/SHOP/form', '/projects/SHOP/versions/1', '/jira/servicedesk/projects/SUP/customers', '/servicedesk/customer/portal/1/SUP-1', '/wiki/spaces/SHOP/pages/1', '/browse/SHOP', '/secure/Dashboard.jspa', '/login'])(
    'nothing on %s, whatever it lists',
    (path) => {
      expect(lookAt(`${SITE}${path}`, cloud(`${card(1)}<h1 data-testid="issue.views.issue-base.foundation.summary.heading">Summary</h1><table><tr><td>${key(2)}</td></tr></table>`)).badges).toEqual([]);
    },
  );
});

describe('Data Center', () => {
  const HOST = 'https://jira.acme.example';
  const board = (html: string, view = '') => lookAt(`${HOST}/secure/RapidBoard.jspa?rapidView=1${view}`, `<div id="page"><header id="header"><a href="/browse/SHOP-99">Recent</a></header>${html}</div>`);
  const issue = (number: number, inner: string) => `<div class="ghx-issue js-issue" data-issue-key="SHOP-${number}">${inner}</div>`;

  test('a card whose key is in two parts, beside a field that names another issue', () => {
    const narrow = `<section class="ghx-summary">Summary</section><section class="ghx-extra-fields"><span class="ghx-extra-field-content">${key(91)}</span></section><section class="ghx-stat-fields"><div class="ghx-row ghx-stat-2"><a class="ghx-key" aria-label="SHOP-1" href="/browse/SHOP-1"><span class="ghx-issuekey-pkey">SHOP</span><span class="ghx-issuekey-number">1-</span></a></div></section>`;
    const { badges, document } = board(`<div id="ghx-pool">${issue(1, narrow)}</div>`);
    expect(badges).toEqual(['SHOP-1']);
    expect(document.querySelector('.ghx-stat-2 > .ghx-key + waymark-badge')).not.toBeNull();
  });

  test('swimlanes by story, and sub-tasks below a parent that is in another column', () => {
    const lane = `<div class="ghx-swimlane"><div class="ghx-swimlane-header" data-issue-key="SHOP-8"><span class="ghx-parent-key">${key(8)}</span> <span class="ghx-summary">Story</span></div><div class="ghx-column">${issue(1, `<div class="ghx-key">${key(1)}</div>`)}</div></div>`;
    const stub = `<div class="ghx-parent-group" data-issue-key="SHOP-9"><div class="ghx-parent-stub"><span class="ghx-key">${key(9)}</span></div><div class="ghx-subtask-group">${issue(2, `<div class="ghx-key">${key(2)}</div>`)}</div></div>`;
    expect(board(`<div id="ghx-pool">${lane}${stub}</div>`).badges).toEqual(['SHOP-8', 'SHOP-1', 'SHOP-9', 'SHOP-2']);
  });

  test('a backlog’s rows, whose key stands among small signs', () => {
    const row = (number: number) => `<div class="ghx-backlog-card js-issue" data-issue-key="SHOP-${number}"><div class="ghx-issue-content"><div class="ghx-row ghx-plan-main-fields"><div class="ghx-summary">Summary</div></div><div class="ghx-row ghx-end"><span class="aui-lozenge" data-epickey="SHOP-90">Epic</span><a class="ghx-key js-key-link" href="/browse/SHOP-${number}">SHOP-${number}</a></div></div></div>`;
    expect(board(`<div id="ghx-backlog">${row(1)}${row(2)}</div>`, '&view=planning').badges).toEqual(['SHOP-1', 'SHOP-2']);
  });

  test('an issue with the issues of its epic', () => {
    const row = '<tr class="issuerow" data-issuekey="SHOP-2"><td class="ghx-minimal"><a href="/browse/SHOP-2"><img alt=""></a></td><td class="ghx-minimal"><a href="/browse/SHOP-2">SHOP-2</a></td><td>Summary</td></tr>';
    const { badges } = lookAt(`${HOST}/browse/SHOP-1`, `<div id="page"><div id="issue-content"><header class="issue-header-content"><ol><li><a id="key-val" href="/browse/SHOP-1">SHOP-1</a></li></ol></header><div id="greenhopper-epics-issue-web-panel"><table id="ghx-issues-in-epic-table">${row}</table></div><div id="activitymodule"><p>${key(91)}</p></div></div></div>`);
    expect(badges).toEqual(['*SHOP-1', 'SHOP-2']);
  });

  test('a queue, and the request that was opened out of it', () => {
    const link = (inner: string) => `<a class="issue-link" data-issue-key="SUP-1" href="/projects/SUP/queues/custom/3/SUP-1">${inner}</a>`;
    const row = `<tr class="issuerow" data-issuekey="SUP-1"><td class="issuetype">${link('<img alt="Bug">')}</td><td class="issuekey">${link('SUP-1')}</td><td class="summary"><p>${link('Summary')}</p></td><td class="issuelinks">${key(7)}</td></tr>`;
    expect(lookAt(`${HOST}/projects/SUP/queues/custom/3`, `<div id="page"><table id="issuetable">${row}</table></div>`).badges).toEqual(['SUP-1']);
    const open = `<div id="page"><div id="issue-content"><header class="issue-header-content"><a id="key-val" href="/browse/SUP-1">SUP-1</a></header><div class="user-content-block">${key(91)}</div></div></div>`;
    for (const path of ['queues/custom/3/SUP-1', 'queues/issue/SUP-1']) expect(lookAt(`${HOST}/projects/SUP/${path}`, open).badges).toEqual(['*SUP-1']);
  });

  test('a project’s issues beside the one that is open', () => {
    const item = (number: number) => `<li data-key="SHOP-${number}"><a class="splitview-issue-link" href="/projects/SHOP/issues/SHOP-${number}?filter=allopenissues"><span class="issue-link-key"><img alt="Bug">SHOP-${number}</span><span class="issue-link-summary">Summary</span></a></li>`;
    const { badges, document } = lookAt(`${HOST}/projects/SHOP/issues/SHOP-2?filter=allopenissues`, `<div id="page"><ol class="issue-list">${item(1)}${item(2)}</ol><div id="issue-content"><a id="key-val" href="/browse/SHOP-2">SHOP-2</a></div></div>`);
    expect(badges).toEqual(['SHOP-1', 'SHOP-2', '*SHOP-2']);
    expect(document.querySelectorAll('.splitview-issue-link > .issue-link-key + waymark-badge').length).toBe(2);
  });
});
