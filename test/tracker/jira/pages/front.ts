import type { SentReply } from '../../send.ts';
import type { SiteCall } from '../site-call.ts';

/** The pages of a site; whoever is not signed in is shown the way in. */
export function jiraPageReply({ site, viewer, path }: SiteCall): SentReply {
  const title = viewer === null ? 'Log in' : `${site.title}: nothing at ${path}`;
  return { status: viewer === null ? 200 : 404, text: `<!doctype html><title>${title}</title><h1>${title}</h1>`, headers: { 'content-type': 'text/html;charset=UTF-8' } };
}
