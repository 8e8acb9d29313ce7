import { fullName } from '../model/repository.ts';
import { html, type Html, raw } from './html.ts';
import { icon, type IconName } from './icons.ts';
import type { Page, PageCall } from './page.ts';

/** The document around a page: GitHub's html and body attributes, metas, header and repository tabs. */
export function layout({ world, role, url }: PageCall, page: Page): string {
  const { viewer, colorMode } = world.site;
  const nwo = page.repository ? fullName(page.repository) : undefined;
  return `<!DOCTYPE html>
${html`<html lang="en" data-color-mode="${colorMode}" data-light-theme="light" data-dark-theme="dark" data-a11y-animated-images="system" data-a11y-link-underlines="true" data-turbo-loaded="">
<head>
<meta charset="utf-8">
<meta name="route-pattern" content="${page.route}" data-turbo-transient>
<meta name="user-login" content="${viewer ?? ''}">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
${page.subject !== undefined && html`<meta name="hovercard-subject-tag" content="${page.subject}" data-turbo-transient>`}
${nwo !== undefined && html`<meta name="octolytics-dimension-repository_nwo" content="${nwo}">`}
<link rel="canonical" href="${role.siteRoot}${url.pathname}">
<link rel="stylesheet" href="/assets/tokens.css"><link rel="stylesheet" href="/assets/site.css"><link rel="stylesheet" href="/assets/views.css">
<link rel="icon" href="data:,">
<script type="module" src="/assets/app.js"></script>
<title>${page.title}</title>
</head>
<body class="${viewer === null ? 'logged-out' : 'logged-in'} env-production page-responsive" data-page-kind="${page.classic === true ? 'classic' : 'react'}">
<div class="logged-${viewer === null ? 'out' : 'in'} env-production page-responsive position-relative">
<header class="AppHeader" role="banner"><h2 class="sr-only">Navigation Menu</h2>
<div class="AppHeader-globalBar js-global-bar">
<div class="AppHeader-globalBar-start"><button type="button" aria-label="Open global navigation menu" class="Button Button--iconOnly AppHeader-button">${icon('three-bars')}</button>
<a class="AppHeader-logo" href="/" aria-label="Homepage">${icon('mark-demo', { size: 32 })}</a>
<nav role="navigation" aria-label="GitHub Breadcrumb" class="AppHeader-context-full">${crumbs(page)}</nav></div>
<div class="AppHeader-globalBar-end"><div class="AppHeader-search"><input type="text" class="AppHeader-search-input" aria-label="Search or jump to" placeholder="Type / to search"></div>
<a class="AppHeader-button" href="/issues/assigned" aria-label="Your issues">${icon('issue-opened')}</a>${viewer !== null && avatar(viewer, 32)}</div></div>
${page.repository !== undefined && tabs(page, nwo ?? '')}</header>
<div class="application-main" data-commit-hovercards-enabled data-issue-and-pr-hovercards-enabled>
${page.repository !== undefined
    ? html`<main id="js-repo-pjax-container"><turbo-frame id="repo-content-turbo-frame" target="_top" data-turbo-action="advance" complete>${page.main}</turbo-frame></main>`
    : html`<main class="font-mktg">${page.main}</main>`}
</div></div></body></html>`.html}`;
}

export const avatar = (login: string, size: number): Html =>
  html`<img data-component="Avatar" class="prc-Avatar-Avatar-ZRS-m avatar-user" alt="@${login}" width="${size}" height="${size}" src="/assets/avatars/${encodeURIComponent(login)}.svg" data-testid="github-avatar">`;

const crumbs = (page: Page): Html => html`${page.crumbs.map(({ text, href }, index) =>
  html`${index > 0 && raw('<span class="AppHeader-context-item-separator">/</span>')}<a class="AppHeader-context-item" href="${href}"><span class="AppHeader-context-item-label">${text}</span></a>`)}`;

function tabs(page: Page, nwo: string): Html {
  const items: readonly [id: NonNullable<Page['tab']>, text: string, path: string, shown: IconName][] = [
    ['code', 'Code', '', 'code'], ['issues', 'Issues', '/issues', 'issue-opened'], ['pulls', 'Pull requests', '/pulls', 'git-pull-request'], ['projects', 'Projects', '/projects', 'table'],
  ];
  return html`<div class="AppHeader-localBar"><nav data-pjax="#js-repo-pjax-container" aria-label="Repository" class="js-repo-nav js-sidenav-container-pjax js-responsive-underlinenav UnderlineNav"><ul class="UnderlineNav-body list-style-none">${items.map(([id, text, path, shown]) =>
    html`<li class="d-inline-flex"><a id="${id}-tab" href="/${nwo}${path}" data-tab-item="i0${id}-tab" class="UnderlineNav-item ${page.tab === id && 'selected'}" ${page.tab === id && raw('aria-current="page"')}>${icon(shown)}<span data-content="${text}">${text}</span></a></li>`)}</ul></nav></div>`;
}
