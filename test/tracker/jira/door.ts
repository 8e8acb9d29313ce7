import type { World } from '../model/world.ts';
import type { JiraSite } from './model/site.ts';
import { rootOf } from './site-call.ts';

/** By which way a request comes to which site. */
export interface Door {
  readonly site: JiraSite;
  /** Through api.atlassian.com/ex/jira/{cloudId}. */
  readonly gateway: boolean;
  /** Where the site's addresses begin on this way. */
  readonly root: string;
  /** What of the path is the site's own; null where the host has nothing of it (beside the context path, or an unknown cloud id). */
  readonly path: string | null;
}

const GATEWAY = 'api.atlassian.com';
export const JIRA_HOSTS = ['acme.atlassian.net', 'other.atlassian.net', GATEWAY, 'jira.acme.example'] as const;

/** Tells from the Host header alone whether a request is for Jira; undefined when it is not. */
export function doorOf({ jira }: World, host: string, pathname: string): Door | undefined {
  const name = host.replace(/:\d+$/, '').toLowerCase();
  if (name === GATEWAY) {
    const [, cloudId, rest = '/'] = /^\/ex\/jira\/([^/]+)(\/.*)?$/.exec(pathname) ?? [];
    const site = jira.sites.find((one) => one.cloudId !== null && one.cloudId === cloudId);
    const [any] = jira.sites;
    if (site) return { site, gateway: true, root: `https://${host}/ex/jira/${cloudId}`, path: rest };
    return any && { site: any, gateway: true, root: `https://${host}`, path: null };
  }
  const site = jira.sites.find((one) => one.host === name);
  if (!site) return undefined;
  const { contextPath } = site;
  const inside = pathname === contextPath || pathname.startsWith(`${contextPath}/`);
  return { site, gateway: false, root: rootOf(site, host), path: inside ? pathname.slice(contextPath.length) || '/' : null };
}
