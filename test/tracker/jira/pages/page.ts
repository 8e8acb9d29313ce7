import type { Html } from '../../pages/html.ts';
import type { ShownBoard, ShownIssue, ShownProject, ShownSite } from './shown.ts';

/** What a page is made from. */
export interface PageCall {
  site: ShownSite;
  url: URL;
  /** Below the place where Jira is installed, without doubled and closing slashes. */
  path: string;
  now: Date;
}

/** What a page is; the layout of its flavour makes a document of it. */
export interface Page {
  status?: number;
  title: string;
  /** Which of Jira's routes: a soft navigation to the same route changes the page, one to another makes it anew. */
  route: string;
  project?: ShownProject;
  board?: ShownBoard;
  /** The issue of the page, or the one open in front of it. */
  issue?: ShownIssue;
  main: Html;
  /** What React renders into a portal at the end of the body: the modal. */
  portal?: Html;
}

export const boardPath = (board: ShownBoard): string => `/jira/software/${board.project.managedBy === 'company' ? 'c/' : ''}projects/${board.project.key}/boards/${board.id}`;
export const browsePath = (site: ShownSite, key: string): string => `${site.context}/browse/${key}`;

/** The issue that the address opens in front of the page. */
export function selectedIssue({ site, url }: PageCall): ShownIssue | undefined {
  const key = url.searchParams.get('selectedIssue');
  return key === null ? undefined : site.issue(key);
}
