/**
 * Where the overlay is from the beginning of a page, as the patterns of a manifest, and where it is brought after a soft navigation. A sieve
 * only: the grammar of the URLs decides. On all other pages of a tracker there is nothing of ours but the watch, for the overlay alone took 5 ms
 * of each.
 */
const ON_GITHUB = ['/*/*/issues*', '/*/*/pull*', '/*/*/labels/*', '/*/*/milestone/*', '/issues*', '/pulls*', '/search*', '/orgs/*/projects/*', '/users/*/projects/*'];
const NOT_ON_GITHUB = ['/*/*/issues/new*', '/*/*/issues/templates*'];

export interface Places {
  readonly matches: string[];
  readonly excludeMatches: string[];
}

export function placesOn(host: string): Places {
  const on = (path: string): string => `https://${host}${path}`;
  return { matches: ON_GITHUB.map(on), excludeMatches: NOT_ON_GITHUB.map(on) };
}

const WORTH_A_LOOK = /^\/+(?:[^/]+\/+[^/]+\/+(?:issues|pulls?|labels|milestone)|issues|pulls|search|(?:orgs|users)\/+[^/]+\/+projects)(?:\/|$)/;

/** Whether the overlay may have something to show at this path. */
export function isPlace(path: string): boolean {
  return WORTH_A_LOOK.test(path) && !/\/issues\/+(?:new|templates)(?:\/|$)/.test(path);
}
