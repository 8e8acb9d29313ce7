import type { World } from '../model/world.ts';
import type { SentReply } from '../send.ts';
import { jiraReplyTo, type JiraRequest } from './api/front.ts';
import type { Door } from './door.ts';
import { jiraPageReply } from './pages/front.ts';
import { signInReply } from './sign-in.ts';
import { viewerOf } from './site-call.ts';

interface Arrived {
  readonly method: string;
  readonly url: URL;
  readonly body: unknown;
  readonly headers: JiraRequest['headers'];
  readonly now: Date;
}

/** Everything that a Jira host answers: data, pages, and the demo's own way to sign in. */
export function jiraReply(world: World, { site, gateway, root, path }: Door, { method, url, body, headers, now }: Arrived): SentReply {
  const { behaviours } = world.jira;
  const viewer = gateway ? null : viewerOf(world, site, headers.cookie);
  const session = viewer !== null;
  if (path === null) return { status: 404, text: '', headers: { 'content-type': 'text/html;charset=UTF-8' } };
  if (gateway || /^\/(?:rest|_edge)\//.test(path)) {
    const reply = jiraReplyTo(world, { site, gateway, host: url.host, root, method, path, query: url.searchParams, body, headers }, now.getTime());
    return { ...reply, session, waitMs: behaviours.slowMs + (reply.damage === 'slow' ? 1500 : 0), drop: reply.damage === 'drop' };
  }
  const call = { world, site, viewer, role: viewer === null ? null : (site.roles.get(viewer.name) ?? null), method, url, path: path.replace(/(.)\/$/, '$1'), now };
  return { ...(signInReply(call) ?? jiraPageReply(call)), session, waitMs: behaviours.slowPagesMs };
}
