import type { SentReply } from '../send.ts';
import { SESSION_COOKIE } from './model/jira.ts';
import { rootOf, type SiteCall } from './site-call.ts';

/** `/__sign-in?as=maya` and `/__sign-out`: a browser's way to a session, without the identity provider between. */
export function signInReply({ world: { jira }, site, url, path }: SiteCall): SentReply | undefined {
  if (path !== '/__sign-in' && path !== '/__sign-out') return undefined;
  const name = url.searchParams.get('as') ?? '';
  const [value] = path === '/__sign-in' ? ([...jira.sessions].find(([, person]) => person === name) ?? []) : [''];
  if (value === undefined) return { status: 404, text: `Nobody here is called ${name}.`, headers: { 'content-type': 'text/plain; charset=utf-8' } };
  const kept = `${SESSION_COOKIE[site.flavour]}=${value}; Path=${site.contextPath === '' ? '/' : site.contextPath}; Secure; HttpOnly; SameSite=Lax${value === '' ? '; Max-Age=0' : ''}`;
  return { status: 302, text: '', headers: { 'set-cookie': kept, location: url.searchParams.get('to') ?? `${rootOf(site, url.host)}/` } };
}
