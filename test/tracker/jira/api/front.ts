import { type Answer, ok } from '../../api/answer.ts';
import { damaged, type Fault, nextFault } from '../../api/faults.ts';
import { decodeSafely } from '../../api/front.ts';
import type { World } from '../../model/world.ts';
import type { JiraSite } from '../model/site.ts';
import type { View } from '../represent/view.ts';
import { accountOf, seenBy } from './account.ts';
import type { Account, JiraCall, JiraRoute } from './call.ts';
import { damageIssues } from './damage.ts';
import { drawFromBucket } from './limits.ts';
import { burst, gatewayUnauthorised, isText, loginPage, refuse, scopeDoesNotMatch, serverError, unauthorised, unsupportedMedia, xsrfFailed } from './refusals.ts';
import { AGILE_ROUTES, PLATFORM_ROUTES } from './routes.ts';
import { failsXsrf, type Origins } from './xsrf.ts';

export interface JiraRequest {
  readonly site: JiraSite;
  /** Through api.atlassian.com, where only scoped tokens are taken. */
  readonly gateway: boolean;
  /** As the client named it, with its port. */
  readonly host: string;
  /** Where the site's addresses begin for this client. */
  readonly root: string;
  readonly method: string;
  /** `/rest/…` or `/_edge/…`, below the context path. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: unknown;
  readonly headers: Origins & { readonly authorization: string | undefined; readonly cookie: string | undefined; readonly contentType: string | undefined };
}

export interface JiraReply {
  status: number;
  headers: Record<string, string>;
  text: string;
  damage?: 'drop' | 'slow';
}

/** The API's front door: where the request comes from, who sent it, the limits, then the route — and what goes wrong on the way. */
export function jiraReplyTo(world: World, request: JiraRequest, now: number): JiraReply {
  const { site, gateway, method, headers } = request;
  const { behaviours } = world.jira;
  if (method === 'OPTIONS') return { status: 204, headers: {}, text: '' };
  if (request.path === '/_edge/tenant_info' && site.cloudId !== null) return write(ok({ cloudId: site.cloudId }), request, undefined);
  if (behaviours.xsrf && failsXsrf(site, request.host, method, headers, behaviours.xsrf === 'strict')) return write(xsrfFailed(), request, undefined);
  const account = accountOf({ world, site, gateway, headers, now });
  const bucket = site.flavour === 'dc' ? drawFromBucket(world.jira, account?.person?.name ?? 'anonymous', now) : { headers: {} };
  if (bucket.refusal) return write(bucket.refusal, request, account);
  const fault = nextFault(behaviours, request.path, { ordered: behaviours.burst, limit: (order) => burst(order?.retryAfter ?? 1, now, order?.reason), server: serverError });
  if (fault?.kind === 'answer') return write(fault.answer, request, account, bucket.headers);
  if (!account) return write(gateway ? gatewayUnauthorised() : unauthorised(site, true), request, undefined, bucket.headers);
  const answer = answerTo(world, request, account, now);
  return damaged(write(spoilt(answer, fault, behaviours.malformedRows), request, account, bucket.headers), fault);
}

function answerTo(world: World, request: JiraRequest, account: Account, now: number): Answer {
  const { site, gateway, path, method } = request;
  const [, api, version = '', rest = ''] = /^\/rest\/(api|agile)\/([^/]+)(\/.*)?$/.exec(decodeSafely(path)) ?? [];
  const known = api === 'agile' ? ['1.0', 'latest'].includes(version) : (site.flavour === 'cloud' ? ['2', '3', 'latest'] : ['2', 'latest']).includes(version);
  if (!known) return unknownPath(request);
  if (account.person === null && gateway) return gatewayUnauthorised();
  for (const route of api === 'agile' ? AGILE_ROUTES : PLATFORM_ROUTES) {
    const match = route.method === method && (route.on === 'both' || route.on === site.flavour) ? route.path.exec(rest) : null;
    if (!match) continue;
    const view = viewOf(world, request, account, { version: api === 'api' && version !== '2' && site.flavour === 'cloud' ? 3 : 2, now });
    const call = { world, site: seenBy(account, site), account, view, query: request.query, body: request.body, now };
    if (method !== 'GET' && request.body !== undefined && request.headers.contentType?.includes('json') !== true) return unsupportedMedia();
    return refusalOf(call, route) ?? route.answer(call, ...match.slice(1).map(decodeURIComponent));
  }
  return refuse(404, [`null for uri: ${request.root}${path}`]);
}

function refusalOf(call: JiraCall, route: JiraRoute): Answer | undefined {
  const { account: { person, scopes }, site, world: { jira: { behaviours } } } = call;
  if (scopes && route.scopes.some((scope) => !scopes.includes(scope))) return scopeDoesNotMatch();
  if (person !== null || route.open === true || behaviours.signedOut === 'empty') return undefined;
  return behaviours.signedOut === 'html' ? loginPage() : unauthorised(site, false);
}

/** A Data Center sends whoever asks for what it does not know to its login page (recorded for version 3). */
function unknownPath({ site, root, path }: JiraRequest): Answer {
  if (site.flavour === 'cloud') return refuse(404, [`null for uri: ${root}${path}`]);
  return { status: 302, headers: { location: `${site.contextPath}/login.jsp?os_destination=${encodeURIComponent(`${root}${path}`)}` }, body: { html: '' } };
}

function viewOf({ jira }: World, { site, root }: JiraRequest, { person }: Account, { version, now }: { version: 2 | 3; now: number }): View {
  return { site, people: jira.people, root, version, zone: person?.timeZone ?? 'Etc/UTC', today: new Date(now).toISOString().slice(0, 10), viewer: person?.name ?? null };
}

function spoilt(answer: Answer, fault: Fault | undefined, ordered: number): Answer {
  const rows = fault?.kind === 'malformed-rows' ? 2 : ordered;
  return rows > 0 && answer.status === 200 ? { ...answer, body: damageIssues(answer.body, rows) } : answer;
}

function write(answer: Answer, { site, gateway }: JiraRequest, account: Account | undefined, more: Record<string, string> = {}): JiraReply {
  const cloud = site.flavour === 'cloud';
  const { body } = answer;
  const [text, type] = isText(body) ? [body.html ?? body.text ?? '', body.html === undefined ? 'text/plain;charset=UTF-8' : 'text/html;charset=UTF-8'] : [body === '' || body === null ? '' : JSON.stringify(body), 'application/json;charset=UTF-8'];
  return {
    status: answer.status, text,
    headers: {
      'content-type': type, 'cache-control': 'no-cache, no-store, no-transform', vary: 'Accept-Encoding', 'x-content-type-options': 'nosniff', 'x-xss-protection': '1; mode=block', 'strict-transport-security': 'max-age=31536000; includeSubDomains',
      ...(cloud ? { server: 'AtlassianEdge', 'atl-traceid': 'f3b1c2d4e5a64798b0c1d2e3f4a5b6c7', ...(account?.person ? { 'x-aaccountid': encodeURIComponent(account.person.accountId) } : {}) } : {}),
      ...(cloud || gateway ? {} : { 'x-arequestid': '602x311x1', 'x-ausername': account?.person?.name ?? 'anonymous', ...(account?.person ? { 'x-seraph-loginreason': 'OK' } : {}) }),
      ...more, ...answer.headers,
    },
  };
}
