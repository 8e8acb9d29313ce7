import type { ProjectKey } from '../core/issue.ts';
import { hostOf } from '../core/keys.ts';
import type { SiteView } from '../messaging/messages.ts';
import type { ConnectionRow } from '../storage/rows.ts';
import type { Ports } from './ports.ts';

/** A site as the sentences about it need to know it. */
export interface Site extends SiteView {
  /** Where it is installed below its host; empty where that is the root, or nobody told. */
  readonly context: string;
}

/**
 * Whose site a host is and how we are signed in there. A host of any name is known by its connection, or by a project that was read from it.
 *
 * @example siteOf(ports, 'acme.atlassian.net', undefined) // → { tracker: 'jira', signIn: 'session', … }
 */
export function siteOf(ports: Ports, host: string, connection: ConnectionRow | undefined, project?: ProjectKey): Site {
  const tracker = ports.trackerFor(project ?? host, connection?.tracker);
  // A session that was asked for and is not there still lets read what the site shows to everybody.
  const without = tracker?.without === 'session' && !(connection && connection.tokenKind === null && connection.checkedAt !== null) ? 'session' : 'none';
  return {
    host,
    tracker: tracker?.kind ?? 'github',
    signIn: connection?.tokenKind == null ? without : connection.tokenKind === 'session' ? 'session' : 'token',
    context: connection?.context ?? '',
  };
}

/** Whether a project's site is asked without any sign-in, so that of GitHub's projects only what is open is read. */
export function isAnonymous(ports: Ports, project: ProjectKey, connection: ConnectionRow | undefined): boolean {
  return siteOf(ports, hostOf(project), connection, project).signIn === 'none';
}

/** Where a browser signs in to a Jira: Cloud leads on from there to its own page. */
export function signInLink({ host, context }: Site): { to: string; words: string } {
  return { to: `https://${host}${context}/login.jsp`, words: `Sign in to ${host}` };
}
