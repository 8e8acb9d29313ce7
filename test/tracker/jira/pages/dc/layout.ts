import { html, type Html } from '../../../pages/html.ts';
import { faceOf } from '../images.ts';
import type { Page, PageCall } from '../page.ts';

/** The document of a Data Center: AUI's header and page panel, metas with the context path. Themes came with version 10. */
export function dataCenterLayout(call: PageCall, page: Page): string {
  const { site } = call;
  const themed = Number(site.version.split('.')[0]) >= 10;
  return `<!DOCTYPE html>\n${html`<html lang="en" data-demo-mode="${themed && site.colorMode}" ${themed && html`data-theme="dark:dark light:${site.colorMode === 'light' ? 'original' : 'light'}" data-color-mode="${site.colorMode === 'dark' ? 'dark' : 'light'}"`}>
${head(call, page.title)}
<body id="jira" class="aui-layout aui-theme-default ${/board|backlog/.test(page.route) ? 'ghx-scroll-columns page-type-rapid-board' : ''}" data-version="${site.version}" data-aui-version="9.10.0" data-demo-route="${page.route}">
<div id="page"><header id="header" role="banner"><nav id="header-nav" class="aui-header" aria-label="Site"><div class="aui-header-primary"><h1 id="logo" class="aui-header-logo aui-header-logo-custom"><a href="${site.context}/secure/MyJiraHome.jspa"><span class="aui-header-logo-device">Jira</span></a></h1><ul class="aui-nav">
<li><a class="aui-nav-link" id="home_link" href="${site.context}/secure/Dashboard.jspa">Dashboards</a></li><li><a class="aui-nav-link" id="browse_link" href="${site.context}/secure/BrowseProjects.jspa">Projects</a></li><li><a class="aui-nav-link" id="find_link" href="${site.context}/issues/?jql=">Issues</a></li><li><a class="aui-nav-link" id="greenhopper_menu" href="${site.context}/secure/RapidBoard.jspa?rapidView=${site.boards[0]?.id ?? 1}">Boards</a></li><li id="create-menu"><a id="create_link" class="aui-button aui-button-primary" href="${site.context}/secure/CreateIssue!default.jspa">Create</a></li></ul></div>
<div class="aui-header-secondary"><ul class="aui-nav"><li id="quicksearch-menu"><form action="${site.context}/secure/QuickSearch.jspa" id="quicksearch" class="aui-quicksearch"><input id="quickSearchInput" autocomplete="off" class="search" placeholder="Search" aria-label="Search" name="searchString" type="text"></form></li><li id="user-options"><a id="header-details-user-fullname" class="aui-nav-link" data-username="${site.viewer?.id}" data-displayname="${site.viewer?.name}" href="#"><img src="${avatar(site.context, site.viewer?.name)}" alt="User profile for ${site.viewer?.name}" width="24" height="24"></a></li></ul></div></nav></header>
<div id="content">${page.project && projectBar(call, page)}<div class="aui-page-panel"><div class="aui-page-panel-inner"><section class="aui-page-panel-content">${page.main}</section></div></div></div>
<footer id="footer" role="contentinfo"><section class="footer-body"><ul class="atlassian-footer"><li>Atlassian Jira Project Management Software (v${site.version})</li></ul></section></footer></div>
<script type="module" src="${site.context}/s/assets/dc-start.js"></script>
</body></html>`.html}`;
}

export const avatar = (context: string, name: string | undefined): string => `${context}${faceOf(name ?? '?')}`;

const head = ({ site }: PageCall, title: string): Html => html`<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title} - ${site.title}</title>
<meta name="application-name" content="JIRA" data-name="jira" data-version="${site.version}"><meta name="ajs-context-path" content="${site.context}"><meta name="ajs-version-number" content="${site.version}"><meta name="ajs-build-number" content="9120012"><meta name="ajs-remote-user" content="${site.viewer?.id ?? ''}"><meta name="ajs-remote-user-fullname" content="${site.viewer?.name ?? ''}"><meta name="ajs-user-locale" content="en_US"><meta name="ajs-app-title" content="${site.title}"><meta name="ajs-base-url" content="https://${site.host}${site.context}"><meta id="atlassian-token" name="atlassian-token" content="BP8Q-DEMO-TOKEN_lin">
<link rel="stylesheet" href="${site.context}/s/assets/ds-tokens.css"><link rel="stylesheet" href="${site.context}/s/assets/aui.css"><link rel="stylesheet" href="${site.context}/s/assets/ghx.css"><link rel="icon" href="data:,"></head>`;

function projectBar({ site, url }: PageCall, page: Page): Html {
  const key = page.project?.key ?? '';
  const board = page.board ?? site.boards.find((one) => one.project.key === key);
  const rapid = `${site.context}/secure/RapidBoard.jspa?rapidView=${board?.id ?? 0}&projectKey=${key}`;
  const link = (text: string, href: string): Html => html`<li class="${url.pathname + url.search === href && 'aui-nav-selected'}"><a class="aui-nav-item" href="${href}"><span class="aui-nav-item-label">${text}</span></a></li>`;
  return html`<div class="aui-sidebar sidebar-placeholder" id="sidebar"><div class="aui-sidebar-wrapper"><div class="aui-sidebar-body"><h1 class="aui-sidebar-header"><span class="project-title"><a href="${site.context}/browse/${key}">${page.project?.name ?? ''}</a></span></h1><nav class="aui-navgroup aui-navgroup-vertical" aria-label="Project"><ul class="aui-nav">${board && board.type !== 'kanban' && link('Backlog', `${rapid}&view=planning.nodetail`)}${board && link(board.type === 'kanban' ? 'Kanban board' : 'Active sprints', rapid)}${link('Issues', `${site.context}/issues/?jql=${encodeURIComponent(`project = ${key} ORDER BY created DESC`)}`)}</ul></nav></div></div></div>`;
}

/** The form that a signed-out browser meets, with the address it wanted. */
export const dataCenterLogin = (call: PageCall, destination: string): string => `<!DOCTYPE html>\n${html`<html lang="en">${head(call, 'Log in')}<body id="jira" class="aui-layout aui-theme-default page-type-login" data-version="${call.site.version}"><div id="page"><div id="content"><div class="aui-page-panel login-panel"><h1>Welcome to ${call.site.title}</h1>
<form action="${call.site.context}/__sign-in" method="get" id="login-form" class="aui"><input type="hidden" name="to" value="${destination}"><div class="field-group"><label for="login-form-username">Username</label><input class="text medium-field" id="login-form-username" name="as" type="text"></div><div class="field-group"><label for="login-form-password">Password</label><input class="text medium-field" id="login-form-password" type="password"></div><input class="aui-button aui-button-primary" id="login-form-submit" type="submit" value="Log In"></form></div></div></div></body></html>`.html}`;
