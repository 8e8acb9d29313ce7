import type { SentReply } from '../../send.ts';
import type { SiteCall } from '../site-call.ts';
import { jiraAssetReply } from './assets.ts';
import { cloudPage } from './cloud/pages.ts';
import { cloudLayout } from './cloud/layout.ts';
import { cloudLoginPage } from './cloud/plain.ts';
import { dcPage } from './dc/pages.ts';
import { dataCenterLayout, dataCenterLogin } from './dc/layout.ts';
import type { PageCall } from './page.ts';
import { siteOf } from './site-of.ts';

/** Stricter than Jira's own, so that whatever works here works there: nothing inline runs, and data comes from the own host and Atlassian's. */
const CLOUD_POLICY = "default-src 'none'; base-uri 'self'; connect-src 'self' *.atlassian.com *.atlassian.net *.atl-paas.net wss:; font-src 'self' data: *.atl-paas.net; form-action 'self'; frame-ancestors 'self'; frame-src 'self' *.atlassian.com; img-src 'self' data: blob: *.atl-paas.net secure.gravatar.com; manifest-src 'self'; media-src 'self' blob:; object-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; worker-src 'self' blob:";
/** What Data Center sends out of the box. */
const DC_POLICY = "frame-ancestors 'self'";

const MOVE = /^\/(?:jsw2\/graphql|rest\/greenhopper\/1\.0\/xboard\/move)$/;

/** What lies below `/rest` and is yet no API: pictures, and what boards ask of their own server. */
export const isPageData = (path: string): boolean => MOVE.test(path) || /\/universal_avatar\//.test(path);

/** The pages of a site; whoever is not signed in is shown the way in. */
export function jiraPageReply(asked: SiteCall): SentReply {
  const asset = jiraAssetReply(asked.path);
  if (asset) return asset;
  const call: PageCall = { site: siteOf(asked), url: asked.url, path: asked.path, now: asked.now };
  const cloud = call.site.flavour === 'cloud';
  const wanted = `${asked.url.pathname}${asked.url.search}`;
  if (asked.path === '/login.jsp' || asked.path === '/login') return document(cloud, cloud ? cloudLoginPage(asked.url.searchParams.get('os_destination') ?? '/') : dataCenterLogin(call, asked.url.searchParams.get('os_destination') ?? '/'));
  if (asked.viewer === null || asked.role === null) return redirect(`${call.site.context}/login.jsp?permissionViolation=true&os_destination=${encodeURIComponent(wanted)}`);
  if (asked.method === 'POST') return act(call);
  const page = cloud ? cloudPage(call) : dcPage(call);
  if (typeof page === 'string') return redirect(page);
  return document(cloud, cloud ? cloudLayout(call, page) : dataCenterLayout(call, page), page.status);
}

/** What the pages' own scripts ask of the server: a card was put into another column. */
function act({ site, url, path }: PageCall): SentReply {
  const done = MOVE.test(path) && site.move(url.searchParams.get('key') ?? '', url.searchParams.get('status') ?? '');
  return { status: done ? 200 : 400, text: JSON.stringify({ data: { success: done } }), headers: { 'content-type': 'application/json' } };
}

const redirect = (location: string): SentReply => ({ status: 302, text: '', headers: { location } });
const document = (cloud: boolean, text: string, status = 200): SentReply => ({
  status, text,
  headers: { 'content-type': 'text/html;charset=UTF-8', 'content-security-policy': cloud ? CLOUD_POLICY : DC_POLICY, 'x-frame-options': 'SAMEORIGIN', 'x-content-type-options': 'nosniff', 'cache-control': 'no-cache, no-store, no-transform', 'referrer-policy': 'strict-origin-when-cross-origin' },
});
