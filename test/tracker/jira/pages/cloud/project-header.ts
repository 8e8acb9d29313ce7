import { html, type Html } from '../../../pages/html.ts';
import { icon, type IconName } from '../icons.ts';
import { projectImage } from '../images.ts';
import { boardPath, type Page, type PageCall } from '../page.ts';
import type { ShownProject } from '../shown.ts';

/** Breadcrumb, name and tabs of a space. The tab one is on is a heading, not a link. */
export function projectHeader({ site, path }: PageCall, page: Page): Html {
  const { project, board = site.boards.find((one) => one.project.key === project?.key) } = page;
  if (!project) return html``;
  const base = projectPath(project);
  const tabs: [text: string, href: string, shown: IconName][] = [['Summary', `${base}/summary`, 'globe']];
  if (board && board.type !== 'kanban') tabs.push(['Backlog', `${boardPath(board)}/backlog`, 'backlog']);
  if (board) tabs.push(['Board', boardPath(board), 'board'], ['Timeline', `${boardPath(board)}/timeline`, 'timeline']);
  tabs.push(['List', `${base}/list`, 'list']);
  return html`<header id="ak-project-view-navigation" data-testid="horizontal-nav.ui.content.horizontal-nav" class="j-space"><nav aria-label="Breadcrumbs"><ol class="j-crumbs"><li><a data-is-router-link="true" href="/jira/projects" target="_self"><span>Spaces</span></a></li></ol></nav>
<div class="j-space-name" data-testid="horizontal-nav-header.ui.board-header.header"><img src="${projectImage(project.key)}" alt="" width="24" height="24"><h1>${page.board && page.board.type !== 'simple' ? page.board.name : project.name}</h1>
<button class="j-icon-button" aria-haspopup="dialog" aria-label="Link contributing teams" type="button" data-testid="team-button-trigger">${icon('person')}</button><button aria-expanded="false" aria-haspopup="true" type="button" class="j-icon-button" data-testid="navigation-board-action-menu.ui.dropdown">${icon('more')}<span class="j-hidden">Board actions</span></button>
<span class="j-space-end"><button class="j-icon-button" type="button">${icon('share', 'Share')}</button><button class="j-icon-button" type="button" data-vc="automation-menu-button">${icon('bolt', 'Automation')}</button><button class="j-icon-button" aria-keyshortcuts="Shift + Z" type="button" data-testid="platform.ui.fullscreen-button.fullscreen-button">${icon('expand')}<span class="j-hidden">Enter full screen</span></button></span></div>
<nav aria-label="Space navigation"><ul class="j-tabs">${tabs.map(([text, href, shown]) => html`<li>${href === path
    ? html`<h2 tabindex="0" data-testid="navigation-kit-ui-tab.ui.link-tab.non-interactive-tab" aria-current="page" class="j-tab">${icon(shown)}<span>${text}</span></h2>`
    : html`<a data-testid="navigation-kit-ui-tab.ui.link-tab" class="j-tab" draggable="false" data-is-router-link="true" href="${href}" target="_self">${icon(shown)}<span>${text}</span></a>`}</li>`)}</ul></nav></header>`;
}

export const projectPath = (project: ShownProject): string => `/jira/software/${project.managedBy === 'company' ? 'c/' : ''}projects/${project.key}`;
