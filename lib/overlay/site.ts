import { contextOf, isJiraCloud } from '../trackers/jira/urls.ts';

/** Whose pages a site has: of GitHub where `jira` is null, else of the Jira that is installed at this path of its host (`''`, `/jira`). */
export interface Site {
  readonly jira: string | null;
}

const GITHUB: Site = { jira: null };

/**
 * Where the script is that knows both trackers: hosts whose name tells which it is have the one of that tracker alone. On others (Enterprise Servers, Data Centers, domains of their own) only the document
 * does; `null` while it is not all here. Some of Jira Cloud's own names remain.
 */
export function readSite(document: Document, { host, pathname }: Location): Site | null {
  if (isJiraCloud(host)) return { jira: '' };
  // Cloud and Data Center alike (page-anatomy §2.1).
  if (document.body?.id === 'jira' || meta(document, 'application-name') === 'JIRA') return { jira: meta(document, 'ajs-context-path') ?? contextAt(pathname) };
  return document.readyState === 'loading' ? null : GITHUB;
}

function meta(document: Document, name: string): string | null {
  return document.querySelector(`meta[name="${name}"]`)?.getAttribute('content') ?? null;
}

function contextAt(pathname: string): string {
  return contextOf(pathname) ?? /^((?:\/[\w.~-]+){0,2})\/secure\//.exec(pathname)?.[1] ?? '';
}
