import type { IssueKey } from '../../core/issue.ts';
import type { Instant } from '../../core/time.ts';
import { fieldsToAsk } from './fields.ts';
import { homeOf } from './hosts.ts';
import { PROPERTY } from './shared-facts.ts';
import type { JiraSite } from './site.ts';

/**
 * A search, one page of it. As an address it is what the site is asked, and behind a `#`, which no site sees, what the next page has to know.
 */
export interface Walk {
  readonly kind: 'changes' | 'open' | 'keys' | 'sweep';
  /** Without the origin: `/rest/api/3/search/jql?…` */
  readonly path: string;
  readonly page: number;
  /** Where a walk over changes began by time, and the ids of that very moment that the page before had. */
  readonly anchor: Instant | null;
  readonly skip: readonly string[];
  /** The latest change met so far. */
  readonly newest: Instant | null;
  /** Keys that are still to be asked for. */
  readonly rest: readonly string[];
}

const ROWS = 100;
/** Of keys alone a site gives many at once; a Data Center gives no more than its own limit. */
const KEYS = { 'cloud': 5000, 'data-center': 1000 };
/** More keys would make an address that some servers refuse. */
const MOST_KEYS = 100;

type Start = { readonly kind: 'changes' | 'sweep'; readonly since: Instant | null } | { readonly kind: 'open' } | { readonly kind: 'keys'; readonly keys: readonly string[] };

/** The first page of a walk over a project. Moments are milliseconds: JQL would read a date in the account's own time zone (tracker-apis.md §2.2). */
export function startWalk(site: JiraSite, project: string, start: Start): Walk {
  const first = { page: 1, anchor: null, skip: [], newest: null, rest: [] };
  if (start.kind === 'keys') {
    const keys = start.keys.slice(0, MOST_KEYS);
    return { ...first, kind: 'keys', path: namedPath(site, keys), rest: start.keys.slice(MOST_KEYS) };
  }
  // In quotes: some keys are reserved words (`OR`, `IN`).
  const own = `project = "${project}"`;
  if (start.kind === 'open') return { ...first, kind: 'open', path: searchPath(site, `${own} AND statusCategory != Done ORDER BY created DESC, key DESC`) };
  const since = start.since === null ? '' : ` AND updated >= ${Math.max(0, Math.floor(start.since))}`;
  if (start.kind === 'sweep') return { ...first, kind: 'sweep', path: searchPath(site, `${own}${since} ORDER BY key ASC`, { fields: ['key'], rows: KEYS[site.flavour ?? 'cloud'] }) };
  return { ...first, kind: 'changes', path: searchPath(site, `${own}${since} ORDER BY updated ASC, key ASC`), anchor: start.since };
}

export interface SearchOptions {
  readonly fields?: readonly string[];
  readonly expand?: string;
  readonly rows?: number;
}

/** Some issues by key. */
export function namedPath(site: JiraSite, keys: readonly string[], options: SearchOptions = {}): string {
  return searchPath(site, `key in (${keys.join(', ')}) ORDER BY created DESC, key DESC`, options);
}

/** What is asked of one issue or of many. */
export function asked(site: JiraSite): { readonly fields: string; readonly properties: string } {
  const boards = Object.values(site.boards).flatMap(({ list }) => list.flatMap(({ estimate }) => estimate ?? []));
  const fields = site.fields ? fieldsToAsk(site.fields.ids, [...new Set(boards)]) : ['*all'];
  return { fields: fields.join(','), properties: PROPERTY };
}

function searchPath(site: JiraSite, jql: string, { fields, expand, rows = ROWS }: SearchOptions = {}): string {
  const told = fields ? { fields: fields.join(',') } : asked(site);
  const query = new URLSearchParams({ jql, maxResults: String(rows), ...told, ...(expand !== undefined && { expand }) });
  // Without the check a key that is not there is passed over; Cloud has no such switch.
  if (site.flavour === 'data-center') return `/rest/api/2/search?${query}&startAt=0&validateQuery=false`;
  return `/rest/api/3/search/jql?${query}`;
}

/** A walk's page with other parameters. */
export function withParameters(path: string, parameters: Readonly<Record<string, string>>): string {
  const [bare = '', query] = path.split('?');
  const changed = new URLSearchParams(query);
  for (const [name, value] of Object.entries(parameters)) changed.set(name, value);
  return `${bare}?${changed}`;
}

export function parameterOf(path: string, name: string): string | null {
  return new URLSearchParams(path.split('?')[1]).get(name);
}

export function addressOf(host: string, { context }: JiraSite, { path, ...walk }: Walk): string {
  const hash = new URLSearchParams({
    kind: walk.kind, page: String(walk.page), skip: walk.skip.join(','), rest: walk.rest.join(','),
    ...(walk.anchor !== null && { anchor: String(walk.anchor) }), ...(walk.newest !== null && { newest: String(walk.newest) }),
  });
  return `${homeOf(host, context)}${path}#${hash}`;
}

/** Reads an address of ours again; `null` for one of another site, or of anything but a search. */
export function readAddress(host: string, { context }: JiraSite, url: string): Walk | null {
  const home = homeOf(host, context);
  if (home === null || !URL.canParse(url) || !url.startsWith(`${home}/rest/api/`)) return null;
  const [address = '', hash = ''] = url.slice(home.length).split('#');
  if (!/^\/rest\/api\/(?:3\/search\/jql|2\/search)\?/.test(address)) return null;
  const told = new URLSearchParams(hash);
  const kind = (['changes', 'open', 'keys', 'sweep'] as const).find((one) => one === told.get('kind')) ?? 'changes';
  const listOf = (name: string): string[] => (told.get(name) ?? '').split(',').filter((part) => part !== '');
  const numberOf = (name: string): number | null => (/^\d{1,15}$/.test(told.get(name) ?? '') ? Number(told.get(name)) : null);
  return { kind, path: address, page: numberOf('page') ?? 1, anchor: numberOf('anchor'), skip: listOf('skip'), newest: numberOf('newest'), rest: listOf('rest') };
}

/** The keys of one project as Jira writes them, without their host. */
export function written(keys: readonly IssueKey[]): string[] {
  return [...new Set(keys.map((key) => key.slice(key.indexOf('/') + 1)))];
}
