import { contextOf, isJiraCloud } from '../../lib/trackers/jira/urls.ts';

/** A tracker's site: its host, and where below it the tracker is installed (`/jira`; empty for the root). */
export interface NamedSite {
  readonly host: string;
  readonly context: string;
}

/** A site from what people paste: `siteFromText('https://Tickets.Acme.com/jira/browse/SHOP-12')` → `{host: 'tickets.acme.com', context: '/jira'}`; `null` when there is none. */
export function siteFromText(text: string): NamedSite | null {
  const trimmed = text.trim();
  const address = /^[a-z]+:\/\//i.test(trimmed) ? trimmed : `https://${trimmed}`;
  if (trimmed === '' || !URL.canParse(address)) return null;
  const { host, protocol, hostname, pathname } = new URL(address);
  const named = /^[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?$/.test(hostname) && hostname.includes('.');
  return protocol === 'https:' && named ? { host, context: isJiraCloud(host) ? '' : contextIn(pathname) } : null;
}

// Pages that no project is named in; and the bare address of the installation itself.
const WITHIN = /^((?:\/[\w.~-]+){0,2})\/(?:secure|login\.jsp|plugins|rest)(?:\/|$)/;
const ALONE = /^(\/[\w.~-]+)\/?$/;

function contextIn(pathname: string): string {
  // Cloud under a name of its own: its pages all begin so, and it is never installed anywhere else.
  if (/^\/jira\/(?:software|core|servicedesk|discovery|plans|your-work|for-you|dashboards)(?:\/|$)/.test(pathname)) return '';
  return contextOf(pathname) ?? WITHIN.exec(pathname)?.[1] ?? ALONE.exec(pathname)?.[1] ?? '';
}
