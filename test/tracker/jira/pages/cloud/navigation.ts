import { html, type Html, raw } from '../../../pages/html.ts';
import { icon, type IconName, mark } from '../icons.ts';
import { faceOf, projectImage } from '../images.ts';
import { boardPath, type Page, type PageCall } from '../page.ts';
import type { ShownProject, ShownSite } from '../shown.ts';

/** The bar above every page. */
export function topNavigation(site: ShownSite): Html {
  const button = (name: string, label: string, shown: IconName): Html =>
    html`<div role="listitem"><div data-testid="atlassian-navigation--secondary-actions--${name}--menu-trigger" data-vc="atlassian-navigation-${name}"><button type="button" class="j-icon-button">${icon(shown)}<span class="j-hidden">${label}</span></button></div></div>`;
  return html`<header data-layout-slot="true" class="j-top" data-testid="page-layout.top-nav"><div class="j-top-start"><button type="button" class="j-icon-button">${icon('sidebar')}<span class="j-hidden">Collapse sidebar [</span></button>
<button aria-expanded="false" aria-haspopup="true" type="button" class="j-icon-button">${icon('apps')}<span class="j-hidden">Switch sites or apps</span></button>
<div class="j-home" data-testid="atlassian-navigation--product-home--container"><a aria-label="Go to your Jira homepage" class="j-home-link" data-is-router-link="true" href="/jira/for-you" target="_self"><span data-testid="atlassian-navigation--product-home--icon--wrapper" aria-hidden="true">${mark}</span><span>Jira</span></a></div></div>
<div class="j-top-middle"><div role="search" class="j-search">${icon('search')}<input data-test-id="search-dialog-input" placeholder="Search" maxlength="500" aria-label="Search" value=""></div>
<button type="button" class="j-primary" data-testid="atlassian-navigation--create-button">${icon('plus')}<span>Create</span></button></div>
<nav aria-label="Actions"><div role="list" class="j-top-end">${button('notifications', 'Notifications', 'bell')}${button('help', 'Help', 'help')}${button('settings', 'Settings', 'gear')}
<div role="listitem"><button aria-label="${site.viewer?.name}" aria-expanded="false" aria-haspopup="true" class="j-profile" data-testid="atlassian-navigation--secondary-actions--profile--trigger" tabindex="0" type="button"><img src="${faceOf(site.viewer?.name ?? '?')}" alt="Account" width="24" height="24"></button></div></div></nav></header>`;
}

/** For you, the spaces with their boards, filters and plans. */
export function sidebar({ site, url }: PageCall, page: Page): Html {
  const here = (path: string): boolean => url.pathname === path || url.pathname.startsWith(`${path}/`);
  return html`<nav data-layout-slot="true" aria-label="Sidebar" style="--n_sNvw:clamp(240px, 240px, 50vw)" data-testid="page-layout.sidebar" class="j-side"><div role="list">
${item('for-you', '/jira/for-you', 'For you', icon('person'), here('/jira/for-you'))}
<div role="listitem"><div data-testid="NAV4_jira.sidebar.projects-container" class="j-side-item"><button aria-expanded="true" type="button" class="j-side-link" data-testid="NAV4_jira.sidebar.projects"><span class="j-side-sign">${icon('globe')}</span><span>Spaces</span></button></div></div>
<div role="listitem" class="j-side-group"><p class="j-side-title">Recent</p><div role="list">${site.projects.map((project) => space(site, project, page, url.pathname))}</div></div>
${item('jira.sidebar.plans', '/jira/plans/1/scenarios/1/timeline', 'Plans', icon('timeline'), here('/jira/plans'))}
${item('jira.sidebar.filters', '/issues/?filter=-4', 'Filters', icon('list'), here('/issues'))}
</div></nav>`;
}

function space(site: ShownSite, project: ShownProject, page: Page, path: string): Html {
  return html`<div role="listitem">${item(`proj_${project.key}`, `/browse/${project.key}`, project.name, html`<img src="${projectImage(project.key)}" alt="" width="20" height="20">`, page.project?.key === project.key && !page.board)}
<div role="list" class="j-side-nested">${site.boards.filter((board) => board.project.key === project.key).map((board) => item(`boar_${board.id}`, boardPath(board), board.name, icon('board'), path.startsWith(boardPath(board))))}</div></div>`;
}

const item = (id: string, href: string, text: string, sign: Html, selected: boolean): Html => html`<div role="listitem"><div data-testid="NAV4_${id}-container" data-selected="${String(selected)}" class="j-side-item"><a ${selected && raw('aria-current="page"')} draggable="false" data-is-router-link="true" class="j-side-link" style="text-decoration:none" data-testid="NAV4_${id}" href="${href}" target="_self"><span class="j-side-sign">${sign}</span><span class="j-clip">${text}</span></a></div></div>`;
