import type { Issue } from '../model/issue.ts';
import { fullName, type Repository } from '../model/repository.ts';
import type { Project, ProjectItem } from '../model/world.ts';
import { html, type Html } from './html.ts';
import { icon } from './icons.ts';
import { issueViewer } from './issue-viewer.ts';
import { labelToken } from './label.ts';
import type { Page, PageCall } from './page.ts';
import { shownState } from './state.ts';

/** How many cards of a column the server draws; the others are shells that the page's script fills when they come near, as memex does. */
const DRAWN = 3;

/** The organisation's project (page-anatomy §1.5): board or table, and over it the side panel when the address names an issue. */
export function projectPage(call: PageCall, project: Project): Page {
  const table = call.url.searchParams.get('layout') === 'table';
  const path = call.url.pathname;
  return {
    title: `${table ? 'Table' : 'Board'} · ${project.title}`, route: '/orgs/:org/projects/:memex_number(/views/:view_number)(.:format)', crumbs: [{ text: project.owner, href: `/${project.owner}` }, { text: 'Projects', href: `/orgs/${project.owner}/projects` }, { text: project.title, href: path }],
    main: html`<projects-v2 id="memex-root" class="d-flex flex-column flex-1"><div data-portal-root="true" class="prc-src-BaseStyles-dl-St"><div class="prc-PageLayout-PageLayoutRoot-1zlEO index-module__sidePanelLayout--gn2"><div id="memex-project-view-root" class="project-view-root"><h1 class="project-title">${project.title}</h1><nav aria-label="Select view" class="prc-TabNav-TabNavNav-rTAFO"><div role="tablist" class="prc-TabNav-TabNavTabList-0QtIV">${tab(path, 'Board', !table)}${tab(`${path}?layout=table`, 'Table', table)}</div></nav>
${table ? tableView(call, project) : boardView(call, project)}</div></div>${sidePanel(call)}</div></projects-v2>`,
  };
}

function boardView(call: PageCall, project: Project): Html {
  return html`<div class="board-view-columns" data-testid="board-view">${project.columns.map((column, index) => html`<div id="column-${index}" data-dnd-drag-type="column" data-board-column="${column.name}" class="column-frame-module__Box--zhwyJ visible"><div class="column-frame-module__Box_1--xdN2G"><h2><span class="column-dot column-dot-${index}"></span><span class="editable-column-name-module__SanitizedHtml--Sf3pG">${column.name}</span></h2><span aria-hidden="true" class="prc-CounterLabel-CounterLabel-ZwXPe">${column.items.length}</span></div>
<div class="column-drop-zone column-module__Box_4--ieGez" data-dnd-drop-type="card">${column.items.map((item, at) => card(call, item, at < DRAWN))}</div></div>`)}</div>`;
}

function card(call: PageCall, item: ProjectItem, drawn: boolean): Html {
  const found = find(call, item);
  const inner = cardInner(call, item, found);
  return html`<div class="card-base-with-sash-module__CardBaseWithSash--C3yM9 index-module__Card--hJ3f board-view-column-card" data-board-card-id="${item.id}" ${found && html`data-hovercard-subject-tag="issue:${found.issue.id}"`} role="button" tabindex="0" aria-disabled="${drawn ? 'false' : 'true'}" aria-roledescription="draggable">${drawn ? inner : html`<template data-demo-card>${inner}</template>`}</div>`;
}

function cardInner(call: PageCall, item: ProjectItem, found: Found | undefined): Html {
  const state = found && shownState(found.issue);
  return html`<div class="card-internal-content-module__Box--HFSzr"><div class="card-internal-content-module__Header--HiaDq"><div class="header-module__Box_4--h4N29">${state ? icon(state.icon, { label: `${state.text} issue`, className: `state-${state.color}` }) : icon('issue-draft', { label: 'Draft issue', className: 'state-draft' })}<span class="header-module__Text--uiELR">${found ? `${found.repository.name} #${found.issue.number}` : 'Draft'}</span></div></div>
${found ? html`<a class="prc-Link-Link-85e08" role="button" href="${call.role.siteRoot}/${fullName(found.repository)}/issues/${found.issue.number}" data-demo-panel="${panelQuery(item, found)}" target="_blank" rel="noreferrer" tabindex="0"><h3 class="d-inline f5 text-normal"><span class="title-module__SanitizedHtml_1--a0B4n">${found.issue.title}</span></h3></a>` : html`<a class="prc-Link-Link-85e08" role="button" href="#" tabindex="0"><h3 class="d-inline f5 text-normal">${item.draftTitle}</h3></a>`}
<ul aria-label="Fields" class="card-internal-content-module__Box_2--FLgOv list-style-none">${found && found.issue.labels.slice(0, 3).map((name) => html`<li>${labelToken(found.repository, name)}</li>`)}</ul></div>`;
}

function tableView(call: PageCall, project: Project): Html {
  return html`<div role="grid" aria-label="Project table" class="project-table"><div role="row" class="head">${['Title', 'Status', 'Assignees', 'Milestone'].map((text) => html`<div role="columnheader">${text}</div>`)}</div>${project.columns.flatMap((column) => column.items.map((item) => {
    const found = find(call, item);
    const milestone = found?.issue.milestone === null || !found ? undefined : found.repository.milestones.get(found.issue.milestone);
    return html`<div role="row" data-hovercard-subject-tag="${found ? `issue:${found.issue.id}` : ''}" data-testid="TableRow{index: ${item.id}}"><div role="rowheader">${found ? html`${icon(shownState(found.issue).icon, { className: `state-${shownState(found.issue).color}` })} <a href="${call.role.siteRoot}/${fullName(found.repository)}/issues/${found.issue.number}" data-demo-panel="${panelQuery(item, found)}"><span>${found.issue.title}</span></a> <span class="number">#${found.issue.number}</span>` : html`${icon('issue-draft')} <span>${item.draftTitle}</span>`}</div>${cells([column.name, found?.issue.assignees.join(', ') ?? '', milestone?.title ?? ''])}</div>`;
  }))}</div>`;
}

function sidePanel(call: PageCall): Html | undefined {
  const [owner, name, number] = (call.url.searchParams.get('issue') ?? '').split('|');
  const repository = call.world.repositories.find((one) => one.owner === owner && one.name === name);
  const issue = repository?.issues.get(Number(number));
  if (call.url.searchParams.get('pane') !== 'issue' || !repository || !issue) return undefined;
  return html`<div role="dialog" aria-modal="true" aria-label="Side panel: Issue: ${issue.title}" data-visibility-visible class="SidePanel-module__Overlay--Dm0M1 prc-Overlay-Overlay-dVyJl"><div class="SidePanel-module__Backdrop--HfbId"></div><div class="SidePanel-module__sidePanel--pbbdI"><header class="index-module__SidePanelHeaderContainer--JG209"><a href="${call.url.pathname}" aria-label="Close panel" class="prc-Button-ButtonBase-c50BI" data-variant="invisible">${icon('x')}</a></header>${issueViewer(call, repository, issue)}</div></div>`;
}

interface Found {
  repository: Repository;
  issue: Issue;
}

function find(call: PageCall, item: ProjectItem): Found | undefined {
  const repository = call.world.repositories.find((one) => fullName(one) === item.repository);
  const issue = item.number === null ? undefined : repository?.issues.get(item.number);
  return repository && issue && { repository, issue };
}

const panelQuery = (item: ProjectItem, { repository, issue }: Found): string => `pane=issue&itemId=${item.id}&issue=${encodeURIComponent(`${fullName(repository).replace('/', '|')}|${issue.number}`)}`;

const tab = (href: string, text: string, selected: boolean): Html =>
  html`<a data-turbo="false" role="tab" aria-selected="${selected ? 'true' : 'false'}" class="TabNav-item prc-TabNav-TabNavLink-jXRq9 ${selected && 'selected'}" href="${href}">${icon(text === 'Board' ? 'table' : 'three-bars')} <span class="view-tab-module__viewNameText--NktB6">${text}</span></a>`;

const cells = (texts: readonly string[]): Html[] => texts.map((text) => html`<div role="gridcell">${text}</div>`);
