import { SESSION_COOKIE } from './model/jira.ts';
import type { JiraPerson, JiraRole } from './model/person.ts';
import type { JiraSite } from './model/site.ts';
import type { World } from '../model/world.ts';

/** A request to a Jira site, whether for a page or for data, as far as both understand it. */
export interface SiteCall {
  readonly world: World;
  readonly site: JiraSite;
  /** Whom the browser's session cookie names; null for somebody who is not signed in. */
  readonly viewer: JiraPerson | null;
  /** What the viewer may do here; null for strangers. */
  readonly role: JiraRole | null;
  readonly method: string;
  readonly url: URL;
  /** Below the context path, without a closing slash: `/browse/SHOP-12`. */
  readonly path: string;
  readonly now: Date;
}

/** Where links of this site begin: `https://jira.acme.example:8443/jira`. */
export const rootOf = (site: JiraSite, host: string): string => `https://${host}${site.contextPath}`;

/** The person whose session a Cookie header carries. */
export function viewerOf({ jira }: World, site: JiraSite, cookies: string | undefined): JiraPerson | null {
  const name = SESSION_COOKIE[site.flavour];
  const value = (cookies ?? '').split(';').map((part) => part.trim()).find((part) => part.startsWith(`${name}=`))?.slice(name.length + 1);
  const person = jira.people.get(jira.sessions.get(value ?? '') ?? '');
  return person?.active === true ? person : null;
}
