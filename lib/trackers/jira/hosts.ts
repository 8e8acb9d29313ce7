import { HOST_NAME } from '../host-name.ts';
import type { Credentials } from '../tracker.ts';
import type { JiraSite } from './site.ts';

/** A path below a host where Jira may be installed; `''` for none. */
export const CONTEXT = /^(?:\/[\w.~-]+){0,2}$/;
const GATEWAY = 'https://api.atlassian.com/ex/jira';

/** Where a site is for a person; `null` for what is no host name, so that no token is sent anywhere odd. `corp.example` with `/jira` → `https://corp.example/jira` */
export function homeOf(host: string, context: string): string | null {
  const lower = host.toLowerCase();
  return HOST_NAME.test(lower) ? `https://${lower}${context}` : null;
}

/** Where its API is asked: below its home, or through the gateway for tokens with scopes, which the site itself refuses. */
export function apiBase({ host, token }: Credentials, { context, gateway }: Pick<JiraSite, 'context' | 'gateway'>): string | null {
  const home = homeOf(host, context);
  return home !== null && token !== null && gateway !== null && gateway !== 'wanted' ? `${GATEWAY}/${gateway.cloudId}` : home;
}
