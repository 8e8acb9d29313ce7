/**
 * Where the overlay is from the beginning of a page, as the patterns of a manifest, and where it is brought after a soft navigation. A sieve
 * only: the grammar of the URLs decides. On all other pages of a tracker there is nothing of ours but the watch, for the overlay alone took 5 ms
 * of each.
 */
const ON_GITHUB = ['/*/*/issues*', '/*/*/pull*', '/*/*/labels/*', '/*/*/milestone*', '/issues*', '/pulls*', '/orgs/*/projects/*', '/users/*/projects/*', '/*search?*type=issues*', '/*search?*type=Issues*', '/*search?*type=pullrequests*'];
const NOT_ON_GITHUB = ['/*/*/issues/new*', '/*/*/issues/templates*'];

// Data Centers may be installed further down.
const ON_JIRA = ['/*browse/*-*', '/*issues*', '/*projects/*', '/*secure/RapidBoard.jspa*', '/*secure/IssueNavigator.jspa*', '/*secure/PortfolioPlanView.jspa*', '/jira/plans/*', '/jira/discovery/*'];

/** Hosts that the manifest itself gives the overlay to. */
export const BUILT_IN = ['github.com', '*.atlassian.net'];

export interface Places {
  readonly matches: string[];
  readonly excludeMatches: string[];
}

/** A host whose name tells nothing may have either tracker. */
const isGithub = (host: string): boolean => !host.endsWith('.atlassian.net');
const isJira = (host: string): boolean => !/(?:^github|\.ghe)\.com$/.test(host);

export function placesOn(host: string): Places {
  const on = (path: string): string => `https://${host}${path}`;
  return { matches: [...(isGithub(host) ? ON_GITHUB : []), ...(isJira(host) ? ON_JIRA : [])].map(on), excludeMatches: isGithub(host) ? NOT_ON_GITHUB.map(on) : [] };
}

/** The script that a host's pages have: of its tracker alone where the name tells which that is. */
export function overlayFor(host: string): 'overlay' | 'overlay-github' | 'overlay-jira' {
  if (!isJira(host)) return 'overlay-github';
  return isGithub(host) ? 'overlay' : 'overlay-jira';
}

const GITHUB_PATH = /^\/+(?:[^/]+\/+[^/]+\/+(?:issues|pulls?|labels|milestones?)|issues|pulls|(?:orgs|users)\/+[^/]+\/+projects)(?:\/|$)/;
// Of a search only what it is for says whether it finds issues: of all pages that are no place it is the one most often looked at.
const SEARCH = /^\/+(?:[^/]+\/+[^/]+\/+)?search\/*\?(?:.*&)?type=(?:issues|pullrequests)(?:&|$)/i;
const JIRA_PATH = /\/(?:browse\/.+-|(?:issues|projects|plans|discovery)(?:\/|$)|secure\/(?:RapidBoard|IssueNavigator|PortfolioPlanView)\.jspa)/;

/** Whether the overlay may have something to show at this address. */
export function isPlace({ host, pathname, search }: Pick<URL, 'host' | 'pathname' | 'search'>): boolean {
  if (isGithub(host) && (GITHUB_PATH.test(pathname) || SEARCH.test(pathname + search)) && !/\/issues\/+(?:new|templates)(?:\/|$)/.test(pathname)) return true;
  return isJira(host) && JIRA_PATH.test(pathname);
}

/** The script that the page at an address has from its beginning, if any. */
export const overlayAt = (url: URL): ReturnType<typeof overlayFor> | null => (isPlace(url) ? overlayFor(url.host) : null);
