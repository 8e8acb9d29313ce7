/** Whole Jira pages around the structure of the captured fragments (synthetic: nobody has captured a whole one). */

export function cloudPage(body: string, { mode = 'light', styles = '' } = {}): string {
  return `<!doctype html><html data-color-mode="${mode}" data-theme="dark:dark light:light spacing:spacing typography:typography"><head><meta charset="utf-8">
    <meta name="application-name" content="JIRA" data-name="jira" data-version="1001.0.0-SNAPSHOT"><meta name="ajs-context-path" content=""><style>${styles}</style></head>
    <body id="jira" class="adg3" data-version="1001.0.0-SNAPSHOT"><div id="jira-frontend"><nav aria-label="Sidebar" data-testid="page-layout.sidebar"><a href="/browse/RDC">RDC</a><a href="/browse/RDC-899">Starred</a><a href="/browse/RDC-900" aria-current="page">Recent</a></nav>
    <div role="main" data-testid="page-layout.main">${body}</div></div></body></html>`;
}

export function dataCenterPage(body: string, { context = '', mode = '' } = {}): string {
  return `<!doctype html><html${mode === '' ? '' : ` data-color-mode="${mode}" data-theme="dark:dark light:original"`}><head><meta charset="utf-8"><meta name="application-name" content="JIRA" data-name="jira" data-version="9.12.0">
    <meta name="ajs-context-path" content="${context}"></head><body id="jira" class="aui-layout aui-theme-default" data-version="9.12.0"><div id="page"><header id="header" role="banner"><a href="${context}/browse/GEM-900">Recent</a></header>
    <div id="content">${body}</div></div></body></html>`;
}

export const boardCard = (key: string): string => `<div id="card-${key}" data-component-selector="platform-board-kit.ui.card-container" data-testid="platform-board-kit.ui.card.card" tabindex="-1">
  <div data-testid="platform-board-kit.ui.card.ripple.div"><div draggable="true" style="position:relative;width:250px;border:1px solid">
    <button type="button" aria-label="${key}. Use the enter key to load the work item." data-testid="platform-card.ui.card.focus-container" style="position:absolute;inset:0;opacity:.01"></button>
    <div><span data-testid="issue-field-single-line-text-readview-card.ui.single-line-text.container.box">Summary of ${key}</span></div>
    <div data-testid="issue-field-parent-readview-card.ui.parent"><a href="/browse/RDC-901">Parent</a></div>
    <div data-testid="platform-card.ui.card.card-content.footer" style="display:flex;justify-content:space-between;height:24px;align-items:center"><div style="display:flex;align-items:center"><img alt="Story" width="16" height="16">
      <div data-testid="platform-card.common.ui.key.key"><a href="/browse/${key}" target="_blank"><div>${key}</div></a></div></div><div><span data-testid="platform-card.common.ui.estimate.badge">5</span></div></div>
  </div></div></div>`;

export const board = (...keys: string[]): string => `<div data-testid="software-board.board"><div data-testid="platform-board-kit.ui.column.draggable-column"><ul>${keys.map((key) => `<li>${boardCard(key)}</li>`).join('')}</ul></div></div>`;

export const backlogRow = (key: string): string => `<div data-testid="software-backlog.card-list.card.content-container.${key}"><div data-testid="software-backlog.card-list.card.card-contents.card-container" draggable="true" style="display:flex;height:40px;align-items:center">
  <div data-testid="software-backlog.card-list.card.card-contents.accessible-card-key"><a href="/browse/${key}" data-testid="software-backlog.card-list.card.card-contents.screen-reader-key" style="position:absolute;left:-9999px">${key}<div>Summary</div></a>
  <a tabindex="-1" aria-hidden="true" data-component-selector="software-backlog.card-list.card.card-contents.key" data-testid="software-backlog.card-list.card.card-contents.key" href="/browse/${key}">${key}</a></div><div>Summary of ${key}</div></div></div>`;

export const backlog = (...keys: string[]): string => `<div data-testid="software-backlog.backlog-content.scrollable" style="height:400px;overflow:auto"><div data-testid="software-backlog.card-list.container.31">${keys.map(backlogRow).join('')}</div></div>`;

export const tableRow = (key: string): string => `<tr data-testid="native-issue-table.ui.issue-row" data-vc="issue-row" role="row" aria-selected="false"><td><input type="checkbox" aria-label="Work item: ${key}"></td>
  <td><div data-vc="merged-cell" data-testid="native-issue-table.ui.row.issue-row.merged-cell" style="display:flex;height:40px;align-items:center"><div data-testid="native-issue-table.common.ui.issue-cells.issue-key.action-container"><div data-vc="native-issue-table-ui-issue-key-cell">
  <a data-testid="native-issue-table.common.ui.issue-cells.issue-key.issue-key-cell" href="/browse/${key}">${key}</a></div></div><div data-testid="native-issue-table.common.ui.issue-cells.issue-summary.action-container"><a data-testid="native-issue-table.common.ui.issue-cells.issue-summary.issue-summary-cell" href="/browse/${key}">Summary</a></div></div></td>
  <td><div data-testid="issue-field-parent-readview.ui.parent"><a href="/browse/RDC-901">RDC-901</a></div></td></tr>`;

export const table = (...keys: string[]): string => `<div data-testid="native-issue-table.ui.scroll-container.scroll-container"><table><tbody>${keys.map(tableRow).join('')}</tbody></table></div>`;

/** The issue view as the page has it, a modal or a side panel: breadcrumbs, title, prose, children, links, comments and history. */
export const issueView = (key: string, children: readonly string[] = [], linked: readonly string[] = []): string => `<div id="jira-issue-header"><nav aria-label="Breadcrumbs" data-component-selector="breadcrumbs-wrapper"><ol style="display:flex;height:24px;list-style:none"><li><a href="/browse/RDC">RDC</a></li><li><a href="/browse/RDC-902">RDC-902</a></li>
  <div role="listitem" data-testid="issue.views.issue-base.foundation.breadcrumbs.breadcrumb-current-issue-container" style="display:flex"><div role="presentation"><li><a aria-current="page" data-testid="issue.views.issue-base.foundation.breadcrumbs.current-issue.item" href="/browse/${key}"><span>${key}</span></a></li></div></div></ol></nav></div>
  <h1 data-testid="issue.views.issue-base.foundation.summary.heading">Summary of ${key}</h1>
  <div data-testid="issue.views.field.rich-text.description"><div class="ak-renderer-document"><p>See <a href="/browse/RDC-903">RDC-903</a> and <span data-inline-card="true"><a data-testid="inline-card-resolved-view" href="/browse/RDC-904">RDC-904: smart</a></span></p><table><tr><td><a href="/browse/RDC-905">RDC-905</a></td></tr></table></div></div>
  <div class="ProseMirror" contenteditable="true"><ul><li><a href="/browse/RDC-906">RDC-906</a></li></ul></div>
  ${children.length > 0 ? table(...children) : ''}
  ${linked.map((other) => `<div data-testid="issue.issue-view.views.common.issue-line-card.issue-line-card.card-container" style="display:flex;height:36px;align-items:center"><a data-testid="issue.issue-view.views.common.issue-line-card.issue-line-card-view.key" href="/browse/${other}">${other}</a><span>Summary</span></div>`).join('')}
  <div data-testid="issue.activity.comments-list"><div data-testid="issue-comment-base.ui.comment.ak-comment.1"><ul><li><a href="/browse/RDC-907?focusedCommentId=7">now</a> <a href="/browse/RDC-908">RDC-908</a></li></ul></div></div>`;

export const modal = (view: string): string => `<div role="dialog" data-testid="issue.views.issue-details.issue-modal.modal-dialog" style="position:fixed;inset:100px;background:#fff;overflow:auto">${view}</div>`;
export const sidePanel = (view: string): string => `<div data-testid="issue.views.issue-details.issue-layout.compact-layout">${view}</div>`;

export const dataCenterIssue = (key: string, context = ''): string => `<div id="issue-content"><header class="issue-header-content"><ol class="aui-nav aui-nav-breadcrumbs"><li><a id="project-name-val" href="${context}/browse/GEM">Gemini</a></li><li><a class="issue-link" id="parent_issue_summary" data-issue-key="GEM-901" href="${context}/browse/GEM-901">GEM-901 Parent</a></li>
  <li><a class="issue-link" data-issue-key="${key}" href="${context}/browse/${key}" id="key-val" rel="1">${key}</a></li></ol><h1 id="summary-val">Summary</h1></header>
  <div id="descriptionmodule"><div class="user-content-block"><p><a class="issue-link" data-issue-key="GEM-902" href="${context}/browse/GEM-902">GEM-902</a></p><table><tr><td><a href="${context}/browse/GEM-903">GEM-903</a></td></tr></table></div></div>
  <div id="linkingmodule"><dl class="links-list"><dd id="internal-1"><div class="link-content"><p><span><a class="issue-link link-title" data-issue-key="GEM-2" href="${context}/browse/GEM-2">GEM-2</a></span> <span class="link-summary">Other</span></p></div></dd></dl></div>
  <div id="view-subtasks"><table id="issuetable"><tr class="issuerow" data-issuekey="GEM-3" rel="3"><td class="stsequence">1.</td><td class="stsummary"><a class="issue-link" data-issue-key="GEM-3" href="${context}/browse/GEM-3">Subtask</a></td></tr></table></div>
  <div id="activitymodule"><div class="issue-data-block activity-comment"><a href="${context}/browse/${key}?focusedCommentId=1#comment-1">now</a> <a class="issue-link" data-issue-key="GEM-904" href="${context}/browse/GEM-904">GEM-904</a></div></div></div>`;

export const dataCenterCard = (key: string, context = ''): string => `<div class="ghx-issue js-issue js-detailview" data-issue-key="${key}" data-issue-id="${key.length}" id="${key}" style="width:180px"><div class="ghx-issue-content"><div class="ghx-issue-fields"><div class="ghx-key"><a class="ghx-key-link" href="${context}/browse/${key}">${key}</a></div><div class="ghx-summary"><span class="ghx-inner">Summary</span></div></div><div class="ghx-card-footer"><div class="ghx-end"><aui-badge>1</aui-badge></div></div></div></div>`;
