import { boardPath, type Page, type PageCall } from '../page.ts';
import type { ShownBoard } from '../shown.ts';
import { backlogPage } from './backlog.ts';
import { boardPage } from './board.ts';
import { issuePage } from './issue-view.ts';
import { listPage, navigatorPage } from './navigator.ts';
import { emptyTabPage, forYouPage, notFoundPage } from './plain.ts';
import { plansPage } from './plans.ts';

/** A page of Jira Cloud, or the address that it redirects to. */
export function cloudPage(call: PageCall): Page | string {
  const { path, site, url } = call;
  if (path === '/' || path === '/jira') return '/jira/for-you';
  if (path === '/jira/for-you' || path === '/jira/your-work' || path === '/jira/projects') return forYouPage(call);
  if (/^\/jira\/plans\/\d+/.test(path)) return plansPage(call);
  if (path === '/issues') return navigatorPage(call);
  return issueAt(call) ?? projectPage(call) ?? spaceHome(site.boards, path, url) ?? notFoundPage();
}

function issueAt(call: PageCall): Page | string | undefined {
  const [, place, key] = /^\/(browse|issues|projects\/[A-Z][A-Z0-9_]+\/issues)\/([A-Z][A-Z0-9_]+-\d+)$/.exec(call.path) ?? [];
  const issue = key === undefined ? undefined : call.site.issue(key);
  if (!issue) return undefined;
  // The key of an issue that has moved leads to the new one.
  if (issue.key !== key) return `/browse/${issue.key}`;
  return place === 'issues' ? navigatorPage(call, issue) : issuePage(call, issue);
}

function projectPage(call: PageCall): Page | undefined {
  const { site, path } = call;
  const [, company, key = '', rest = ''] = /^\/jira\/software\/(c\/)?projects\/([A-Z][A-Z0-9_]+)\/(.+)$/.exec(path) ?? [];
  const project = site.projects.find((one) => one.key === key);
  if (!project || (company !== undefined) !== (project.managedBy === 'company')) return undefined;
  if (rest === 'list') return listPage(call, project);
  if (rest === 'issues') return navigatorPage(call, undefined, project);
  const [, id, tab] = /^boards\/(\d+)(?:\/(backlog|timeline))?$/.exec(rest) ?? [];
  const board = site.board(Number(id));
  if (rest === 'summary' || tab === 'timeline') return emptyTabPage(call, key, tab ?? rest);
  if (board?.project.key !== key) return undefined;
  return tab === 'backlog' ? backlogPage(call, board) : boardPage(call, board);
}

/** `/browse/SHOP` is a project's own address, and no issue's. */
function spaceHome(boards: readonly ShownBoard[], path: string, url: URL): string | undefined {
  const board = boards.find(({ project }) => path === `/browse/${project.key}` || path === `/jira/software/projects/${project.key}` || path === `/jira/software/c/projects/${project.key}`);
  return board && `${boardPath(board)}${url.search}`;
}
