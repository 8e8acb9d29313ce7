import type { Page, PageCall } from '../page.ts';
import { rapidBoardPage } from './board.ts';
import { dcIssuePage } from './issue.ts';
import { dcNavigatorPage } from './navigator.ts';
import { dashboardPage, dcNotFoundPage } from './plain.ts';

/** A page of Data Center, or the address that it redirects to. */
export function dcPage(call: PageCall): Page | string {
  const { path, site, url } = call;
  if (path === '/' || path === '/secure/MyJiraHome.jspa') return `${site.context}/secure/Dashboard.jspa`;
  if (path === '/secure/Dashboard.jspa' || path === '/secure/BrowseProjects.jspa') return dashboardPage(call);
  if (path === '/issues' || path === '/secure/IssueNavigator.jspa') return dcNavigatorPage(call);
  if (path === '/secure/RapidBoard.jspa') {
    const board = site.board(Number(url.searchParams.get('rapidView')));
    return board ? rapidBoardPage(call, board) : dcNotFoundPage();
  }
  const key = /^\/(?:browse|projects\/[A-Z][A-Z0-9_]+\/issues)\/([A-Z][A-Z0-9_]+-\d+)$/.exec(path)?.[1];
  const issue = key === undefined ? undefined : site.issue(key);
  if (issue && issue.key !== key) return `${site.context}/browse/${issue.key}`;
  if (issue) return url.searchParams.has('jql') ? dcNavigatorPage(call, issue) : dcIssuePage(call, issue);
  const board = site.boards.find(({ project }) => path === `/browse/${project.key}`);
  return board ? `${site.context}/secure/RapidBoard.jspa?rapidView=${board.id}&projectKey=${board.project.key}` : dcNotFoundPage();
}
