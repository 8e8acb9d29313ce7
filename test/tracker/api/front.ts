import type { World } from '../model/world.ts';
import type { HostRole } from '../hosts.ts';
import { iso } from '../seed/dates.ts';
import { type Account, accountOf } from './account.ts';
import { allowanceOf, limitHeaders, type Resource, standingOf } from './allowance.ts';
import type { Answer, Call } from './answer.ts';
import { answerCall } from './answer-call.ts';
import { etagOf, matchesEtag } from './etag.ts';
import { damaged, damageRows, nextFault } from './faults.ts';
import { badCredentials, primaryLimit, secondaryLimit, serverError } from './refusals.ts';

export interface ApiRequest {
  method: string;
  role: HostRole;
  query: URLSearchParams;
  headers: { authorization: string | undefined; ifNoneMatch: string | undefined };
  body: unknown;
  address: string;
}

export interface ApiReply {
  status: number;
  headers: Record<string, string>;
  text: string;
  /** Damage that only the socket can do. */
  damage?: 'drop' | 'slow';
}

const EXPOSED = 'ETag, Link, Location, Retry-After, X-GitHub-OTP, X-RateLimit-Limit, X-RateLimit-Remaining, X-RateLimit-Used, X-RateLimit-Resource, X-RateLimit-Reset, X-OAuth-Scopes, X-Accepted-OAuth-Scopes, X-Poll-Interval, X-GitHub-Media-Type, X-GitHub-SSO, X-GitHub-Request-Id, Deprecation, Sunset';

/** The API's front door: preflight, credentials, allowance, route, ETag, faults — in the order in which GitHub is seen to decide. */
export function replyTo(world: World, request: ApiRequest, now: Date): ApiReply {
  if (request.method === 'OPTIONS') return preflight();
  const { role, headers: { authorization, ifNoneMatch } } = request;
  const account = accountOf(world, authorization, request.address, now);
  if (!account) return write(badCredentials(), { role, accepts: undefined, etag: '' });
  const resource: Resource = role.path.startsWith('/search/') ? 'search' : role.path === '/graphql' ? 'graphql' : 'core';
  const limited = role.flavour !== 'enterprise';
  const free = role.path === '/rate_limit';
  const standing = (): Record<string, string> => (limited ? limitHeaders(standingOf(world, account, resource, now), resource) : {});
  if (limited && !free && standingOf(world, account, resource, now).remaining === 0) {
    return write(resource === 'graphql' ? outOfPoints(world, account) : spent(world, account), { role, accepts: undefined, etag: '', more: standing() });
  }
  const fault = nextFault(world.behaviours, role.path, {
    ordered: world.behaviours.secondaryLimit, limit: (order) => secondaryLimit(order?.status ?? 403, order ? order.retryAfter : 1), server: serverError,
  });
  if (limited && !free) allowanceOf(world, account, resource, now).used += 1;
  if (fault?.kind === 'answer') return write(fault.answer, { role, accepts: undefined, etag: '', more: standing() });

  const call: Call = { world, role, method: request.method, path: decodeSafely(role.path), query: request.query, body: request.body, account, at: iso(now), now };
  const { answer, accepts } = answerCall(call);
  const rows = fault?.kind === 'malformed-rows' ? 2 : world.behaviours.malformedRows;
  const spoilt = rows > 0 && answer.status === 200 ? { ...answer, body: damageRows(answer.body, rows) } : answer;
  const etag = request.method === 'GET' && spoilt.status === 200 && !free ? etagOf(JSON.stringify(spoilt.body) + (spoilt.headers?.link ?? ''), account.kind === 'token' ? account.value : '') : '';
  const unchanged = etag !== '' && matchesEtag(ifNoneMatch, etag);
  if (unchanged && account.kind === 'token' && limited) allowanceOf(world, account, resource, now).used -= 1;
  const more = { ...standing(), ...scopes(account) };
  if (unchanged) return { ...write({ ...spoilt, status: 304 }, { role, accepts, etag, more }), text: '' };
  return damaged(write(spoilt, { role, accepts, etag, more }), fault);
}

function write(answer: Answer, about: { role: HostRole; accepts: string | undefined; etag: string; more?: Record<string, string> }): ApiReply {
  return {
    status: answer.status,
    text: JSON.stringify(answer.body),
    headers: {
      'content-type': 'application/json; charset=utf-8', 'cache-control': 'private, max-age=60, s-maxage=60', vary: 'Accept, Authorization, Cookie, X-GitHub-OTP,Accept-Encoding, Accept, X-Requested-With',
      'x-github-media-type': 'github.v3; format=json', 'x-github-api-version-selected': '2022-11-28',
      ...(about.role.flavour === 'enterprise' ? { 'x-github-enterprise-version': '3.19.2' } : {}),
      'x-github-request-id': `${Math.random().toString(16).slice(2, 6).toUpperCase()}:${Math.random().toString(16).slice(2, 8).toUpperCase()}:DE30`,
      'access-control-expose-headers': EXPOSED, 'access-control-allow-origin': '*', 'strict-transport-security': 'max-age=31536000; includeSubdomains; preload',
      'x-frame-options': 'deny', 'x-content-type-options': 'nosniff', 'referrer-policy': 'origin-when-cross-origin, strict-origin-when-cross-origin',
      'content-security-policy': "default-src 'none'", server: 'github.com',
      ...(about.accepts === undefined ? {} : { 'x-accepted-github-permissions': about.accepts }),
      ...(about.etag === '' ? {} : { etag: about.etag }),
      ...about.more, ...answer.headers,
    },
  };
}

function preflight(): ApiReply {
  return {
    status: 204, text: '',
    headers: {
      'access-control-allow-origin': '*', 'access-control-allow-methods': 'GET, POST, PATCH, PUT, DELETE', 'access-control-max-age': '86400',
      'access-control-allow-headers': 'Authorization, Content-Type, If-Match, If-Modified-Since, If-None-Match, If-Unmodified-Since, Accept-Encoding, X-GitHub-OTP, X-Requested-With, User-Agent, GraphQL-Features, X-Github-Next-Global-ID, X-GitHub-Api-Version, X-Fetch-Nonce',
      'access-control-expose-headers': EXPOSED,
    },
  };
}

function spent(world: World, account: Account): Answer {
  return account.kind === 'anonymous' ? primaryLimit(account.address, true) : primaryLimit(String(world.people.get(account.token.login)?.id ?? 1), false);
}

/** GraphQL refuses with a 200. */
function outOfPoints(world: World, account: Account): Answer {
  return { status: 200, body: { errors: [{ type: 'RATE_LIMIT', code: 'graphql_rate_limit', message: `API rate limit already exceeded for user ID ${account.kind === 'token' ? (world.people.get(account.token.login)?.id ?? 1) : 0}.` }] } };
}

function scopes(account: Account): Record<string, string> {
  if (account.kind === 'anonymous') return {};
  return {
    ...(account.token.kind === 'classic' ? { 'x-oauth-scopes': (account.token.scopes ?? []).join(', '), 'x-accepted-oauth-scopes': '' } : {}),
    ...(account.token.expiresAt === undefined ? {} : { 'github-authentication-token-expiration': account.token.expiresAt.replace('T', ' ').replace('Z', ' UTC') }),
  };
}

/** Route patterns decode their own groups; only a path that cannot be decoded at all is answered as unknown. */
export function decodeSafely(path: string): string {
  try {
    decodeURIComponent(path);
    return path.length > 1 ? path.replace(/\/+$/, '') : path;
  } catch {
    return '/';
  }
}
