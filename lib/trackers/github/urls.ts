/**
 * The URL grammar of GitHub's pages (page-anatomy.md §4). Identity comes from here and from nowhere else.
 * No dependencies: the content script that is on every page runs this for every link.
 */
import { decodeSegment, isAccount, isOwner, isRepository, readNumber } from './names.ts';

/** What is needed of a `URL`, an `HTMLAnchorElement` or `location`. */
export interface UrlParts {
  readonly host: string;
  readonly pathname: string;
}

interface NamedIssue {
  readonly host: string;
  /** Owner and repository as the URL writes them; keys are made by core/keys.ts, in lower case. */
  readonly owner: string;
  readonly repository: string;
  readonly number: number;
  /** For people and for `<waymark-badge issue>`: `github.com/Acme/Shop#12` */
  readonly written: string;
}

/** `kind` is what the path says. GitHub redirects between the two, so (owner, repository, number) alone is the identity. */
export interface IssueUrl extends NamedIssue {
  readonly kind: 'issue' | 'pull-request';
}

const ISSUE_PATH = /^\/+([^/]+)\/+([^/]+)\/+(issues|pull)\/+([^/]+)/;

/**
 * Reads the URL of an issue or a pull request, on any of its tabs; `null` for everything else, however hostile.
 * `parseIssueUrl(new URL('https://github.com/Acme/Shop/pull/12/files'))` → `{kind: 'pull-request', written: 'github.com/Acme/Shop#12', …}`
 */
export function parseIssueUrl(url: UrlParts): IssueUrl | null {
  const match = ISSUE_PATH.exec(url.pathname);
  if (!match) return null;
  const [, owner = '', repository = '', section, number = ''] = match;
  const named = nameIssue(url.host, decodeSegment(owner), decodeSegment(repository), decodeSegment(number));
  return named && { kind: section === 'pull' ? 'pull-request' : 'issue', ...named };
}

interface InRepository {
  readonly host: string;
  readonly owner: string;
  readonly repository: string;
}

export type GithubPage =
  | IssueUrl
  | (InRepository & { readonly kind: 'issue-list' | 'pull-list' | 'milestone-list' | 'project-list' })
  | (InRepository & { readonly kind: 'milestone'; readonly number: number })
  | (InRepository & { readonly kind: 'label'; readonly name: string })
  | { readonly kind: 'dashboard' | 'pull-dashboard' | 'search'; readonly host: string }
  | {
      readonly kind: 'project';
      readonly host: string;
      readonly scope: 'orgs' | 'users';
      readonly owner: string;
      readonly number: number;
      /** The issue open in the side panel; `null` when it is shut or shows a draft. */
      readonly pane: NamedIssue | null;
    };

/** Which page a URL stands for; `null` where Waymark has nothing to show (new, templates, edit, a project's settings, …). */
export function parsePage(url: URL): GithubPage | null {
  const issue = parseIssueUrl(url);
  if (issue) return issue;
  const host = readHost(url.host);
  if (host === null) return null;
  const path: string[] = [];
  for (const segment of url.pathname.split('/')) {
    const decoded = decodeSegment(segment);
    if (decoded === null) return null;
    if (decoded !== '') path.push(decoded);
  }
  const [first, ...rest] = path;
  if (first === 'issues') return isListPath(rest) ? parseDashboard(host, url.searchParams) : null;
  if (first === 'pulls') return { kind: 'pull-dashboard', host };
  if (first === 'search') return rest.length === 0 && searchesIssues(url.searchParams) ? { kind: 'search', host } : null;
  if (first === 'orgs' || first === 'users') return parseProject(host, first, rest, url.searchParams);
  return first === undefined ? null : parseRepositoryPage(host, first, rest, url.searchParams);
}

function parseRepositoryPage(host: string, owner: string, [repository = '', section, ...rest]: readonly string[], query: URLSearchParams): GithubPage | null {
  if (!isOwner(owner) || !isRepository(repository)) return null;
  const place = { host, owner, repository };
  const [head, ...tail] = rest;
  if (section === 'issues') return isListPath(rest) ? { kind: 'issue-list', ...place } : null;
  if (section === 'pulls') return { kind: 'pull-list', ...place };
  // A label with a slash in its name is sometimes linked unescaped.
  if (section === 'labels') return head === undefined ? null : { kind: 'label', ...place, name: rest.join('/') };
  // Enterprise Servers with the old search have one for each repository.
  if (section === 'search') return head === undefined && searchesIssues(query) ? { kind: 'search', host } : null;
  // Old links name a milestone by its title here, which may be a number: it does not say which.
  if (section === 'milestones') return head === undefined ? { kind: 'milestone-list', ...place } : tail.length === 0 && readNumber(head) !== null ? { kind: 'issue-list', ...place } : null;
  if (section === 'projects') return head === undefined ? { kind: 'project-list', ...place } : null;
  if (section !== 'milestone' || head === undefined || tail.length > 0) return null;
  const number = readNumber(head);
  return number === null ? null : { kind: 'milestone', ...place, number };
}

// 2025: an issue that is opened out of a person's own list takes the list's place, and its address is the list's.
function parseDashboard(host: string, query: URLSearchParams): GithubPage {
  const issue = parsePane(host, query);
  return issue ? { kind: 'issue', ...issue } : { kind: 'dashboard', host };
}

// `/issues/USER` and `/issues/views/ID` are lists; a number here is an issue that cannot be (0, or 16 digits), `+1` and `1.atom` are nobody.
function isListPath([head, id, ...rest]: readonly string[]): boolean {
  if (head === undefined) return true;
  if (head === 'views') return id !== undefined && id !== 'new' && rest.length === 0;
  return isAccount(head) && !/^(?:new|choose|templates|edit|\d+)$/.test(head);
}

function parseProject(host: string, scope: 'orgs' | 'users', path: readonly string[], query: URLSearchParams): GithubPage | null {
  const [owner = '', section, id = '', views, view, ...rest] = path;
  const number = readNumber(id);
  if (!isOwner(owner) || section !== 'projects' || number === null || rest.length > 0) return null;
  // Anything but a view is insights, settings, workflows, archive: no issues there.
  if (views !== undefined && (views !== 'views' || readNumber(view ?? '') === null)) return null;
  return { kind: 'project', host, scope, owner, number, pane: query.get('pane') === 'issue' ? parsePane(host, query) : null };
}

function parsePane(host: string, query: URLSearchParams): NamedIssue | null {
  const [owner = null, repository = null, number = null, more] = query.get('issue')?.split('|') ?? [];
  return more === undefined ? nameIssue(host, owner, repository, number) : null;
}

function searchesIssues(query: URLSearchParams): boolean {
  return /^(?:issues|pullrequests)$/i.test(query.get('type') ?? '');
}

function nameIssue(rawHost: string, owner: string | null, repository: string | null, digits: string | null): NamedIssue | null {
  const host = readHost(rawHost);
  if (host === null || owner === null || repository === null || digits === null) return null;
  if (!isOwner(owner) || !isRepository(repository)) return null;
  const number = readNumber(digits);
  return number === null ? null : { host, owner, repository, number, written: `${host}/${owner}/${repository}#${number}` };
}

// gist., docs., api.github.com have other grammars. Any further host may be an Enterprise Server: who calls knows which are approved.
function readHost(host: string): string | null {
  const lower = host.toLowerCase();
  return lower === '' || lower.endsWith('.github.com') ? null : lower;
}
