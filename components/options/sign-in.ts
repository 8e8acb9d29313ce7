import type { ConnectionView } from '../../lib/messaging/messages.ts';
import { isJiraCloud } from '../../lib/trackers/jira/urls.ts';

/** What a site is, as far as one can tell before it is asked. */
export type SiteKind = 'github' | 'jira-cloud' | 'jira-data-center' | 'unknown';

/** How to sign in to it. `api-token` comes with an email address, `token` alone. */
export type SignIn = 'session' | 'api-token' | 'token';

/** By its name: a server of one's own may have any. `kindOfHost('acme.atlassian.net')` → `jira-cloud` */
export function kindOfHost(host: string): SiteKind {
  if (host === 'github.com' || host.endsWith('.ghe.com')) return 'github';
  return isJiraCloud(host) ? 'jira-cloud' : 'unknown';
}

export function kindOf({ tracker, flavour }: Pick<ConnectionView, 'tracker' | 'flavour'>): SiteKind {
  if (tracker === 'github') return 'github';
  return flavour === 'cloud' ? 'jira-cloud' : flavour === 'data-center' ? 'jira-data-center' : 'unknown';
}

/** The ways in, the one without any set-up first. */
export const SIGN_INS: Readonly<Record<SiteKind, readonly [SignIn, ...SignIn[]]>> = {
  github: ['token'],
  'jira-cloud': ['session', 'api-token'],
  'jira-data-center': ['session', 'token'],
  unknown: ['session', 'token', 'api-token'],
};

export interface Given {
  readonly email: string;
  readonly token: string;
}

/** What is handed on: Jira Cloud takes the address and the token as one. `null`: nothing, so the browser's own session, or public reading. */
export function tokenOf(way: SignIn, { email, token }: Given): string | null {
  if (way === 'session' || token.trim() === '') return null;
  return way === 'api-token' ? `${email.trim()}:${token.trim()}` : token.trim();
}
