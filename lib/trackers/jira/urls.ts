/**
 * The URL grammar of Jira's pages (page-anatomy.md §4), Cloud and Data Center. Identity comes from here and from nowhere else.
 * No dependencies: the content script that is on every page runs this for every link.
 */

/** What is needed of a `URL`, an `HTMLAnchorElement` or `location`. */
export interface UrlParts {
  readonly host: string;
  readonly pathname: string;
  readonly search: string;
}

export interface JiraIssueUrl {
  readonly host: string;
  readonly project: string;
  /** `SHOP-12` */
  readonly issue: string;
  /** For people and for `<waymark-badge issue>`: `acme.atlassian.net/SHOP-12` */
  readonly written: string;
}

export interface JiraPage {
  readonly kind: 'jira-issue' | 'jira-navigator' | 'jira-board' | 'jira-backlog' | 'jira-timeline' | 'jira-list' | 'jira-queue' | 'jira-plan' | 'jira-idea';
  readonly host: string;
  /** The project whose page this is; `null` where the address names none. */
  readonly project: string | null;
  /** The id of the board whose page this is; `null` where the address names none. */
  readonly board: number | null;
  /** The issue that the page is about, or that is open in front of it (`selectedIssue`). */
  readonly issue: JiraIssueUrl | null;
}

const CLOUD = /\.(?:atlassian\.net|jira\.com|atlassian-us-gov-mod\.net)$/i;

/** Jira Cloud, by its name. A site on a domain of its own, or a Data Center, may have any name. */
export function isJiraCloud(host: string): boolean {
  return CLOUD.test(host);
}

const PROJECT = '[A-Z][A-Z0-9_]+';
const KEY = /* @__PURE__ */ new RegExp(`^(${PROJECT})-[1-9]\\d{0,14}$`);
// Under Cloud's `/jira`: `/software/c/projects/SHOP/…`, `/core/projects/SHOP/…`
const PRODUCT = '(?:/(?:software|core|servicedesk|business|polaris|discovery)(?:/c)?)?';
// Opened out of a queue: `/queues/custom/7/SHOP-12`, `/queues/issue/SHOP-12`, `/section/incidents/custom/7/SHOP-12`; Cloud's under `/jira/servicedesk`, Data Center's (and Cloud's before 2020) not.
const ISSUE = /* @__PURE__ */ new RegExp(`^(?:/jira)?(?:/browse|${PRODUCT}(?:(?:/projects/${PROJECT})?/issues|/projects/${PROJECT}/(?:queues|section)/.+))/([^/]+)$`);
const IN_PROJECT = /* @__PURE__ */ new RegExp(`^(?:/jira)?${PRODUCT}/projects/(${PROJECT})/(.+)$`);
// A product is installed at most two segments deep. Bitbucket's `/projects/P/repos/R/browse/…` is no such thing.
const CONTEXT = /^((?:\/[\w.~-]+){0,2}?)\/(?:browse|projects|issues)\/[A-Z]/;

/**
 * Reads the URL of an issue; `null` for everything else, however hostile. `context` is where Jira is installed on its host,
 * `''` on Cloud: another product on the same host is not this Jira.
 * `parseJiraIssueUrl(new URL('https://acme.atlassian.net/browse/SHOP-12?x=1'), '')` → `{project: 'SHOP', written: 'acme.atlassian.net/SHOP-12', …}`
 */
export function parseJiraIssueUrl(url: UrlParts, context: string): JiraIssueUrl | null {
  const path = pathIn(url, context);
  return path === null ? null : nameIssue(url.host, ISSUE.exec(path)?.[1]);
}

/** Which page a URL stands for; `null` where Waymark has nothing to show (dashboards, reports, settings, a project's `/browse/SHOP`, …). */
export function parseJiraPage(url: UrlParts, context: string): JiraPage | null {
  const path = pathIn(url, context);
  if (path === null || url.host === '') return null;
  const host = url.host.toLowerCase();
  const query = new URLSearchParams(url.search);
  const selected = nameIssue(host, query.get('selectedIssue'));
  const own = nameIssue(host, ISSUE.exec(path)?.[1]);
  const [, project, section = ''] = IN_PROJECT.exec(path) ?? [];
  const view = project === undefined ? null : kindInProject(path, section);
  if (own) return { kind: view ?? kindOfIssuePage(path, query), host, project: own.project, board: null, issue: own };
  if (project !== undefined) return view && { kind: view, host, project, board: boardId(/^boards\/(\d+)/.exec(section)?.[1]), issue: selected };
  const page: MakePage = (kind, named = null, board = null) => ({ kind, host, project: named, board, issue: selected });
  if (/^(?:\/jira)?\/issues$/.test(path) || path === '/secure/IssueNavigator.jspa') return page('jira-navigator');
  if (path === '/secure/RapidBoard.jspa') return rapidBoard(query, page);
  if (/^\/jira\/plans\/\d+(?:\/scenarios\/\d+)?(?:\/(?:timeline|list|calendar|dependencies|program))?$/.test(path) || path === '/secure/PortfolioPlanView.jspa') return page('jira-plan');
  // 2025: discovery's own views, outside of any one project.
  return /^\/jira\/discovery\/(?:.+\/)?views?\/[^/]+$/.test(path) ? page('jira-idea') : null;
}

/** Where Jira is installed, told by the path of an address within it: `/jira/browse/SHOP-12` → `/jira`; `null` where it does not tell. */
export function contextOf(pathname: string): string | null {
  return CONTEXT.exec(pathname)?.[1] ?? null;
}

// Beside a list (`?jql=`, `?filter=`) the issue is one of the navigator's.
function kindOfIssuePage(path: string, query: URLSearchParams): JiraPage['kind'] {
  return path.startsWith('/issues/') || query.has('jql') || query.has('filter') ? 'jira-navigator' : 'jira-issue';
}

function kindInProject(path: string, section: string): JiraPage['kind'] | null {
  const [head, id, ...rest] = section.split('/');
  const onBoard = head === 'boards' && /^\d+$/.test(id ?? '');
  const view = onBoard ? rest.join('/') || 'board' : head;
  if (view === 'board') return 'jira-board';
  if (view === 'backlog') return 'jira-backlog';
  // To 2023 a timeline was called a roadmap.
  if (view === 'timeline' || view === 'roadmap' || view === 'calendar') return 'jira-timeline';
  if (view === 'list') return 'jira-list';
  if (view === 'issues' && (onBoard || id === undefined)) return 'jira-navigator';
  if (head === 'queues' || head === 'section') return 'jira-queue';
  return head === 'ideas' && /\/(?:polaris|discovery)\//.test(path) ? 'jira-idea' : null;
}

type MakePage = (kind: JiraPage['kind'], project?: string | null, board?: number | null) => JiraPage;

// Data Center: one address for board, backlog and reports.
function rapidBoard(query: URLSearchParams, page: MakePage): JiraPage | null {
  const view = query.get('view') ?? '';
  if (/^(?:reporting|chart)/.test(view) || query.has('chart')) return null;
  const named = query.get('projectKey');
  return page(view.startsWith('planning') ? 'jira-backlog' : 'jira-board', named !== null && new RegExp(`^${PROJECT}$`).test(named) ? named : null, boardId(query.get('rapidView')));
}

function boardId(digits: string | null | undefined): number | null {
  return /^[1-9]\d{0,14}$/.test(digits ?? '') ? Number(digits) : null;
}

function nameIssue(rawHost: string, text: string | null | undefined): JiraIssueUrl | null {
  const project = KEY.exec(text ?? '')?.[1];
  const host = rawHost.toLowerCase();
  return project === undefined || host === '' ? null : { host, project, issue: text ?? '', written: `${host}/${text}` };
}

/** The path below the place where Jira is installed, without doubled and closing slashes. */
function pathIn({ pathname }: UrlParts, context: string): string | null {
  const path = pathname.replace(/\/{2,}/g, '/');
  if (!path.startsWith(`${context}/`)) return null;
  const within = path.slice(context.length);
  return within.length > 1 && within.endsWith('/') ? within.slice(0, -1) : within;
}
